namespace Barometer.Analysis.Weighting;

/// <summary>The result of a test before its release. A notebook shows a notice in its place: a statistic can give counts away.</summary>
[MissingMemberHint(MissingMemberHintAttribute.Release)]
public sealed class UnreleasedTest : Displayable
{
    /// <summary>What the test under a two-way table is called.</summary>
    internal static readonly LocalizedText RaoScott = new("Pearsons X² med Rao og Scotts korreksjon", "Pearson's X² with Rao and Scott's correction");

    private readonly SignificanceTest _test;

    internal UnreleasedTest(SignificanceTest test, Func<UnreleasedTable> compared, Func<UnreleasedTable>? groups = null, Func<string, string>? inGroups = null)
    {
        (_test, Compared, Groups, InGroups) = (test, compared, groups ?? compared, inGroups ?? (code => code));
        Method = test.Method switch
        {
            TestMethod.RaoScott => RaoScott,
            TestMethod.RaoScottFirstOrder => new("Pearsons X² med Rao og Scotts førsteordenskorreksjon", "Pearson's X² with Rao and Scott's first-order correction"),
            TestMethod.Saddlepoint => new("Pearsons X² mot sin egen fordeling", "Pearson's X² against its own distribution"),
            TestMethod.AdjustedWald => new("Justert Wald-test", "Adjusted Wald test"),
            TestMethod.Student => new("t-test", "t test"),
            TestMethod.Trend => new("Trendtest", "Trend test"),
            TestMethod.Wilcoxon => new("Wilcoxons rangtest", "Wilcoxon's rank test"),
            TestMethod.KruskalWallis => new("Kruskal og Wallis' rangtest", "Kruskal and Wallis' rank test"),
            TestMethod.GivenShares => new("Kjikvadrattest mot gitte andeler", "Chi-square test of given shares"),
            _ => new("Wald-test", "Wald test"),
        };
    }

    /// <summary>The test's name.</summary>
    public LocalizedText Method { get; }

    /// <summary>The estimates that the test compares: its result is a function of them, and is released with them or not at all.</summary>
    internal Func<UnreleasedTable> Compared { get; }

    /// <summary>The table by the groups that are compared: coarser ones are looked for where one may not be shown.</summary>
    internal Func<UnreleasedTable> Groups { get; }

    /// <summary>The code of a test of any groups, made of that of this one.</summary>
    internal Func<string, string> InGroups { get; }

    /// <summary>Of a test of two groups which they are; else null.</summary>
    internal LocalizedText? Between { get; init; }

    /// <summary>The p-value.</summary>
    internal double PValue => _test.PValue;

    /// <summary>Of a trend, whether it rises (1) or falls (−1); 0 for other tests.</summary>
    internal int Direction => _test.Method == TestMethod.Trend ? Math.Sign(_test.Estimate!.Value) : 0;

    /// <summary>The statistic, its degrees of freedom and the p-value under the red banner, as the result of one cell; see <see cref="UnreleasedTable.Explored"/>.</summary>
    /// <exception cref="BarometerException">Exploring is off.</exception>
    /// <example><code>design.Trend("innovated", "size_group").Explored()</code></example>
    public Displayable Explored() => ExploredResult.Of(Method, Numbers);

    /// <summary>The same without the banner.</summary>
    internal (string Html, string Text) Numbers() => ExploredResult.Lines(Method, _test.ToString());

    /// <inheritdoc/>
    internal override string? Stored => Exploration.IsOn ? null : OutputStamp.Notice;

    /// <inheritdoc/>
    public override string ToHtml() => StoredHtml(Language.Nb);

    /// <inheritdoc/>
    internal override string StoredHtml(Language language) => Notice.NotReleased(
        language, "Testen vises ikke før den er kontrollert for anonymitet.", "The test does not show before a release has checked it.");

    /// <inheritdoc/>
    public override string ToString() => $"{Method.Nb}: ikke frigitt / {Method.En}: not released";
}

/// <summary>Items in order of their shares, with the ranks that the sample leaves open, before their release.</summary>
[MissingMemberHint(MissingMemberHintAttribute.Release)]
public sealed class UnreleasedRanking : Displayable
{
    internal UnreleasedRanking(Ranking ranking, UnreleasedTable shares) => (Ranking, Shares) = (ranking, shares);

    /// <summary>The shares, in the order of the items: that of the shares would tell of one that may not be shown.</summary>
    public UnreleasedTable Shares { get; }

    /// <summary>The engine's ranks, the largest share first.</summary>
    internal Ranking Ranking { get; }

    /// <summary>The shares and ranks under the red banner, as the result of one cell; see <see cref="UnreleasedTable.Explored"/>.</summary>
    /// <exception cref="BarometerException">Exploring is off.</exception>
    /// <example><code>design.Ranks(["value_quality", "value_efficiency"]).Explored()</code></example>
    public Displayable Explored() => ExploredResult.Of(Shares.Title, Shares.Numbers, () => ExploredResult.Lines(Shares.Title, [.. Ranking.ToString().Split('\n')]));

    /// <inheritdoc/>
    internal override string? Stored => Exploration.IsOn ? null : OutputStamp.Notice;

    /// <inheritdoc/>
    public override string ToHtml() => Shares.ToHtml();

    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant($"{Shares.Title.Nb}: rangering av {Ranking.Items.Count}, ikke frigitt / {Shares.Title.En}: {Ranking.Items.Count} items ranked, not released");
}

/// <summary>A proportional odds model of an ordered answer before its release.</summary>
/// <example><code>barometer.Release(design.OrdinalRegression("factor_leader", "size_group").OddsRatios(), id: "leader-by-size")</code></example>
[MissingMemberHint(MissingMemberHintAttribute.Release)]
public sealed class UnreleasedOrdinalModel : Displayable
{
    private readonly OrdinalRegression _model;
    private readonly Vocabulary _names;
    private readonly Func<Func<EstimateTable>, UnreleasedTable> _table;

    internal UnreleasedOrdinalModel(OrdinalRegression model, Vocabulary names, Func<Func<EstimateTable>, UnreleasedTable> table) => (_model, _names, _table) = (model, names, table);

    /// <inheritdoc/>
    internal override string? Stored => Exploration.IsOn ? null : OutputStamp.Notice;

    /// <summary>
    /// The odds of a higher answer in each category over those in the reference, as a table that can be released: all of them or none, with the
    /// number of each answer in the crossing of all predictors, from which they follow.
    /// </summary>
    /// <exception cref="BarometerException">The model has products, or a predictor is a number: what it tells can't be bounded.</exception>
    public UnreleasedTable OddsRatios() => _table(_model.OddsRatios);

    /// <summary>Wald's test that all coefficients of one or more terms are zero.</summary>
    /// <param name="terms">The predictors as they were named.</param>
    /// <exception cref="BarometerException">The model has no such term.</exception>
    public UnreleasedTest TermTest(Grouping terms) => new(BarometerException.Translating(() => _model.TermTest(_names.Terms(terms))), OddsRatios);

    /// <inheritdoc/>
    public override string ToHtml() => StoredHtml(Language.Nb);

    /// <inheritdoc/>
    internal override string StoredHtml(Language language) => Notice.NotReleased(
        language, "Modellen vises ikke før den er kontrollert for anonymitet.", "The model does not show before a release has checked it.");

    /// <inheritdoc/>
    public override string ToString() => $"Modell av {_model.Response}: ikke frigitt / model of {_model.Response}: not released";
}

/// <summary>A regression model before its release.</summary>
/// <example><code>barometer.Release(design.Regression("innovated", ["agency_group", "size_band"], RegressionFamily.Logistic).Effects(), id: "model")</code></example>
[MissingMemberHint(MissingMemberHintAttribute.Release)]
public sealed class UnreleasedModel : Displayable
{
    private readonly Regression _model;
    private readonly Vocabulary _names;
    private readonly Func<Func<EstimateTable>, string?, UnreleasedTable> _table;

    internal UnreleasedModel(Regression model, Vocabulary names, Func<Func<EstimateTable>, string?, UnreleasedTable> table) => (_model, _names, _table) = (model, names, table);

    /// <inheritdoc/>
    internal override string? Stored => Exploration.IsOn ? null : OutputStamp.Notice;

    /// <summary>
    /// The average marginal effects as a table that can be released: of an answer, in percentage points, each category
    /// against the reference. A release shows all of them or none.
    /// </summary>
    /// <exception cref="BarometerException">The response or a predictor is a number: what it tells can't be bounded.</exception>
    public UnreleasedTable Effects() => _table(_model.Effects, null);

    /// <summary>
    /// The odds ratios of a logistic model as a table that can be released: each category against the reference. A release
    /// shows all of them or none.
    /// </summary>
    /// <exception cref="BarometerException">
    /// The model is not logistic or has products, or the response or a predictor is a number.
    /// </exception>
    public UnreleasedTable OddsRatios() => _table(_model.OddsRatios, null);

    /// <summary>
    /// Adjusted shares: what everybody would answer if all had a category of a predictor and kept all else, for each category. A release shows all of them or none, in whole
    /// per cent.
    /// </summary>
    /// <remarks>Others can't be held at a level: every level would show the same coefficients once more, rounded elsewhere.</remarks>
    /// <param name="variable">A predictor.</param>
    /// <exception cref="BarometerException">The model has no such predictor, or the response or a predictor is a number.</exception>
    public UnreleasedTable Margins(string variable) => _table(() => _model.Margins(_names.Variable(variable)), variable);

    /// <summary>The difference of two adjusted shares; see <see cref="Margins"/>.</summary>
    /// <param name="variable">A predictor.</param>
    /// <param name="category">The code of the one category.</param>
    /// <param name="from">The code of the category that is subtracted.</param>
    /// <exception cref="BarometerException">The model has no such predictor or category, or the response or a predictor is a number.</exception>
    public UnreleasedTable MarginDifference(string variable, string category, string from)
    {
        var name = _names.Variable(variable);
        return _table(() => _model.MarginDifference(name, _names.Code(name, category)!, _names.Code(name, from)!), name);
    }

    /// <summary>Wald's test that all coefficients of one or more terms are zero.</summary>
    /// <param name="terms">The predictors as they were named.</param>
    /// <exception cref="BarometerException">The model has no such term.</exception>
    public UnreleasedTest TermTest(Grouping terms) => new(BarometerException.Translating(() => _model.TermTest(_names.Terms(terms))), Effects);

    /// <inheritdoc/>
    public override string ToHtml() => StoredHtml(Language.Nb);

    /// <inheritdoc/>
    internal override string StoredHtml(Language language) => Notice.NotReleased(
        language, "Modellen vises ikke før den er kontrollert for anonymitet.", "The model does not show before a release has checked it.");

    /// <inheritdoc/>
    public override string ToString() => $"Modell av {_model.Response}: ikke frigitt / model of {_model.Response}: not released"; // not how many coefficients: an answer that nobody gave has none
}
