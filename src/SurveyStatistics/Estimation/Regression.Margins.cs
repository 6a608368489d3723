namespace SurveyStatistics.Estimation;

/// <content>Adjusted (predictive) margins, and the coefficients' covariances.</content>
public sealed partial class Regression
{
    /// <summary>The covariance of two coefficients (<c>vcov</c> in R's survey package).</summary>
    /// <param name="first">The place of the one in <see cref="Coefficients"/>.</param>
    /// <param name="second">The place of the other.</param>
    public double Covariance(int first, int second) => Vector.Covariance[first, second];

    /// <summary>
    /// Predictive margins: the mean response if everybody in the base had a level of a predictor and kept all else, for each level (Graubard and Korn 1999;
    /// <c>svypredmeans</c> in R's survey package). Standard errors count the sampling of respondents and that of the coefficients with their covariance, which R leaves out.
    /// </summary>
    /// <param name="variable">A predictor.</param>
    /// <param name="levels">Its levels: codes, or numbers with a point; null for every category that occurs.</param>
    /// <param name="at">Levels of other predictors at which everybody is held.</param>
    /// <returns>A margin a level, of a share or a mean; they can be taken together by <see cref="EstimateTable.Joint"/>, for differences and functions.</returns>
    /// <exception cref="SurveyException">The model has no such predictor, nobody has a level, or a number comes without levels.</exception>
    public EstimateTable Margins(string variable, IReadOnlyList<string>? levels = null, IReadOnlyDictionary<string, string>? at = null)
    {
        var predictors = _model.Parts.Select(part => part.Variable).Distinct().ToList();
        foreach (var name in (at?.Keys ?? []).Prepend(variable).Where(name => !predictors.Contains(name)))
        {
            throw new SurveyException(Problem.NoSuch($"The model has no predictor «{name}»", name, predictors));
        }

        if (at?.ContainsKey(variable) == true)
        {
            throw new SurveyException(new Problem($"«{variable}» is held at a level and varied", Expected: "other predictors among those that are held"));
        }

        string[] chosen = [.. levels ?? [.. _model.Parts.First(part => part.Variable == variable).Occurring]];
        if (chosen.Length == 0)
        {
            throw new SurveyException(new Problem($"«{variable}» is a number: its margins need levels", Expected: "levels: [\"10\", \"50\"]"));
        }

        var places = chosen.Select(level => new Dictionary<string, string>(at ?? new Dictionary<string, string>()) { [variable] = level }).ToList();
        var statistic = new MarginalEffectStatistic(_model, _statistic, Family, places.Select(_model.At));
        var vector = _state.Variance.Value.Estimate(statistic);
        var (source, members, isShare) = (new Lazy<IStatistic>(statistic), Behind(), _response.Counted is not null);
        var whole = _model.Base(_state.Variance.Value.Sample.Weights);
        var lost = _state.Variance.Value.DegreesOfFreedom(_model.InBase, 1)[0] - DegreesOfFreedom;
        return new EstimateTable(isShare ? Measure.Share : Measure.Mean, [variable, .. at?.Keys ?? []], [.. chosen.Select((level, i) => new Estimate
        {
            Outcome = _response.Outcome,
            Groups = [new GroupValue(variable, level), .. (at ?? new Dictionary<string, string>()).Select(held => new GroupValue(held.Key, held.Value))],
            Value = vector.Values[i],
            StandardError = vector.StandardError(i),
            Interval = Interval(vector.Values[i], vector.Covariance[i, i], isShare),
            Respondents = Respondents,
            Base = whole,
            DegreesOfFreedom = DegreesOfFreedom,
            Reliability = ReliabilityRule.Judge(EffectiveAt(variable, level), DegreesOfFreedom, null),
            Members = members,
            Source = new EstimateSource(_state, source, i, lost),
        })]);
    }

    /// <summary>The difference of two predictive margins; see <see cref="Margins"/>.</summary>
    /// <param name="variable">A predictor.</param>
    /// <param name="level">The level of the one.</param>
    /// <param name="from">The level that is subtracted.</param>
    /// <param name="at">Levels of other predictors at which everybody is held.</param>
    /// <exception cref="SurveyException">As for <see cref="Margins"/>.</exception>
    public EstimateTable MarginDifference(string variable, string level, string from, IReadOnlyDictionary<string, string>? at = null)
    {
        var margins = Margins(variable, [level, from], at);
        var difference = margins.Joint().Function($"{level} - {from}", x => x[0] - x[1]);
        return new EstimateTable(Measure.Difference, margins.By, [difference with
        {
            Outcome = _response.Outcome,
            Groups = [new GroupValue(variable, level) { Reference = from }, .. margins.Estimates[0].Groups.Skip(1)],
            Reliability = margins.Estimates[0].Reliability | margins.Estimates[1].Reliability,
            Members = Behind(),
        }]);
    }

    // A linear model's margin of a share can lie outside 0–1, where the logit has no place.
    private ConfidenceInterval? Interval(double value, double variance, bool isShare) =>
        (isShare && value is > 0 and < 1 ? IntervalScale.Logit : IntervalScale.Identity).Interval(_state, Response, value, variance, DegreesOfFreedom);

    // Those with the level, on whom the margin leans; of a number everybody.
    private double EffectiveAt(string variable, string level)
    {
        var part = _model.Parts.First(one => one.Variable == variable);
        return ReliabilityRule.EffectiveNumber(
            _state.Variance.Value.Sample.Weights, row => _model.InBase[row] == 0 && (part.Codes is null || part.Categories[part.Codes[row]] == level));
    }
}
