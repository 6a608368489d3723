namespace Barometer.Evidence.Tests;

public class SentenceTests
{
    private const string Hard = "\u00A0";

    [Fact]
    public void Write_Share_HasIntervalAndIsMarkedSynthetic()
    {
        var sentence = Write(TestReleases.ByGroup(), "{0} jobber med innovasjon.");

        Assert.Equal($"85,0{Hard}prosent (95{Hard}% KI 83–87) jobber med innovasjon. (Syntetiske data)", sentence.Text.Nb);
        Assert.Equal($"85.0{Hard}per cent (95% CI 83–87) jobber med innovasjon. (Synthetic data)", sentence.Text.En);
        Assert.Contains("innovated-by-group", sentence.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Write_RealAnswers_HasNoMark() =>
        Assert.DoesNotContain("yntet", Write(TestReleases.ByGroup(synthetic: false), "{0}").ToHtml(), StringComparison.Ordinal);

    [Fact]
    public void Write_NumberOfAnswersOrValueAlone_AsAsked()
    {
        Assert.StartsWith("762 svar", Write(TestReleases.ByGroup(), "{0:n} svar").Text.Nb, StringComparison.Ordinal);
        Assert.StartsWith($"85,0{Hard}prosent av", Write(TestReleases.ByGroup(), "{0:value} av").Text.Nb, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_HiddenNumber_SaysThatTheSentenceCannotBeQuoted()
    {
        var sentence = Write(TestReleases.AllHidden(), "{0} er skjult");

        Assert.Equal("Setningen kan ikke siteres: et tall i den kan ikke offentliggjøres.", sentence.Text.Nb);
        Assert.Equal("The sentence can't be quoted: a number in it may not be published.", sentence.Text.En);
    }

    [Theory]
    [InlineData("{nothing} av alle", "names no number")]
    [InlineData("{nothing@here} av alle", "names no number")]
    [InlineData("Alle jobber med innovasjon", "has no number in it")]
    public void Write_PlaceThatNamesNothing_IsRefused(string words, string problem) =>
        Assert.Contains(problem, Assert.Throws<BarometerException>(() => Write(TestReleases.ByGroup(), words)).Message, StringComparison.Ordinal);

    [Fact]
    public void ToHtml_WordsThatAreMarkup_AreEscaped() =>
        Assert.DoesNotContain("<script>", Write(TestReleases.ByGroup(), "<script>{0}</script>").ToHtml(), StringComparison.Ordinal);

    private static Sentence Write(Released<ReleasedTable> released, string words)
    {
        var place = released.Content.Estimates[^1].Outcome.Variable;
        var text = words.Replace("{0", "{" + place, StringComparison.Ordinal);
        return Sentence.Of(released, new LocalizedText(text, text));
    }
}
