using System.Globalization;

namespace Barometer.Evidence.Tests;

/// <summary>A released function of estimates as a table, as a sentence and in the evidence pack.</summary>
public class ReleasedNumberTests
{
    private readonly Workbench _barometer = TestSchemes.Open();

    private ReleasedNumber Risk => field ??= _barometer.Release(
        _barometer.Design("operational-2018").RelativeRisk("innovated", "size_group", "from_50", from: "under_20"), id: "large-over-small");

    [Fact]
    public void Table_OfARelativeRisk_HasItUnderTheSharesItIsMadeOf()
    {
        var rows = Risk.Table().ToCsv().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var text = Risk.ToString();

        Assert.Contains("Regnet av tallene over", text, StringComparison.Ordinal);
        Assert.Contains("forholdet mellom andelene", text, StringComparison.Ordinal);
        Assert.True(rows.Length >= 3, string.Join('\n', rows));
    }

    [Fact]
    public void Sentence_HasTheNumberAndItsInterval()
    {
        var sentence = Risk.Sentence(nb: "Forholdet er {number}, altså {number:value}.", en: "The ratio is {number}, that is {number:value}.").Text;

        Assert.Matches(@"^Forholdet er \d,\d\d \(95\u00A0% KI \d,\d\d–\d,\d\d\), altså \d,\d\d\. \(Syntetiske data\)$", sentence.Nb);
        Assert.Matches(@"^The ratio is \d\.\d\d \(95% CI \d\.\d\d–\d\.\d\d\), that is \d\.\d\d\. \(Synthetic data\)$", sentence.En);
        Assert.Throws<BarometerException>(() => Risk.Sentence("uten tall", "without a number"));
        Assert.Throws<BarometerException>(() => Risk.Sentence("{share}", "{number}"));
    }

    [Fact]
    public void EvidenceNumbers_OfAFunction_SayThatItIsWorkedOutFromItsRelease()
    {
        var numbers = EvidenceNumbers.Of(Risk.Table()).ToList();

        var function = Assert.Single(numbers, number => number.Measure == "function");
        Assert.Equal(("large-over-small/function", "recovered", false), (function.Id, function.IntervalMethod, function.IsPercent));
        Assert.Equal(["large-over-small"], function.DerivedFrom);
        Assert.Equal("shown", Intervals.Find(function.IntervalMethod!).MadeOf);
        Assert.Equal(2, numbers.Count(number => number.Measure == "share"));

        // What is shown of it follows from what is shown of the shares.
        var shares = numbers.Where(number => number.Measure == "share").Select(number => (number.Groups[0].Code, number.Value)).ToDictionary(one => one.Code, one => one.Value!.Value);
        Assert.Equal(Math.Round(shares["from_50"] / shares["under_20"], 2, MidpointRounding.AwayFromZero), function.Value);
        Assert.Equal(0.01m, function.Steps!.Value);
    }

    [Fact]
    public void Table_InPercentagePoints_IsAHundredTimesTheValue()
    {
        var change = _barometer.Design("operational-2018").Proportion("innovated", by: "size_group")
            .Function(nb: "De store mindre de små", en: "Large less small", x => x["from_50"] - x["under_20"], inPercent: true);

        var released = _barometer.Release(change, id: "large-less-small");

        var number = EvidenceNumbers.Of(released.Table()).Single(one => one.Measure == "function");
        Assert.True(number.IsPercent);
        Assert.Contains((number.Value!.Value * 100).ToString("0.0", CultureInfo.InvariantCulture).Replace('.', ','), released.Table().ToString().Replace('\u2212', '-'), StringComparison.Ordinal);
    }
}
