using System.Globalization;
using System.Text.Json;
using Barometer.Analysis.Estimation;
using Barometer.Analysis.Weighting;

namespace Barometer.Analysis.Tests.Golden;

/// <summary>What R's calls are with the library.</summary>
internal static class GoldenCalls
{
    private const double ClosedForm = 1e-10;

    // Designs with iterated weights, and those whose variance R's rake() projects by iteration.
    private static readonly string[] Iterated = ["E", "E2", "G", "H", "SR"];
    private static readonly string[] Raked = ["E", "H", "SR"];

    /// <summary>The name of the operation in the list of what is covered.</summary>
    public static string Operation(GoldenCase one)
    {
        var call = RCall.Parse(one.Text);
        var detail = call?.Function switch
        {
            "svyciprop" => ":" + call.Argument("method"),
            "svyby" => ":" + (call.Positional.Count > 3 ? call.Positional[3] : ""),
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

        if (call.Function is "cp" or "wil")
        {
            return ClosedFormIntervals(one, call);
        }

        if (one.Text.StartsWith("as.numeric(weights(", StringComparison.Ordinal))
        {
            var id = one.Id.Split('.')[0];
            return GoldenDesigns.Of(one.Suite, id) is { } weighted
                ? [new("weights", weighted.Weights.ToArray(), one.Numbers("values"), Tolerance(id))]
                : null;
        }

        return one.Design is null || GoldenDesigns.Of(one.Suite, one.Design) is not { } design ? null : call.Function switch
        {
            "diagn" => Diagnostics(design, one),
            "svymean" when call.Positional[0].StartsWith('~') && !call.Named.ContainsKey("deff") => Moments(design, call, one, Measure.Mean),
            "svytotal" => Moments(design, call, one, Measure.Total),
            "svyby" when call.Positional[3] is "svymean" => By(design, call, one, Measure.Mean),
            "svyby" when call.Positional[3] is "svytotal" => By(design, call, one, Measure.Total),
            "svyciprop" => Interval(design, call, one),
            _ => null,
        };
    }

    private static Comparison[] Diagnostics(SurveyDesign design, GoldenCase one)
    {
        var summary = design.WeightHistory[^1].Weights;
        double[] ours = [summary.Count, summary.Sum, summary.Minimum, summary.Maximum, summary.KishDesignEffect, summary.EffectiveRespondents];
        return [new("diagnostics", ours, one.Numbers("values"), Tolerance(one.Design))];
    }

    private static double Tolerance(string? design) => Iterated.Contains(design) ? 1e-8 : ClosedForm;

    private static double ErrorTolerance(string? design) => Raked.Contains(design) ? 1e-5 : Tolerance(design);

    private static Comparison[] Moments(SurveyDesign design, RCall call, GoldenCase one, Measure measure)
    {
        var terms = RCall.Terms(call.Positional[0]);
        var estimates = terms.SelectMany(term => Estimate(Complete(design, terms), term, Grouping.None, measure, last: true)).ToList();
        var interval = one.Expected.GetProperty("ci95_t");
        return
        [
            new("estimate", [.. estimates.Select(e => e.Value)], one.Numbers("estimate"), Tolerance(one.Design)),
            new("se", [.. estimates.Select(e => e.StandardError)], one.Numbers("se"), ErrorTolerance(one.Design)),
            .. StudentLimits(estimates, design, interval, ErrorTolerance(one.Design)),
        ];
    }

    private static Comparison[] By(SurveyDesign design, RCall call, GoldenCase one, Measure measure)
    {
        // In a table with two grouping variables R lets the first vary fastest, the library the last.
        var by = RCall.Terms(call.Positional[1]);
        Array.Reverse(by);
        var terms = RCall.Terms(call.Positional[0]);
        var estimates = terms
            .Select(term => Estimate(Complete(design, terms), term, by, measure, last: false).ToList())
            .SelectMany(list => list.GroupBy(e => e.Outcome.Code).SelectMany(group => group))
            .ToList();
        var interval = one.Expected.GetProperty("ci95_t");
        return
        [
            new("estimate", [.. estimates.Select(e => e.Value)], one.Numbers("estimate"), Tolerance(one.Design)),
            new("se", [.. estimates.Select(e => e.StandardError)], one.Numbers("se"), ErrorTolerance(one.Design)),
            .. StudentLimits(estimates, design, interval, ErrorTolerance(one.Design)),
        ];
    }

    // R's interval has the degrees of freedom of the whole design, also in a domain; ours those of the domain.
    private static IEnumerable<Comparison> StudentLimits(List<Estimate> estimates, SurveyDesign design, JsonElement interval, double tolerance)
    {
        var limits = estimates.ConvertAll(e => StudentInterval.Of(e.Value, e.StandardError * e.StandardError, design.DegreesOfFreedom, 0.95)!);
        yield return new("lower", [.. limits.Select(limit => limit.Lower)], GoldenCase.Array(interval.GetProperty("lower")), tolerance * 100);
        yield return new("upper", [.. limits.Select(limit => limit.Upper)], GoldenCase.Array(interval.GetProperty("upper")), tolerance * 100);
    }

    // With several variables R leaves out the rows that lack any of them.
    private static SurveyDesign Complete(SurveyDesign design, string[] terms) => terms.Length == 1
        ? design
        : terms.Aggregate(design, (domain, term) => domain.Where(term, _ => true, new LocalizedText(term, term)));

    private static IEnumerable<Estimate> Estimate(SurveyDesign design, string term, Grouping by, Measure measure, bool last)
    {
        var isFactor = term.StartsWith("factor(", StringComparison.Ordinal);
        var name = isFactor ? term["factor(".Length..term.IndexOf(',', StringComparison.Ordinal)] + "#" : term;
        var table = measure == Measure.Total ? design.Total(name, by) : isFactor ? design.Proportion(name, by) : design.Mean(name, by);
        return table.Estimates.Where(estimate => (estimate.Groups.Count == 0) == last);
    }

    private static List<Comparison>? Interval(SurveyDesign design, RCall call, GoldenCase one)
    {
        IntervalMethod? method = call.Argument("method") switch
        {
            "logit" or "xlogit" => IntervalMethod.Logit,
            "wilson" => IntervalMethod.Wilson,
            "beta" => IntervalMethod.Beta,
            "asin" => IntervalMethod.ArcSine,
            "mean" => IntervalMethod.Plain,
            _ => null,
        };
        if (method is null)
        {
            return null;
        }

        // R's logit method fits a model by iteration, which also moves its estimate.
        var tolerance = Math.Max(call.Argument("method") == "logit" ? 1e-6 : 1e-9, ErrorTolerance(one.Design) * 10);
        var share = design.WithIntervals(method.Value).Proportion(RCall.Terms(call.Positional[0])[0] + "#").Estimates[^1];
        var comparisons = new List<Comparison>
        {
            new("estimate", [share.Value], one.Numbers("estimate"), tolerance),
            new("se", [share.StandardError], one.Numbers("se"), ErrorTolerance(one.Design)),
        };
        if (share.Value is > 0 and < 1)
        {
            comparisons.Add(new("limits", [share.Interval!.Lower, share.Interval.Upper], [.. one.Numbers("lower"), .. one.Numbers("upper")], tolerance));
        }

        return comparisons;
    }

    private static Comparison[] ClosedFormIntervals(GoldenCase one, RCall call)
    {
        var count = double.Parse(call.Positional[0].Split('/')[0], CultureInfo.InvariantCulture);
        var n = double.Parse(call.Positional[1], CultureInfo.InvariantCulture);
        var (lower, upper) = call.Function == "cp"
            ? ProportionInterval.ClopperPearson(count, n, 0.95)
            : ProportionInterval.Wilson(count / n, n, Distributions.NormalQuantile(0.975));
        return [new("limits", [lower, upper], one.Numbers("values"), ClosedForm)];
    }
}
