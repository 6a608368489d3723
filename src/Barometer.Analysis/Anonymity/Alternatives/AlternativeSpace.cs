namespace Barometer.Analysis.Anonymity.Alternatives;

/// <summary>A survey's answers, what is shown of them, and what of them can move: where alternatives are looked for.</summary>
internal sealed class AlternativeSpace
{
    private const int FewClasses = 40;
    private const int Digits = 9;

    /// <summary>Says what can move.</summary>
    /// <param name="truth">The answers.</param>
    /// <param name="shown">What is shown of them.</param>
    /// <param name="inBatteries">Whether the answers to a battery move together.</param>
    public AlternativeSpace(AnswerSheet truth, IReadOnlyList<RoundedNumber> shown, bool inBatteries)
    {
        (Truth, Shown) = (truth, shown);
        Blocks = AnswerBlock.Of(Truth, Shown, inBatteries);
        BlockOf = [.. Enumerable.Range(0, Truth.Questions.Count).Select(q => Math.Max(0, Blocks.Index().LastOrDefault(block => block.Item.Questions.Contains(q)).Index))];

        // Whole answers are judged by the questions that others hang on; the numbers of the others are mended one by one afterwards.
        Judged =
        [
            .. Blocks.Index().Select(block => Shown.Index()
                .Where(one => block.Index == 0 ? BlockOf[one.Item.Question] == 0 : block.Item.Questions.Contains(one.Item.Question))
                .Select(one => one.Index).ToArray()),
        ];
        Weights = [.. Judged.Select(judged => Distinct(judged.Select(i => Shown[i].Weights)))];
        Groups = [.. Judged.Select(judged => Distinct(judged.Select(i => Shown[i].Among)))];
        HasFewClasses = [.. Groups.Zip(Weights, (groups, weights) => Enumerable.Range(0, Truth.Rows)
            .Select(row => string.Join(' ', groups.Select(among => among[row] ? 1.0 : 0).Concat(weights.Select(of => Math.Round(of[row], Digits))))).Distinct().Count() <= FewClasses)];
        Alike =
        [
            .. Groups.Select(groups => Enumerable.Range(0, Truth.Rows)
                .GroupBy(row => string.Concat(groups.Select(among => among[row] ? '1' : '0')))
                .Select(same => same.ToArray()).Where(same => same.Length > 1).ToArray()),
        ];
    }

    /// <summary>The answers as they are.</summary>
    public AnswerSheet Truth { get; }

    /// <summary>What is shown of them.</summary>
    public IReadOnlyList<RoundedNumber> Shown { get; }

    /// <summary>What moves together; the first is everything.</summary>
    public IReadOnlyList<AnswerBlock> Blocks { get; }

    /// <summary>For each question the block that it moves in; 0 for one that others hang on.</summary>
    public IReadOnlyList<int> BlockOf { get; }

    /// <summary>For each block the shown numbers that its moves are judged by.</summary>
    public IReadOnlyList<int[]> Judged { get; }

    /// <summary>For each block the weightings of these numbers.</summary>
    public IReadOnlyList<double[][]> Weights { get; }

    /// <summary>For each block the groups of the frame that these numbers are of.</summary>
    public IReadOnlyList<bool[][]> Groups { get; }

    /// <summary>For each block the respondents that are in the same of these groups, where there are several.</summary>
    public IReadOnlyList<int[][]> Alike { get; }

    /// <summary>For each block whether its respondents differ in so few weights and groups that whole numbers have to make up for one another.</summary>
    public IReadOnlyList<bool> HasFewClasses { get; }

    private static T[][] Distinct<T>(IEnumerable<T[]> arrays)
        where T : IEquatable<T>
    {
        var found = new List<T[]>();
        foreach (var array in arrays)
        {
            if (!found.Exists(known => known.AsSpan().SequenceEqual(array)))
            {
                found.Add(array);
            }
        }

        return [.. found];
    }
}

/// <summary>Questions whose answers move together, so that what moves is something the form allows.</summary>
/// <param name="Questions">Their numbers.</param>
internal sealed record AnswerBlock(IReadOnlyList<int> Questions)
{
    /// <summary>
    /// The blocks of a survey. The first holds all questions: whole answers move. Then each question on which no other hangs, as routing or
    /// because a shown number is of those who gave an answer to it; a battery with a limit is one block.
    /// </summary>
    /// <param name="sheet">The answers.</param>
    /// <param name="shown">What is shown of them.</param>
    /// <param name="inBatteries">Whether every battery is one block: what ties its answers to each other, and so the ranks of its items, stays.</param>
    public static IReadOnlyList<AnswerBlock> Of(AnswerSheet sheet, IReadOnlyList<RoundedNumber> shown, bool inBatteries)
    {
        var choosing = shown.SelectMany(number => number.Conditions.Select(condition => condition.Question)).ToHashSet();
        choosing.UnionWith(sheet.Questions.Select(one => one.Routing).OfType<QuestionRouting>().Select(routing => sheet.IndexOf(routing.Variable)));
        var limited = sheet.Survey.Codebook.BatteryLimits.Select(limit => limit.Battery).ToHashSet(StringComparer.Ordinal);
        var all = Enumerable.Range(0, sheet.Questions.Count).ToList();
        return
        [
            new AnswerBlock(all),
            .. all.Where(q => !choosing.Contains(q))
                .GroupBy(q => sheet.Questions[q].Battery is { } battery && (inBatteries || limited.Contains(battery)) ? battery : sheet.Questions[q].Name)
                .Select(block => new AnswerBlock([.. block])),
        ];
    }
}
