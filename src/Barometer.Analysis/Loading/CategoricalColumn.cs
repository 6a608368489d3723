namespace Barometer.Analysis.Loading;

/// <summary>A column of category codes: for each row an index into <see cref="Categories"/>, or a reason why there is none.</summary>
public sealed class CategoricalColumn : Column
{
    private readonly int[] _codes;
    private readonly MissingReason[]? _missing;

    /// <summary>Makes a column; the arrays are taken over, not copied.</summary>
    /// <param name="name">The column's name.</param>
    /// <param name="categories">The categories in their order.</param>
    /// <param name="codes">For each row an index into <paramref name="categories"/>, or −1 where there is no value.</param>
    /// <param name="missing">For each row why there is no value; null when every −1 is <see cref="MissingReason.NoAnswer"/>.</param>
    /// <param name="ordered">Whether the categories stand in an order of their own (low to high).</param>
    /// <exception cref="ArgumentException">An index lies outside the categories, or the arrays disagree.</exception>
    public CategoricalColumn(
        string name,
        IReadOnlyList<Category> categories,
        int[] codes,
        MissingReason[]? missing = null,
        bool ordered = false)
        : base(name, codes.Length)
    {
        if (missing is not null && missing.Length != codes.Length)
        {
            throw new ArgumentException("One reason a row is needed.", nameof(missing));
        }

        for (var row = 0; row < codes.Length; row++)
        {
            if (codes[row] < -1 || codes[row] >= categories.Count)
            {
                throw new ArgumentException($"Column {name} holds an index outside its categories.", nameof(codes));
            }

            if (missing is not null && (codes[row] < 0) != (missing[row] != MissingReason.None))
            {
                throw new ArgumentException($"Column {name} has a row with both a value and a reason, or neither.", nameof(missing));
            }
        }

        Categories = categories;
        Ordered = ordered;
        _codes = codes;
        _missing = missing;
    }

    /// <summary>The categories in their order.</summary>
    public IReadOnlyList<Category> Categories { get; }

    /// <summary>Whether the categories stand in an order of their own (low to high).</summary>
    public bool Ordered { get; }

    /// <summary>For each row the index of its category, or −1.</summary>
    public ReadOnlySpan<int> Codes => _codes;

    /// <summary>The same indexes without copying, for loops over rows; not to be written to.</summary>
    internal int[] CodeArray => _codes;

    /// <summary>The index of the category with this code, or −1 when there is none.</summary>
    public int IndexOf(string code)
    {
        for (var i = 0; i < Categories.Count; i++)
        {
            if (string.Equals(Categories[i].Code, code, StringComparison.Ordinal))
            {
                return i;
            }
        }

        return -1;
    }

    /// <inheritdoc/>
    public override MissingReason MissingAt(int row) =>
        _codes[row] >= 0 ? MissingReason.None : _missing?[row] ?? MissingReason.NoAnswer;
}
