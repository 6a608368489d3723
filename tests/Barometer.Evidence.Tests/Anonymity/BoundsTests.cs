namespace Barometer.Evidence.Tests.Anonymity;

public class BoundsTests
{
    private readonly Workbench _barometer = Workbench.Open(data: Barometer.Analysis.Loading.DataFolder.Find(AppContext.BaseDirectory));

    [Fact]
    public void Bounds_HiddenShares_LieBetweenTheLimitsAndNotAtOne()
    {
        var shares = _barometer.Survey("operational-2018").Unweighted().Proportion("innovated", by: "size_band");
        var released = _barometer.Release(shares, id: "by-size");

        var figure = Assert.IsType<Figure>(_barometer.Bounds(released));

        var rows = Assert.IsType<RowChart>(figure.Description.Chart).Rows;
        var hidden = shares.Estimates.Zip(released.Released.Content.Estimates, rows).Where(one => one.Second.Status == CellStatus.Suppressed).ToList();
        Assert.NotEmpty(hidden);
        Assert.All(hidden, one =>
        {
            Assert.Equal(ValueForm.Range, one.Third.Form);
            Assert.InRange(100 * one.First.Numbers.Value, one.Third.Lower!.Value, one.Third.Upper!.Value);
            Assert.True(one.Third.Upper - one.Third.Lower >= 5 && one.Third.Lower % 5 == 0 && one.Third.Upper <= 100);
        });
    }

    [Fact]
    public void Design_WeightsThatAddUpToNoPublicNumber_ShowNoSum()
    {
        var survey = _barometer.Survey("operational-2018");
        var strata = survey.Design().StratifiedBy(["agency_group", "size_band"]).WithFinitePopulation();

        Assert.Equal($"{survey.Responses.Name}: 762 svar, vektet / {survey.Responses.Name}: 762 answers, weighted", strata.WeightedByInvitation().ToString());
        Assert.Contains("2267", strata.ToString(), StringComparison.Ordinal);
    }
}
