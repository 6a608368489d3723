using System.Globalization;
using System.Runtime.InteropServices;

namespace Barometer.Analysis.Loading;

/// <summary>Reads one column of a file, field by field, into its typed form.</summary>
internal abstract class ColumnParser(Variable variable)
{
    private readonly List<short> _states = [];

    /// <summary>The variable read.</summary>
    public Variable Variable { get; } = variable;

    /// <summary>
    /// For each row what its field holds: 0 or above for a value (the index of a category), minus a
    /// <see cref="MissingReason"/>, or <see cref="CodeLookup.Unknown"/>.
    /// </summary>
    public Span<short> States => CollectionsMarshal.AsSpan(_states);

    /// <summary>Reads the field of the next row.</summary>
    /// <param name="text">The field's text, unquoted.</param>
    /// <returns>What is wrong with it, or null.</returns>
    public abstract FieldProblem? Add(ReadOnlySpan<char> text);

    /// <summary>The typed column.</summary>
    public abstract Column ToColumn();

    /// <summary>The parser that reads <paramref name="variable"/>.</summary>
    public static ColumnParser For(Variable variable) => variable.Kind switch
    {
        VariableKind.Categorical => new CategoricalParser(variable),
        VariableKind.Numeric => new NumericParser(variable),
        _ => new IdentifierParser(variable),
    };

    /// <summary>Whether messages must not name its categories: whether it is anything but a group that readers know.</summary>
    protected bool IsConfidential => Variable.Role is not (DisclosureRole.Group or DisclosureRole.Wave);

    /// <summary>Notes what the next row's field holds.</summary>
    protected void Keep(short state) => _states.Add(state);

    /// <summary>The reasons by row, or null when every row has a value.</summary>
    protected MissingReason[]? Reasons()
    {
        MissingReason[]? reasons = null;
        for (var row = 0; row < _states.Count; row++)
        {
            if (_states[row] < 0)
            {
                (reasons ??= new MissingReason[_states.Count])[row] = (MissingReason)(-_states[row]);
            }
        }

        return reasons;
    }
}

/// <summary>Reads category codes.</summary>
internal sealed class CategoricalParser(Variable variable) : ColumnParser(variable)
{
    private readonly CodeLookup _lookup = new(variable);

    public override FieldProblem? Add(ReadOnlySpan<char> text)
    {
        var state = _lookup.Find(text);
        Keep(state);
        return state == CodeLookup.Unknown ? FieldProblem.NotACode(Variable, text) : null;
    }

    public override Column ToColumn()
    {
        var states = States;
        var codes = new int[states.Length];
        for (var row = 0; row < codes.Length; row++)
        {
            codes[row] = Math.Max(states[row], (short)-1);
        }

        return new CategoricalColumn(Variable.Name, [.. Variable.Categories.Select(category => category.Code)], codes, Reasons(), Variable.Ordered)
        {
            IsConfidential = IsConfidential,
            Routing = Variable.Routing,
            ReasonCodes = Variable.MissingCodes.DistinctBy(missing => missing.Reason).ToDictionary(missing => missing.Reason, missing => missing.Code),
        };
    }
}

/// <summary>Reads numbers: digits with a decimal point, no grouping, no exponent.</summary>
internal sealed class NumericParser(Variable variable) : ColumnParser(variable)
{
    private const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;

    private readonly CodeLookup _lookup = new(variable);
    private readonly List<double> _values = [];

    public override FieldProblem? Add(ReadOnlySpan<char> text)
    {
        var state = _lookup.Find(text);
        if (state != CodeLookup.Unknown)
        {
            Keep(double.NaN, state);
            return null;
        }

        if (!double.TryParse(text, Style, CultureInfo.InvariantCulture, out var value) || !double.IsFinite(value))
        {
            Keep(double.NaN, CodeLookup.Unknown);
            return FieldProblem.NotANumber(Variable, text);
        }

        Keep(value, 0);
        return FieldProblem.NotAllowed(Variable, value);
    }

    public override Column ToColumn() => new NumericColumn(Variable.Name, [.. _values], Reasons()) { IsConfidential = IsConfidential, Routing = Variable.Routing };

    private void Keep(double value, short state)
    {
        _values.Add(value);
        Keep(state);
    }
}

/// <summary>Reads identifiers; equal ones share one string.</summary>
internal sealed class IdentifierParser : ColumnParser
{
    private readonly HashSet<string> _pool = new(StringComparer.Ordinal);
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _lookup;
    private readonly List<string> _values = [];

    public IdentifierParser(Variable variable)
        : base(variable) => _lookup = _pool.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Whether the last row's identifier had stood in an earlier row.</summary>
    public bool LastIsRepeated { get; private set; }

    /// <summary>The identifiers by row.</summary>
    public ReadOnlySpan<string> Values => CollectionsMarshal.AsSpan(_values);

    public override FieldProblem? Add(ReadOnlySpan<char> text)
    {
        LastIsRepeated = _lookup.TryGetValue(text, out var value) && text.Length > 0;
        if (value is null)
        {
            value = text.ToString();
            _pool.Add(value);
        }

        _values.Add(value);
        Keep(text.IsEmpty ? (short)-(int)MissingReason.NoAnswer : (short)0);
        return FieldProblem.NotAnIdentifier(text);
    }

    public override Column ToColumn() => new TextColumn(Variable.Name, [.. _values]) { IsConfidential = IsConfidential };
}

/// <summary>Finds what a field of the file stands for, without making a string of it.</summary>
internal sealed class CodeLookup
{
    /// <summary>What <see cref="Find"/> gives for a text that is no code of the variable.</summary>
    public const short Unknown = short.MinValue;

    // Beyond so many codes hashing is quicker than looking along the list.
    private const int LongList = 24;

    private readonly string[] _codes;
    private readonly short[] _states;
    private readonly Dictionary<string, short>.AlternateLookup<ReadOnlySpan<char>>? _byCode;
    private int _last;

    public CodeLookup(Variable variable)
    {
        // A reason is never None (0), so that a negative state is always a reason.
        _codes = [.. variable.Categories.Select(c => c.Code), .. variable.MissingCodes.Select(m => m.Code)];
        _states = [.. variable.Categories.Select((_, i) => checked((short)i)), .. variable.MissingCodes.Select(m => (short)-(int)m.Reason)];
        if (_codes.Length > LongList)
        {
            _byCode = _codes.Zip(_states).ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal)
                .GetAlternateLookup<ReadOnlySpan<char>>();
        }
    }

    /// <summary>The category's index; minus the <see cref="MissingReason"/> of a missing code; or <see cref="Unknown"/>.</summary>
    public short Find(ReadOnlySpan<char> text)
    {
        if (_byCode is { } byCode)
        {
            return byCode.TryGetValue(text, out var state) ? state : Unknown;
        }

        // Answers repeat from row to row: try the last one first.
        if (_codes.Length > 0 && text.SequenceEqual(_codes[_last]))
        {
            return _states[_last];
        }

        for (var i = 0; i < _codes.Length; i++)
        {
            if (text.SequenceEqual(_codes[i]))
            {
                _last = i;
                return _states[i];
            }
        }

        return Unknown;
    }
}
