namespace Barometer.Synthesis.Tests;

/// <summary>
/// The frame counted by one or more of its groups: population N, invited n and answered r of every stratum. It is what
/// base weights are made of (N/r). Small counts tell who answered, so a notebook shows its shape only.
/// </summary>
internal sealed class FrameCounts
{
    private FrameCounts(IReadOnlyList<string> by, IReadOnlyList<FrameCount> strata)
    {
        By = by;
        Strata = strata;
    }

    /// <summary>The grouping variables' names.</summary>
    public IReadOnlyList<string> By { get; }

    /// <summary>The strata that hold units, in the codebook's order of categories, the last variable running fastest.</summary>
    public IReadOnlyList<FrameCount> Strata { get; }

    /// <summary>All strata together.</summary>
    public FrameCount Total => new([], Strata.Sum(s => s.Population), Strata.Sum(s => s.Invited), Strata.Sum(s => s.Answered));

    /// <summary>Counts a frame.</summary>
    /// <param name="frame">The frame, with the yes/no variables <c>invited</c> and <c>answered</c>.</param>
    /// <param name="by">The grouping variables; none gives one stratum of all.</param>
    /// <exception cref="BarometerException">A variable is missing or has no categories, or a unit has none of them.</exception>
    public static FrameCounts Of(DataSet frame, params IReadOnlyList<string> by)
    {
        var columns = by.Select(frame.Categorical).ToArray();
        var (invited, answered) = (frame.Categorical("invited"), frame.Categorical("answered"));
        var (isInvited, hasAnswered) = (invited.IndexOf("yes"), answered.IndexOf("yes"));
        var counts = new SortedDictionary<long, (int Population, int Invited, int Answered)>();
        for (var row = 0; row < frame.RowCount; row++)
        {
            var key = Key(columns, row);
            var (n, i, a) = counts.GetValueOrDefault(key);
            counts[key] = (n + 1, i + (invited.Codes[row] == isInvited ? 1 : 0), a + (answered.Codes[row] == hasAnswered ? 1 : 0));
        }

        return new FrameCounts([.. by], [.. counts.Select(c =>
            new FrameCount(Categories(columns, c.Key), c.Value.Population, c.Value.Invited, c.Value.Answered))]);
    }

    // The categories' indices as digits of one number. A unit left out would make every weight wrong, so there is none.
    private static long Key(CategoricalColumn[] columns, int row)
    {
        var key = 0L;
        foreach (var column in columns)
        {
            if (column.Codes[row] < 0)
            {
                throw new BarometerException(new Problem(
                    "The frame cannot be counted",
                    Column: column.Name,
                    Expected: "a category for every unit",
                    Got: "a unit without one"));
            }

            key = checked(key * column.Categories.Count + column.Codes[row]);
        }

        return key;
    }

    private static string[] Categories(CategoricalColumn[] columns, long key)
    {
        var categories = new string[columns.Length];
        for (var i = columns.Length - 1; i >= 0; i--)
        {
            var count = columns[i].Categories.Count;
            categories[i] = columns[i].Categories[(int)(key % count)];
            key /= count;
        }

        return categories;
    }
}

/// <summary>Population, invited and answered of one stratum.</summary>
internal sealed record FrameCount(IReadOnlyList<string> Categories, int Population, int Invited, int Answered);

internal static class FrameCountsOfSurveys
{
    public static FrameCounts FrameCounts(this Survey survey, params string[] by) => Tests.FrameCounts.Of(survey.Frame, by);
}
