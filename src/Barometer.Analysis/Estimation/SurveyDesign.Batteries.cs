namespace Barometer.Analysis.Estimation;

/// <content>Item batteries and multi-response questions, in one table each.</content>
public sealed partial class SurveyDesign
{
    private const string Dash = " – ";

    /// <summary>
    /// The items of a battery in the codebook: of a multi-response question the share of «yes» to each, of rating items
    /// the share of each answer.
    /// </summary>
    /// <param name="battery">The battery's name in the codebook, for example <c>partners</c>.</param>
    /// <param name="by">The groups.</param>
    /// <param name="category">The one answer to count; null for «yes» or else every answer.</param>
    /// <param name="answers">Who is in the base.</param>
    /// <exception cref="BarometerException">There is no such battery, or its items were asked of different people.</exception>
    public EstimateTable Battery(
        string battery, Grouping? by = null, string? category = null, AnswerBase answers = AnswerBase.Asked) =>
        Proportions([.. Items(battery).Select(item => item.Name)], by, category, answers);

    /// <summary>The shares of several variables in one table; see <see cref="Proportion"/> and <see cref="Battery"/>.</summary>
    /// <exception cref="BarometerException">The variables were asked of different people, or as for <see cref="Proportion"/>.</exception>
    public EstimateTable Proportions(
        IReadOnlyList<string> variables, Grouping? by = null, string? category = null, AnswerBase answers = AnswerBase.Asked)
    {
        CheckSameUniverse(variables, answers);
        return AsItems(variables, [.. variables.Select(variable => Proportion(variable, by, category, answers))]);
    }

    /// <summary>
    /// The share of the highest categories of ordered variables taken together, for example «agree» and «strongly agree».
    /// </summary>
    /// <param name="variables">Ordered categorical variables.</param>
    /// <param name="categories">How many of the highest categories.</param>
    /// <param name="by">The groups.</param>
    /// <param name="answers">Who is in the base.</param>
    /// <exception cref="BarometerException">A variable is not ordered or has too few categories; or as for <see cref="Proportion"/>.</exception>
    public EstimateTable TopShare(
        Grouping variables, int categories = 2, Grouping? by = null, AnswerBase answers = AnswerBase.Asked)
    {
        CheckSameUniverse(variables, answers);
        return AsItems(variables, [.. variables.Select(variable => TopShare(variable, categories, by, answers))]);
    }

    /// <summary>
    /// The net balance of ordered variables, −1 to 1: the share above the middle less the share below it. A middle
    /// category, «don't know» and «not relevant» count as neither.
    /// </summary>
    /// <param name="variables">Ordered categorical variables, from negative to positive.</param>
    /// <param name="by">The groups.</param>
    /// <param name="answers">Who is in the base.</param>
    /// <exception cref="BarometerException">A variable is not ordered; or as for <see cref="Proportion"/>.</exception>
    public EstimateTable NetBalance(Grouping variables, Grouping? by = null, AnswerBase answers = AnswerBase.Asked)
    {
        CheckSameUniverse(variables, answers);
        return Titled(Joined([.. variables.Select(variable => NetBalance(variable, by, answers))]), Title(variables), Stem(variables));
    }

    private EstimateTable TopShare(string variable, int categories, Grouping? by, AnswerBase answers)
    {
        var column = Ordered(variable);
        if (categories < 1 || categories >= column.Categories.Count)
        {
            throw new BarometerException(new Problem(
                $"«{variable}» can't be split at its highest categories",
                Expected: FormattableString.Invariant($"1 to {column.Categories.Count - 1} of them"),
                Got: FormattableString.Invariant($"{categories}")));
        }

        var limit = column.Categories.Count - categories;
        var top = column.Categories.Skip(limit).Select(category => category.Label).ToList();
        var words = new LocalizedText(string.Join(" eller ", top.Select((t, i) => InList(t.Nb, i))), string.Join(" or ", top.Select((t, i) => InList(t.En, i))));
        var codes = Array.ConvertAll(column.CodeArray, code => code >= limit ? 1 : 0);
        var outcome = new Outcome(variable, FormattableString.Invariant($"top{categories}"), words);
        var table = Table(Measure.Share, by, Domain(row => AnswerBaseRule.Includes(answers, column.MissingAt(row))), variable, Asked(column, answers));
        table.Add(outcome, new CategoryIndicator(codes, 1), codes, 1);
        return table.Finish(Labels.Of(variable), Universe(variable, answers), Labels.Question(variable));
    }

    private EstimateTable NetBalance(string variable, Grouping? by, AnswerBase answers)
    {
        var column = Ordered(variable);
        var middle = (column.Categories.Count - 1) / 2.0;
        var values = Array.ConvertAll(column.CodeArray, code => code < 0 ? 0.0 : Math.Sign(code - middle));
        var table = Table(Measure.Balance, by, Domain(row => AnswerBaseRule.Includes(answers, column.MissingAt(row))), variable, Asked(column, answers));
        table.Add(new Outcome(variable, "balance", Labels.Of(variable)), new RowNumbers(values), Array.ConvertAll(values, Math.Sign), 1, -1);
        return table.Finish(Labels.Of(variable), Universe(variable, answers), Labels.Question(variable));
    }

    private int[] Asked(CategoricalColumn column, AnswerBase answers) =>
        Domain(row => answers == AnswerBase.Everybody || column.MissingAt(row) != MissingReason.NotAsked);

    private CategoricalColumn Ordered(string variable) => Data.Categorical(variable) is { Ordered: true } column
        ? column
        : throw new BarometerException(new Problem(
            $"The categories of «{variable}» have no order", Expected: "a variable that the codebook calls ordered, from low to high"));

    private IReadOnlyList<Variable> Items(string battery) => _state.Survey?.Codebook.Items(battery) is { Count: > 0 } items
        ? items
        : throw new BarometerException(new Problem(
            $"There is no battery «{battery}»",
            Expected: NearNames.Expected(_state.Survey?.Codebook.Batteries.Keys ?? [], battery),
            Hint: NearNames.Hint(_state.Survey?.Codebook.Batteries.Keys ?? [], battery)));

    private void CheckSameUniverse(IEnumerable<string> variables, AnswerBase answers)
    {
        var universes = variables.Select(variable => Labels.Find(variable)?.Routing is { } r ? (r.Variable, Codes: string.Join(",", r.Codes)) : default).Distinct();
        if (answers != AnswerBase.Everybody && universes.Skip(1).Any())
        {
            throw new BarometerException(new Problem(
                "The variables were asked of different people",
                Expected: "variables with one universe in a table",
                Hint: "make a table for each universe, or choose AnswerBase.Everybody where not being asked counts as not having given the answer"));
        }
    }

    // Of one answer the item's own label says more than the answer, which the title names; of several, both are needed.
    private EstimateTable AsItems(IReadOnlyList<string> variables, EstimateTable[] tables)
    {
        var outcomes = tables.SelectMany(table => table.Estimates).Select(estimate => estimate.Outcome).DistinctBy(outcome => outcome.Code).ToList();
        if (tables is [var alone] && outcomes is not [{ Code: "yes" }])
        {
            return alone;
        }

        var items = tables.Select((table, i) => Changed(table, [.. table.Estimates.Select(estimate => estimate with
        {
            Outcome = outcomes.Count == 1
                ? estimate.Outcome with { Label = Labels.Of(variables[i]) }
                : estimate.Outcome with { Item = Labels.Of(variables[i]) },
        })]));
        var title = Title(variables);
        return Titled(Joined([.. items]), outcomes is not [{ Code: not "yes" } only] ? title : new LocalizedText(
            $"{title.Nb}: {InList(only.Label.Nb, 1)}", $"{title.En}: {InList(only.Label.En, 1)}"), Stem(variables));
    }

    // The question that all items of a battery share: what stands before the dash.
    private LocalizedText? Stem(IReadOnlyList<string> variables)
    {
        var stems = variables.Select(Labels.Question)
            .Select(question => question is null ? null : new LocalizedText(question.Nb.Split(Dash)[0], question.En.Split(Dash)[0]))
            .Distinct()
            .ToList();
        return stems is [{ } one] ? one : null;
    }

    // The battery that all belong to, or else their own labels.
    private LocalizedText Title(IReadOnlyList<string> variables)
    {
        var batteries = variables.Select(variable => Labels.Find(variable)?.Battery).Distinct().ToList();
        var labels = variables.Select(Labels.Of).ToList();
        return variables.Count > 1 && batteries is [{ } only] && _state.Survey?.Codebook.Batteries.GetValueOrDefault(only) is { } battery
            ? battery
            : new LocalizedText(List(labels.ConvertAll(label => label.Nb), "og"), List(labels.ConvertAll(label => label.En), "and"));
    }

    private static string List(List<string> labels, string and) => labels.Count == 1
        ? labels[0]
        : string.Join(", ", labels.SkipLast(1).Select(InList)) + $" {and} " + InList(labels[^1], 1);

    // The first keeps its capital; so does an abbreviation.
    private static string InList(string label, int place) =>
        place == 0 || label.Length < 2 ? label : SentenceCase.Inside(label);

    // The groups stay together: all items of the first group, then of the second, «Alle» last.
    private static EstimateTable Joined(EstimateTable[] tables)
    {
        var estimates = tables.SelectMany((table, i) => table.Estimates.Select(estimate => (Table: i, Estimate: estimate)))
            .GroupBy(one => string.Join('|', one.Estimate.Groups.Select(group => group.Code)))
            .SelectMany(group => group.OrderBy(one => one.Table).Select(one => one.Estimate));
        return Changed(tables[0], [.. estimates]);
    }

    private static EstimateTable Titled(EstimateTable table, LocalizedText title, LocalizedText? question) => Changed(table, table.Estimates, title, question);

    private static EstimateTable Changed(EstimateTable table, IReadOnlyList<Estimate> estimates, LocalizedText? title = null, LocalizedText? question = null) => new()
    {
        Measure = table.Measure,
        Survey = table.Survey,
        IsSynthetic = table.IsSynthetic,
        Title = title ?? table.Title,
        Question = question,
        Source = table.Source,
        Universe = table.Universe,
        Weighting = table.Weighting,
        By = table.By,
        ByLabels = table.ByLabels,
        Estimates = estimates,
        OrganisationOfRow = table.OrganisationOfRow,
        Origin = table.Origin,
    };
}
