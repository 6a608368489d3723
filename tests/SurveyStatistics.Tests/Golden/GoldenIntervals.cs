using System.Globalization;

namespace SurveyStatistics.Tests.Golden;

/// <summary>Intervals of proportions and quantiles: <c>svyciprop</c>, <c>svyquantile</c> and closed forms.</summary>
internal static class GoldenIntervals
{
    public static List<Comparison>? Proportion(SurveyDesign design, RCall call, GoldenCase one)
    {
        if (Method(call.Argument("method")) is not { } method)
        {
            return null;
        }

        // R's logit method fits a model by iteration, which also moves its estimate.
        var tolerance = Math.Max(call.Argument("method") == "logit" ? 1e-6 : 1e-9, Tolerances.StandardError(one.Design) * 10);
        var share = design.WithIntervals(method).Proportion(RCall.Terms(call.Positional[0])[0] + "#").Estimates[^1];
        var comparisons = new List<Comparison>
        {
            new("estimate", [share.Value], one.Numbers("estimate"), tolerance),
            new("se", [share.StandardError], one.Numbers("se"), Tolerances.StandardError(one.Design)),
        };
        if (share.Value is > 0 and < 1)
        {
            comparisons.Add(new("limits", [share.Interval!.Lower, share.Interval.Upper], [.. one.Numbers("lower"), .. one.Numbers("upper")], tolerance));
        }

        return comparisons;
    }

    public static Comparison[] Quantile(SurveyDesign design, RCall call, GoldenCase one)
    {
        var method = Method(call.Argument("interval.type", "mean"))!.Value;
        var rule = call.Argument("qrule", "math") == "school" ? QuantileRule.Halfway : QuantileRule.Smallest;
        var terms = RCall.Terms(call.Positional[0]);
        var complete = GoldenMoments.Complete(design, terms);
        return [.. terms.Select(variable =>
        {
            var expected = one.Expected.GetProperty("variables").GetProperty(variable);
            var ours = GoldenCase.Array(expected.GetProperty("p")).SelectMany(p =>
            {
                var estimate = complete.WithIntervals(method).Quantile(variable, p, rule: rule).Estimates[^1];
                return new[] { estimate.Value, estimate.Interval?.Lower ?? double.NaN, estimate.Interval?.Upper ?? double.NaN, estimate.StandardError };
            });
            var theirs = GoldenCase.Array(expected.GetProperty("rows"));

            // Where everybody is at or below the estimate R has no interval; ours falls back as for any share of 1.
            return new Comparison(
                variable, [.. ours.Select((number, i) => double.IsNaN(theirs[i]) ? double.NaN : number)], theirs, Tolerances.StandardError(one.Design));
        })];
    }

    public static Comparison[] ClosedForm(GoldenCase one, RCall call)
    {
        var numbers = call.Positional.Select(text => double.Parse(text.Split('/')[0], CultureInfo.InvariantCulture)).ToArray();
        var (lower, upper) = call.Function == "cp"
            ? ProportionInterval.ClopperPearson(numbers[0], numbers[1], 0.95)
            : ProportionInterval.Wilson(numbers[0] / numbers[1], numbers[1], Distributions.NormalQuantile(0.975));
        return [new("limits", [lower, upper], one.Numbers("values"), Tolerances.ClosedForm)];
    }

    private static IntervalMethod? Method(string name) => name switch
    {
        "logit" or "xlogit" => IntervalMethod.Logit,
        "wilson" => IntervalMethod.Wilson,
        "beta" => IntervalMethod.Beta,
        "asin" => IntervalMethod.ArcSine,
        "mean" => IntervalMethod.Plain,
        _ => null,
    };
}
