using Barometer.Analysis.Loading;

namespace Barometer.Analysis.Estimation;

/// <summary>A part of the population that estimates are about: the rows in it, and how to say whom it holds.</summary>
/// <param name="Rows">For each row whether it is in the domain; null when everybody is.</param>
/// <param name="Conditions">The conditions in words, joined by «and».</param>
internal sealed record Domain(bool[]? Rows, IReadOnlyList<LocalizedText> Conditions)
{
    /// <summary>The whole population.</summary>
    public static Domain Everybody { get; } = new(null, []);

    /// <summary>Whether the row is in the domain.</summary>
    public bool Contains(int row) => Rows is null || Rows[row];

    /// <summary>The part of the domain whose rows also meet <paramref name="condition"/>.</summary>
    public Domain And(DataSet data, Func<int, bool> condition, LocalizedText words)
    {
        var rows = new bool[data.RowCount];
        for (var row = 0; row < rows.Length; row++)
        {
            rows[row] = Contains(row) && condition(row);
        }

        return new Domain(rows, [.. Conditions, words]);
    }

    /// <summary>A universe in words, narrowed to the domain.</summary>
    public LocalizedText Narrow(LocalizedText universe) => Conditions.Count == 0
        ? universe
        : new LocalizedText(
            $"{universe.Nb}, {string.Join(" og ", Conditions.Select(text => text.Nb))}",
            $"{universe.En}, {string.Join(" and ", Conditions.Select(text => text.En))}");
}
