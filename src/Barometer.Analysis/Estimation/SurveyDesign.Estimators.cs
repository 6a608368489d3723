namespace Barometer.Analysis.Estimation;

/// <content>Shares, means, totals and counts.</content>
public sealed partial class SurveyDesign
{
    /// <summary>
    /// The share of each answer, weighted, with standard error, confidence interval and base; for everybody and for each
    /// group. A yes/no question gives the share of «yes».
    /// </summary>
    /// <param name="variable">A categorical variable.</param>
    /// <param name="by">The groups; the row «Alle» comes last and holds everybody in the base, with or without a group.</param>
    /// <param name="category">The one answer to count; null for «yes» or else every answer.</param>
    /// <param name="answers">Who is in the base.</param>
    /// <exception cref="BarometerException">
    /// A variable or category does not exist, the variable is not categorical, or nobody in the domain was asked.
    /// </exception>
    public EstimateTable Proportion(
        string variable, Grouping? by = null, string? category = null, AnswerBase answers = AnswerBase.Asked)
    {
        var outcome = OutcomeColumn.Of(Data.Categorical(variable), Labels.Find(variable), category, answers);
        var table = Table(Measure.Share, by, Domain(outcome), variable, DomainAsked(outcome));
        foreach (var (label, code) in outcome.Outcomes)
        {
            table.Add(label, new CategoryIndicator(outcome.Codes, code), outcome.Codes, code);
        }

        return table.Finish(Labels.Of(variable), Universe(variable, answers), Labels.Question(variable));
    }

    /// <summary>The weighted mean of a number, with standard error and t interval; for everybody and for each group.</summary>
    /// <param name="variable">A numeric variable; rows without a value are outside the base.</param>
    /// <param name="by">The groups.</param>
    /// <exception cref="BarometerException">A variable does not exist or is not numeric, or nobody in the domain has a value.</exception>
    public EstimateTable Mean(string variable, Grouping? by = null) => Number(Measure.Mean, variable, by);

    /// <summary>
    /// The estimated population total of a number, with standard error and t interval. Rows without a value count as
    /// nothing: a total is of those who were asked and answered.
    /// </summary>
    /// <param name="variable">A numeric variable.</param>
    /// <param name="by">The groups.</param>
    /// <exception cref="BarometerException">A variable does not exist or is not numeric, or nobody in the domain has a value.</exception>
    public EstimateTable Total(string variable, Grouping? by = null) => Number(Measure.Total, variable, by);

    /// <summary>The estimated number of population units that would give each answer; see <see cref="Proportion"/>.</summary>
    /// <param name="variable">A categorical variable.</param>
    /// <param name="by">The groups.</param>
    /// <param name="category">The one answer to count; null for «yes» or else every answer.</param>
    /// <exception cref="BarometerException">As for <see cref="Proportion"/>.</exception>
    public EstimateTable TotalWith(string variable, Grouping? by = null, string? category = null)
    {
        var outcome = OutcomeColumn.Of(Data.Categorical(variable), Labels.Find(variable), category, AnswerBase.Asked);
        var table = Table(Measure.Total, by, Domain(outcome), variable, DomainAsked(outcome));
        foreach (var (label, code) in outcome.Outcomes)
        {
            table.Add(label, new CategoryIndicator(outcome.Codes, code), outcome.Codes, code);
        }

        return table.Finish(Labels.Of(variable), Universe(variable, AnswerBase.Asked), Labels.Question(variable));
    }

    /// <summary>The number of respondents, unweighted, in the domain and in each group.</summary>
    /// <param name="by">The groups.</param>
    public EstimateTable Count(Grouping? by = null)
    {
        var everybody = Domain(_ => true);
        var table = Table(Measure.Count, by, everybody, null, everybody);
        table.AddCount(new Outcome("answered", null, new LocalizedText("Svar", "Answers")));
        return table.Finish(new LocalizedText("Antall svar", "Number of answers"), Universe(null, AnswerBase.Asked));
    }

    private EstimateTable Number(Measure measure, string variable, Grouping? by)
    {
        var column = Data.Numeric(variable);
        var values = column.ValueArray;
        var asked = Domain(row => column.MissingAt(row) != MissingReason.NotAsked);
        var table = Table(measure, by, Domain(row => !double.IsNaN(values[row])), variable, asked);
        table.Add(new Outcome(variable, null, Labels.Of(variable)), new RowNumbers(values), null, -1);
        return table.Finish(Labels.Of(variable), Universe(variable, AnswerBase.Asked), Labels.Question(variable));
    }

    private TableBuilder Table(Measure measure, Grouping? by, int[] inBase, string? variable, int[] asked)
    {
        if (Array.TrueForAll(inBase, row => row < 0))
        {
            throw new BarometerException(new Problem(
                "Nobody in the domain is in the base" + (variable is null ? "" : $" of «{variable}»"),
                Expected: "at least one respondent who was asked and answered",
                Hint: Labels.Find(variable ?? "")?.Routing is { } routing
                    ? $"the question went only to those with {routing.Variable} = {string.Join(" or ", routing.Codes)}"
                    : null));
        }

        return new TableBuilder(_state, measure, by ?? Grouping.None, inBase, asked.AsSpan().SequenceEqual(inBase) ? inBase : asked);
    }

    private LocalizedText Universe(string? variable, AnswerBase answers)
    {
        var universe = Labels.Universe(answers == AnswerBase.Everybody ? null : variable);
        var narrowed = _state.Domain.Narrow(universe);
        return answers == AnswerBase.AskedWithAView
            ? new LocalizedText(narrowed.Nb + ", uten «vet ikke» og «ikke relevant»", narrowed.En + ", without “don't know” and “not relevant”")
            : narrowed;
    }
}
