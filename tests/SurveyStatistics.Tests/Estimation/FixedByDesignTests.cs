namespace SurveyStatistics.Tests.Estimation;

/// <summary>
/// Shares that strata or totals fix: in every sample that the design could have drawn they are the same, and so the interval is the share
/// itself. It is told from answers that nobody or everybody gave, and from a variance that is zero by chance.
/// </summary>
public class FixedByDesignTests
{
    private static readonly (string Suite, string Design, string[] Variables)[] Known =
    [
        ("baro-operational", "A", ["area"]), // strata of areas
        ("baro-operational", "B", ["area", "size"]), // post-stratified to area × size
        ("baro-operational", "E", ["area", "size", "region"]), // raked
        ("baro-operational", "E2", ["area", "size", "region"]), // calibrated by the raking distance
        ("baro-operational", "F", ["area", "size", "region"]), // linear
        ("baro-operational", "G", ["area", "size", "region"]), // logit with bounds
        ("baro-operational-replicates", "JA", ["area"]), // jackknife
        ("baro-operational-replicates", "JB", ["area", "size"]),
        ("baro-operational-replicates", "JE", ["area", "size", "region"]),
        ("baro-operational-replicates", "RBE", ["area", "size", "region"]), // stored bootstrap, raked in each replicate
        ("baro-strategic", "S", ["type"]),
        ("baro-strategic", "SR", ["type", "size"]),
    ];

    public static TheoryData<string, string, string> Designs
    {
        get
        {
            var data = new TheoryData<string, string, string>();
            foreach (var (suite, design, variables) in Known)
            {
                foreach (var variable in variables)
                {
                    data.Add(suite, design, variable);
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Designs))]
    public void Share_OfStrataOrTotals_IsItsOwnInterval(string suite, string name, string variable)
    {
        var design = GoldenDesigns.Of(suite, name)!;

        Assert.All(
            Enum.GetValues<IntervalMethod>().Where(method => method != IntervalMethod.Hypergeometric),
            method => Assert.All(design.WithIntervals(method).Proportion(variable).Estimates, IsFixed));
    }

    [Fact]
    public void Share_InDomainsOfFixedSize_IsItsOwnInterval()
    {
        var postStratified = GoldenDesigns.Of("baro-operational", "B")!;

        Assert.All(postStratified.Proportion("area", by: "size").Estimates, IsFixed);
        Assert.All(postStratified.Where("size", "10-49", "50+").Proportion("area").Estimates, IsFixed);

        // Of a raked design the margins are fixed and not how they cross.
        var raked = GoldenDesigns.Of("baro-operational", "E")!.Proportion("area", by: "size").Estimates;
        Assert.All(raked.SkipLast(8), one => Assert.True(one.StandardError > 0 && !one.Reliability.HasFlag(Reliability.FixedByDesign)));
        Assert.All(raked.TakeLast(8), IsFixed);
    }

    [Fact]
    public void MeanTotalAndDifference_Fixed_AreFlagged()
    {
        var design = Rows(24, row => row % 4, row => row % 4, _ => 2).WithColumn(Letters("half", 24, row => row % 4 / 2));

        IsFixed(design.Mean("x").Estimates[0]);
        IsFixed(design.TotalWith("s").Estimates[0]);
        IsFixed(design.Difference("x", "half", "half0", "half1").Estimates[0]);
        Assert.False(design.Mean("y").Estimates[0].Reliability.HasFlag(Reliability.FixedByDesign));
        Assert.False(design.Ratio("y", "x").Estimates[0].Reliability.HasFlag(Reliability.FixedByDesign));
        Assert.False(design.Total("y").Estimates[0].Reliability.HasFlag(Reliability.FixedByDesign));
    }

    // Ten rounds over margins of which one all but follows from the other leave a standard error of 0.0045 in R survey 4.5; exactly, there
    // is none.
    [Fact]
    public void Share_OfMarginsThatAllButAgree_IsFixedAlthoughTheRoundsLeaveSome()
    {
        static int B(int row) => row % 15 == 0 ? (row + 1) % 4 : row % 4;
        var design = SurveyDesign.Of(new DataSet("made up", [Letters("a", 60, row => row % 4), Letters("b", 60, B), Numbers("w", 60, row => 1 + (row % 3)), Numbers("y", 60, row => row % 5)]))
            .WeightedBy("w")
            .RakedTo([KnownTotals.Counts("a", [.. Counts("a", 30, 28, 33, 29)]), KnownTotals.Counts("b", [.. Counts("b", 31, 29, 30, 30)])]);

        Assert.All(design.Proportion("a").Estimates, IsFixed);
        Assert.All(design.Proportion("b").Estimates, IsFixed);
        Assert.Equal(0.20297688745378226, design.Mean("y").Estimates[0].StandardError, 1e-6);
    }

    [Fact]
    public void Share_TrimmedAfterRaking_IsNotFixedAnyMore() => Assert.All(
        GoldenDesigns.Of("baro-operational", "H")!.Proportion("area").Estimates,
        one => Assert.True(one.StandardError > 0 && !one.Reliability.HasFlag(Reliability.FixedByDesign)));

    [Fact]
    public void NobodyOrEverybody_InStrata_KeepsClopperAndPearson()
    {
        var design = Rows(24, row => row % 3, _ => 1, _ => 2).Where("s", "s0");

        var (all, none) = (design.Proportion("s", category: "s0").Estimates[0], design.Proportion("s", category: "s1").Estimates[0]);

        Assert.Equal(("beta, n_eff = n", 1.0), (all.Interval!.Method, all.Interval.Upper));
        Assert.Equal(Math.Pow(0.025, 1.0 / 8), all.Interval.Lower, 1e-12);
        Assert.Equal(1 - Math.Pow(0.025, 1.0 / 8), none.Interval!.Upper, 1e-12);
        Assert.False((all.Reliability | none.Reliability).HasFlag(Reliability.FixedByDesign));
    }

    // What respondents said is no property of the strata, however they agree: column q is an answer.
    [Fact]
    public void Answers_UnanimousInEveryStratum_KeepClopperAndPearson()
    {
        var answer = Letters("q", 24, row => row % 3 == 0 ? 0 : 1, isAnswer: true);
        var design = Rows(24, row => row % 3, _ => 1, _ => 2).WithColumn(answer);
        var (low, high) = (0.15630229, 0.55321962); // Clopper and Pearson, 8 of 24 (R: binom.test)

        var share = design.Proportion("q", category: "q0").Estimates[0];

        Assert.Equal((low, high), (share.Interval!.Lower, share.Interval.Upper), new Limits(1e-8));
        Assert.False(share.Reliability.HasFlag(Reliability.FixedByDesign));

        // Nor is it fixed who of a stratum gave an answer.
        Assert.False(design.Where("q", "q1").Proportion("s", category: "s1").Estimates[0].Reliability.HasFlag(Reliability.FixedByDesign));
        Assert.False(design.Proportion("s", by: "q", category: "s1").Estimates[1].Reliability.HasFlag(Reliability.FixedByDesign));
    }

    // Two clusters of three with one «yes» each: the variance is zero by chance.
    [Fact]
    public void Clusters_WithEqualTotalsByChance_AreNotFixed()
    {
        var design = SurveyDesign.Of(new DataSet("made up", [Numbers("k", 6, row => row / 3), Letters("g", 6, row => row % 3 == 0 ? 0 : 1), Numbers("w", 6, _ => 2)])).ClusteredBy("k").WeightedBy("w");

        var share = design.Proportion("g", category: "g0").Estimates[0];

        Assert.Equal(0, share.StandardError, 1e-12);
        Assert.Equal("beta, n_eff = n", share.Interval!.Method);
        Assert.False(share.Reliability.HasFlag(Reliability.FixedByDesign));
    }

    [Fact]
    public void StoredReplicates_ThatNeverMoveAShare_FixIt()
    {
        var columns = Enumerable.Range(0, 8).Select(r => Numbers($"r{r}", 16, row => 1 + (0.5 * ((row / 2 % 8) == r ? 1 : 0)) - (0.5 * ((row / 2 % 8) == (r + 1) % 8 ? 1 : 0))));
        var design = SurveyDesign.Of(new DataSet("made up", [Letters("g", 16, row => row % 2), Letters("h", 16, row => row % 5 % 2), Numbers("w", 16, _ => 3), .. columns]))
            .WeightedBy("w").Replicated(Replication.Stored([.. Enumerable.Range(0, 8).Select(r => $"r{r}")], 0.1, combined: false));

        Assert.All(design.Proportion("g").Estimates.Take(2), IsFixed);
        Assert.All(design.Proportion("h").Estimates.Take(2), one => Assert.True(one.StandardError > 0 && one.Interval!.Width > 0));
    }

    [Fact]
    public void Quantile_OfAStratumsNumber_IsItsOwnInterval()
    {
        var median = Rows(24, row => row % 3, row => row % 3, _ => 2).Quantile("x").Estimates[0];

        Assert.Equal((1, 1, 0), (median.Interval!.Lower, median.Interval.Upper, median.StandardError));
        Assert.Equal(Reliability.FixedByDesign, median.Reliability);
    }

    private static void IsFixed(Estimate one)
    {
        Assert.InRange(one.StandardError, 0, 1e-9 * Math.Max(1, one.Value));
        Assert.Equal((one.Value, one.Value), (one.Interval!.Lower, one.Interval.Upper));
        Assert.Equal(Reliability.FixedByDesign, one.Reliability);
        Assert.True(one.Interval.Method is "fixed" or "t");
    }

    // Rows in strata s, with a number that the strata decide and one that they don't.
    private static SurveyDesign Rows(int count, Func<int, int> stratum, Func<int, double> x, Func<int, double> weight) =>
        SurveyDesign.Of(new DataSet("made up", [Letters("s", count, stratum), Numbers("x", count, x), Numbers("y", count, row => (row * row) % 11), Numbers("w", count, weight)]))
            .StratifiedBy("s").WeightedBy("w");

    private static IEnumerable<(string[], double)> Counts(string name, params double[] counts) => counts.Select((count, i) => (new[] { name + i }, count));

    private static NumericColumn Numbers(string name, int count, Func<int, double> value) => new(name, [.. Enumerable.Range(0, count).Select(value)]);

    private static CategoricalColumn Letters(string name, int count, Func<int, int> value, bool isAnswer = false) =>
        new(name, [.. Enumerable.Range(0, 4).Select(i => name + i)], [.. Enumerable.Range(0, count).Select(value)]) { IsConfidential = isAnswer };

    private sealed class Limits(double tolerance) : IEqualityComparer<(double Lower, double Upper)>
    {
        public bool Equals((double Lower, double Upper) x, (double Lower, double Upper) y) =>
            Math.Abs(x.Lower - y.Lower) <= tolerance && Math.Abs(x.Upper - y.Upper) <= tolerance;

        public int GetHashCode((double Lower, double Upper) obj) => 0;
    }
}
