namespace Barometer.Analysis.Loading;

/// <summary>Reads one column of a file, field by field, into its typed form.</summary>
internal abstract class ColumnParser(Variable variable)
{
    /// <summary>The variable read.</summary>
    public Variable Variable { get; } = variable;

    /// <summary>Reads the field of the next row.</summary>
    /// <param name="text">The field's text, unquoted.</param>
    /// <returns>What is wrong with it, or null.</returns>
    public abstract FieldProblem? Add(ReadOnlySpan<char> text);

    /// <summary>The state of a row's field: a value (0 or above), minus a missing reason, or <see cref="CodeLookup.Unknown"/>.</summary>
    public abstract int StateAt(int row);

    /// <summary>Sets a row without a value to «not asked».</summary>
    public abstract void SetNotAsked(int row);

    /// <summary>The typed column.</summary>
    public abstract Column ToColumn();

    /// <summary>The parser that reads <paramref name="variable"/>.</summary>
    public static ColumnParser For(Variable variable) => variable.Kind switch
    {
        VariableKind.Categorical => new CategoricalParser(variable),
        VariableKind.Numeric => new NumericParser(variable),
        _ => new IdentifierParser(variable),
    };

    /// <summary>The reasons by row, or null when every row has a value.</summary>
    protected static MissingReason[]? Reasons(ReadOnlySpan<int> states)
    {
        MissingReason[]? reasons = null;
        for (var row = 0; row < states.Length; row++)
        {
            if (states[row] < 0)
            {
                (reasons ??= new MissingReason[states.Length])[row] = (MissingReason)(-states[row]);
            }
        }

        return reasons;
    }
}
