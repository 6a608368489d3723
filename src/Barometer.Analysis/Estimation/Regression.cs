namespace Barometer.Analysis.Estimation;

/// <summary>
/// A regression with design-based standard errors; <c>svyglm</c> in R's survey package. Made by
/// <see cref="SurveyDesign.Regression"/>.
/// </summary>
[MissingMemberHint(MissingMemberHintAttribute.Release)]
public sealed class Regression : Displayable
{
    private readonly DesignState _state;
    private readonly Indicator _response;
    private readonly LocalizedText _universe;
    private readonly ModelMatrix _model;
    private readonly RegressionStatistic _statistic;

    internal Regression(DesignState state, Indicator response, ModelMatrix model, RegressionFamily family, LocalizedText universe)
    {
        (_state, _response, _model, Family, _universe) = (state, response, model, family, universe);
        _statistic = new RegressionStatistic(model, response.Values, family);
        Vector = state.Variance.Value.Estimate(_statistic);
        Respondents = model.InBase.Count(row => row == 0);
        DegreesOfFreedom = state.Variance.Value.DegreesOfFreedom(model.InBase, 1)[0] + 1 - Vector.Count;
        Deviance = _statistic.Fit(state.Variance.Value.Sample.Weights).Deviance;
        Coefficients = [.. model.Terms.SelectMany(term => term.Names).Select(Make)];
    }

    /// <summary>The response's name.</summary>
    public string Response => _response.Outcome.Variable;

    /// <summary>The family.</summary>
    public RegressionFamily Family { get; }

    /// <summary>The coefficients: the constant, then the terms in order.</summary>
    public IReadOnlyList<Coefficient> Coefficients { get; }

    /// <summary>The number of respondents with response and predictors.</summary>
    public int Respondents { get; }

    /// <summary>The design's degrees of freedom in the model's base, less one for each coefficient but the constant.</summary>
    public double DegreesOfFreedom { get; }

    /// <summary>The deviance, with weights that average one.</summary>
    public double Deviance { get; }

    /// <summary>The coefficients with their covariances.</summary>
    internal EstimateVector Vector { get; }

    /// <summary>
    /// The Wald test that all coefficients of a term are zero, as an F test with the design's degrees of freedom
    /// (<c>regTermTest</c> in R's survey package).
    /// </summary>
    /// <param name="term">The term as written in the model.</param>
    /// <exception cref="BarometerException">The model has no such term.</exception>
    public SignificanceTest TermTest(string term)
    {
        var found = _model.Terms.FirstOrDefault(one => one.Text == term && term.Length > 0) ?? throw new BarometerException(new Problem(
            $"The model has no term «{term}»", Expected: "one of " + string.Join(", ", _model.Terms.Skip(1).Select(one => one.Text))));
        var part = Vector.Select([.. found.Positions]);
        var f = WaldStatistic.Of(part) / part.Count;
        return new SignificanceTest(
            new LocalizedText("Wald-test", "Wald test"),
            "F",
            f,
            part.Count,
            DegreesOfFreedom,
            Distributions.FUpperTail(f, part.Count, DegreesOfFreedom)).Of(Effects);
    }

    /// <summary>
    /// Average marginal effects: how much the mean response changes, on average over the population, from the reference to
    /// a category, or by one unit of a number. Standard errors count the sampling of respondents, too.
    /// </summary>
    /// <remarks>Products of variables have no effect of their own; a variable in several terms is changed in all.</remarks>
    public IReadOnlyList<MarginalEffect> MarginalEffects() => MarginalEffectStatistic.Estimate(_state, _model, _statistic, Family, DegreesOfFreedom);

    /// <summary>
    /// The average marginal effects as a table that can be released: of an answer, in percentage points, each category
    /// against the reference. A release shows all of them or none.
    /// </summary>
    /// <exception cref="BarometerException">The response or a predictor is a number: what it tells can't be bounded.</exception>
    public EstimateTable Effects() => EffectTable.Make(_state, _response, _model, MarginalEffects(), _universe);

    /// <summary>
    /// The odds ratios of a logistic model as a table that can be released: each category against the reference. A release
    /// shows all of them or none.
    /// </summary>
    /// <exception cref="BarometerException">
    /// The model is not logistic or has products, or the response or a predictor is a number.
    /// </exception>
    public EstimateTable OddsRatios() => Family == RegressionFamily.Logistic
        ? EffectTable.Odds(_state, _response, _model, Coefficients, _universe)
        : throw new BarometerException(new Problem("Only a logistic model has odds ratios", Got: $"{Family}", Hint: "release its Effects()"));

    /// <inheritdoc/>
    internal override string? Stored => Exploration.IsOn ? null : OutputStamp.Notice;

    /// <inheritdoc/>
    public override string ToHtml() => Notice.Html(
        "Ikke frigitt / Not released", "Modellen vises ikke før den er kontrollert for anonymitet. / The model does not show before a release has checked it.");

    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant($"{Response} ~ {Vector.Count} coefficients, not released");

    private Coefficient Make(CoefficientName name, int index)
    {
        var (value, error) = (Vector.Values[index], Vector.StandardError(index));
        return new Coefficient(
            name,
            value,
            error,
            value / error,
            DegreesOfFreedom > 0 ? Distributions.StudentTwoSided(value / error, DegreesOfFreedom) : double.NaN,
            _state.Intervals.Student(value, error * error, DegreesOfFreedom),
            ReliabilityRule.Judge(_model.EffectiveRespondents(name, _state.Variance.Value.Sample.Weights), DegreesOfFreedom, null));
    }
}
