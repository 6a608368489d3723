namespace SurveyStatistics.Tests.Golden;

/// <summary>Means, totals, ratios, contrasts: <c>svymean</c>, <c>svytotal</c>, <c>svyby</c>, <c>svyratio</c>, <c>svycontrast</c>.</summary>
internal static class GoldenMoments
{
    public static Comparison[] Moments(SurveyDesign design, RCall call, GoldenCase one, Measure measure)
    {
        var terms = RCall.Terms(call.Positional[0]);
        return Compare(design, [.. terms.SelectMany(term => Estimate(Complete(design, terms), term, Grouping.None, measure, last: true))], one);
    }

    public static Comparison[] By(SurveyDesign design, RCall call, GoldenCase one, Measure measure)
    {
        // In a table with two grouping variables R lets the first vary fastest, the library the last.
        var by = RCall.Terms(call.Positional[1]);
        Array.Reverse(by);
        var terms = RCall.Terms(call.Positional[0]);
        return Compare(
            design,
            [.. terms.SelectMany(term => Estimate(Complete(design, terms), term, by, measure, last: false).GroupBy(e => e.Outcome.Code).SelectMany(group => group))],
            one);
    }

    public static Comparison[] Ratio(SurveyDesign design, RCall call, GoldenCase one)
    {
        var isBy = call.Function == "svyby";
        var denominator = isBy ? call.Argument("denominator") : call.Positional[1];
        var table = design.Ratio(RCall.Terms(call.Positional[0])[0], RCall.Terms(denominator)[0], isBy ? RCall.Terms(call.Positional[1]) : Grouping.None);
        return Compare(design, [.. table.Estimates.Where(e => isBy == e.Groups.Count > 0)], one);
    }

    public static Comparison[]? Contrast(SurveyDesign design, GoldenCase one) => one.Id.Split('.')[^1] switch
    {
        "contrast" => Compare(design, [design.Difference("inno_service", "area", "FIN", "JD").Estimates[0]], one),
        "diffpair" => Compare(design, [design.ItemDifference("inno_process#", "inno_comm#").Estimates[0]], one),
        _ => null,
    };

    public static Comparison[] DesignEffects(SurveyDesign design, RCall call, GoldenCase one)
    {
        var terms = RCall.Terms(call.Positional[0]);
        var estimates = terms.Select(term => Complete(design, terms).Mean(term).Estimates[^1]).ToList();
        var withReplacement = call.Argument("deff") == "replace";
        return
        [
            new("deff", [.. estimates.Select(e => withReplacement ? e.DesignEffectWithReplacement : e.DesignEffect)], one.Numbers("deff"), 1e-9),
        ];
    }

    /// <summary>With several variables R leaves out the rows that lack any of them.</summary>
    public static SurveyDesign Complete(SurveyDesign design, string[] terms) => terms.Length == 1
        ? design
        : terms.Aggregate(design, (domain, term) => domain.Where(term, _ => true));

    // R's interval has the degrees of freedom of the whole design, also in a domain; ours those of the domain.
    private static Comparison[] Compare(SurveyDesign design, List<Estimate> estimates, GoldenCase one)
    {
        var tolerance = Tolerances.StandardError(one.Design);
        var interval = one.Expected.GetProperty("ci95_t");
        var limits = estimates.ConvertAll(e => StudentInterval(e, design.DegreesOfFreedom));
        return
        [
            new("estimate", [.. estimates.Select(e => e.Value)], one.Numbers("estimate"), Tolerances.Estimate(one.Design)),
            new("se", [.. estimates.Select(e => e.StandardError)], one.Numbers("se"), tolerance),
            new("lower", [.. limits.Select(limit => limit.Lower)], GoldenCase.Array(interval.GetProperty("lower")), tolerance * 100),
            new("upper", [.. limits.Select(limit => limit.Upper)], GoldenCase.Array(interval.GetProperty("upper")), tolerance * 100),
        ];
    }

    private static (double Lower, double Upper) StudentInterval(Estimate estimate, double degreesOfFreedom)
    {
        var half = Distributions.StudentQuantile(0.975, degreesOfFreedom) * estimate.StandardError;
        return (estimate.Value - half, estimate.Value + half);
    }

    private static IEnumerable<Estimate> Estimate(SurveyDesign design, string term, Grouping by, Measure measure, bool last)
    {
        var isFactor = term.StartsWith("factor(", StringComparison.Ordinal);
        var name = isFactor ? term["factor(".Length..term.IndexOf(',', StringComparison.Ordinal)] + "#" : term;
        var table = measure == Measure.Total ? design.Total(name, by) : isFactor ? design.Proportion(name, by) : design.Mean(name, by);
        return table.Estimates.Where(estimate => (estimate.Groups.Count == 0) == last);
    }
}
