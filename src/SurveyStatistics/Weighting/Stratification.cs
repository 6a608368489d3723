namespace SurveyStatistics.Weighting;

/// <summary>The strata of a design: which stratum each respondent is in, and how many units the frame has in each.</summary>
/// <remarks>
/// Strata with too few respondents can be merged with a neighbour, so that every stratum has a weight and a variance. Only
/// categories of the last stratification variable that stand next to each other are merged; the smaller neighbour is
/// taken, the next one at a tie. The variance of the merged stratum is conservative (Cochran 1977, 5A.12).
/// </remarks>
internal sealed class Stratification
{
    private Stratification(int[] ofRow, int[]? ofFrame, IReadOnlyList<StratumName> names, int[] respondents, double[]? frameUnits, bool isMerged)
    {
        OfRow = ofRow;
        OfFrame = ofFrame;
        Names = names;
        Respondents = respondents;
        FrameUnits = frameUnits;
        IsMerged = isMerged;
    }

    /// <summary>For each row its stratum, densely numbered in the order of the categories.</summary>
    public int[] OfRow { get; }

    /// <summary>For each unit of the frame its stratum; null without a frame.</summary>
    public int[]? OfFrame { get; }

    /// <summary>For each stratum its name.</summary>
    public IReadOnlyList<StratumName> Names { get; }

    /// <summary>For each stratum the number of respondents.</summary>
    public int[] Respondents { get; }

    /// <summary>For each stratum the number of units in the frame; null without a frame.</summary>
    public double[]? FrameUnits { get; }

    /// <summary>Whether a stratum is several merged into one.</summary>
    public bool IsMerged { get; }

    /// <summary>Forms the strata that <paramref name="design"/> describes.</summary>
    /// <exception cref="SurveyException">
    /// A respondent or frame unit has no stratum, a stratum of the frame has no respondent, or it has more respondents
    /// than units.
    /// </exception>
    public static Stratification Of(DesignSpecification design)
    {
        var crossing = CrossClassification.Of(design.Data, design.Strata);
        var respondents = Count(crossing.Cells, crossing.CellCount, design.Data, design.Strata);
        var frameCells = design.Frame is null ? null : crossing.CellsIn(design.Frame);
        var units = frameCells is null ? null : Count(frameCells, crossing.CellCount, design.Frame!, design.Strata);
        var target = design.CollapseBelow > 0
            ? Collapsed(crossing, respondents, units, design.CollapseBelow)
            : [.. Enumerable.Range(0, crossing.CellCount)];
        var result = Renumber(crossing, frameCells, respondents, units, target);
        result.CheckAgainstFrame();
        return result;
    }

    private static int[] Count(int[] cells, int cellCount, DataSet data, IReadOnlyList<string> variables)
    {
        var counts = new int[cellCount];
        var missing = 0;
        foreach (var cell in cells)
        {
            if (cell < 0)
            {
                missing++;
            }
            else
            {
                counts[cell]++;
            }
        }

        return missing == 0 ? counts : throw new SurveyException(new Problem(
            Problem.Counted(missing, $"row of {data.Name} belongs to no stratum", $"rows of {data.Name} belong to no stratum"),
            Column: string.Join(" × ", variables),
            Expected: "a category of the respondents' codebook for every stratification variable in every row",
            Hint: "leave the variable out, or give the rows a category of their own"));
    }

    // For each cell the first cell of the merged stratum it ends in.
    private static int[] Collapsed(CrossClassification crossing, int[] respondents, int[]? units, int minimum)
    {
        var targets = Enumerable.Range(0, crossing.CellCount).ToArray();

        // The last variable varies fastest: a run of cells differs in its category only, and no stratum crosses a run.
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
                    Expected: FormattableString.Invariant($"at least {Problem.Counted(minimum, "respondent", "respondents")}"),
                    Hint: "stratify by fewer variables, or name the variable to merge along last"));
            }

            var left = small == 0 || (small + 1 < groups.Count && respondents(groups[small + 1]) <= respondents(groups[small - 1]))
                ? small
                : small - 1;
            groups[left].AddRange(groups[left + 1]);
            groups.RemoveAt(left + 1);
        }
    }

    private static Stratification Renumber(
        CrossClassification crossing, int[]? frameCells, int[] respondents, int[]? units, int[] target)
    {
        // Cells that nobody is in, neither of the sample nor of the population, are no strata.
        var number = new int[crossing.CellCount];
        Array.Fill(number, -1);
        var members = new List<List<int>>();
        for (var cell = 0; cell < number.Length; cell++)
        {
            if (respondents[cell] == 0 && (units is null || units[cell] == 0))
            {
                continue;
            }

            if (number[target[cell]] < 0)
            {
                number[target[cell]] = members.Count;
                members.Add([]);
            }

            members[number[target[cell]]].Add(cell);
            number[cell] = number[target[cell]];
        }

        return new Stratification(
            Array.ConvertAll(crossing.Cells, cell => number[cell]),
            frameCells is null ? null : Array.ConvertAll(frameCells, cell => number[cell]),
            members.ConvertAll(cells => new StratumName(crossing.FullNameOf(cells), crossing.NameOf(cells))),
            [.. members.Select(cells => cells.Sum(cell => respondents[cell]))],
            units is null ? null : [.. members.Select(cells => (double)cells.Sum(cell => units[cell]))],
            members.Exists(cells => cells.Count > 1));
    }

    private void CheckAgainstFrame()
    {
        if (FrameUnits is not { } units)
        {
            return;
        }

        var problems = new List<Problem>();
        int[] empty = [.. Enumerable.Range(0, Names.Count).Where(stratum => Respondents[stratum] == 0)];
        if (empty.Length > 0)
        {
            problems.Add(new Problem(
                Told(empty, name => $"No one answered in the stratum {name}", count => FormattableString.Invariant($"No one answered in {count} strata")),
                Expected: "at least one respondent in every stratum of the frame",
                Got: $"{Problem.Counted((int)empty.Sum(stratum => units[stratum]), "unit", "units")} in the frame and no respondent",
                Hint: $"merge {(empty.Length == 1 ? "it with its neighbour" : "them with their neighbours")} by CollapsingStrata(), or stratify by fewer variables"));
        }

        int[] full = [.. Enumerable.Range(0, Names.Count).Where(stratum => Respondents[stratum] > units[stratum])];
        if (full.Length > 0)
        {
            problems.Add(new Problem(
                Told(full, name => $"The stratum {name} has more respondents than population units", count => FormattableString.Invariant($"{count} strata have more respondents than population units")),
                Expected: FormattableString.Invariant($"at most {Problem.Counted((int)full.Sum(stratum => units[stratum]), "respondent", "respondents")}{(full.Length == 1 ? "" : " in them")}"),
                Got: Problem.Counted(full.Sum(stratum => Respondents[stratum]), "respondent", "respondents"),
                Hint: "check that frame and answers are from the same survey and use the same categories"));
        }

        if (problems.Count > 0)
        {
            throw new SurveyException(problems);
        }
    }

    private string Told(int[] strata, Func<string, string> one, Func<int, string> several) => Problem.Of([.. strata.Select(stratum => Names[stratum].Text)], one, several);
}

/// <summary>How a stratum is called.</summary>
/// <param name="Key">Its full name, by which it is told from others and replicates are drawn: never shown.</param>
/// <param name="Text">Its name in messages: without categories that could tell an answer.</param>
internal sealed record StratumName(string Key, string Text)
{
    /// <summary>The name in messages.</summary>
    public override string ToString() => Text;
}
