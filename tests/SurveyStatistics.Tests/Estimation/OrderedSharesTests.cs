namespace SurveyStatistics.Tests.Estimation;

public class OrderedSharesTests
{
    [Fact]
    public void TopShare_TwoHighest_AddsTheirShares()
    {
        var data = GoldenDesigns.Of("baro-operational", "A")!;
        var ordered = Ordered(data);

        var top = ordered.TopShare("q1").Estimates[^1];
        var all = ordered.Proportion("q1").Estimates;

        Assert.Equal(all[3].Value + all[4].Value, top.Value, 1e-12);
        Assert.Equal(top.Members!.CountedRows!.Length, all[3].Members!.CountedRows!.Length + all[4].Members!.CountedRows!.Length);
    }

    [Fact]
    public void NetBalance_FivePoints_IsAboveLessBelow()
    {
        var ordered = Ordered(GoldenDesigns.Of("baro-operational", "A")!);

        var balance = ordered.NetBalance("q1").Estimates[^1];
        var all = ordered.Proportion("q1").Estimates;

        Assert.Equal(all[3].Value + all[4].Value - all[0].Value - all[1].Value, balance.Value, 1e-12);
        Assert.True(balance.StandardError > 0);
    }

    [Fact]
    public void Ranks_Items_LeaveOpenWhatTheSampleDoes()
    {
        var design = GoldenDesigns.Of("baro-operational", "A")!;

        var ranking = design.Ranks(["barr_1#", "barr_2#", "barr_3#", "barr_8#"]);

        Assert.Equal(["barr_1#", "barr_3#", "barr_2#", "barr_8#"], ranking.Items.Select(item => item.Share.Outcome.Variable));
        Assert.Equal([1, 2, 3, 4], ranking.Items.Select(item => item.Rank));
        Assert.Equal([(1, 2), (1, 2), (3, 3), (4, 4)], ranking.Items.Select(item => (item.Highest, item.Lowest)));
        Assert.True(ranking.Items[3].IsCertain);
    }

    [Fact]
    public void Contrast_ThreeGroups_IsTheCombinationOfTheirShares()
    {
        var design = GoldenDesigns.Of("baro-operational", "A")!;
        var shares = design.Mean("inno_service", by: "size").Estimates;

        var contrast = design.Contrast("inno_service", "size", new Dictionary<string, double> { ["50+"] = 1, ["1-9"] = -0.5, ["10-49"] = -0.5 });

        Assert.Equal(shares[2].Value - ((shares[0].Value + shares[1].Value) / 2), contrast.Estimates[0].Value, 1e-12);
        Assert.Equal("+1·50+ -0.5·1-9 -0.5·10-49", contrast.Estimates[0].Groups[0].Code);
    }

    // The golden sample with q1 as an ordered variable.
    private static SurveyDesign Ordered(SurveyDesign design)
    {
        var column = design.Sample.Data.Categorical("q1#");
        var ordered = new CategoricalColumn("q1", column.Categories, column.Codes.ToArray(), ordered: true);
        var data = new DataSet("ordered", [.. design.Sample.Data.Columns.Where(one => one.Name != "q1"), ordered]);
        return SurveyDesign.Of(data).StratifiedBy("area").WithFinitePopulation("N_area").WithLonelyStrata(LonelyStratum.Adjust);
    }
}
