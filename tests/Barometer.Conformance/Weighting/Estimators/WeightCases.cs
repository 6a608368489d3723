namespace Barometer.Conformance.Weighting.Estimators;

/// <summary>Cases about the weights themselves.</summary>
internal static class WeightCases
{
    /// <summary>The weights in the order of the data.</summary>
    public static Observed Weights(EstimatorCase one) =>
        new() { Vectors = new Dictionary<string, double[]> { ["weights"] = one.Design.Weights.ToArray() } };

    /// <summary>The distribution of the weights.</summary>
    public static Observed Summary(EstimatorCase one)
    {
        var summary = one.Design.WeightHistory[^1].Weights;
        return Values(
            ("n", summary.Count),
            ("sum", summary.Sum),
            ("minimum", summary.Minimum),
            ("maximum", summary.Maximum),
            ("kishDeff", summary.KishDesignEffect),
            ("effectiveN", summary.EffectiveRespondents));
    }

    /// <summary>The design's degrees of freedom in the domain.</summary>
    public static Observed DegreesOfFreedom(EstimatorCase one) =>
        Values(("df", one.Design.Replicates?.DegreesOfFreedom ?? one.Design.DegreesOfFreedom));

    /// <summary>The weights of each replicate, sampling weights included, and what makes a variance of them.</summary>
    public static Observed Replicates(EstimatorCase one)
    {
        var replicates = one.Design.Replicates ?? throw new FormException("The design has no replicates.");
        var numbers = Enumerable.Range(0, replicates.Count);
        var vectors = numbers.ToDictionary(r => FormattableString.Invariant($"replicate {r + 1}"), replicates.Of);
        vectors["replicateScales"] = [.. numbers.Select(replicates.ScaleOf)];
        return new Observed
        {
            Values = new Dictionary<string, double>
            {
                ["count"] = replicates.Count,
                ["scale"] = replicates.Scale,
                ["df"] = replicates.DegreesOfFreedom,
            },
            Vectors = vectors,
        };
    }

    /// <summary>The invited units' estimated propensities, in the frame's order, and the limits of classes.</summary>
    public static Observed Propensities(EstimatorCase one)
    {
        var fitted = ResponseModel.Fit(NonResponse.Invited(one.Design.Sample), [.. one.Form.Predictors], false).Propensities;
        return new()
        {
            Vectors = new Dictionary<string, double[]>
            {
                ["propensities"] = fitted,
                ["quantiles"] = [.. one.Form.Probabilities.Select(p => Quantile7.Of(fitted, p))],
            },
        };
    }

    /// <summary>The R-indicator with its partials.</summary>
    public static Observed Representativity(EstimatorCase one)
    {
        var all = one.Design.Representativity([.. one.Form.Variables]);
        var vectors = new Dictionary<string, double[]>();
        foreach (var variable in all.Variables)
        {
            vectors[$"unconditional {variable.Variable}"] = [variable.Unconditional, .. variable.Categories.Select(category => category.Unconditional)];
            vectors[$"conditional {variable.Variable}"] = [variable.Conditional];
        }

        return new()
        {
            Values = new Dictionary<string, double>
            {
                ["indicator"] = all.Indicator,
                ["meanPropensity"] = all.MeanPropensity,
                ["maximalBias"] = all.MaximalBias,
            },
            Vectors = vectors,
        };
    }

    private static Observed Values(params (string Name, double Value)[] values) =>
        new() { Values = values.ToDictionary(value => value.Name, value => value.Value) };
}
