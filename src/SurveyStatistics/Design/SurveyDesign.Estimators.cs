namespace SurveyStatistics.Design;

/// <content>Shares, means, totals, ratios and quantiles, with their standard errors.</content>
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
    /// <exception cref="SurveyException">
    /// A variable or category does not exist, the variable is not categorical, or nobody in the domain was asked.
    /// </exception>
    public EstimateTable Proportion(
        string variable, Grouping? by = null, string? category = null, AnswerBase answers = AnswerBase.Asked) =>
        Answers(Measure.Share, variable, by, category, answers);

    /// <summary>The share of every answer, of a yes/no question too, so that the shares of a group add up; see <see cref="Proportion"/>.</summary>
    /// <param name="variable">A categorical variable.</param>
    /// <param name="by">The groups.</param>
    /// <param name="answers">Who is in the base.</param>
    /// <exception cref="SurveyException">As for <see cref="Proportion"/>.</exception>
    public EstimateTable Distribution(string variable, Grouping? by = null, AnswerBase answers = AnswerBase.Asked) =>
        Answers(Measure.Share, variable, by, null, answers, isWhole: true);

    /// <summary>The weighted mean of a number, with standard error and t interval; for everybody and for each group.</summary>
    /// <param name="variable">A numeric variable; rows without a value are outside the base.</param>
    /// <param name="by">The groups.</param>
    /// <exception cref="SurveyException">A variable does not exist or is not numeric, or nobody in the domain has a value.</exception>
    public EstimateTable Mean(string variable, Grouping? by = null) => Number(Measure.Mean, variable, by);

    /// <summary>
    /// The estimated population total of a number, with standard error and t interval. Rows without a value count as
    /// nothing: a total is of those who were asked and answered.
    /// </summary>
    /// <param name="variable">A numeric variable.</param>
    /// <param name="by">The groups.</param>
    /// <exception cref="SurveyException">A variable does not exist or is not numeric, or nobody in the domain has a value.</exception>
    public EstimateTable Total(string variable, Grouping? by = null) => Number(Measure.Total, variable, by);

    /// <summary>The estimated number of population units that would give each answer; see <see cref="Proportion"/>.</summary>
    /// <param name="variable">A categorical variable.</param>
    /// <param name="by">The groups.</param>
    /// <param name="category">The one answer to count; null for «yes» or else every answer.</param>
    /// <exception cref="SurveyException">As for <see cref="Proportion"/>.</exception>
    public EstimateTable TotalWith(string variable, Grouping? by = null, string? category = null) =>
        Answers(Measure.Total, variable, by, category, AnswerBase.Asked);

    private EstimateTable Answers(Measure measure, string variable, Grouping? by, string? category, AnswerBase answers, bool isWhole = false)
    {
        var outcome = OutcomeColumn.Of(Data.Categorical(variable), category, answers, isWhole);
        var table = Table(measure, by, Domain(outcome), variable, DomainAsked(outcome));
        table.AddAnswers(outcome);
        return table.Finish();
    }

    /// <summary>The number of respondents, unweighted, in the domain and in each group.</summary>
    /// <param name="by">The groups.</param>
    public EstimateTable Count(Grouping? by = null)
    {
        var everybody = Domain(_ => true);
        var table = Table(Measure.Count, by, everybody, null, everybody);
        table.AddCount(new Outcome("answered", null));
        return table.Finish();
    }

    private EstimateTable Number(Measure measure, string variable, Grouping? by)
    {
        var column = Data.Numeric(variable);
        var values = column.ValueArray;
        var asked = Domain(row => column.MissingAt(row) != MissingReason.NotAsked);
        var table = Table(measure, by, Domain(row => !double.IsNaN(values[row])), variable, asked);
        table.Add(new Outcome(variable, null), new RowNumbers(values), null, -1);
        return table.Finish();
    }

    private TableBuilder Table(Measure measure, Grouping? by, int[] inBase, string? variable, int[] asked)
    {
        if (Array.TrueForAll(inBase, row => row < 0))
        {
            throw new SurveyException(new Problem(
                "Nobody in the domain is in the base" + (variable is null ? "" : $" of «{variable}»"),
                Expected: "at least one respondent who was asked and answered",
                Hint: variable is not null && Data[variable].Routing is { } routing
                    ? $"the question went only to those with {routing.Variable} = {string.Join(" or ", routing.Codes)}"
                    : null));
        }

        return new TableBuilder(_state, measure, by ?? Grouping.None, inBase, asked.AsSpan().SequenceEqual(inBase) ? inBase : asked);
    }

    /// <summary>The shares of several variables in one table; see <see cref="Proportion"/>.</summary>
    /// <exception cref="SurveyException">The variables were asked of different people, or as for <see cref="Proportion"/>.</exception>
    public EstimateTable Proportions(
        Grouping variables, Grouping? by = null, string? category = null, AnswerBase answers = AnswerBase.Asked)
    {
        CheckSameUniverse(variables, answers);
        return Joined([.. variables.Select(variable => Proportion(variable, by, category, answers))]);
    }

    /// <summary>
    /// The share of the highest categories of ordered variables taken together, for example «agree» and «strongly agree».
    /// </summary>
    /// <param name="variables">Ordered categorical variables.</param>
    /// <param name="categories">How many of the highest categories.</param>
    /// <param name="by">The groups.</param>
    /// <param name="answers">Who is in the base.</param>
    /// <exception cref="SurveyException">A variable is not ordered or has too few categories; or as for <see cref="Proportion"/>.</exception>
    public EstimateTable TopShare(
        Grouping variables, int categories = 2, Grouping? by = null, AnswerBase answers = AnswerBase.Asked)
    {
        CheckSameUniverse(variables, answers);
        return Joined([.. variables.Select(variable => TopShare(variable, categories, by, answers))]);
    }

    /// <summary>
    /// The net balance of ordered variables, −1 to 1: the share above the middle less the share below it. A middle
    /// category, «don't know» and «not relevant» count as neither.
    /// </summary>
    /// <param name="variables">Ordered categorical variables, from negative to positive.</param>
    /// <param name="by">The groups.</param>
    /// <param name="answers">Who is in the base.</param>
    /// <exception cref="SurveyException">A variable is not ordered; or as for <see cref="Proportion"/>.</exception>
    public EstimateTable NetBalance(Grouping variables, Grouping? by = null, AnswerBase answers = AnswerBase.Asked)
    {
        CheckSameUniverse(variables, answers);
        return Joined([.. variables.Select(variable => NetBalance(variable, by, answers))]);
    }

    /// <summary>
    /// Quantiles of a number, with Woodruff's (1952) interval: the interval of the share at or below the estimate, read
    /// back through the distribution. The standard error is the interval's width over twice the t quantile.
    /// </summary>
    /// <param name="variable">A numeric variable.</param>
    /// <param name="probability">The share at or below the quantile: 0.5 for the median.</param>
    /// <param name="by">The groups.</param>
    /// <param name="rule">How the quantile is read off the distribution.</param>
    /// <param name="interval">How the interval is made, when not as Woodruff's.</param>
    /// <remarks>The interval of the share is made by the method of <see cref="WithIntervals"/>; a limit that leaves 0–1 is NaN, and so is the standard error.</remarks>
    /// <exception cref="SurveyException">A variable does not exist or is not numeric, or nobody in the domain has a value; or replicates were asked for that there are none of, or that are those of a jackknife.</exception>
    public EstimateTable Quantile(
        string variable,
        double probability = 0.5,
        Grouping? by = null,
        QuantileRule rule = QuantileRule.Smallest,
        QuantileInterval interval = QuantileInterval.Woodruff)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(probability, 0);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(probability, 1);
        if (interval == QuantileInterval.Replicates)
        {
            Quantiles.RequireReplicates(Variance);
        }

        var values = Data.Numeric(variable).ValueArray;
        var inBase = Domain(row => !double.IsNaN(values[row]));
        RequireSomebody(inBase, $"«{variable}»");
        var quantiles = new Quantiles(_state, values, probability, rule, interval);
        var outcome = new Outcome(variable, FormattableString.Invariant($"p{probability * 100:0.##}"));
        return GroupByGroup(Measure.Quantile, by, inBase, (groups, rows) => quantiles.Among(outcome, groups, rows));
    }

    /// <summary>
    /// The ratio of two population totals, for example innovations per employee, with standard error and t interval; for
    /// everybody and for each group.
    /// </summary>
    /// <param name="numerator">A numeric variable.</param>
    /// <param name="denominator">A numeric variable; the base is the rows that have both.</param>
    /// <param name="by">The groups.</param>
    /// <exception cref="SurveyException">A variable does not exist or is not numeric, or nobody in the domain has both.</exception>
    public EstimateTable Ratio(string numerator, string denominator, Grouping? by = null)
    {
        var (y, x) = (Data.Numeric(numerator).ValueArray, Data.Numeric(denominator).ValueArray);
        var inBase = Domain(row => !double.IsNaN(y[row]) && !double.IsNaN(x[row]));
        RequireSomebody(inBase, $"«{numerator}» and «{denominator}»");
        var outcome = new Outcome($"{numerator}/{denominator}", null);
        return GroupByGroup(Measure.Ratio, by, inBase, (groups, rows) => Ratios.Among(_state, outcome, groups, rows, y, x));
    }

    // What is estimated of the rows of each group by themselves, then of everybody.
    private EstimateTable GroupByGroup(Measure measure, Grouping? by, int[] inBase, Func<IReadOnlyList<GroupValue>, int[], Estimate> estimate)
    {
        var index = _state.Cache.Groups(by ?? Grouping.None);
        var ofRow = index.Count == 0 ? [] : index.Within(inBase);
        var estimates = index.Groups.Select((groups, g) => estimate(groups, Array.ConvertAll(ofRow, group => group == g ? 0 : -1))).ToList();
        estimates.Add(estimate([], inBase));
        return new EstimateTable(measure, [.. by ?? Grouping.None], estimates);
    }

    private EstimateTable TopShare(string variable, int categories, Grouping? by, AnswerBase answers)
    {
        var column = Ordered(variable);
        if (categories < 1 || categories >= column.Categories.Count)
        {
            throw new SurveyException(new Problem(
                $"«{variable}» can't be split at its highest categories",
                Expected: FormattableString.Invariant($"1 to {column.Categories.Count - 1} of them"),
                Got: FormattableString.Invariant($"{categories}")));
        }

        var limit = column.Categories.Count - categories;
        var codes = Array.ConvertAll(column.CodeArray, code => code >= limit ? 1 : 0);
        var outcome = new Outcome(variable, FormattableString.Invariant($"top{categories}"));
        var table = Table(Measure.Share, by, column, answers);
        table.Add(outcome, new CategoryIndicator(codes, 1), codes, 1);
        return table.Finish();
    }

    private EstimateTable NetBalance(string variable, Grouping? by, AnswerBase answers)
    {
        var column = Ordered(variable);
        var middle = (column.Categories.Count - 1) / 2.0;
        var values = Array.ConvertAll(column.CodeArray, code => code < 0 ? 0.0 : Math.Sign(code - middle));
        var table = Table(Measure.Balance, by, column, answers);
        table.Add(new Outcome(variable, "balance"), new RowNumbers(values), Array.ConvertAll(values, Math.Sign), 1, -1);
        return table.Finish();
    }

    private TableBuilder Table(Measure measure, Grouping? by, CategoricalColumn column, AnswerBase answers) => Table(
        measure,
        by,
        Domain(row => OutcomeColumn.Includes(answers, column.MissingAt(row))),
        column.Name,
        Domain(row => OutcomeColumn.IsAsked(answers, column.MissingAt(row))));

    // The groups stay together: all items of the first group, then of the second, everybody last.
    private static EstimateTable Joined(EstimateTable[] tables)
    {
        var estimates = tables.SelectMany((table, i) => table.Estimates.Select(estimate => (Table: i, Estimate: estimate)))
            .GroupBy(one => string.Join('|', one.Estimate.Groups.Select(group => group.Code)))
            .SelectMany(group => group.OrderBy(one => one.Table).Select(one => one.Estimate));
        return new EstimateTable(tables[0].Measure, tables[0].By, [.. estimates]);
    }
}
