namespace Barometer.Analysis.Loading.Deliveries;

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
