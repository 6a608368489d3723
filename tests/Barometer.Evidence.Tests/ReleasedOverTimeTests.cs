namespace Barometer.Evidence.Tests;

/// <summary>What is shown of waves: both numbers and the change with its limits, and over a break neither a line nor a difference.</summary>
public class ReleasedOverTimeTests
{
    private static readonly Lazy<Workbench> Barometer = new(TestSchemes.Open);

    private static readonly Lazy<ReleasedOverTime> Innovated = new(() => Release("innovated"));

    private static readonly Lazy<ReleasedOverTime> Novelty = new(() => Barometer.Value.Release(Barometer.Value.OverTime("novelty", "operational-2018", "operational-2021").Of("first"), id: "novelty-over-time"));

    [Fact]
    public void Sentence_OfComparableWaves_SaysBothNumbersAndTheChange()
    {
        var text = Innovated.Value.Sentence().Text;

        Assert.Matches("^Jobber med innovasjon: 85,0\u00A0prosent i 2018 og 90,9\u00A0prosent i 2021, en økning på 5,9 prosentpoeng \\(95 % KI 3–9\\)\\.".Replace(' ', '.'), text.Nb);
        Assert.Matches("^Works with innovation: 85\\.0\u00A0per cent in 2018 and 90\\.9\u00A0per cent in 2021, a rise of 5\\.9 percentage points".Replace(' ', '.'), text.En);
        Assert.Contains("yntetisk", text.Nb, StringComparison.Ordinal);
    }

    [Fact]
    public void Sentence_OverABreak_SaysWhyNothingIsSubtracted()
    {
        var text = Novelty.Value.Sentence().Text;

        Assert.Contains("De kan ikke sammenlignes: «Tilpasset» hører til et annet svar", text.Nb, StringComparison.Ordinal);
        Assert.DoesNotContain("prosentpoeng", text.Nb, StringComparison.Ordinal);
        Assert.DoesNotContain("percentage point", text.En, StringComparison.Ordinal);
    }

    [Fact]
    public void Lines_OverABreak_HaveNoLineButAMarkAndAReason()
    {
        var (broken, whole) = (Novelty.Value.Lines().Description, Innovated.Value.Lines().Description);

        Assert.Empty(LineLayout.Pieces(broken.Chart.Rows));
        Assert.Equal(2019.5, Assert.Single(broken.Chart.Breaks).Value);
        Assert.Contains(broken.Notes, note => note.StartsWith("Brudd etter 2018: «Tilpasset»", StringComparison.Ordinal));
        Assert.Single(LineLayout.Pieces(whole.Chart.Rows));
        Assert.Empty(whole.Chart.Breaks);
    }

    [Fact]
    public void Lines_OfAWaveWhoseFrameIsAssumed_SaySoInThePicture() =>
        Assert.Contains(Innovated.Value.Lines().Description.Notes, note => note.Contains("Rammen og invitasjonene er antatt som i 2018", StringComparison.Ordinal));

    [Fact]
    public void Table_OverABreak_HasTheWordInThePlaceOfAChange()
    {
        var row = Novelty.Value.Table().Content.Rows[^1];

        Assert.Equal("brudd", row.Cells[4].In(Language.Nb));
        Assert.Equal("a", row.Cells[4].Marks);
    }

    [Fact]
    public void Table_TestOfAChange_StandsAmongTheNumbersOfThePack()
    {
        var table = Innovated.Value.Table();

        var test = Assert.Single(EvidenceNumbers.Of(table), number => number.Measure == EvidenceNumber.PValue);
        Assert.Equal("innovated-over-time-change-2021/p", test.Id);
        Assert.Equal(0, test.Value); // < 0.001
    }

    [Fact]
    public void Lines_ByGroup_NameEachLineAndDrawInBothForms()
    {
        var bySize = Barometer.Value.Release(Barometer.Value.OverTime("innovated", "operational-2018", "operational-2021").By("size_group"), id: "innovated-over-time-by-size");
        var figure = bySize.Lines();

        Assert.Equal(3, figure.Description.Chart.Rows.Select(row => row.Section).Distinct().Count());
        Assert.Equal(6, figure.Description.Chart.Rows.Count);
        Assert.NotEmpty(figure.ToPng());
        Assert.Contains("\"mode\":\"lines\"", figure.ToPlotlyJson(), StringComparison.Ordinal);
        Assert.Contains("1–19 ansatte", bySize.Sentence("under_20").Text.Nb, StringComparison.Ordinal);
        Assert.Contains("needs a group", Assert.Throws<BarometerException>(() => bySize.Sentence()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void OverTime_WhatCannotBe_IsRefused()
    {
        Assert.StartsWith("A change needs two waves", Refused(() => Barometer.Value.OverTime("innovated", "operational-2018")), StringComparison.Ordinal);
        Assert.StartsWith("Nobody has said how «strategic-2018» and «operational-2021» can be compared", Refused(() => Barometer.Value.OverTime("strategy", "strategic-2018", "operational-2021")), StringComparison.Ordinal);
        Assert.StartsWith("There is no question «inovated»", Refused(() => Barometer.Value.OverTime("inovated", "operational-2018", "operational-2021")), StringComparison.Ordinal);
        Assert.StartsWith("«evaluated» has several answers", Refused(() => Barometer.Value.Release(Barometer.Value.OverTime("evaluated", "operational-2018", "operational-2021"), id: "x")), StringComparison.Ordinal);

        static string Refused(Func<object> make) => Assert.Throws<BarometerException>(make).Message;
    }

    [Fact]
    public void Crosswalk_OfTheDanishLists_ComparesWhatIsTheSameOnly()
    {
        var rows = Barometer.Value.Crosswalk("oin-dk", "operational-2018").Content.Rows.Select(row => (Label: row.Cells[0].In(Language.En), Relation: row.Cells[1].In(Language.En))).ToList();

        Assert.Contains(("The workplace was the first to develop the innovation", "same"), rows);
        Assert.Contains(("The innovation is to a great extent inspired by others' solutions", "not comparable"), rows);
    }

    private static ReleasedOverTime Release(string variable) => Barometer.Value.Release(Barometer.Value.OverTime(variable, "operational-2018", "operational-2021"), id: $"{variable}-over-time");
}
