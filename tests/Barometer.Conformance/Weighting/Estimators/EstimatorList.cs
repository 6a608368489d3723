namespace Barometer.Conformance.Weighting.Estimators;

/// <summary>The estimators by the names that cases use.</summary>
internal static class EstimatorList
{
    private static readonly Dictionary<string, Func<EstimatorCase, Observed>> OfDesigns = new()
    {
        ["weights"] = WeightCases.Weights,
        ["weight-summary"] = WeightCases.Summary,
        ["degrees-of-freedom"] = WeightCases.DegreesOfFreedom,
        ["replicate-weights"] = WeightCases.Replicates,
        ["response-propensity"] = WeightCases.Propensities,
        ["representativity"] = WeightCases.Representativity,
        ["mean"] = TableCases.Mean,
        ["total"] = TableCases.Total,
        ["proportion"] = TableCases.Proportion,
        ["count"] = TableCases.Count,
        ["top-share"] = TableCases.TopShare,
        ["net-balance"] = TableCases.NetBalance,
        ["ratio"] = TableCases.Ratio,
        ["quantile"] = TableCases.Quantile,
        ["contrast"] = TableCases.Contrast,
        ["item-difference"] = TableCases.ItemDifference,
        ["ranks"] = TableCases.Ranks,
        ["independence"] = TestCases.Independence,
        ["t-test"] = TestCases.Student,
        ["trend"] = TestCases.Trend,
        ["rank-test"] = TestCases.Ranks,
        ["given-shares"] = TestCases.GivenShares,
        ["regression"] = ModelCases.Regression,
        ["term-test"] = ModelCases.TermTest,
        ["marginal-effects"] = ModelCases.MarginalEffects,
        ["ordinal-regression"] = ModelCases.OrdinalRegression,
        ["covariance"] = FunctionCases.Covariance,
        ["relative-risk"] = FunctionCases.RelativeRisk,
        ["odds-ratio"] = FunctionCases.OddsRatio,
        ["equality"] = FunctionCases.Equality,
        ["margins"] = FunctionCases.Margins,
        ["variance"] = ScaleCases.Variances,
        ["standard-deviation"] = ScaleCases.Deviations,
        ["correlation"] = ScaleCases.Correlations,
        ["item-rest-correlation"] = ScaleCases.WithRest,
        ["cronbach-alpha"] = ScaleCases.Alpha,
        ["mcdonald-omega"] = ScaleCases.Omega,
    };

    private static readonly Dictionary<string, Func<CaseForm, Observed>> OfNumbers = new()
    {
        ["binomial-interval"] = ClosedForms.BinomialInterval,
        ["adjusted-p"] = ClosedForms.AdjustedP,
    };

    /// <summary>What the library gives for the case.</summary>
    /// <exception cref="NotSupportedException">There is no such estimator.</exception>
    public static Observed Estimate(CaseForm form, DesignMaker designs)
    {
        if (OfNumbers.TryGetValue(form.Estimator, out var closed))
        {
            return closed(form);
        }

        var estimate = OfDesigns.GetValueOrDefault(form.Estimator) ?? throw new NotSupportedException($"the estimator «{form.Estimator}»");
        return estimate(EstimatorCase.Of(form, designs.Make(form.Design ?? throw new FormException("The case has no design."))));
    }
}
