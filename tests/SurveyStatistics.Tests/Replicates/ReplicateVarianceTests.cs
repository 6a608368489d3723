using CsCheck;

namespace SurveyStatistics.Tests.Replicates;

public class ReplicateVarianceTests
{
    [Fact]
    public void Totals_AnyMethodAndVariable_AreSumsOfWeights() => Gen.Select(Samples.Any, Designs.AnyMethod, Gen.Bool).Sample(
        (population, method, scaled) =>
        {
            // Unequal weights take another way than equal ones.
            var design = Designs.Of(population).Replicated(method);
            design = scaled ? design.PostStratifiedTo("c") : design;
            var (group, x) = (population.Data.Categorical("b").Codes.ToArray(), population.Data.Numeric("x").Values.ToArray());
            var ones = population.Data.Categorical("answer").Codes.ToArray().Select(code => code * 2.0).ToArray();
            var totals = design.Replicates!.Totals(group, 4, [x, ones]);
            var replicate = design.Replicates.Count - 1;
            var weights = design.Replicates.Of(replicate);
            for (var g = 0; g < 4; g++)
            {
                Assert.Equal(weights.Where((_, row) => group[row] == g).Zip(x.Where((_, row) => group[row] == g), (w, v) => w * v).Sum(), totals[g][replicate], 1e-8);
                Assert.Equal(weights.Where((_, row) => group[row] == g).Zip(ones.Where((_, row) => group[row] == g), (w, v) => w * v).Sum(), totals[4 + g][replicate], 1e-8);
            }
        },
        iter: 60);

    [Fact]
    public void StandardErrors_ManyRespondents_AgreeWithTaylors()
    {
        var design = Large(4000);
        var taylor = Numbers(design);

        // The jackknife differs by terms of order 1/n; 4000 bootstrap replicates by about 1 % of chance.
        Assert.All(Numbers(design.Replicated(Replication.Jackknife())).Zip(taylor), pair => Assert.InRange(pair.First / pair.Second, 0.998, 1.002));
        Assert.All(Numbers(design.Replicated(Replication.Bootstrap(4000, 21))).Zip(taylor), pair => Assert.InRange(pair.First / pair.Second, 0.95, 1.05));
    }

    [Fact]
    public void StandardErrors_RakedManyRespondents_AgreeWithTaylors()
    {
        var design = Large(2000).RakedTo(
            KnownTotals.Counts("h", new Dictionary<string, double> { ["0"] = 2900, ["1"] = 3100 }),
            KnownTotals.Counts("g", new Dictionary<string, double> { ["0"] = 2100, ["1"] = 1900, ["2"] = 2000 }));
        var taylor = Numbers(design);

        Assert.All(Numbers(design.Replicated(Replication.Bootstrap(2000, 22))).Zip(taylor), pair => Assert.InRange(pair.First / pair.Second, 0.93, 1.07));
    }

    [Fact]
    public void Estimates_Replicated_StayThoseOfTheFullSample()
    {
        var design = Designs.Stratified();
        var replicated = design.Replicated(Replication.Bootstrap(50, 2));

        Assert.Equal(design.Mean("y", "g").Estimates.Select(e => e.Value), replicated.Mean("y", "g").Estimates.Select(e => e.Value));
        Assert.Equal(design.Quantile("y").Estimates[^1].Value, replicated.Quantile("y").Estimates[^1].Value);
    }

    [Fact]
    public void Difference_Replicated_CountsTheCovariance()
    {
        var design = Designs.Stratified().Replicated(Replication.Jackknife());
        var replicates = design.Replicates!;
        var (y, g) = (new double[] { 1, 5, 2, 8, 3, 3, 6, 9, 4, 7, 2, 5, 8 }, new[] { 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0 });
        var differences = Enumerable.Range(0, replicates.Count).Select(replicate => Mean(replicates.Of(replicate), 1) - Mean(replicates.Of(replicate), 0)).ToArray();
        var expected = Math.Sqrt(replicates.Scale * differences.Select((d, r) => replicates.ScaleOf(r) * Math.Pow(d - differences.Average(), 2)).Sum());

        Assert.Equal(expected, design.Difference("y", "g", "1", "0").Estimates[0].StandardError, 1e-12);

        double Mean(double[] weights, int group) =>
            weights.Where((_, row) => g[row] == group).Zip(y.Where((_, row) => g[row] == group), (w, v) => w * v).Sum() / weights.Where((_, row) => g[row] == group).Sum();
    }

    [Fact]
    public void Mean_DomainEmptyInSomeReplicates_LeavesThemOut()
    {
        // Two of six respondents of a stratum: some of the bootstrap samples have neither.
        var design = Designs.Stratified(finite: false).Replicated(Replication.SubBootstrap(200, 6)).Where("id", value => value < 103);

        var estimate = design.Mean("y").Estimates[^1];

        Assert.Contains(Enumerable.Range(0, 200), replicate => design.Replicates!.Of(replicate) is var weights && weights[0] == 0 && weights[1] == 0);
        Assert.True(double.IsFinite(estimate.StandardError) && estimate.StandardError > 0);
    }

    [Fact]
    public void DegreesOfFreedom_FewReplicates_AreTheReplicatesLessOne()
    {
        var design = Large(300).Replicated(Replication.Bootstrap(20, 1));

        Assert.Equal(19, design.DegreesOfFreedom);
        Assert.Equal(19, design.Mean("y").Estimates[^1].DegreesOfFreedom);
    }

    [Fact]
    public void Quantile_OfAJackknifesReplicates_Stops() => Assert.Contains(
        "jackknife",
        Assert.Throws<SurveyException>(() => Designs.Stratified().Replicated(Replication.Jackknife()).Quantile("y", interval: QuantileInterval.Replicates)).Message,
        StringComparison.Ordinal);

    [Fact]
    public void Quantile_ReplicatesOfALinearisedDesign_Stops() =>
        Assert.Throws<SurveyException>(() => Designs.Stratified().Quantile("y", interval: QuantileInterval.Replicates));

    [Fact]
    public void Quantile_OfABootstrap_IsNearWoodruffs()
    {
        var design = Large(1000).Replicated(Replication.Bootstrap(1000, 5));

        var (woodruff, spread) = (design.Quantile("y").Estimates[^1], design.Quantile("y", interval: QuantileInterval.Replicates).Estimates[^1]);

        Assert.InRange(spread.StandardError / woodruff.StandardError, 0.8, 1.25);
    }

    private static double[] Numbers(SurveyDesign design) =>
    [
        .. design.Mean("y", "g").Estimates.Select(e => e.StandardError),
        design.Total("y").Estimates[^1].StandardError,
        design.Ratio("y", "x").Estimates[^1].StandardError,
        design.Difference("y", "g", "1", "0").Estimates[0].StandardError,
    ];

    // Two strata of unlike sampling fractions; a fixed sequence in place of chance.
    private static SurveyDesign Large(int n) => SurveyDesign.Of(Designs.Table(
            ("h", Each(n, i => i % 2)),
            ("N", Each(n, i => i % 2 == 0 ? n : 2 * n)),
            ("g", Each(n, i => Noise(i) % 3)),
            ("x", Each(n, i => 1 + (Noise(i + n) % 1000 / 500.0))),
            ("y", Each(n, i => (i % 2) + (Noise(i) % 3) + (Noise(i + (2 * n)) % 1000 / 300.0) + (Noise(i + n) % 1000 / 500.0)))))
        .StratifiedBy("h").WithFinitePopulation("N");

    private static double[] Each(int n, Func<int, double> value) => [.. Enumerable.Range(0, n).Select(value)];

    private static int Noise(int i) => new ReplicateStream((ulong)i, 1).TwoBelow(3_000_000).First;
}
