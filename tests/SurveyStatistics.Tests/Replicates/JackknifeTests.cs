namespace SurveyStatistics.Tests.Replicates;

/// <summary>Expected numbers computed with R survey 4.1-1 from the made-up data here.</summary>
public class JackknifeTests
{
    private static readonly SurveyDesign Clusters = SurveyDesign.Of(Designs.Table(
            ("cluster", Each(i => i / 4)),
            ("y", Each(i => (i * 7 % 11) + (i / 10.0))),
            ("z", Each(i => 1 + (i * 5 % 7))),
            ("w", Each(i => 2 + (i / 4 % 2))),
            ("N", Each(_ => 15)),
            ("g", Each(i => i % 3))))
        .ClusteredBy("cluster").WeightedBy("w").WithFinitePopulation("N");

    private static readonly SurveyDesign Lonely = SurveyDesign.Of(Designs.Table(
            ("h", [0, 0, 0, 1, 1, 1, 1, 2, 2, 3]),
            ("y", [1, 5, 2, 8, 3, 3, 6, 9, 4, 7]),
            ("w", [2, 2, 2, 3, 3, 3, 3, 4, 4, 5])))
        .StratifiedBy("h").WeightedBy("w");

    [Fact]
    public void Jackknife_ClustersWithFinitePopulation_IsRsJk1()
    {
        var design = Clusters.Replicated(Replication.Jackknife());

        AssertNear(0.40175511764781963, design.Mean("y").Estimates[^1].StandardError);
        AssertNear(0.14535912270112838, design.Ratio("y", "z").Estimates[^1].StandardError);
        Assert.Equal(5, design.DegreesOfFreedom);
        Assert.Equal(6, design.Replicates!.Count);
    }

    [Fact]
    public void Jackknife_AroundTheEstimate_IsRsMse() =>
        AssertNear(0.40193735405877806, Clusters.Replicated(Replication.Jackknife(aroundEstimate: true)).Mean("y").Estimates[^1].StandardError);

    [Fact]
    public void Jackknife_Domains_AreRsSvyby()
    {
        var estimates = Clusters.Replicated(Replication.Jackknife()).Mean("y", "g").Estimates;

        AssertNear(0.54244198322512183, estimates[0].StandardError);
        AssertNear(0.61160167097671003, estimates[1].StandardError);
        AssertNear(1.56890672466292846, estimates[2].StandardError);
    }

    [Fact]
    public void Jackknife_PostStratifiedClusters_RepeatsTheStep()
    {
        var design = Clusters.Replicated(Replication.Jackknife())
            .PostStratifiedTo("g", [(["0"], 20), (["1"], 22), (["2"], 24)]);

        AssertNear(6.18696969696969656, design.Mean("y").Estimates[^1].Value);
        AssertNear(0.45012398886814187, design.Mean("y").Estimates[^1].StandardError);
        Assert.Equal(5, design.DegreesOfFreedom);
    }

    [Theory]
    [InlineData(LonelyStratum.Remove, 9, 25.84569596664017155, 0.83373212795613461)]
    [InlineData(LonelyStratum.Certainty, 9, 25.84569596664017155, 0.83373212795613461)]
    [InlineData(LonelyStratum.Adjust, 10, 26.59387460801202252, 0.87750435901580781)]
    [InlineData(LonelyStratum.Average, 9, 27.24375565560340107, 0.87883082760010967)]
    public void Jackknife_LonelyStratum_FollowsTheOption(LonelyStratum option, int replicates, double ofTotal, double ofMean)
    {
        var design = Lonely.WithLonelyStrata(option).Replicated(Replication.Jackknife());

        Assert.Equal(replicates, design.Replicates!.Count);
        AssertNear(ofTotal, design.Total("y").Estimates[^1].StandardError);
        AssertNear(ofMean, design.Mean("y").Estimates[^1].StandardError);
    }

    [Fact]
    public void Jackknife_LonelyStratum_StopsByDefault()
    {
        var error = Assert.Throws<SurveyException>(() => Lonely.Replicated(Replication.Jackknife()));

        Assert.Contains("has one sampled unit only", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Jackknife_LaterStagesWithFinitePopulation_Stops()
    {
        var data = Designs.Table(
            ("first", Each(i => i / 8)), ("second", Each(i => i / 2)), ("w", Each(_ => 4)), ("N", Each(_ => 6)), ("M", Each(_ => 8)));
        var design = SurveyDesign.Of(data).ClusteredBy(["first", "second"]).WeightedBy("w").WithFinitePopulation(["N", "M"]);

        var error = Assert.Throws<SurveyException>(() => design.Replicated(Replication.Jackknife()));

        Assert.Contains("later stages", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Jackknife_Census_Stops()
    {
        var data = Designs.Table(("y", [1, 2, 3]), ("N", [3, 3, 3]));

        Assert.Throws<SurveyException>(() => SurveyDesign.Of(data).WithFinitePopulation("N").Replicated(Replication.Jackknife()));
    }

    private static double[] Each(Func<int, double> value) => [.. Enumerable.Range(0, 24).Select(value)];

    private static void AssertNear(double expected, double actual) => Assert.Equal(1, actual / expected, 1e-12);
}
