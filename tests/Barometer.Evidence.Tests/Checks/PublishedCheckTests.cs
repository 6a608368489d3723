namespace Barometer.Evidence.Tests.Checks;

public class PublishedCheckTests
{
    private static readonly PublishedRegistry Registry = PublishedFiles.Registry;

    [Theory]
    [InlineData("NOS18-RR-A", 0.452, CheckStatus.Reproduced)]
    [InlineData("NOS18-RR-A", 0.454, CheckStatus.Reproduced)]
    [InlineData("NOS18-RR-A", 0.456, CheckStatus.Contradicts)]
    [InlineData("NOS18-RR-A", 0.444, CheckStatus.Contradicts)]
    [InlineData("NOS18-RR-A", 0.445, CheckStatus.NeedsMicrodata)]
    [InlineData("NOS18-RR-A", 0.455, CheckStatus.NeedsMicrodata)]
    [InlineData("NOS21-INN-AR", 0.86, CheckStatus.Reproduced)]
    [InlineData("NOS21-INN-AR", 0.949, CheckStatus.Reproduced)]
    [InlineData("NOS21-INN-AR", 0.951, CheckStatus.Contradicts)]
    [InlineData("NOS18-COL-PRIV", 0.224, CheckStatus.Reproduced)]
    [InlineData("NOS18-COL-PRIV", 0.226, CheckStatus.Contradicts)]
    [InlineData("NOK18-STRAT-L", 0.51, CheckStatus.Reproduced)]
    [InlineData("NOK18-STRAT-L", 0.5, CheckStatus.NeedsMicrodata)]
    [InlineData("NOK20-CORE", 0.88, CheckStatus.Reproduced)]
    [InlineData("NOK20-CORE", 0.91, CheckStatus.Contradicts)]
    [InlineData("NO-CLIMATE-R", 0.06, CheckStatus.Reproduced)]
    [InlineData("NO-CLIMATE-R", 0.2, CheckStatus.Contradicts)]
    public void Of_ReleasedShare_IsJudgedByWhatThePrintedOneCanStandFor(string id, double share, CheckStatus status) =>
        Assert.Equal(status, PublishedCheck.Of(Registry[id], CheckReleases.Share(share)).Status);

    [Theory]
    [InlineData(762, CheckStatus.Reproduced)]
    [InlineData(761, CheckStatus.Contradicts)]
    public void Of_ReleasedCount_MustBeThePrintedOne(double count, CheckStatus status) =>
        Assert.Equal(status, PublishedCheck.Of(Registry["NOS18-ANS-A"], CheckReleases.Count(count)).Status);

    [Fact]
    public void Of_Suppressed_NeedsTheMicrodataAndSaysWhy()
    {
        var check = PublishedCheck.Of(Registry["NOS18-INN-A"], CheckReleases.Share(0.85, status: CellStatus.Suppressed));

        Assert.Equal((CheckStatus.NeedsMicrodata, CheckObstacle.Suppressed), (check.Status, check.Obstacle));
        Assert.Null(check.Computed);
        Assert.Equal("Tallet er skjult av hensyn til anonymitet.", check.Explanation.Nb);
    }

    [Fact]
    public void Of_SyntheticAnswers_SaysThatItTestsThePipeline()
    {
        var check = PublishedCheck.Of(Registry["NOS18-INN-A"], CheckReleases.Share(0.852, isSynthetic: true));

        Assert.True(check.IsSynthetic);
        Assert.Equal(new LocalizedText("gjenskapt (syntetiske data)", "reproduced (synthetic data)"), check.StatusText);
        Assert.Equal("85,2\u00A0% rundes av til 85\u00A0%. Syntetiske data: kontrollen prøver regneveien, ikke virkeligheten.", check.Explanation.Nb);
        Assert.Equal("85.2% rounds to 85%. Synthetic data: the check tests the pipeline, not the world.", check.Explanation.En);
        Assert.Contains("syntetiske data", check.ToHtml(), StringComparison.Ordinal);
    }

    [Fact]
    public void Of_RealAnswers_SaysNothingOfSyntheticData() =>
        Assert.DoesNotContain("yntet", PublishedCheck.Of(Registry["NOS18-INN-A"], CheckReleases.Share(0.852)).ToString(), StringComparison.Ordinal);

    [Fact]
    public void Explanation_RoundedStatement_NamesWhatItCanStandFor()
    {
        Assert.Equal(
            "86,0\u00A0% er innenfor det «9 av 10» kan stå for.",
            PublishedCheck.Of(Registry["NOS21-INN-AR"], CheckReleases.Share(0.86)).Explanation.Nb);
        Assert.Equal("762, som trykt.", PublishedCheck.Of(Registry["NOS18-ANS-A"], CheckReleases.Count(762)).Explanation.Nb);
        Assert.Equal("80 doesn't round to 762.", PublishedCheck.Of(Registry["NOS18-ANS-A"], CheckReleases.Count(80)).Explanation.En);
    }

    [Fact]
    public void Of_SeveralEstimatesAndNoneNamed_Throws()
    {
        var table = CheckReleases.Of(
            Measure.Count, true, ("population", 180, CellStatus.Published), ("answered", 80, CellStatus.Published));

        Assert.Throws<BarometerException>(() => PublishedCheck.Of(Registry["NOS18-ANS-V"], table));
        Assert.Equal(
            CheckStatus.Reproduced,
            PublishedCheck.Of(Registry["NOS18-ANS-V"], table, estimate => estimate.Outcome.Variable == "answered").Status);
    }

    [Fact]
    public void Of_AnotherMeasure_Throws()
    {
        Assert.Throws<BarometerException>(() => PublishedCheck.Of(Registry["NOS18-INN-A"], CheckReleases.Count(85)));
        Assert.Throws<BarometerException>(() => PublishedCheck.Of(Registry["NOS18-ANS-A"], CheckReleases.Share(0.5)));
        Assert.Throws<BarometerException>(() => PublishedCheck.Of(Registry["NOS18-VAL-TOP"], CheckReleases.Share(0.5)));
        Assert.Throws<BarometerException>(() => PublishedCheck.OfTop(Registry["NOS18-INN-A"], CheckReleases.Share(0.5)));
    }

    [Theory]
    [InlineData(0.6, 0.5, CheckStatus.Reproduced)]
    [InlineData(0.5, 0.6, CheckStatus.Contradicts)]
    [InlineData(0.5, 0.5, CheckStatus.NeedsMicrodata)]
    public void OfTop_Shares_TheLargestMustBeThePrintedItem(double efficiency, double quality, CheckStatus status)
    {
        var table = CheckReleases.Of(
            Measure.Share, true, ("value_quality", quality, CellStatus.Published), ("value_efficiency", efficiency, CellStatus.Published));

        Assert.Equal(status, PublishedCheck.OfTop(Registry["NOS18-VAL-TOP"], table).Status);
    }

    [Fact]
    public void OfTop_OneHidden_CannotTellWhichIsLargest()
    {
        var table = CheckReleases.Of(
            Measure.Share, true, ("value_quality", 0, CellStatus.Suppressed), ("value_efficiency", 0.6, CellStatus.Published));

        Assert.Equal(CheckObstacle.Suppressed, PublishedCheck.OfTop(Registry["NOS18-VAL-TOP"], table).Obstacle);
    }
}
