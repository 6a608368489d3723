using CsCheck;

namespace SurveyStatistics.Tests.Replicates;

public class BootstrapTests
{
    // Computed with another implementation of the generator: any machine and any version of the library must draw the same.
    [Fact]
    public void Bootstrap_GivenSeed_DrawsThePinnedUnits()
    {
        var replicates = Designs.Stratified(finite: false).Replicated(Replication.SubBootstrap(3, seed: 2018)).Replicates!;

        // Weight × n/(n − 1) × the number of times drawn.
        var drawn = Enumerable.Range(0, 3).Select(replicate => string.Concat(
            replicates.Of(replicate).Select((weight, row) => Math.Round(weight / (row < 6 ? 6 : row < 10 ? 20 / 3.0 : 5))))).ToArray();
        Assert.Equal(Pinned, drawn);
    }

    [Fact]
    public void Bootstrap_SameSeed_GivesTheSameWeights() => Assert.Equal(Weights(Replication.Bootstrap(100, 7)), Weights(Replication.Bootstrap(100, 7)));

    [Fact]
    public void Bootstrap_OtherSeed_GivesOtherWeights() => Assert.NotEqual(Weights(Replication.Bootstrap(100, 7)), Weights(Replication.Bootstrap(100, 8)));

    [Fact]
    public void Bootstrap_MoreReplicates_BeginWithTheSameOnes() =>
        Assert.Equal(Weights(Replication.Bootstrap(100, 7)), Weights(Replication.Bootstrap(260, 7)).Take(100));

    [Fact]
    public void Bootstrap_OrderedByAnId_DoesNotDependOnTheOrderOfRows()
    {
        int[] order = [4, 12, 0, 7, 2, 9, 1, 11, 3, 8, 5, 10, 6];
        var method = Replication.Bootstrap(50, 5, orderedBy: "id");
        var (sorted, shuffled) = (Designs.Stratified().Replicated(method), Designs.Stratified(order).Replicated(method));

        Assert.Equal(order.Select(row => sorted.Replicates!.Of(17)[row]), shuffled.Replicates!.Of(17));
        Assert.Equal(1, sorted.Mean("y").Estimates[^1].StandardError / shuffled.Mean("y").Estimates[^1].StandardError, 1e-12);
    }

    [Fact]
    public void Bootstrap_OrderedByAVariableThatRepeats_Stops() =>
        Assert.Contains(
            "«g» does not tell the sampling units apart",
            Assert.Throws<SurveyException>(() => Designs.Stratified().Replicated(Replication.Bootstrap(50, 5, orderedBy: "g"))).Message,
            StringComparison.Ordinal);

    [Fact]
    public void Bootstrap_AnyDesign_KeepsTheSumOfEveryStratum() => Gen.Select(Samples.Any, Designs.AnyMethod).Sample(
        (population, method) =>
        {
            var design = Designs.Of(population).Replicated(method);
            var strata = population.Data.Categorical("a").Codes.ToArray();
            foreach (var replicate in new[] { 0, design.Replicates!.Count / 2, design.Replicates.Count - 1 })
            {
                var weights = design.Replicates.Of(replicate);
                foreach (var stratum in strata.Distinct())
                {
                    var rows = Enumerable.Range(0, strata.Length).Where(row => strata[row] == stratum).ToList();
                    Assert.Equal(1, rows.Sum(row => weights[row]) / rows.Sum(row => design.Weights[row]), 1e-12);
                }
            }
        },
        iter: 40);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Bootstrap_ManyReplicates_HasTheTaylorVarianceOfATotal(bool finite)
    {
        var design = Designs.Stratified(finite: finite);
        var taylor = design.Total("y").Estimates[^1].StandardError;

        // Relative error of a variance over 20 000 replicates: about 1 %.
        foreach (var method in new[] { Replication.Bootstrap(20_000, 11), Replication.SubBootstrap(20_000, 12) })
        {
            Assert.InRange(design.Replicated(method).Total("y").Estimates[^1].StandardError / taylor, 0.98, 1.02);
        }
    }

    [Fact]
    public void SubBootstrap_WithoutCorrection_HasTheVarianceOfDrawingWithReplacement()
    {
        var infinite = Designs.Stratified(finite: false).Total("y").Estimates[^1].StandardError;

        var ours = Designs.Stratified().Replicated(Replication.SubBootstrap(20_000, 12, finite: false)).Total("y").Estimates[^1].StandardError;

        Assert.InRange(ours / infinite, 0.98, 1.02);
    }

    [Fact]
    public void Bootstrap_TwoStages_IsNearTheTaylorVarianceOfATotal()
    {
        // 5 of 10 clusters, 4 of 6 units in each.
        var data = Designs.Table(
            ("first", Each(i => i / 4)), ("second", Each(i => i)), ("N", Each(_ => 10)), ("M", Each(_ => 6)), ("y", Each(i => 1 + (i * 7 % 11) + (i / 4 * 2))));
        var design = SurveyDesign.Of(data).ClusteredBy(["first", "second"]).WithFinitePopulation(["N", "M"]);

        var ratio = design.Replicated(Replication.Bootstrap(20_000, 3)).Total("y").Estimates[^1].StandardError / design.Total("y").Estimates[^1].StandardError;

        Assert.InRange(ratio, 0.98, 1.02);
    }

    [Fact]
    public void Bootstrap_LonelyStratumToBeAdjusted_Stops()
    {
        var design = SurveyDesign.Of(Designs.Table(("h", [0, 0, 1]), ("w", [1, 1, 1]), ("y", [1, 2, 3]))).StratifiedBy("h").WeightedBy("w");

        Assert.Throws<SurveyException>(() => design.WithLonelyStrata(LonelyStratum.Adjust).Replicated(Replication.Bootstrap()));
        Assert.Equal(1, design.WithLonelyStrata(LonelyStratum.Certainty).Replicated(Replication.Bootstrap()).Replicates!.DegreesOfFreedom);
    }

    [Fact]
    public void Bootstrap_FewerThanTwoReplicates_Stops() => Assert.Throws<ArgumentOutOfRangeException>(() => Replication.Bootstrap(1));

    private static string[] Pinned => ["1102010300011", "2000210003101", "1020200102002"];

    private static double[][] Weights(Replication method)
    {
        var replicates = Designs.Stratified().Replicated(method).Replicates!;
        return [.. Enumerable.Range(0, replicates.Count).Select(replicates.Of)];
    }

    private static double[] Each(Func<int, double> value) => [.. Enumerable.Range(0, 20).Select(value)];
}
