namespace Barometer.Analysis.Weighting;

/// <content>Comparisons: differences and contrasts, tests, ranks and models.</content>
public sealed partial class BarometerDesign
{
    /// <summary>
    /// The difference of a share, or of the mean of a number, between two groups, <paramref name="group"/> less
    /// <paramref name="from"/>, with a t interval.
    /// </summary>
    /// <param name="variable">A categorical variable, or a number.</param>
    /// <param name="by">The variable that forms the groups.</param>
    /// <param name="group">The code of the first group.</param>
    /// <param name="from">The code of the group that is subtracted.</param>
    /// <param name="category">The answer to count; null for «yes» or else every answer.</param>
    /// <exception cref="BarometerException">A variable or code does not exist, or nobody in a group is in the base.</exception>
    /// <example><code>design.Difference("innovated", "size_group", "from_50", "under_20")</code></example>
    public UnreleasedTable Difference(string variable, string by, [ListHint(ListHintAttribute.Groups)] string group, [ListHint(ListHintAttribute.Groups)] string from, [ListHint(ListHintAttribute.Answers)] string? category = null)
    {
        (variable, by, group, from, category) = Understood(variable, by, group, from, category);
        return Contrast(variable, by, new Dictionary<string, double> { [group] = 1, [from] = -1 }, category);
    }

    /// <summary>
    /// A contrast Σ cᵍ θᵍ of a share or mean over groups, for example one group less the mean of two others.
    /// </summary>
    /// <param name="variable">A categorical variable, or a number.</param>
    /// <param name="by">The variable that forms the groups.</param>
    /// <param name="coefficients">The coefficient of each group by its code; groups that don't count are left out.</param>
    /// <param name="category">The answer to count; null for «yes» or else every answer.</param>
    /// <exception cref="BarometerException">A variable or code does not exist, nobody in a group is in the base, or a coefficient is zero.</exception>
    public UnreleasedTable Contrast(string variable, string by, IReadOnlyDictionary<string, double> coefficients, string? category = null)
    {
        ArgumentNullException.ThrowIfNull(coefficients);
        variable = Names.Variable(variable);
        by = Names.Variable(by);
        category = Names.Code(variable, category);
        coefficients = coefficients.ToDictionary(term => Names.Code(by, term.Key)!, term => term.Value);
        return Table(
            design => design.Contrast(variable, by, coefficients, category),
            Labels.Of(variable),
            Universe(variable, AnswerBase.Asked),
            group: value => new LabelledGroup(value.Variable, value.Code, new LocalizedText(
                Words(by, coefficients, label => label.Nb, ","), Words(by, coefficients, label => label.En, "."))));
    }

    private (string Variable, string By, string Group, string From, string? Category) Understood(string variable, string by, string group, string from, string? category)
    {
        var (name, groups) = (Names.Variable(variable), Names.Variable(by));
        return (name, groups, Names.Code(groups, group)!, Names.Code(groups, from)!, Names.Code(name, category));
    }

    /// <summary>
    /// The share of an answer in a group over that in another. It is released with both shares or not at all, and computed of these as they are shown; any other function of estimates is made by
    /// <see cref="UnreleasedTable.Function"/>.
    /// </summary>
    /// <param name="variable">A categorical variable.</param>
    /// <param name="by">The variable that forms the groups.</param>
    /// <param name="group">The code of the group above.</param>
    /// <param name="from">The code of the group below.</param>
    /// <param name="category">The answer to count; null for «yes».</param>
    /// <exception cref="BarometerException">A variable or code does not exist.</exception>
    /// <example><code>barometer.Release(design.RelativeRisk("innovated", "size_group", "from_50", from: "under_20"), id: "innovated-large-over-small")</code></example>
    public UnreleasedFunction RelativeRisk(string variable, string by, string group, string from, string? category = null) => OfTwoShares(
        variable, by, group, from, category, new("forholdet mellom andelene", "ratio of shares"), (above, below) => above / below);

    /// <summary>The odds of an answer in a group over those in another; see <see cref="RelativeRisk"/>.</summary>
    /// <param name="variable">A categorical variable.</param>
    /// <param name="by">The variable that forms the groups.</param>
    /// <param name="group">The code of the group above.</param>
    /// <param name="from">The code of the group below.</param>
    /// <param name="category">The answer to count; null for «yes».</param>
    /// <exception cref="BarometerException">A variable or code does not exist.</exception>
    public UnreleasedFunction OddsRatio(string variable, string by, string group, string from, string? category = null) => OfTwoShares(
        variable, by, group, from, category, new("oddsforhold", "odds ratio"), (above, below) => above.Odds() / below.Odds());

    private UnreleasedFunction OfTwoShares(
        string variable, string by, string group, string from, string? category, LocalizedText kind, Func<SmoothNumber, SmoothNumber, SmoothNumber> function)
    {
        (variable, by, group, from, category) = Understood(variable, by, group, from, category);
        var shares = Proportion(variable, by, category ?? "yes");
        var (title, one, other) = (Labels.Of(variable), Labels.Of(by, group), Labels.Of(by, from));
        return shares.Function(
            $"{title.Nb}: {kind.Nb}, {one.Nb} mot {other.Nb}",
            $"{title.En}: {kind.En}, {one.En} against {other.En}",
            x => function(x[$"{by}={group}"], x[$"{by}={from}"]),
            IntervalScale.Log);
    }

    /// <summary>
    /// The difference between the shares of an answer to two items, first less second, of the respondents who answered
    /// both.
    /// </summary>
    /// <param name="first">A categorical variable.</param>
    /// <param name="second">The variable that is subtracted.</param>
    /// <param name="category">The answer to count in both.</param>
    /// <exception cref="BarometerException">A variable or category does not exist, or nobody answered both.</exception>
    public UnreleasedTable ItemDifference(string first, string second, string category = "yes")
    {
        (first, second) = (Names.Variable(first), Names.Variable(second));
        category = Names.Code(first, category)!;
        var (one, other) = (Labels.Of(first), Labels.Of(second));
        var title = new LocalizedText($"{one.Nb} \u2212 {other.Nb}", $"{one.En} \u2212 {other.En}");
        return Table(
            design => design.ItemDifference(first, second, category),
            title,
            Universe(first, AnswerBase.Asked),
            label: outcome => new LabelledOutcome(outcome.Variable, outcome.Code, title));
    }

    /// <summary>Items in order of their shares, with the ranks that the sample leaves open.</summary>
    /// <param name="variables">Categorical variables asked of the same people.</param>
    /// <param name="category">The answer to count; null for «yes».</param>
    /// <param name="answers">Who is in the base.</param>
    /// <exception cref="BarometerException">As for <see cref="Proportions"/>.</exception>
    /// <example><code>design.Ranks(["value_quality", "value_efficiency"])</code></example>
    public UnreleasedRanking Ranks(Grouping variables, string? category = null, AnswerBase answers = AnswerBase.Asked)
    {
        variables = Names.Items(variables);
        category = Names.Code(variables[0], category);
        var ranking = BarometerException.Translating(() => Engine.Ranks(variables, category, answers));
        var shares = Items(variables, answers, Labels.Of, _ => ranking.Shares);
        var inOrder = variables.Select(variable => shares.Estimates.First(share => share.Outcome.Variable == variable));
        return new UnreleasedRanking(ranking, shares.With(inOrder, shares.Heading with { Question = null }, this));
    }

    /// <summary>A regression of a number or of an answer on categories and numbers.</summary>
    /// <param name="response">A number, or a categorical variable of which an answer is modelled.</param>
    /// <param name="predictors">Variables, <c>log(x)</c> of a number, or products <c>a:b</c>.</param>
    /// <param name="family">Linear, logistic or Poisson.</param>
    /// <param name="category">The answer modelled; null for «yes».</param>
    /// <param name="answers">Who is in the base.</param>
    /// <exception cref="BarometerException">A variable does not exist or does not vary, or the response does not suit the family.</exception>
    /// <example><code>design.Regression("innovated", ["agency_group", "size_group"], RegressionFamily.Logistic).Effects()</code></example>
    public UnreleasedModel Regression(
        string response,
        Grouping predictors,
        RegressionFamily family = RegressionFamily.Linear,
        string? category = null,
        AnswerBase answers = AnswerBase.Asked)
    {
        (response, predictors) = (Names.Variable(response), Names.Terms(predictors));
        category = Names.Code(response, category);
        var model = BarometerException.Translating(() => Engine.Regression(response, predictors, family, category, answers));
        return new UnreleasedModel(model, Names, (estimate, margin) =>
        {
            if (Engine.Data[response] is NumericColumn || predictors.SelectMany(term => term.Split(':')).Any(IsNumber))
            {
                throw new BarometerException(new Problem(
                    "The effects of this model can't be released: what a number tells of single organisations can't be bounded",
                    Expected: "an answer as response, and categories as predictors",
                    Hint: "size_band in the place of employees"));
            }

            var (words, method) = Universe(response, answers);
            var terms = method with { Model = new ModelTerms(family, [.. predictors]) };
            var label = Labels.Of(response);
            return margin is null
                ? Table(_ => estimate(), label, (words, terms), byLabels: [new LocalizedText("Kjennetegn", "Characteristic")])
                : Table(_ => estimate(), new LocalizedText(label.Nb + ", justert", label.En + ", adjusted"), (words, terms));
        });
    }

    /// <summary>
    /// A proportional odds model of an ordered answer, such as how strongly something promoted or inhibited: logit P(Y ≤ j) = ζⱼ − xβ.
    /// </summary>
    /// <param name="response">An ordered categorical variable; «don't know» and «not relevant» are left out.</param>
    /// <param name="predictors">Variables, <c>log(x)</c> of a number, or products <c>a:b</c>.</param>
    /// <exception cref="BarometerException">A variable does not exist, has no order or does not vary, or a predictor separates the answers.</exception>
    /// <example><code>design.OrdinalRegression("factor_leader", ["agency_group", "size_group"]).OddsRatios()</code></example>
    public UnreleasedOrdinalModel OrdinalRegression(string response, Grouping predictors)
    {
        (response, predictors) = (Names.Variable(response), Names.Terms(predictors));
        var model = BarometerException.Translating(() => Engine.OrdinalRegression(response, predictors));
        return new UnreleasedOrdinalModel(model, Names, estimate =>
        {
            if (predictors.SelectMany(term => term.Split(':')).Any(IsNumber))
            {
                throw new BarometerException(new Problem(
                    "The odds ratios of this model can't be released: what a number tells of single organisations can't be bounded",
                    Expected: "categories as predictors",
                    Hint: "size_band in the place of employees"));
            }

            var (words, method) = Universe(response, AnswerBase.AskedWithAView);
            return Table(
                _ => estimate(),
                Labels.Of(response),
                (words, method with { Model = new ModelTerms(null, [.. predictors]) }),
                byLabels: [new LocalizedText("Kjennetegn", "Characteristic")],
                label: outcome => new LabelledOutcome(outcome.Variable, null, new LocalizedText("Høyere svar", "A higher answer")));
        });
    }

    /// <summary>Items that measure one thing together, such as a battery of statements: means, spread, correlations and consistency.</summary>
    /// <param name="items">Two or more ordered categorical variables; a battery's name stands for its items.</param>
    /// <exception cref="BarometerException">An item does not exist, has no order or was asked of others, or nobody answered all of them.</exception>
    /// <example><code>design.Scale(["factor_leader", "factor_employees", "factor_law"]).Alpha()</code></example>
    public UnreleasedScale Scale(Grouping items)
    {
        var named = Names.Items(items);
        var scale = BarometerException.Translating(() => Engine.Scale(named));
        var (words, method) = Universe(named[0], AnswerBase.AskedWithAView);
        var universe = (new LocalizedText($"{words.Nb}, som svarte på alle spørsmålene", $"{words.En}, who answered all of the questions"), method);
        return new UnreleasedScale(scale, Names, (estimate, title) => Table(
            _ => estimate(),
            title is null ? Title(named) : new LocalizedText($"{title.Nb}: {Title(named).Nb}", $"{title.En}: {Title(named).En}"),
            universe,
            Stem(named),
            label: outcome => new LabelledOutcome(outcome.Variable, null, OfItems(outcome.Variable, title))));
    }

    private LocalizedText OfItems(string name, LocalizedText? title) => name.Split(':') switch
    {
        [var first, var second] => new LocalizedText($"{Labels.Of(first).Nb} × {Labels.Of(second).Nb}", $"{Labels.Of(first).En} × {Labels.Of(second).En}"),
        _ => name is "alpha" or "omega" ? title! : Labels.Of(name),
    };

    /// <summary>A test of independence of two variables, Rao and Scott's unless said otherwise.</summary>
    /// <exception cref="BarometerException">A variable does not exist or does not vary.</exception>
    /// <example><code>design.Independence("partner_private", "size_group")</code></example>
    public UnreleasedTest Independence(string first, string second, IndependenceTest test = IndependenceTest.RaoScott)
    {
        (first, second) = (Names.Variable(first), Names.Variable(second));
        return Test(design => design.Independence(first, second, test), _ => Proportion(first, second, answers: AnswerBase.AskedWithAView));
    }

    /// <summary>A t test of the difference of a share or a mean between a group and another, or everybody else.</summary>
    /// <exception cref="BarometerException">A variable or code does not exist, or nobody in a group is in the base.</exception>
    /// <example><code>design.TTest("innovated", "size_group", "from_50", "under_20")</code></example>
    public UnreleasedTest TTest(string variable, string by, string group, string? from = null, string? category = null)
    {
        variable = Names.Variable(variable);
        by = Names.Variable(by);
        (group, from, category) = (Names.Code(by, group)!, Names.Code(by, from), Names.Code(variable, category));
        return Test(
            design => design.TTest(variable, by, group, from, category),
            test => Table(_ => new EstimateTable(Measure.Difference, [], [test.Estimate!]), Labels.Of(variable), Universe(variable, AnswerBase.Asked)),
            () => ByGroup(variable, by, category),
            code => EqualityOf(code, ".TTest(", variable, by, category),
            Between(by, group, from));
    }

    /// <summary>A test whether a share or a mean rises or falls over ordered groups.</summary>
    /// <exception cref="BarometerException">A variable does not exist, or the groups have no order.</exception>
    /// <example><code>design.Trend("innovated", "size_group")</code></example>
    public UnreleasedTest Trend(string variable, string by, string? category = null)
    {
        variable = Names.Variable(variable);
        by = Names.Variable(by);
        category = Names.Code(variable, category);
        return Test(design => design.Trend(variable, by, category), _ => ByGroup(variable, by, category), inGroups: code => EqualityOf(code, ".Trend(", variable, by, category));
    }

    /// <summary>A rank test whether a number differs between groups: Wilcoxon's of two, Kruskal and Wallis' of more.</summary>
    /// <exception cref="BarometerException">A variable does not exist, or nobody is in the base.</exception>
    public UnreleasedTest RankTest(string variable, string by)
    {
        (variable, by) = (Names.Variable(variable), Names.Variable(by));
        return Test(design => design.RankTest(variable, by), _ => ByGroup(variable, by, null));
    }

    /// <summary>A chi-square test of a variable's shares against given ones.</summary>
    /// <exception cref="BarometerException">The shares do not fit the variable, or the weights fix them.</exception>
    public UnreleasedTest GivenShares(string variable, IReadOnlyDictionary<string, double> shares)
    {
        ArgumentNullException.ThrowIfNull(shares);
        variable = Names.Variable(variable);
        shares = shares.ToDictionary(share => Names.Code(variable, share.Key)!, share => share.Value);
        return Test(design => design.GivenShares(variable, shares), _ => Proportion(variable, answers: AnswerBase.AskedWithAView));
    }

    private UnreleasedTest Test(
        Func<SurveyDesign, SignificanceTest> compute, Func<SignificanceTest, UnreleasedTable> compared, Func<UnreleasedTable>? groups = null, Func<string, string>? inGroups = null,
        LocalizedText? between = null)
    {
        var test = BarometerException.Translating(() => compute(Engine));
        return new UnreleasedTest(test, () => compared(test), groups, inGroups) { Between = between };
    }

    // A test of two named groups, or of groups in an order, as one of any groups.
    private string EqualityOf(string code, string call, string variable, string by, string? category)
    {
        var (at, numeric) = (code.IndexOf(call, StringComparison.Ordinal), Engine.Data[variable] is NumericColumn);
        return at < 0 ? "" : code[..at] + (numeric ? $".Mean(\"{variable}\", by: \"{by}\")" : $".Proportion(\"{variable}\", by: \"{by}\"{(category is null ? "" : $", category: \"{category}\"")})") + ".EqualityTest()";
    }

    // «50 ansatte eller flere mot under 20 ansatte».
    private LocalizedText Between(string by, string group, string? from)
    {
        var one = Labels.Of(new GroupValue(by, group)).InFull;
        var other = from is null ? new LocalizedText("alle andre", "everybody else") : Labels.Of(new GroupValue(by, from)).InFull;
        return new LocalizedText($"{one.Nb} mot {SentenceCase.Inside(other.Nb)}", $"{one.En} against {SentenceCase.Inside(other.En)}");
    }

    // What a test of groups compares is what a table by the groups shows.
    private UnreleasedTable ByGroup(string variable, string by, string? category) =>
        Engine.Data[variable] is NumericColumn ? Mean(variable, by) : Proportion(variable, by, category ?? "yes");

    private bool IsNumber(string term) =>
        term.Trim().StartsWith("log(", StringComparison.Ordinal) || (Engine.Data.TryGet(term.Trim(), out var column) && column is NumericColumn);

    private string Words(string by, IReadOnlyDictionary<string, double> coefficients, Func<LocalizedText, string> of, string mark) =>
        string.Concat(coefficients.Select((term, i) =>
            (i == 0 ? (term.Value < 0 ? "\u2212" : "") : term.Value < 0 ? " \u2212 " : " + ")
            + (Math.Abs(term.Value) == 1 ? "" : FormattableString.Invariant($"{Math.Abs(term.Value):0.##} · ").Replace(".", mark, StringComparison.Ordinal))
            + of(Labels.Of(by, term.Key))));
}
