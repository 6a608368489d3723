namespace Barometer.Analysis.Anonymity.Releases;

/// <summary>The numbers of respondents of one table after small count rounding, and what each tells of the true one.</summary>
/// <param name="Values">For each number of respondents what is shown.</param>
/// <param name="Ranges">For each number of respondents what it tells; null for those that stay as they are.</param>
internal sealed record RoundedCounts(IReadOnlyList<double> Values, IReadOnlyList<CountRange?> Ranges)
{
    /// <summary>
    /// Rounds the numbers of a table together, so that it still adds up. Which of the small ones become the base follows from their place
    /// in the table alone, every other one: so it tells nothing of the numbers, and sums change little.
    /// </summary>
    /// <param name="sets">The respondents behind each number.</param>
    /// <param name="isPublic">For each whether the number is a public fact, which stays as it is.</param>
    /// <param name="isOdd">For each whether its place in the table is odd; see <see cref="OddPlaces"/>.</param>
    /// <param name="roundingBase">No number is left between zero and this.</param>
    public static RoundedCounts Of(IReadOnlyList<RowSet> sets, IReadOnlyList<bool> isPublic, IReadOnlyList<bool> isOdd, int roundingBase)
    {
        var partition = new Partition(sets.Distinct());
        var cells = sets.Select(set => CellSum.Of(partition.AtomsOf(set))).ToList();
        var truth = partition.Atoms.Select(atom => (double)atom.Count).ToArray();

        // A respondent's place is that of all numbers it counts in.
        var raised = partition.Atoms.Select(atom => sets.Where((set, i) => isOdd[i] && atom.IsSubsetOf(set)).Count() % 2 == 1).ToList();
        var shown = SmallCountRounding.Round(new LinkedTables(truth, cells.Where((_, i) => !isPublic[i]).Distinct()), roundingBase, raised).ToArray();
        var ranges = truth.Select((_, atom) => Tells(truth[atom], shown[atom], raised[atom], roundingBase)).ToList();
        return new RoundedCounts(
            [.. cells.Select((cell, i) => isPublic[i] ? cell.Value(truth) : cell.Value(shown))],
            [.. cells.Select((cell, i) => isPublic[i] ? null : cell.Length == 0 ? Tells(0, 0, isOdd[i], roundingBase) : Tells(cell, ranges))]);
    }

    /// <summary>For each estimate of a table whether its place is odd: as on a chessboard, every other one along each variable. Totals have none.</summary>
    public static IReadOnlyList<bool> OddPlaces(IReadOnlyList<UnreleasedEstimate> estimates)
    {
        var places = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        var most = estimates.Count == 0 ? 0 : estimates.Max(estimate => estimate.Groups.Count);
        return [.. estimates.Select(estimate => estimate.Groups.Count == most && estimate.Groups.Sum(Place) % 2 == 1)];

        // The groups of a table are those of the frame, in its order, whether anybody answered in them or not.
        int Place(LabelledGroup group)
        {
            var codes = places.TryGetValue(group.Variable, out var known) ? known : places[group.Variable] = [];
            var place = codes.IndexOf(group.Code);
            if (place < 0)
            {
                codes.Add(group.Code);
            }

            return place < 0 ? codes.Count - 1 : place;
        }
    }

    /// <summary>
    /// What a reader who knows the method, and so which places are raised, learns of one set. Elsewhere a zero was less than the base, and
    /// the base is itself; where it is raised a zero is itself, and the base was no more and not zero. Larger numbers are exact.
    /// </summary>
    private static CountRange Tells(double truth, double shown, bool isRaised, int roundingBase) =>
        shown == 0 && !isRaised ? new CountRange(0, roundingBase - 1)
        : shown == roundingBase && isRaised ? new CountRange(1, roundingBase)
        : new CountRange((int)truth, (int)truth);

    /// <summary>A sum tells no more than its parts.</summary>
    private static CountRange Tells(CellSum cell, List<CountRange> ranges) =>
        new(cell.InnerCells.ToArray().Sum(atom => ranges[atom].Low), cell.InnerCells.ToArray().Sum(atom => ranges[atom].High));
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
