namespace Barometer.Analysis.Anonymity.Releases;

/// <summary>The numbers of respondents of one table after small count rounding, and what each tells of the true one.</summary>
/// <param name="Values">For each number of respondents what is shown.</param>
/// <param name="Ranges">For each number of respondents what it tells; null for those that stay as they are.</param>
internal sealed record RoundedCounts(IReadOnlyList<double> Values, IReadOnlyList<CountRange?> Ranges)
{
    /// <summary>Rounds the numbers of a table together, so that it still adds up.</summary>
    /// <param name="sets">The respondents behind each number.</param>
    /// <param name="isPublic">For each whether the number is a public fact, which stays as it is.</param>
    /// <param name="roundingBase">No number is left between zero and this.</param>
    public static RoundedCounts Of(IReadOnlyList<RowSet> sets, IReadOnlyList<bool> isPublic, int roundingBase)
    {
        var partition = new Partition(sets.Distinct());
        var cells = sets.Select(set => CellSum.Of(partition.AtomsOf(set))).ToList();
        var truth = partition.Atoms.Select(atom => (double)atom.Count).ToArray();
        var shown = SmallCountRounding.Round(new LinkedTables(truth, cells.Where((_, i) => !isPublic[i]).Distinct()), roundingBase).ToArray();
        var ranges = truth.Select((_, atom) => Tells(truth[atom], shown[atom], roundingBase)).ToList();
        return new RoundedCounts(
            [.. cells.Select((cell, i) => isPublic[i] ? cell.Value(truth) : cell.Value(shown))],
            [.. cells.Select((cell, i) => isPublic[i] ? null : Tells(cell, ranges, roundingBase))]);
    }

    /// <summary>
    /// What a reader who knows the method learns of one set: of a zero that it was less than the base, of the base that it was no
    /// more and not zero; larger numbers are exact.
    /// </summary>
    private static CountRange Tells(double truth, double shown, int roundingBase) =>
        shown == 0 ? new CountRange(0, roundingBase - 1)
        : shown == roundingBase ? new CountRange(1, roundingBase)
        : new CountRange((int)truth, (int)truth);

    /// <summary>A sum tells no more than its parts; a set of nobody is shown as zero.</summary>
    private static CountRange Tells(CellSum cell, List<CountRange> ranges, int roundingBase) => cell.Length == 0
        ? new CountRange(0, roundingBase - 1)
        : new CountRange(cell.InnerCells.ToArray().Sum(atom => ranges[atom].Low), cell.InnerCells.ToArray().Sum(atom => ranges[atom].High));
}

/// <summary>What stands under a rounded table.</summary>
internal static class RoundingWords
{
    /// <summary>That the numbers are rounded, and by how much they can differ.</summary>
    /// <param name="roundingBase">No number between zero and this is left.</param>
    public static LocalizedText Of(int roundingBase) => new(
        FormattableString.Invariant($"Små antall er avrundet: 1–{roundingBase - 1} svar vises som 0 eller {roundingBase}. Et tall som vises som 0 eller {roundingBase}, kan avvike med inntil {roundingBase - 1}, og en sum med inntil {roundingBase - 1} for hvert slikt tall i den. Resten er uendret."),
        FormattableString.Invariant($"Small counts are rounded: 1–{roundingBase - 1} answers are shown as 0 or {roundingBase}. A number shown as 0 or {roundingBase} can differ by up to {roundingBase - 1}, and a sum by up to {roundingBase - 1} for each such number in it. The rest are as they are."));
}
