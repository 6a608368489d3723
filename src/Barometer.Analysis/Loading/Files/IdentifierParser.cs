using System.Runtime.InteropServices;

namespace Barometer.Analysis.Loading.Files;

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
        return FieldKind.NotAnIdentifier(text);
    }

    public override Column ToColumn() => new TextColumn(Variable.Name, [.. _values]) { IsConfidential = IsConfidential };
}
