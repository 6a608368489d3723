namespace SurveyStatistics.Estimation;

/// <summary>
/// A proportional odds model of an ordered answer with design-based standard errors: logit P(Y ≤ j) = ζⱼ − xβ, so that a
/// positive coefficient goes with higher answers. <c>svyolr</c> in R's survey package, at convergence. Made by
/// <see cref="SurveyDesign.OrdinalRegression"/>.
/// </summary>
public sealed class OrdinalRegression
{
    private readonly DesignState _state;
    private readonly CategoricalColumn _response;
    private readonly ModelMatrix _model;
    private readonly int[] _given;

    internal OrdinalRegression(DesignState state, CategoricalColumn response, ModelMatrix model)
    {
        (_state, _response, _model) = (state, response, model);
        _given = [.. Enumerable.Range(0, response.Categories.Count).Where(code => model.InBase.Index().Any(row => row.Item == 0 && response.CodeArray[row.Index] == code))];
        if (_given.Length < 2)
        {
            throw new SurveyException(new Problem($"«{response.Name}» does not vary among the respondents of the model", Expected: "two answers or more"));
        }

        var names = Array.ConvertAll(_given, code => response.Categories[code]);
        var statistic = new OrdinalStatistic(model, [.. model.InBase.Select((row, i) => row < 0 ? -1 : Array.IndexOf(_given, response.CodeArray[i]))], names);
        Vector = state.Variance.Value.Estimate(statistic);
        Deviance = statistic.Fit(state.Variance.Value.Sample.Weights).Deviance;
        Respondents = model.InBase.Count(row => row == 0);
        DegreesOfFreedom = state.Variance.Value.DegreesOfFreedom(model.InBase, 1)[0] - model.Matrix.Columns;
        Coefficients = [.. model.Terms.SelectMany(term => term.Names).Select((name, i) =>
            Coefficient.Of(state, name, Vector, i, DegreesOfFreedom, model.EffectiveRespondents(name, state.Variance.Value.Sample.Weights)))];
        var effective = ReliabilityRule.EffectiveNumber(state.Variance.Value.Sample.Weights, row => model.InBase[row] == 0);
        Thresholds = [.. names.SkipLast(1).Select((name, i) =>
            Coefficient.Of(state, new CoefficientName($"{name}|{names[i + 1]}", []), Vector, Coefficients.Count + i, DegreesOfFreedom, effective))];
    }

    /// <summary>The response's name.</summary>
    public string Response => _response.Name;

    /// <summary>The coefficients of the terms in order; there is no constant beside the thresholds.</summary>
    public IReadOnlyList<Coefficient> Coefficients { get; }

    /// <summary>The thresholds between categories that follow each other, named <c>low|high</c>; of those that somebody gave.</summary>
    public IReadOnlyList<Coefficient> Thresholds { get; }

    /// <summary>The number of respondents with response and predictors.</summary>
    public int Respondents { get; }

    /// <summary>The design's degrees of freedom in the model's base, less one for each coefficient.</summary>
    public double DegreesOfFreedom { get; }

    /// <summary>The deviance, with weights that average one.</summary>
    public double Deviance { get; }

    /// <summary>The coefficients, then the thresholds, with their covariances.</summary>
    internal EstimateVector Vector { get; }

    /// <summary>
    /// The Wald test that all coefficients of one or more terms are zero, as an F test with the design's degrees of freedom
    /// (<c>regTermTest</c> in R's survey package).
    /// </summary>
    /// <param name="terms">The terms as written in the model.</param>
    /// <exception cref="SurveyException">The model has no such term, or none is named.</exception>
    public SignificanceTest TermTest(Grouping terms) => _model.TermTest(terms, Vector, DegreesOfFreedom);

    /// <summary>
    /// The odds ratios of a model of categories as a table: the odds of a higher answer in each category over those in the
    /// reference. The respondents behind every number are those of the whole model, by answer and by the crossing of all
    /// predictors: its coefficients are settled by these counts.
    /// </summary>
    /// <exception cref="SurveyException">The model has products, or a predictor is a number.</exception>
    public EstimateTable OddsRatios()
    {
        if (_model.Terms.Any(term => term.Parts.Count > 1 || term.Parts.Any(part => part.Codes is null)))
        {
            throw new SurveyException(new Problem(
                "The odds ratios of this model are no table of groups", Expected: "a model of categories alone, without products", Hint: "take its Coefficients"));
        }

        var members = new CellMembers([.. Cells().SelectMany(cell => _given.Select(code => new CellMembers(cell, Array.FindAll(cell, row => _response.CodeArray[row] == code))
        {
            Outcome = new Outcome(_response.Name, _response.Categories[code]),
        }))]);
        var degrees = _state.Variance.Value.DegreesOfFreedom(_model.InBase, 1)[0];
        return new EstimateTable(Measure.OddsRatio, ["effect"], [.. Coefficients.Select(one => new Estimate
        {
            Outcome = new Outcome(_response.Name, null),
            Groups = [_model.Compared(_state.Specification.Data, one.Name)],
            Value = one.Ratio,
            Interval = one.RatioInterval,
            Respondents = Respondents,
            Base = _model.Base(_state.Variance.Value.Sample.Weights),
            DegreesOfFreedom = degrees,
            Reliability = one.Reliability,
            Members = members,
        })]);
    }

    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant($"{Response} ~ {Coefficients.Count} coefficients");

    // The rows of each combination of the predictors' categories that occurs.
    private IEnumerable<int[]> Cells() => Enumerable.Range(0, _model.InBase.Length)
        .Where(row => _model.InBase[row] == 0)
        .GroupBy(row => string.Join(',', _model.Parts.Select(part => part.Codes![row])), StringComparer.Ordinal)
        .OrderBy(cell => cell.Key, StringComparer.Ordinal)
        .Select(cell => cell.ToArray());
}
