namespace Barometer.Evidence.Tests.Published;

public class ImpliedRangeTests
{
    [Theory]
    [InlineData("NOS18-RR-V", 0.435, true, 0.445, false)]
    [InlineData("NOK18-RR-R", 0.4205, true, 0.4215, false)]
    [InlineData("NOS18-POP-A", 2266.5, true, 2267.5, false)]
    [InlineData("NO-CLIMATE-R", 0.055, true, 0.195, false)]
    [InlineData("NOS21-INN-AR", 0.85, true, 0.95, false)]
    [InlineData("NOK20-INN", 0.70, true, 0.80, false)]
    [InlineData("DK3-MULTI", 0.45, true, 0.55, false)]
    [InlineData("SE18-MULTI", 0.45, true, 0.55, false)]
    [InlineData("NOS18-COL-PRIV", 0.175, true, 0.225, false)]
    [InlineData("NOK20-CORE", 0.85, true, 0.90, false)]
    [InlineData("DK2-COMM", 0.45, true, 0.50, false)]
    [InlineData("NOK20-MULTI", 0.25, false, 0.30, true)]
    [InlineData("NOK18-STRAT-L", 0.5, false, 1, true)]
    [InlineData("SE18-N", 1800, false, 1900, true)]
    [InlineData("CTX-EMP18", 163000, false, 164000, true)]
    [InlineData("NL21-RR.approached", 1300, true, 1400, false)]
    [InlineData("AU08-RISK", 0, true, 0.4, false)]
    [InlineData("FI22-STEER-OTHER", 0.45, true, 0.5, false)]
    [InlineData("AU19-INDEX-CH", 0.015, true, 0.025, false)]
    [InlineData("AU18-INDEX", 0.635, true, 0.645, false)]
    public void Of_Statement_IsWhatItCanStandFor(string id, double lower, bool includesLower, double upper, bool includesUpper) =>
        Assert.Equal(
            new ImpliedRange((decimal)lower, includesLower, (decimal)upper, includesUpper),
            ImpliedRange.Of(PublishedFiles.Registry[id]));

    [Theory]
    [InlineData("NOS18-VAL-TOP")]
    [InlineData("IS21-VAL-RANK")]
    [InlineData("DK3-INN-TREND")]
    [InlineData("NOS18-PERIOD")]
    [InlineData("DK4-MULTI-TWO")]
    public void Of_Words_IsNull(string id)
    {
        var figure = PublishedFiles.Registry[id];

        Assert.Null(ImpliedRange.Of(figure));
        Assert.Equal((null, null, null, null), (figure.Mark, figure.Value, figure.Lower, figure.Upper));
    }

    [Fact]
    public void Of_AThird_IsExactlyOne()
    {
        var third = ImpliedRange.Of(PublishedFiles.Registry["NOKP20-RES"])!;

        Assert.Equal(1m / 3, third.Lower);
        Assert.False(third.Contains(1m / 3));
        Assert.True(third.Contains(0.34m));
    }

    [Fact]
    public void Of_EveryFigure_HoldsTheStatedNumber() => Assert.All(
        PublishedFiles.Registry.Figures.Where(figure => !figure.IsWords),
        figure =>
        {
            var stated = figure.Fraction ?? figure.Value ?? figure.Lower ?? figure.Upper!.Value;
            var isOpen = figure.Qualifier is PublishedQualifier.Over or PublishedQualifier.ALittleOver or PublishedQualifier.Almost or PublishedQualifier.Under;
            Assert.NotEqual(isOpen, figure.Implied!.Contains(stated));
            Assert.True(figure.Unit != PublishedUnit.Share || figure.Implied is { Lower: >= 0, Upper: <= 1 });
        });
}
