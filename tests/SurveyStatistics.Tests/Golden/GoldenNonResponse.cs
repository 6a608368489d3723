namespace SurveyStatistics.Tests.Golden;

/// <summary>The cases about invitations, non-response weights and representativity, known by their ids.</summary>
internal static class GoldenNonResponse
{
    private const double Fitted = 1e-7;

    private static readonly string[] Predictors = ["area", "size", "region", "log(employees)"];

    private static readonly Lazy<SurveyDesign> Invited = new(() =>
        SurveyDesign.Of(GoldenData.Read("baro-operational.csv"), GoldenData.Frame("baro-operational.csv"))
            .StratifiedBy("stratum").WithFinitePopulation().WithLonelyStrata(LonelyStratum.Adjust)
            .WeightedByInvitation("invited", "responded"));

    public static IReadOnlyList<Comparison>? Compare(GoldenCase one) => one.Id switch
    {
        "C.weights" => [new("weights", Weights(Invited.Value.AdjustedForNonResponse(["area", "size"])), one.Numbers("values"), 1e-10)],
        "D.weights.class" => [new("weights", Weights(Invited.Value.AdjustedForPropensity(Predictors)), one.Numbers("values"), Fitted)],
        "D.weights.inverse" => [new("weights", Weights(Invited.Value.AdjustedForPropensity(Predictors, classes: 0)), one.Numbers("values"), Fitted)],
        "D.glm" => [new("propensities", ResponseModel.Fit(Invited.Value.Sample.Invitation!, Predictors, false).Propensities, one.Numbers("fitted"), Fitted)],
        "D.breaks" => [new("breaks", Breaks(), one.Numbers("values"), Fitted)],
        "Rindicator" => [new("R", Indicator(), Without(one.Numbers("values"), 1), Fitted)],
        _ when one.Id.StartsWith("Rpartial.unconditional.", StringComparison.Ordinal) =>
            [new("partial R", Partial(one.Id.Split('.')[^1]), one.Numbers("values"), 1e-6)],
        _ => null,
    };

    private static double[] Weights(SurveyDesign design) => design.Weights.ToArray();

    private static double[] Breaks()
    {
        var propensities = ResponseModel.Fit(Invited.Value.Sample.Invitation!, Predictors, false).Propensities;
        return [.. Enumerable.Range(0, 6).Select(i => Quantile7.Of(propensities, i / 5.0))];
    }

    private static double[] Indicator()
    {
        var all = Invited.Value.Representativity(["area", "size", "region"]);
        return [all.Indicator, all.MeanPropensity, all.MaximalBias];
    }

    private static double[] Partial(string variable)
    {
        var one = Invited.Value.Representativity(["area", "size", "region"]).Variables.Single(partial => partial.Variable == variable);
        return [one.Unconditional, .. one.Categories.Select(category => category.Unconditional)];
    }

    private static double[] Without(double[] values, int index) => [.. values[..index], .. values[(index + 1)..]];
}
