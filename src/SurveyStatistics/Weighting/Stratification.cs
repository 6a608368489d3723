namespace SurveyStatistics.Weighting;

/// <summary>The strata of a design: which stratum each respondent is in, and how many units the frame has in each.</summary>
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
            ? StratumCollapsing.Targets(crossing, respondents, units, design.CollapseBelow)
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
            FormattableString.Invariant($"{missing} rows of {data.Name} belong to no stratum"),
            Column: string.Join(" × ", variables),
            Expected: "a category of the respondents' codebook for every stratification variable in every row",
            Hint: "leave the variable out, or give the rows a category of their own"));
    }

    private static Stratification Renumber(
        CrossClassification crossing, int[]? frameCells, int[] respondents, int[]? units, int[] target)
    {
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
            members.ConvertAll(crossing.StratumOf),
            [.. members.Select(cells => cells.Sum(cell => respondents[cell]))],
            units is null ? null : [.. members.Select(cells => (double)cells.Sum(cell => units[cell]))],
            members.Exists(cells => cells.Count > 1));
    }

    private void CheckAgainstFrame()
    {
        var problems = new List<Problem>();
        for (var stratum = 0; FrameUnits is not null && stratum < Names.Count; stratum++)
        {
            if (Respondents[stratum] == 0)
            {
                problems.Add(new Problem(
                    $"No one answered in the stratum {Names[stratum]}",
                    Expected: "at least one respondent in every stratum of the frame",
                    Got: FormattableString.Invariant($"{FrameUnits[stratum]} units in the frame and no respondent"),
                    Hint: "merge it with its neighbour by CollapsingStrata(), or stratify by fewer variables"));
            }
            else if (Respondents[stratum] > FrameUnits[stratum])
            {
                problems.Add(new Problem(
                    $"The stratum {Names[stratum]} has more respondents than population units",
                    Expected: FormattableString.Invariant($"at most {FrameUnits[stratum]} respondents"),
                    Got: FormattableString.Invariant($"{Respondents[stratum]} respondents"),
                    Hint: "check that frame and answers are from the same survey and use the same categories"));
            }
        }

        if (problems.Count > 0)
        {
            throw new SurveyException(problems);
        }
    }
}
