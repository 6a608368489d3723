namespace Barometer.Evidence.Tests.Anonymity;

public class CoarserTableTests
{
    private readonly Workbench _barometer = Workbench.Open(data: Barometer.Analysis.Loading.DataFolder.Find(AppContext.BaseDirectory));

    [Fact]
    public void Release_StrategicByMinistryArea_SaysUnderTheTableWhatToWriteInstead()
    {
        var design = _barometer.Survey("strategic-2018").Unweighted();

        var released = _barometer.Release(design.Proportion("earmarked_money", by: "ministry_area"), id: "by-area");

        var coarser = released.Released.Content.Coarser!;
        Assert.Equal("design.Proportion(\"earmarked_money\", by: \"agency_type\")", coarser.Code);
        Assert.Contains("by: &quot;agency_type&quot;", released.ToHtml(), StringComparison.Ordinal);
        Assert.Contains(coarser.Advice.Nb, released.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("agency_type", coarser.Words.Nb + coarser.Words.En, StringComparison.Ordinal);
    }

    [Fact]
    public void Release_ProposedTable_ShowsWhatWasPromised()
    {
        var design = _barometer.Survey("strategic-2018").Unweighted();
        var promised = _barometer.Release(design.Proportion("earmarked_money", by: "ministry_area"), id: "by-area").Released.Content.Coarser!;

        var released = _barometer.Release(design.Proportion("earmarked_money", by: "agency_type"), id: "by-type").Released.Content;

        Assert.Equal(promised.Shown, released.Estimates.Count(one => one.Groups.Count > 0 && one.Status == CellStatus.Published));
    }

    [Fact]
    public void Release_TableOfSmallGroups_IsMostlyHiddenWithTheCoarserTable()
    {
        var design = _barometer.Survey("strategic-2018").Unweighted();

        var released = _barometer.Release(design.Proportion("earmarked_money", by: "region"), id: "by-region").Released.Content;

        Assert.Equal(6, released.Estimates.Count(estimate => estimate.Status == CellStatus.Suppressed));
        Assert.Contains("design.Proportion(\"earmarked_money\", by: \"agency_type\")", released.Coarser!.Advice.En, StringComparison.Ordinal);
    }
}
