using System.Globalization;

namespace Barometer.Conformance.Weighting.Estimators;

/// <summary>Cases about several estimates at once: their covariances, functions of them, joint tests, predictive margins.</summary>
internal static class FunctionCases
{
    /// <summary>The covariances of the means of several variables, or of one in groups, by rows.</summary>
    public static Observed Covariance(EstimatorCase one)
    {
        var tables = one.Form.Variables.Select(variable => one.Design.Mean(variable, [.. one.Form.By])).ToList();
        var joint = JointEstimates.Of([.. one.Form.By.Count == 0 ? tables : tables.Select(table => table.OfGroups())]);
        var count = joint.Estimates.Count;
        return new Observed
        {
            Vectors = new Dictionary<string, double[]> { ["covariance"] = [.. Enumerable.Range(0, count * count).Select(i => joint.Covariance(i / count, i % count))] },
        };
    }

    /// <summary>The mean of a 0/1 variable, or the share of an answer, in a group over that in another.</summary>
    public static Observed RelativeRisk(EstimatorCase one) => OfTwoGroups(one, (above, below) => above / below);

    /// <summary>The odds in a group over those in another.</summary>
    public static Observed OddsRatio(EstimatorCase one) => OfTwoGroups(one, (above, below) => above.Odds() / below.Odds());

    /// <summary>Whether the mean, or the share, is the same in all groups.</summary>
    public static Observed Equality(EstimatorCase one) => TestCases.Values(Groups(one).EqualityTest());

    /// <summary>The mean response if everybody had a level of the predictor <c>term</c>: of a factor each that occurs, of a number those of <c>lists.levels</c>.</summary>
    public static Observed Margins(EstimatorCase one)
    {
        var levels = one.Form.Lists.TryGetValue("levels", out var numbers) ? numbers.Select(level => level.ToString(CultureInfo.InvariantCulture)).ToList() : null;
        var table = ModelCases.Fit(one).Margins(one.Form.Term ?? throw new FormException("The predictor is missing: «term»."), levels);
        return new Observed { Rows = [.. EstimateRows.Of(table)] };
    }

    private static Observed OfTwoGroups(EstimatorCase one, Func<SmoothNumber, SmoothNumber, SmoothNumber> function)
    {
        var (group, from) = (one.Form.Group, one.Form.From);
        var estimate = group is null || from is null
            ? throw new FormException($"«{one.Form.Estimator}» needs «group» and «from».")
            : Groups(one).Function(one.Form.Estimator, x => function(x[group], x[from]), IntervalScale.Log);
        return new Observed { Rows = [EstimateRows.Of(estimate)] };
    }

    private static JointEstimates Groups(EstimatorCase one)
    {
        var between = one.Form.Between ?? throw new FormException($"«{one.Form.Estimator}» needs «between».");
        return (one.IsNumber(one.Variable) ? one.Design.Mean(one.Variable, between) : one.Design.Proportion(one.Variable, between, one.Form.Category ?? "yes", one.Answers)).OfGroups().Joint();
    }
}
