namespace Barometer.Analysis.Weighting;

/// <content>The answers to questions: shares, means, totals, batteries.</content>
public sealed partial class BarometerDesign
{
    private const string Dash = " – ";

    /// <summary>
    /// The share of each answer, weighted, with confidence interval and base; for everybody and for each group. A yes/no
    /// question gives the share of «yes».
    /// </summary>
    /// <param name="variable">A categorical variable, by its name or its title («Evaluering»).</param>
    /// <param name="by">The groups; the row «Alle» comes last and holds everybody in the base, with or without a group.</param>
    /// <param name="category">The one answer to count, by its code or its label; null for «yes» or else every answer.</param>
    /// <param name="answers">Who is in the base.</param>
    /// <exception cref="BarometerException">
    /// A variable or category does not exist, the variable is not categorical, or nobody in the domain was asked.
    /// </exception>
    /// <example><code>barometer.Release(design.Proportion("innovated", by: "size_band"), id: "innovated-by-size")</code></example>
    public UnreleasedTable Proportion([ListHint(ListHintAttribute.Shares)] string variable, Grouping? by = null, [ListHint(ListHintAttribute.Answers)] string? category = null, AnswerBase answers = AnswerBase.Asked)
    {
        (variable, by, category) = Understood(variable, by, category);
        return Of(variable, answers, design => design.Proportion(variable, by, category, answers));
    }

    /// <summary>The weighted mean of a number, for everybody and for each group.</summary>
    /// <exception cref="BarometerException">A variable does not exist or is not numeric, or nobody in the domain has a value.</exception>
    /// <example><code>design.Mean("employees", by: "agency_group")</code></example>
    public UnreleasedTable Mean([ListHint(ListHintAttribute.Numbers)] string variable, Grouping? by = null)
    {
        (variable, by, _) = Understood(variable, by);
        RequireNumber(variable);
        return Of(variable, AnswerBase.Asked, design => design.Mean(variable, by));
    }

    /// <summary>The estimated population total of a number, of those who were asked and answered.</summary>
    /// <exception cref="BarometerException">A variable does not exist or is not numeric, or nobody in the domain has a value.</exception>
    /// <example><code>design.Total("employees")</code></example>
    public UnreleasedTable Total([ListHint(ListHintAttribute.Numbers)] string variable, Grouping? by = null)
    {
        (variable, by, _) = Understood(variable, by);
        RequireNumber(variable);
        return Of(variable, AnswerBase.Asked, design => design.Total(variable, by));
    }

    /// <summary>The estimated number of population units that would give each answer; see <see cref="Proportion"/>.</summary>
    /// <exception cref="BarometerException">As for <see cref="Proportion"/>.</exception>
    public UnreleasedTable TotalWith(string variable, Grouping? by = null, [ListHint(ListHintAttribute.Answers)] string? category = null)
    {
        (variable, by, category) = Understood(variable, by, category);
        return Of(variable, AnswerBase.Asked, design => design.TotalWith(variable, by, category));
    }

    /// <summary>A quantile of a number, for everybody and for each group; the median unless said otherwise.</summary>
    /// <exception cref="BarometerException">A variable does not exist or is not numeric, or nobody in the domain has a value.</exception>
    /// <example><code>design.Quantile("employees", 0.5, by: "agency_group")</code></example>
    public UnreleasedTable Quantile(
        [ListHint(ListHintAttribute.Numbers)] string variable,
        double probability = 0.5,
        Grouping? by = null,
        QuantileRule rule = QuantileRule.Smallest,
        QuantileInterval interval = QuantileInterval.Woodruff)
    {
        (variable, by, _) = Understood(variable, by);
        RequireNumber(variable);
        return Table(
            design => design.Quantile(variable, probability, by, rule, interval),
            Labels.Of(variable),
            Universe(variable, AnswerBase.Asked),
            label: outcome => new LabelledOutcome(outcome.Variable, outcome.Code, Labels.Of(variable)));
    }

    /// <summary>The ratio of two weighted totals, for everybody and for each group.</summary>
    /// <exception cref="BarometerException">A variable does not exist or is not numeric, or nobody in the domain has both values.</exception>
    public UnreleasedTable Ratio(string numerator, string denominator, Grouping? by = null)
    {
        (numerator, denominator, by) = (Names.Variable(numerator), Names.Variable(denominator), Names.Variables(by));
        var (above, below) = (Labels.Of(numerator), Labels.Of(denominator));
        var label = new LocalizedText($"{above.Nb} per {below.Nb}", $"{above.En} per {below.En}");
        return Table(
            design => design.Ratio(numerator, denominator, by),
            label,
            Universe(numerator, AnswerBase.Asked),
            label: outcome => new LabelledOutcome(outcome.Variable, null, label));
    }

    /// <summary>The number of respondents, for everybody and for each group; by two variables a two-way table with the totals of both.</summary>
    /// <exception cref="BarometerException">A variable does not exist, or nobody is in the domain.</exception>
    /// <example><code>design.Count(by: "agency_group")</code></example>
    public UnreleasedTable Count(Grouping? by = null)
    {
        by = Names.Variables(by);
        return Table(
            design => by is [var first, var second] ? WithTotals(design.Count(by), design.Count(first), design.Count(second)) : design.Count(by),
            new LocalizedText("Antall svar", "Number of answers"),
            Universe(null, AnswerBase.Asked),
            label: outcome => new LabelledOutcome(outcome.Variable, null, new LocalizedText("Svar", "Answers")));
    }

    private static EstimateTable WithTotals(EstimateTable crossing, params EstimateTable[] ofOne) => new(
        crossing.Measure, crossing.By, [.. crossing.Estimates.SkipLast(1), .. ofOne.SelectMany(table => table.Estimates.SkipLast(1)), crossing.Estimates[^1]]);

    /// <summary>
    /// The items of a battery in the codebook: of a multi-response question the share of «yes» to each, of rating items
    /// the share of each answer.
    /// </summary>
    /// <param name="battery">The battery's name or title in the codebook, for example <c>partners</c>.</param>
    /// <param name="by">The groups.</param>
    /// <param name="category">The one answer to count; null for «yes» or else every answer.</param>
    /// <param name="answers">Who is in the base.</param>
    /// <exception cref="BarometerException">There is no such battery, or its items were asked of different people.</exception>
    /// <example><code>design.Battery("partners", by: "size_group")</code></example>
    public UnreleasedTable Battery([ListHint(ListHintAttribute.Shares)] string battery, Grouping? by = null, [ListHint(ListHintAttribute.Answers)] string? category = null, AnswerBase answers = AnswerBase.Asked) =>
        Proportions([.. _survey.Codebook.Items(Names.Battery(battery)).Select(item => item.Name)], by, category, answers);

    /// <summary>The shares of several variables in one table; see <see cref="Proportion"/> and <see cref="Battery"/>.</summary>
    /// <param name="variables">The variables; a battery's name stands for its items.</param>
    /// <param name="by">The groups.</param>
    /// <param name="category">The one answer to count; null for «yes» or else every answer.</param>
    /// <param name="answers">Who is in the base.</param>
    /// <exception cref="BarometerException">The variables were asked of different people, or as for <see cref="Proportion"/>.</exception>
    public UnreleasedTable Proportions(
        Grouping variables, Grouping? by = null, [ListHint(ListHintAttribute.Answers)] string? category = null, AnswerBase answers = AnswerBase.Asked)
    {
        (variables, by, category) = UnderstoodItems(variables, by, category);
        return Items(variables, answers, Labels.Of, design => design.Proportions(variables, by, category, answers));
    }

    /// <summary>
    /// The share of the highest categories of ordered variables taken together, for example «agree» and «strongly agree».
    /// </summary>
    /// <param name="variables">Ordered categorical variables; a battery's name stands for its items.</param>
    /// <param name="categories">How many of the highest categories.</param>
    /// <param name="by">The groups.</param>
    /// <param name="answers">Who is in the base.</param>
    /// <exception cref="BarometerException">A variable is not ordered or has too few categories; or as for <see cref="Proportion"/>.</exception>
    /// <example><code>design.TopShare(["factor_leader", "factor_law"])</code></example>
    public UnreleasedTable TopShare(Grouping variables, int categories = 2, Grouping? by = null, AnswerBase answers = AnswerBase.Asked)
    {
        (variables, by, _) = UnderstoodItems(variables, by);
        return Items(variables, answers, outcome => Top(outcome, categories), design => design.TopShare(variables, categories, by, answers));
    }

    /// <summary>
    /// The net balance of ordered variables, −1 to 1: the share above the middle less the share below it. A middle
    /// category, «don't know» and «not relevant» count as neither.
    /// </summary>
    /// <param name="variables">Ordered categorical variables, from negative to positive; a battery's name stands for its items.</param>
    /// <param name="by">The groups.</param>
    /// <param name="answers">Who is in the base.</param>
    /// <exception cref="BarometerException">A variable is not ordered; or as for <see cref="Proportion"/>.</exception>
    /// <example><code>design.NetBalance(["factor_leader", "factor_law"], by: "size_group")</code></example>
    public UnreleasedTable NetBalance(Grouping variables, Grouping? by = null, AnswerBase answers = AnswerBase.Asked)
    {
        (variables, by, _) = UnderstoodItems(variables, by);
        return Table(
            design => design.NetBalance(variables, by, answers),
            Title(variables),
            Universe(variables[0], answers),
            Stem(variables),
            label: outcome => new LabelledOutcome(outcome.Variable, outcome.Code, Labels.Of(outcome.Variable)));
    }

    // The engine knows no scales of a codebook: an ordered answer has a mean once it is given scores.
    private void RequireNumber(string variable)
    {
        if (Engine.Data[variable] is CategoricalColumn { Ordered: var isScale })
        {
            throw new BarometerException(new Problem(
                $"«{variable}» is not numeric",
                Expected: "a variable with numbers",
                Hint: isScale
                    ? $"of items of a scale take an index, design.Derive(\"a_name\", Rule.MeanOf(\"{variable}\", \"…\")).Mean(\"a_name\"), or design.Scale([…]).Means(); of one its shares: Proportion"
                    : "of one with categories take shares: Proportion"));
        }
    }

    private (string Variable, Grouping? By, string? Category) Understood(string variable, Grouping? by, string? category = null)
    {
        var name = Names.Variable(variable);
        return (name, Names.Variables(by), Names.Code(name, category));
    }

    // The items of a battery have the same categories.
    private (Grouping Variables, Grouping? By, string? Category) UnderstoodItems(Grouping variables, Grouping? by, string? category = null)
    {
        var items = Names.Items(variables);
        return (items, Names.Variables(by), items.Count == 0 ? category : Names.Code(items[0], category));
    }

    private UnreleasedTable Of(string variable, AnswerBase answers, Func<SurveyDesign, EstimateTable> estimate) =>
        Table(estimate, Labels.Of(variable), Universe(variable, answers), Labels.Question(variable));

    // The engine's table in the codebook's words. A variable without a label keeps its name, a code its own text.
    private UnreleasedTable Table(
        Func<SurveyDesign, EstimateTable> estimate,
        LocalizedText title,
        (LocalizedText Words, EstimationMethod Method) universe,
        LocalizedText? question = null,
        IReadOnlyList<LocalizedText>? byLabels = null,
        Func<Outcome, LabelledOutcome>? label = null,
        Func<GroupValue, LabelledGroup>? group = null)
    {
        var (numbers, (weighting, method)) = BarometerException.Translating(() =>
        {
            var made = estimate(Engine);
            return made.Measure == Measure.Count
                ? (made, (Labels.Unweighted, WeightingMethod.Unweighted))
                : (made, (Labels.Weighting(Engine.WeightHistory), WeightingMethod.Of(Engine)));
        });
        var heading = new TableHeading
        {
            Measure = numbers.Measure,
            Survey = _survey.Id,
            IsSynthetic = _survey.IsSynthetic,
            Title = title,
            Question = question,
            Source = _survey.Codebook.Title,
            Year = _survey.Codebook.Year,
            Universe = universe.Words,
            Weighting = weighting,
            Method = universe.Method with { Weighting = method },
            By = numbers.By,
            ByLabels = byLabels ?? [.. numbers.By.Select(Labels.Of)],
            Choices = Choices(numbers),
            Rules = RulesOf(numbers, universe.Method),
        };
        return new UnreleasedTable(
            heading,
            [.. numbers.Estimates.Select(one => new UnreleasedEstimate(one, (label ?? Labels.Of)(one.Outcome) with { IsResidual = Labels.IsResidual(one.Outcome) }, [.. one.Groups.Select(group ?? Labels.Of)]))],
            this)
        {
            OrganisationOfRow = _survey.OrganisationOfRow,
            Respondents = _survey.Respondents,
        };
    }

    private Dictionary<string, IReadOnlyList<Called>> Choices(EstimateTable numbers) => numbers.Estimates.Select(one => one.Outcome.Variable).Distinct()
        .Select(name => Engine.Data.TryGet(name, out var column) ? column as CategoricalColumn : null)
        .OfType<CategoricalColumn>()
        .ToDictionary(column => column.Name, column => (IReadOnlyList<Called>)[.. column.Categories.Select(code => new Called(code, Labels.Of(column.Name, code)))]);

    // Of one answer the item's own label says more than the answer, which the title names; of several, both are needed.
    private UnreleasedTable Items(
        Grouping variables, AnswerBase answers, Func<Outcome, LabelledOutcome> label, Func<SurveyDesign, EstimateTable> estimate)
    {
        var numbers = BarometerException.Translating(() => estimate(Engine));
        var outcomes = numbers.Estimates.Select(one => one.Outcome).DistinctBy(outcome => outcome.Code).ToList();
        var title = Title(variables);
        if (variables.Count == 1 && outcomes is not [{ Code: "yes" }])
        {
            return Table(_ => numbers, Labels.Of(variables[0]), Universe(variables[0], answers), Labels.Question(variables[0]), label: label);
        }

        if (outcomes is [{ Code: not "yes" } only])
        {
            var answer = label(only).Label;
            title = new LocalizedText($"{title.Nb}: {InList(answer.Nb, 1)}", $"{title.En}: {InList(answer.En, 1)}");
        }

        return Table(_ => numbers, title, Universe(variables[0], answers), Stem(variables), label: outcome => outcomes.Count == 1
            ? label(outcome) with { Label = Labels.Of(outcome.Variable) }
            : label(outcome) with { Item = Labels.Of(outcome.Variable) });
    }

    private LabelledOutcome Top(Outcome outcome, int categories)
    {
        var column = Engine.Data.Categorical(outcome.Variable);
        var top = column.Categories.Skip(column.Categories.Count - categories).Select(code => Labels.Of(outcome.Variable, code)).ToList();
        return new LabelledOutcome(outcome.Variable, outcome.Code, new LocalizedText(
            string.Join(" eller ", top.Select((text, i) => InList(text.Nb, i))), string.Join(" or ", top.Select((text, i) => InList(text.En, i)))));
    }

    private (LocalizedText Words, EstimationMethod Method) Universe(string? variable, AnswerBase answers)
    {
        var routed = answers == AnswerBase.Everybody ? null : variable;
        var method = new EstimationMethod
        {
            Answers = answers,
            Routing = routed is null ? null : Labels.Find(routed)?.Routing,
            Domain = [.. Conditions.Select(one => one.Told)],
            Intervals = Engine.Intervals,
        };
        var universe = Labels.Universe(routed);
        var narrowed = Conditions.Count == 0 ? universe : new LocalizedText(
            $"{universe.Nb}, {string.Join(" og ", method.Domain.Select(one => one.Words.Nb))}",
            $"{universe.En}, {string.Join(" and ", method.Domain.Select(one => one.Words.En))}");
        return (answers == AnswerBase.AskedWithAView
            ? new LocalizedText(narrowed.Nb + ", uten «vet ikke» og «ikke relevant»", narrowed.En + ", without “don't know” and “not relevant”")
            : narrowed, method);
    }

    // The question that all items of a battery share: what stands before the dash.
    private LocalizedText? Stem(Grouping variables)
    {
        var stems = variables.Select(Labels.Question)
            .Select(question => question is null ? null : new LocalizedText(question.Nb.Split(Dash)[0], question.En.Split(Dash)[0]))
            .Distinct()
            .ToList();
        return stems is [{ } one] ? one : null;
    }

    // The battery that all belong to, or else their own labels.
    private LocalizedText Title(Grouping variables)
    {
        var batteries = variables.Select(variable => Labels.Find(variable)?.Battery).Distinct().ToList();
        var labels = variables.Select(Labels.Of).ToList();
        return variables.Count > 1 && batteries is [{ } only] && _survey.Codebook.Batteries.GetValueOrDefault(only) is { } battery
            ? battery
            : new LocalizedText(List(labels.ConvertAll(label => label.Nb), "og"), List(labels.ConvertAll(label => label.En), "and"));
    }

    private static string List(List<string> labels, string and) => labels.Count == 1
        ? labels[0]
        : string.Join(", ", labels.SkipLast(1).Select(InList)) + $" {and} " + InList(labels[^1], 1);

    // The first keeps its capital; so does an abbreviation.
    private static string InList(string label, int place) =>
        place == 0 || label.Length < 2 ? label : SentenceCase.Inside(label);
}
