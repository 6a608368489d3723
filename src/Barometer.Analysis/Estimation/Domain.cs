namespace Barometer.Analysis.Estimation;

/// <summary>A part of the population that estimates are about: the rows in it, and how to say whom it holds.</summary>
/// <param name="Rows">For each row whether it is in the domain; null when everybody is.</param>
/// <param name="Conditions">The conditions in words, joined by «and».</param>
/// <param name="Parts">The conditions one by one: the variable, and for each row whether it meets the condition.</param>
internal sealed record Domain(bool[]? Rows, IReadOnlyList<LocalizedText> Conditions, IReadOnlyList<(string Variable, bool[] Rows)> Parts)
{
    /// <summary>The whole population.</summary>
    public static Domain Everybody { get; } = new(null, [], []);

    /// <summary>Whether the row is in the domain.</summary>
    public bool Contains(int row) => Rows is null || Rows[row];

    /// <summary>The part of the domain whose rows also meet <paramref name="condition"/>, which is about one variable.</summary>
    public Domain And(DataSet data, string variable, Func<int, bool> condition, LocalizedText words)
    {
        var (rows, part) = (new bool[data.RowCount], new bool[data.RowCount]);
        for (var row = 0; row < rows.Length; row++)
        {
            part[row] = condition(row);
            rows[row] = part[row] && Contains(row);
        }

        return new Domain(rows, [.. Conditions, words], [.. Parts, (variable, part)]);
    }

    /// <summary>A universe in words, narrowed to the domain.</summary>
    public LocalizedText Narrow(LocalizedText universe) => Conditions.Count == 0
        ? universe
        : new LocalizedText(
            $"{universe.Nb}, {string.Join(" og ", Conditions.Select(text => text.Nb))}",
            $"{universe.En}, {string.Join(" and ", Conditions.Select(text => text.En))}");
}
