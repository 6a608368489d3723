namespace Barometer.Evidence.Tables;

/// <summary>The answers of a table in the order of their scale, and the rows of a table or the bars of a figure that they divide.</summary>
internal sealed class LikertScale
{
    private readonly List<LabelledOutcome> _answers;

    /// <summary>Reads the scale of a table.</summary>
    /// <param name="table">The shares of all answers to one or more questions with the same answers.</param>
    /// <param name="isBipolar">Whether the answers go from one end over a middle to the other.</param>
    /// <exception cref="BarometerException">The table holds no shares, or one answer only.</exception>
    public LikertScale(ReleasedTable table, bool isBipolar)
    {
        IsBipolar = isBipolar;
        _answers = [.. table.Estimates.Select(estimate => estimate.Outcome).DistinctBy(outcome => outcome.Code).OrderBy(outcome => outcome.IsReason)];
        if (table.Measure != Measure.Share || _answers.Count < 2)
        {
            throw new BarometerException(new Problem(
                "Answers can't be stacked", Expected: "the shares of all answers to one or more questions", Hint: "design.Proportion(…) or design.Battery(…)"));
        }

        HasItems = table.Estimates.Select(estimate => estimate.Outcome.Variable).Distinct().Skip(1).Any();
        Bars = [.. table.Estimates
            .GroupBy(estimate => estimate.Outcome.Variable + '\u001f' + string.Join('\u001f', estimate.Groups.Select(group => group.Code)))
            .Select(bar => Bar(table, [.. bar.OrderBy(KeyOf)]))];
    }

    /// <summary>Whether bars stand for questions rather than for groups of one.</summary>
    public bool HasItems { get; }

    /// <summary>The bars, in the table's order.</summary>
    public IReadOnlyList<LikertBar> Bars { get; }

    /// <summary>The answers from left to right; reasons for having none last.</summary>
    public IReadOnlyList<LabelledOutcome> Answers => _answers;

    /// <summary>Whether the answers go from one end over a middle to the other.</summary>
    public bool IsBipolar { get; }

    /// <summary>How many of the answers are on the scale.</summary>
    public int Scaled => _answers.Count(answer => !answer.IsReason);

    /// <summary>The answer's place from left to right.</summary>
    public int KeyOf(ReleasedEstimate answer) => _answers.FindIndex(one => one.Code == answer.Outcome.Code);

    /// <summary>Whether the answer lies above the middle of the scale.</summary>
    public bool IsUpper(ReleasedEstimate answer) => !answer.Outcome.IsReason && 2 * KeyOf(answer) > Scaled - 1;

    /// <summary>Whether the answer is the middle of the scale; a scale of an even number of answers has none.</summary>
    public bool IsMiddle(ReleasedEstimate answer) => !answer.Outcome.IsReason && 2 * KeyOf(answer) == Scaled - 1;

    private LikertBar Bar(ReleasedTable table, ReleasedEstimate[] answers)
    {
        var groups = answers[0].Groups;
        var everybody = table.By.Count > 0 && groups.Count == 0;
        var group = groups.Count > 0 ? groups[^1].InFull : Wording.All;
        var above = (HasItems ? groups : groups.SkipLast(1)).Select(one => one.InFull).ToList();
        if (HasItems && everybody)
        {
            above.Add(Wording.All);
        }

        return new LikertBar(
            answers[0].Outcome.Variable,
            HasItems ? answers[0].Outcome.Item ?? answers[0].Outcome.Label : group,
            Wording.Heading(above),
            everybody,
            answers);
    }
}

/// <summary>One question, or one group of a question: the bar that its answers divide.</summary>
/// <param name="Variable">The question's variable.</param>
/// <param name="Label">The bar's label.</param>
/// <param name="Section">The heading it stands under, or null.</param>
/// <param name="IsTotal">Whether it is about everybody («Alle»).</param>
/// <param name="Answers">The answers from left to right.</param>
internal sealed record LikertBar(string Variable, LocalizedText Label, LocalizedText? Section, bool IsTotal, IReadOnlyList<ReleasedEstimate> Answers);
