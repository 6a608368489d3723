using System.Reflection;

namespace Barometer.Evidence.Tests.Tables;

public class EvidenceTableTests
{
    [Fact]
    public void Constructors_All_AreHidden() =>
        Assert.Empty(typeof(EvidenceTable).GetConstructors(BindingFlags.Public | BindingFlags.Instance));

    [Fact]
    public void Of_PublicDoors_TakeReleasedContentOnly()
    {
        var doors = typeof(EvidenceTable).GetMethods(BindingFlags.Public | BindingFlags.Static).Where(method => method.ReturnType == typeof(EvidenceTable));

        Assert.All(doors, door => Assert.Equal(typeof(Released<>), door.GetParameters()[0].ParameterType.GetGenericTypeDefinition()));
    }

    [Fact]
    public void Of_EstimateNoReleaseDecidedOn_Throws()
    {
        var undecided = TestReleases.Release(
            "undecided", new LocalizedText("a", "a"), [], [TestReleases.Cell([], 0.5, 0.4, 0.6, 50) with { Status = CellStatus.Unreleased }]);

        Assert.Throws<InvalidOperationException>(() => EvidenceTable.Of(undecided));
    }

    [Fact]
    public void ToString_ByGroup_IsAligned()
    {
        var text = EvidenceTable.Of(TestReleases.ByGroup(synthetic: false)).ToString();

        Assert.Equal(
            """
            Har innført minst én innovasjon, etter virksomhetsgruppe
            Prosent av statlige arbeidsplasser. 2018

            Virksomhetsgruppe                   Andel (%)  95 % KI  Antall svar (n)
            ----------------------------------  ---------  -------  ---------------
            Departement                           91,2 a)    79–97               41
            Direktorat                               87,4    83–91              243
            Statsforvalter og annen ytre etat        82,6    78–86              312
            Universitet, høgskole og forskning       85,3    79–90              158
            Statlig foretak                             :        :                :
            Alle                                     85,0    83–87              762

            a) Usikkert: svarene tilsvarer færre enn 30 i et tilfeldig utvalg.
            Vektet etter virksomhetsgruppe og størrelse. KI: konfidensintervall.
            «:» Tall kan ikke offentliggjøres.
            Kilde: Innovasjonsbarometeret for staten 2018, operasjonelt nivå. Egne beregninger.
            """.ReplaceLineEndings("\n"),
            text.Replace('\u00A0', ' '));
    }

    [Fact]
    public void ToString_English_HasEnglishWordsAndNumbers()
    {
        var text = EvidenceTable.Of(TestReleases.ByGroup()).In(Language.En).ToString();

        Assert.Contains("[Synthetic data]", text, StringComparison.Ordinal);
        Assert.Contains("Introduced at least one innovation, by agency group", text, StringComparison.Ordinal);
        Assert.Contains("91.2 a)", text, StringComparison.Ordinal);
        Assert.Contains("Source: Synthetic data shaped like", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_ReliabilityFlags_AreExplainedOnceEachAndMarkedWhereTheyHold()
    {
        var content = EvidenceTable.Of(TestReleases.Release("flags", new LocalizedText("a", "a"), [("agency_group", new LocalizedText("G", "G"))],
        [
            TestReleases.Cell(["A"], 0.5, 0.1, 0.9, 20) with { Reliability = Reliability.FewDegreesOfFreedom },
            TestReleases.Cell(["B"], 0.5, 0.1, 0.9, 20) with { Reliability = Reliability.FewEffective | Reliability.FewDegreesOfFreedom },
            TestReleases.Cell(["C"], 0.5, 0.4, 0.6, 200),
            TestReleases.Hidden(["D"]) with { Reliability = Reliability.WideInterval },
        ])).Content;

        Assert.Equal(["b", "a,b", "", ""], content.Rows.Select(row => row.Cells[1].Marks));
        Assert.Equal(["a", "b", ""], content.Notes.Select(note => note.Mark));
    }

    [Fact]
    public void Of_QuestionAsTitle_KeepsItsQuestionMark()
    {
        var content = EvidenceTable.Of(TestReleases.AwkwardLabels()).Content;

        Assert.EndsWith("? Etter virksomhetsgruppe", content.Title.Nb, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_OneAnswerThatIsNotYes_IsNamedInTheTitle()
    {
        var first = new LabelledOutcome("novelty", "first", new LocalizedText("Først til å gjøre det", "First to do it"));
        var content = EvidenceTable.Of(TestReleases.Release(
            "novelty", new LocalizedText("Nyhetsgrad", "Novelty"), [], [TestReleases.Cell([], 0.2, 0.1, 0.3, 50) with { Outcome = first }])).Content;

        Assert.Equal("Nyhetsgrad: Først til å gjøre det", content.Title.Nb);
        Assert.Equal("Først til å gjøre det", content.Rows[0].Cells[0].Words!.Nb);
    }

    [Fact]
    public void Of_HalfOfTheLastDecimal_RoundsAwayFromZeroOnce()
    {
        var content = EvidenceTable.Of(TestReleases.Release(
            "half", new LocalizedText("a", "a"), [], [TestReleases.Cell([], 571 / 2000d, 0.2445, 0.3355, 200)]));

        Assert.EndsWith("28,6  24–34  200", string.Join("  ", content.ToString().Split('\n')[6].Split(' ', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
    }

    [Fact]
    public void Of_SeveralCounts_StandSideBySide()
    {
        var content = EvidenceTable.Of(TestReleases.Counts()).Content;

        Assert.Equal(["Virksomhetsgruppe", "Populasjon", "Invitert", "Svart"], content.Columns.Select(column => column.Header.Nb));
        Assert.Equal([("Departement", 300, 200, 90), ("Alle", 2267, 1686, 762)], content.Rows.Select(row =>
            (row.Cells[0].Words!.Nb, (int)row.Cells[1].Value, (int)row.Cells[2].Value, (int)row.Cells[3].Value)));
    }

    [Fact]
    public void SymbolsUsed_NilAndLessThanHalf_AreSymbolsToo()
    {
        var content = EvidenceTable.Of(TestReleases.Release("nil", new LocalizedText("a", "a"), [("agency_group", new LocalizedText("G", "G"))],
            [TestReleases.Cell(["A"], 0, 0, 0.1, 50), TestReleases.Cell(["B"], 0.0001, 0, 0.1, 50), TestReleases.Cell(["C"], double.NaN, 0, 0, 0)]));

        Assert.Contains("«..» Oppgave mangler. «-» Null. «0» Mindre enn halvparten av den brukte enheten.", content.ToString(), StringComparison.Ordinal);
    }
}
