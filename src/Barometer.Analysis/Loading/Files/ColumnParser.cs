using System.Runtime.InteropServices;

namespace Barometer.Analysis.Loading.Files;

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
    protected bool IsConfidential => Variable.Role != DisclosureRole.Group;

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
