namespace Barometer.Analysis.Anonymity.Rounding;

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
        var forms = sets.Select(set => CellSum.Of(partition.AtomsOf(set))).ToList();
        var truth = partition.Atoms.Select(atom => (double)atom.Count).ToArray();
        var shown = SmallCountRounding.Round(new LinkedTables(truth, forms.Where((_, i) => !isPublic[i]).Distinct()), roundingBase).ToArray();
        var ranges = truth.Select((_, atom) => Told(truth[atom], shown[atom], roundingBase)).ToList();
        return new RoundedCounts(
            [.. forms.Select((form, i) => isPublic[i] ? form.Value(truth) : form.Value(shown))],
            [.. forms.Select((form, i) => isPublic[i] ? null : Told(form, ranges, roundingBase))]);
    }

    /// <summary>
    /// What a reader who knows the method learns of one set: of a zero that it was less than the base, of the base that it was no
    /// more and not zero; larger numbers are exact.
    /// </summary>
    private static CountRange Told(double truth, double shown, int roundingBase) =>
        shown == 0 ? new CountRange(0, roundingBase - 1)
        : shown == roundingBase ? new CountRange(1, roundingBase)
        : new CountRange((int)truth, (int)truth);

    /// <summary>A sum tells no more than its parts; a set of nobody is shown as zero.</summary>
    private static CountRange Told(CellSum form, List<CountRange> ranges, int roundingBase) => form.Length == 0
        ? new CountRange(0, roundingBase - 1)
        : new CountRange(form.InnerCells.ToArray().Sum(atom => ranges[atom].Low), form.InnerCells.ToArray().Sum(atom => ranges[atom].High));
}
