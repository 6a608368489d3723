namespace SurveyStatistics.Tests.Replicates;

/// <summary>
/// Standard errors by linearisation, jackknife and bootstrap in designs drawn at random with a fixed seed: strata of unlike sizes, clusters or
/// none, weights that vary, with or without raking, for everybody and in groups. The three agree but for what is said at each.
/// </summary>
public class RandomDesignsTests
{
    private const int Drawn = 40;
    private const int Replicates = 800;

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, Drawn)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Totals_Jackknife_AreThoseOfLinearisation(int seed)
    {
        // A total is linear in the weights: leaving each unit out once gives the very sum of squares.
        var design = Draw(seed, isRaked: false);

        Agree(design.Total("x", "group"), design.Replicated(Replication.Jackknife()).Total("x", "group"), 1e-9);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Estimates_JackknifeAndBootstrap_AgreeWithLinearisation(int seed)
    {
        var isRaked = seed % 3 == 0;
        var design = Draw(seed, isRaked);
        var (jackknife, bootstrap) = (design.Replicated(Replication.Jackknife()), design.Replicated(Replication.Bootstrap(Replicates, (ulong)seed)));

        foreach (var estimate in (Func<SurveyDesign, EstimateTable>[])[one => one.Mean("x", "group"), one => one.Proportion("answer", "group"), one => one.Ratio("x", "z", "group")])
        {
            // What is left out by linearising is of the order of one unit in its stratum, and of how far raking takes the weights (here up to a fifth);
            // a standard error of 800 replicates varies by 2.5 per cent.
            Agree(estimate(design), estimate(jackknife), isRaked ? 0.1 : 0.05);
            Agree(estimate(design), estimate(bootstrap), isRaked ? 0.2 : 0.15);
        }
    }

    private static void Agree(EstimateTable linear, EstimateTable replicated, double tolerance)
    {
        Assert.Equal(linear.Estimates.Count, replicated.Estimates.Count);
        Assert.All(linear.Estimates.Zip(replicated.Estimates), pair =>
        {
            Assert.Equal(pair.First.Value, pair.Second.Value, 1e-9 * Math.Abs(pair.First.Value));
            Assert.InRange(pair.Second.StandardError / pair.First.StandardError, 1 - tolerance, 1 + tolerance);
        });
    }

    private static SurveyDesign Draw(int seed, bool isRaked)
    {
        var random = new Random(seed);
        var (strata, isClustered) = (random.Next(2, 6), seed % 2 == 0);
        var rows = Enumerable.Range(0, strata).SelectMany(h => Enumerable.Range(0, random.Next(25, 60)).SelectMany(unit =>
        {
            var (size, level) = (isClustered ? random.Next(1, 5) : 1, random.NextDouble());
            return Enumerable.Range(0, size).Select(_ => (Stratum: h, Unit: (100 * h) + unit, Level: level));
        })).ToList();
        var weights = rows.ConvertAll(row => (2 + row.Stratum) * (0.7 + (0.6 * random.NextDouble())));
        double[] Numbers(Func<(int Stratum, int Unit, double Level), double> of) => [.. rows.Select(of)];
        int[] Codes(Func<(int Stratum, int Unit, double Level), int> of) => [.. rows.Select(of)];
        var data = new DataSet("drawn",
        [
            new NumericColumn("stratum", Numbers(row => row.Stratum)),
            new NumericColumn("unit", Numbers(row => row.Unit)),
            new NumericColumn("w", [.. weights]),
            new NumericColumn("x", Numbers(row => 5 + row.Stratum + (4 * row.Level) + (3 * random.NextDouble()))),
            new NumericColumn("z", Numbers(row => 2 + (2 * row.Level) + random.NextDouble())),
            new CategoricalColumn("group", ["a", "b"], Codes(_ => random.Next(2))),
            new CategoricalColumn("kind", ["k", "l", "m"], Codes(_ => random.Next(3))),
            new CategoricalColumn("answer", ["no", "yes"], Codes(row => random.NextDouble() < 0.25 + (0.4 * row.Level) ? 1 : 0)),
        ]);
        var design = SurveyDesign.Of(data).StratifiedBy("stratum").WeightedBy("w");
        design = isClustered ? design.ClusteredBy("unit") : design;
        return isRaked
            ? design.RakedTo(Margin("group", ["a", "b"], weights, random), Margin("kind", ["k", "l", "m"], weights, random))
            : design;
    }

    private static KnownTotals Margin(string variable, string[] codes, List<double> weights, Random random)
    {
        var parts = Array.ConvertAll(codes, _ => 0.8 + (0.4 * random.NextDouble()));
        return KnownTotals.Counts(variable, codes.Zip(parts).ToDictionary(one => one.First, one => weights.Sum() * one.Second / parts.Sum()));
    }
}
