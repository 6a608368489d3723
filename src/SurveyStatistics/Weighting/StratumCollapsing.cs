namespace SurveyStatistics.Weighting;

/// <summary>
/// Merges strata with too few respondents with a neighbour, so that every stratum has a weight and a variance. Only
/// categories of the last stratification variable that stand next to each other are merged; the smaller neighbour is
/// taken, the next one at a tie. The variance of the merged stratum is conservative (Cochran 1977, 5A.12).
/// </summary>
internal static class StratumCollapsing
{
    /// <summary>For each cell the first cell of the merged stratum it ends in.</summary>
    /// <exception cref="SurveyException">All of a group's strata merged into one still have too few respondents.</exception>
    public static int[] Targets(CrossClassification crossing, int[] respondents, int[]? units, int minimum)
    {
        var targets = Enumerable.Range(0, crossing.CellCount).ToArray();
        var run = crossing.Columns.Count == 0 ? 1 : crossing.Columns[^1].Categories.Count;
        for (var first = 0; first < targets.Length; first += run)
        {
            var groups = Enumerable.Range(first, run)
                .Where(cell => respondents[cell] > 0 || units?[cell] > 0)
                .Select(cell => new List<int> { cell })
                .ToList();
            Merge(groups, group => group.Sum(cell => respondents[cell]), minimum, crossing);
            foreach (var group in groups)
            {
                group.ForEach(cell => targets[cell] = group[0]);
            }
        }

        return targets;
    }

    private static void Merge(List<List<int>> groups, Func<List<int>, int> respondents, int minimum, CrossClassification crossing)
    {
        while (groups.FindIndex(group => respondents(group) < minimum) is var small and >= 0)
        {
            if (groups.Count == 1)
            {
                throw new SurveyException(new Problem(
                    $"Merging all categories of {crossing.Columns[^1].Name} leaves a stratum that is still too small: {crossing.NameOf(groups[0][0])} and its neighbours",
                    Expected: FormattableString.Invariant($"at least {minimum} respondents"),
                    Hint: "stratify by fewer variables, or name the variable to merge along last"));
            }

            var left = small == 0 || (small + 1 < groups.Count && respondents(groups[small + 1]) <= respondents(groups[small - 1]))
                ? small
                : small - 1;
            groups[left].AddRange(groups[left + 1]);
            groups.RemoveAt(left + 1);
        }
    }
}
