namespace Barometer.Analysis.Anonymity;

/// <summary>How many respondents and organisations stand behind a cell, and how many of them the largest organisation has.</summary>
/// <param name="Respondents">The number of respondents.</param>
/// <param name="Organisations">The number of organisations (holdings).</param>
/// <param name="Largest">The respondents of the largest organisation.</param>
internal readonly record struct CellProfile(int Respondents, int Organisations, int Largest)
{
    /// <summary>The profile of a set of rows.</summary>
    /// <param name="rows">Row numbers of the response table.</param>
    /// <param name="organisationOfRow">For each row of the table its organisation.</param>
    public static CellProfile Of(ReadOnlySpan<int> rows, int[] organisationOfRow)
    {
        var counts = new Dictionary<int, int>();
        var largest = 0;
        foreach (var row in rows)
        {
            var organisation = organisationOfRow[row];
            var count = counts.GetValueOrDefault(organisation) + 1;
            counts[organisation] = count;
            largest = Math.Max(largest, count);
        }

        return new CellProfile(rows.Length, counts.Count, largest);
    }
}
