namespace Barometer.Evidence.Tests.Anonymity;

/// <summary>What a reader sees of shares that the strata fix, and of answers that happen to be alike in every stratum.</summary>
public class FixedSharesTests
{
    private readonly Workbench _barometer = Workbench.Open(data: Barometer.Analysis.Loading.DataFolder.Find(AppContext.BaseDirectory));

    // 16 of the frame's 180 agencies are of the group, whoever answers.
    [Fact]
    public void Release_ShareOfAStratificationVariable_HasTheShareAsItsLimitsAndSaysWhy()
    {
        var released = _barometer.Release(_barometer.Design("strategic-2018").Proportion("agency_group"), id: "agency-groups").Released.Content;

        Assert.Contains(released.Estimates, one => Math.Abs(one.Value - Math.Round(16 / 180.0, 3)) < 1e-9);
        Assert.All(released.Estimates.Where(one => one.Status == CellStatus.Published), one =>
        {
            Assert.Equal((one.Value, one.Value), (one.Interval!.Lower, one.Interval.Upper));
            Assert.Equal(Reliability.FixedByDesign, one.Reliability);
        });
    }

    [Fact]
    public void Release_Answers_AreNeverSaidToBeFixed()
    {
        var design = _barometer.Design("strategic-2018");
        var tables = new[] { "strategy", "innovated" }.Where(name => design.Engine.Data.TryGet(name, out _))
            .Select(name => design.Proportion(name, by: "agency_group")).ToList();

        Assert.NotEmpty(tables);
        Assert.All(tables.SelectMany(table => table.Estimates), one => Assert.False(one.Numbers.Reliability.HasFlag(Reliability.FixedByDesign)));
    }
}
