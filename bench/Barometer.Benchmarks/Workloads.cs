namespace Barometer.Benchmarks;

/// <summary>What is measured; <c>bench.R</c> has the same under the same names.</summary>
internal static class Workloads
{
    /// <summary>Prepares a workload: reads its data, and gives what is to be timed.</summary>
    public static Func<object> Prepare(string name, string folder, int n)
    {
        var sample = Sample.Read(folder, n, name switch
        {
            "shares" => [.. Sample.Domains, .. Sample.Shares],
            "design-shares" => ["d1", .. Sample.Shares],
            "bootstrap" => Sample.Shares,
            "rake" => Sample.Margins,
            _ => [.. Sample.Margins, .. Sample.Numbers],
        });
        return name switch
        {
            "shares" => Shares(sample),
            "design-shares" => () => Design(sample).Proportions(Sample.Shares, by: "d1"),
            "bootstrap" => Bootstrap(sample),
            "rake" => Rake(sample),
            "calibrate-linear" => Calibrate(sample, CalibrationDistance.Linear, null),
            "calibrate-raking" => Calibrate(sample, CalibrationDistance.Raking, null),
            "calibrate-logit" => Calibrate(sample, CalibrationDistance.Logit, (0.3, 3)),
            _ => throw new ArgumentOutOfRangeException(nameof(name), name, "Unknown workload."),
        };
    }

    private static SurveyDesign Design(Sample sample) =>
        SurveyDesign.Of(sample.Data).StratifiedBy("stratum").WeightedBy("w").WithFinitePopulation("N");

    // 20 shares in the domains of three variables, with standard errors and intervals.
    private static Func<object> Shares(Sample sample)
    {
        var design = Ready(sample);
        return () => Array.ConvertAll(Sample.Domains, domain => design.Proportions(Sample.Shares, by: domain));
    }

    // 1000 replicates of the design, and 20 shares with their standard errors from them.
    private static Func<object> Bootstrap(Sample sample)
    {
        var design = Ready(sample);
        return () => design.Replicated(Replication.SubBootstrap(replicates: 1000, seed: 1)).Proportions(Sample.Shares);
    }

    private static Func<object> Rake(Sample sample)
    {
        var design = Ready(sample);
        var margins = Array.ConvertAll(Sample.Margins, margin => KnownTotals.Counts(margin, sample.Counts(margin)));
        return () => design.RakedTo(margins);
    }

    private static Func<object> Calibrate(Sample sample, CalibrationDistance distance, (double, double)? bounds)
    {
        var design = Ready(sample);
        KnownTotals[] totals =
        [
            .. Sample.Margins.Select(margin => KnownTotals.Counts(margin, sample.Counts(margin))),
            .. Sample.Numbers.Select(number => KnownTotals.Sum(number, sample.Sum(number))),
        ];
        return () => design.CalibratedTo(totals, distance, bounds);
    }

    private static SurveyDesign Ready(Sample sample)
    {
        var design = Design(sample);
        return design.Weights.Length > 0 ? design : throw new InvalidOperationException("An empty sample.");
    }
}
