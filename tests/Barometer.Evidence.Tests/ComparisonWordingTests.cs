namespace Barometer.Evidence.Tests;

/// <summary>Comparisons in words against intervals by hand.</summary>
public class ComparisonWordingTests
{
    [Theory]
    [InlineData(0.40, 0.36, 0.44, 0.20, 0.18, 0.22, "dobbelt så ofte", "twice as often")]
    [InlineData(0.42, 0.38, 0.46, 0.20, 0.18, 0.22, "dobbelt så ofte", "twice as often")] // 2.1, and two lies in the interval
    [InlineData(0.40, 0.395, 0.405, 0.19, 0.189, 0.191, "2,1 ganger så ofte", "2.1 times as often")] // two doesn't
    [InlineData(0.34, 0.30, 0.38, 0.20, 0.18, 0.22, "1,7 ganger så ofte", "1.7 times as often")] // nothing round is near
    [InlineData(0.40, 0.20, 0.60, 0.20, 0.05, 0.40, "ikke klart oftere eller sjeldnere", "not clearly more or less often")]
    [InlineData(0.20, 0.18, 0.22, 0.40, 0.36, 0.44, "halvparten så ofte", "half as often")]
    public void Times_SaysARoundRatioOnlyWhereItHolds(double above, double aboveLower, double aboveUpper, double below, double belowLower, double belowUpper, string nb, string en)
    {
        var (one, other) = (Share(above, aboveLower, aboveUpper), Share(below, belowLower, belowUpper));

        Assert.Equal(nb, Text.ComparisonWording.Times(one, other, true, Language.Nb));
        Assert.Equal(en, Text.ComparisonWording.Times(one, other, true, Language.En));
    }

    /// <summary>√(ln(0.4/0.3)² + ln(0.3/0.26)²) is 0.32 and ln(0.4/0.26) 0.43: the one leaves 1.54 above one, the other not.</summary>
    [Fact]
    public void Times_OfTheSameRespondents_IsAsUncertainAsItCanBe()
    {
        var (one, other) = (Share(0.40, 0.30, 0.50), Share(0.26, 0.22, 0.30));

        Assert.Equal("halvannen gang så ofte", Text.ComparisonWording.Times(one, other, true, Language.Nb));
        Assert.Equal("ikke klart oftere eller sjeldnere", Text.ComparisonWording.Times(one, other, false, Language.Nb));
    }

    [Theory]
    [InlineData(0, "størst")]
    [InlineData(1, "mellom nummer to og tre i størrelse")]
    [InlineData(2, "mellom nummer to og tre i størrelse")]
    [InlineData(3, "minst")]
    public void Rank_IsWhatIntervalsLeave(int item, string words)
    {
        ReleasedEstimate[] all = [Share(0.60, 0.55, 0.65), Share(0.40, 0.35, 0.45), Share(0.38, 0.33, 0.43), Share(0.10, 0.05, 0.15)];

        Assert.Equal(words, Text.ComparisonWording.Rank(all[item], all, Language.Nb));
    }

    [Theory]
    [InlineData(0, "blant de to største")]
    [InlineData(2, "nummer tre i størrelse")]
    [InlineData(3, "minst")]
    public void Rank_AmongTheLargest_SaysHowMany(int item, string words)
    {
        ReleasedEstimate[] all = [Share(0.60, 0.55, 0.65), Share(0.58, 0.53, 0.63), Share(0.38, 0.33, 0.43), Share(0.10, 0.05, 0.15)];

        Assert.Equal(words, Text.ComparisonWording.Rank(all[item], all, Language.Nb));
    }

    private static ReleasedEstimate Share(double value, double lower, double upper) => new()
    {
        Outcome = new LabelledOutcome("x", "yes", new("Ja", "Yes")),
        Groups = [],
        Value = value,
        Interval = new ConfidenceInterval(lower, upper, 0.95, "logit"),
        Respondents = 100,
        Status = CellStatus.Published,
    };
}
