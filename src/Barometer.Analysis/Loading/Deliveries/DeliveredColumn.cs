namespace Barometer.Analysis.Loading.Deliveries;

/// <summary>One column of a delivered file: what the file says of it, in the words of no format.</summary>
internal record DeliveredColumn
{
    /// <summary>The name: of an SPSS variable, or the heading of a column.</summary>
    public required string Name { get; init; }

    /// <summary>The question or another text that says what it holds; null when there is none beside the name.</summary>
    public string? Label { get; init; }

    /// <summary>What its values are: the kind of most, where the file doesn't say; <see cref="ValueKind.Empty"/> when it holds nothing.</summary>
    public required ValueKind Kind { get; init; }

    /// <summary>How the file shows the values, in its own words (<c>F8.2</c>, <c>dd.MM.yyyy</c>), or null.</summary>
    public string? Format { get; init; }

    /// <summary>What single values mean, in the file's order.</summary>
    public IReadOnlyList<ValueLabel> ValueLabels { get; init; } = [];

    /// <summary>Which values the file calls missing.</summary>
    public MissingValues Missing { get; init; } = MissingValues.None;

    /// <summary>The level of measurement that the file states; null when it states none.</summary>
    public MeasurementLevel? Measure { get; init; }
}

/// <summary>What a value means.</summary>
/// <param name="Value">The value.</param>
/// <param name="Label">Its meaning.</param>
internal sealed record ValueLabel(DeliveredValue Value, string Label);

/// <summary>SPSS's levels of measurement.</summary>
internal enum MeasurementLevel
{
    /// <summary>The file says that it isn't known.</summary>
    Unknown = 0,

    /// <summary>Names without an order.</summary>
    Nominal = 1,

    /// <summary>Names in an order.</summary>
    Ordinal = 2,

    /// <summary>A quantity.</summary>
    Scale = 3,
}

/// <summary>Which values of a column a file itself calls missing (SPSS's user-missing values): single ones, a range, or both.</summary>
/// <param name="Single">The single values, in the file's order.</param>
/// <param name="Range">The range with both its ends, or null.</param>
internal sealed record MissingValues(IReadOnlyList<DeliveredValue> Single, MissingRange? Range = null)
{
    /// <summary>No value is called missing.</summary>
    public static MissingValues None { get; } = new([]);

    /// <summary>Whether any value is called missing.</summary>
    public bool Any => Single.Count > 0 || Range is not null;

    /// <summary>Whether the file calls this value missing. Nothing is missing without being called so: false.</summary>
    public bool Contains(DeliveredValue value)
    {
        if (value.IsEmpty)
        {
            return false;
        }

        foreach (var single in Single)
        {
            if (single.IsText ? value.IsText && single.Text == value.Text : !value.IsText && single.Number == value.Number)
            {
                return true;
            }
        }

        return Range?.Contains(value) == true;
    }
}

/// <summary>A range of missing values.</summary>
/// <param name="Low">Its lowest value: a text, or a number that may be −∞.</param>
/// <param name="High">Its highest value: a text, or a number that may be ∞.</param>
internal sealed record MissingRange(DeliveredValue Low, DeliveredValue High)
{
    /// <summary>Whether the value lies in it; texts by the order of their letters.</summary>
    public bool Contains(DeliveredValue value) => Low.IsText || High.IsText
        ? value.IsText && string.CompareOrdinal(Low.Text, value.Text) <= 0 && string.CompareOrdinal(value.Text, High.Text) <= 0
        : !value.IsText && value.Number >= Low.Number && value.Number <= High.Number;
}
