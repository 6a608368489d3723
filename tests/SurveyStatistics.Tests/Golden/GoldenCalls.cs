namespace SurveyStatistics.Tests.Golden;

/// <summary>What R's calls are with the library.</summary>
internal static class GoldenCalls
{
    /// <summary>The name of the operation in the list of what is covered.</summary>
    public static string Operation(GoldenCase one)
    {
        var call = RCall.Parse(one.Text);
        var detail = call?.Function switch
        {
            "svyciprop" => ":" + call.Argument("method"),
            "svychisq" => ":" + call.Argument("statistic", "F"),
            "svyby" => ":" + (call.Positional.Count > 3 ? call.Positional[3] : ""),
            "svymean" when call.Named.ContainsKey("deff") => ":deff",
            "svyglm" => ":" + call.Argument("family", "gaussian"),
            "as.numeric" or "diagn" => ":weights",
            _ => "",
        };
        return $"{one.Suite} {call?.Function ?? one.Id}{detail}";
    }

    /// <summary>The comparisons of a case; null when the library has no such operation (yet).</summary>
    public static IReadOnlyList<Comparison>? Compare(GoldenCase one)
    {
        if (GoldenNonResponse.Compare(one) is { } known)
        {
            return known;
        }

        if (RCall.Parse(one.Text) is not { } call || one.IsRefusal)
        {
            return null;
        }

        return call.Function switch
        {
            "cp" or "wil" => GoldenIntervals.ClosedForm(one, call),
            "degf" => GoldenReplicates.DegreesOfFreedom(one, call),
            "as.numeric" when one.Text.StartsWith("as.numeric(weights(", StringComparison.Ordinal) => Weights(one),
            _ => one.Design is not null && GoldenDesigns.Of(one.Suite, one.Design) is { } design ? Compare(design, call, one) : null,
        };
    }

    private static IReadOnlyList<Comparison>? Compare(SurveyDesign design, RCall call, GoldenCase one) => call.Function switch
    {
        "diagn" => Diagnostics(design, one),
        "svymean" when call.Named.ContainsKey("deff") => GoldenMoments.DesignEffects(design, call, one),
        "svymean" when call.Positional[0].StartsWith('~') => GoldenMoments.Moments(design, call, one, Measure.Mean),
        "svytotal" => GoldenMoments.Moments(design, call, one, Measure.Total),
        "svyby" when call.Positional[3] is "svymean" => GoldenMoments.By(design, call, one, Measure.Mean),
        "svyby" when call.Positional[3] is "svytotal" => GoldenMoments.By(design, call, one, Measure.Total),
        "svyby" when call.Positional[3] is "svyratio" => GoldenMoments.Ratio(design, call, one),
        "svyratio" => GoldenMoments.Ratio(design, call, one),
        "svycontrast" => GoldenMoments.Contrast(design, one),
        "svyciprop" => GoldenIntervals.Proportion(design, call, one),
        "svyglm" => GoldenModels.Regression(design, call, one),
        "regTermTest" => GoldenModels.TermTest(design, call, one),
        "svychisq" => GoldenSignificance.Independence(design, call, one),
        "svygofchisq" => GoldenSignificance.GivenShares(design, one),
        "svyttest" => GoldenSignificance.Student(design, call, one),
        "svyranktest" => GoldenSignificance.Ranks(design, call, one),
        "svyquantile" when call.Argument("interval.type") == "quantile" => GoldenReplicates.Quantile(design, call, one),
        "svyquantile" => GoldenIntervals.Quantile(design, call, one),
        _ => null,
    };

    private static Comparison[]? Weights(GoldenCase one)
    {
        var id = one.Id.Split('.')[0];
        return GoldenDesigns.Of(one.Suite, id) is { } design
            ? [new("weights", design.Weights.ToArray(), one.Numbers("values"), Tolerances.Estimate(id))]
            : null;
    }

    private static Comparison[] Diagnostics(SurveyDesign design, GoldenCase one)
    {
        var summary = design.WeightHistory[^1].Weights;
        double[] ours = [summary.Count, summary.Sum, summary.Minimum, summary.Maximum, summary.KishDesignEffect, summary.EffectiveRespondents];
        return [new("diagnostics", ours, one.Numbers("values"), Tolerances.Estimate(one.Design))];
    }
}
