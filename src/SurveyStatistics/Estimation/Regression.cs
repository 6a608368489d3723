namespace SurveyStatistics.Estimation;

/// <summary>
/// A regression with design-based standard errors; <c>svyglm</c> in R's survey package. Made by
/// <see cref="SurveyDesign.Regression"/>.
/// </summary>
public sealed partial class Regression
{
    private readonly DesignState _state;
    private readonly Indicator _response;
    private readonly ModelMatrix _model;
    private readonly RegressionStatistic _statistic;

    internal Regression(DesignState state, Indicator response, ModelMatrix model, RegressionFamily family)
    {
        (_state, _response, _model, Family) = (state, response, model, family);
        _statistic = new RegressionStatistic(model, response.Values, family);
        Vector = state.Variance.Value.Estimate(_statistic);
        Respondents = model.InBase.Count(row => row == 0);
        DegreesOfFreedom = state.Variance.Value.DegreesOfFreedom(model.InBase, 1)[0] + 1 - Vector.Count;
        Deviance = _statistic.Fit(state.Variance.Value.Sample.Weights).Deviance;
        Coefficients = [.. model.Terms.SelectMany(term => term.Names).Select((name, i) =>
            Coefficient.Of(state, name, Vector, i, DegreesOfFreedom, model.EffectiveRespondents(name, state.Variance.Value.Sample.Weights)))];
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
    /// The Wald test that all coefficients of one or more terms are zero, as an F test with the design's degrees of freedom
    /// (<c>regTermTest</c> in R's survey package).
    /// </summary>
    /// <param name="terms">The terms as written in the model.</param>
    /// <exception cref="SurveyException">The model has no such term, or none is named.</exception>
    public SignificanceTest TermTest(Grouping terms) => _model.TermTest(terms, Vector, DegreesOfFreedom);

    /// <summary>
    /// Average marginal effects: how much the mean response changes, on average over the population, from the reference to
    /// a category, or by one unit of a number. Standard errors count the sampling of respondents, too.
    /// </summary>
    /// <remarks>Products of variables have no effect of their own; a variable in several terms is changed in all.</remarks>
    public IReadOnlyList<MarginalEffect> MarginalEffects() => MarginalEffectStatistic.Estimate(_state, _model, _statistic, Family, DegreesOfFreedom);

    /// <summary>
    /// The average marginal effects of a model of categories as a table: each category against its reference. The
    /// respondents behind every number are those of the whole model, cell by cell: its coefficients are settled by how many
    /// gave the answer in each category of each term (the score equations, McCullagh and Nelder 1989, section 4.4).
    /// </summary>
    /// <exception cref="SurveyException">The response or a predictor is a number, which has no cells.</exception>
    public EstimateTable Effects() => Table(Measure.Difference, MarginalEffects());

    /// <summary>The odds ratios of a logistic model as a table, with the same respondents behind them.</summary>
    /// <exception cref="SurveyException">
    /// The model is not logistic or has products, or the response or a predictor is a number.
    /// </exception>
    public EstimateTable OddsRatios()
    {
        if (Family != RegressionFamily.Logistic)
        {
            throw new SurveyException(new Problem("Only a logistic model has odds ratios", Got: $"{Family}", Hint: "fit it with RegressionFamily.Logistic, or take its Effects()"));
        }

        if (_model.Terms.Any(term => term.Parts.Count > 1))
        {
            throw new SurveyException(new Problem(
                "The odds ratios of a model with products can't be told one by one", Expected: "a model of variables alone", Hint: "take its Effects()"));
        }

        return Table(
            Measure.OddsRatio,
            [.. Coefficients.Where(one => one.Name.Categories.Count > 0).Select(one => new MarginalEffect(one.Name, one.Ratio, double.NaN, one.RatioInterval, one.Reliability))]);
    }

    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant($"{Response} ~ {Vector.Count} coefficients");

    private EstimateTable Table(Measure measure, IReadOnlyList<MarginalEffect> effects)
    {
        if (_response.Counted is null || _model.Parts.Any(part => part.Codes is null))
        {
            throw new SurveyException(new Problem(
                "The effects of this model are no table of groups", Expected: "an answer as response, and categories as predictors", Hint: "take its MarginalEffects()"));
        }

        var members = Behind();
        var degrees = _state.Variance.Value.DegreesOfFreedom(_model.InBase, 1)[0];
        return new EstimateTable(measure, ["effect"], [.. effects.Select(effect => new Estimate
        {
            Outcome = _response.Outcome,
            Groups = [_model.Compared(_state.Specification.Data, effect.Name)],
            Value = effect.Value,
            StandardError = effect.StandardError,
            Interval = effect.Interval,
            Respondents = Respondents,
            Base = _model.Base(_state.Variance.Value.Sample.Weights),
            DegreesOfFreedom = degrees,
            Reliability = ReliabilityRule.Judge(Respondents, degrees, null),
            Members = members,
        })]);
    }

    // The respondents behind every number of the model, cell by cell; of a model with a number among its predictors all together.
    private CellMembers Behind() => new(_model.Parts.Any(part => part.Codes is null)
        ? [_response.Members(_model.InBase)]
        : [.. Cells().Prepend(_model.InBase).Select(cell => _response.Members(cell))]);

    // For each column of the model, and each reference, the rows of its cell: 0 inside and −1 outside.
    private IEnumerable<int[]> Cells()
    {
        foreach (var term in _model.Terms.Where(term => term.Parts.Count > 0))
        {
            var cellOf = Enumerable.Range(0, _model.InBase.Length)
                .Select(row => _model.InBase[row] < 0 ? null : string.Join(',', term.Parts.Select(part => part.Codes![row])))
                .ToArray();
            foreach (var cell in cellOf.Distinct().Where(cell => cell is not null).Order(StringComparer.Ordinal))
            {
                yield return Array.ConvertAll(cellOf, one => one == cell ? 0 : -1);
            }
        }
    }
}

/// <summary>How the mean of the response depends on the linear predictor, and its variance on the mean.</summary>
public enum RegressionFamily
{
    /// <summary>The mean is the linear predictor (<c>gaussian</c>).</summary>
    Linear = 0,

    /// <summary>The log odds are the linear predictor (<c>quasibinomial</c>); coefficients are log odds ratios.</summary>
    Logistic,

    /// <summary>The log of the mean is the linear predictor (<c>quasipoisson</c>); coefficients are log rate ratios.</summary>
    Poisson,
}

/// <summary>A coefficient of a regression.</summary>
/// <param name="Name">What it belongs to.</param>
/// <param name="Value">The estimate, on the scale of the linear predictor.</param>
/// <param name="StandardError">Its design-based standard error.</param>
/// <param name="T">The estimate over its standard error.</param>
/// <param name="PValue">The two-sided p-value of no effect, by the t distribution with the model's degrees of freedom.</param>
/// <param name="Interval">The t interval; null without degrees of freedom.</param>
/// <param name="Reliability">Reasons to read it with care.</param>
public sealed record Coefficient(
    CoefficientName Name, double Value, double StandardError, double T, double PValue, ConfidenceInterval? Interval, Reliability Reliability)
{
    /// <summary>The odds ratio (logistic) or rate ratio (Poisson): the exponential of the coefficient.</summary>
    public double Ratio => Math.Exp(Value);

    /// <summary>The interval of <see cref="Ratio"/>; null without degrees of freedom.</summary>
    public ConfidenceInterval? RatioInterval => Interval is null
        ? null
        : new ConfidenceInterval(Math.Exp(Interval.Lower), Math.Exp(Interval.Upper), Interval.Level, $"exp {Interval.Method}");

    // One of several coefficients that were estimated together.
    internal static Coefficient Of(DesignState state, CoefficientName name, EstimateVector vector, int index, double degreesOfFreedom, double effective)
    {
        var (value, error) = (vector.Values[index], vector.StandardError(index));
        return new Coefficient(
            name,
            value,
            error,
            value / error,
            degreesOfFreedom > 0 ? Distributions.StudentTwoSided(value / error, degreesOfFreedom) : double.NaN,
            state.StudentInterval(value, error * error, degreesOfFreedom),
            ReliabilityRule.Judge(effective, degreesOfFreedom, null));
    }
}

/// <summary>What a coefficient belongs to.</summary>
/// <param name="Term">The model term as written, for example <c>size_band</c> or <c>log(employees)</c>; empty for the constant.</param>
/// <param name="Categories">The categories that the coefficient compares with the reference; empty for a number.</param>
public sealed record CoefficientName(string Term, IReadOnlyList<(string Variable, string Category)> Categories)
{
    /// <summary>The name in one word: <c>size_band=50-99</c>.</summary>
    public override string ToString() => Term.Length == 0
        ? "(constant)"
        : Categories.Count == 0 ? Term : string.Join(':', Categories.Select(one => $"{one.Variable}={one.Category}"));
}
