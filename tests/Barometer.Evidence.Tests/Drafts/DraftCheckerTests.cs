using Xunit.Sdk;

namespace Barometer.Evidence.Tests.Drafts;

public class DraftCheckerTests(ITestOutputHelper output)
{
    private static readonly DraftChecker Checker = new(DraftSample.Facts);

    [Fact]
    public void Check_FortyPagesWithPlantedFaults_FindsThemAndLeavesTheTrueAlone()
    {
        var (faults, trues) = (new List<(PlantedSentence Sentence, bool IsFound)>(), new List<(PlantedSentence Sentence, bool IsAlarmed)>());
        var pages = DraftPages.All(isHeldOut: true);
        foreach (var page in pages)
        {
            var report = Check(page.Markdown);
            foreach (var sentence in page.Sentences)
            {
                var findings = report.Findings.Where(finding => finding.Sentence.Text == sentence.Text).ToList();
                if (sentence.Fault is { } fault)
                {
                    // Where nothing says that the numbers are synthetic, a wrong one may be told as either.
                    faults.Add((sentence, findings.Any(finding => finding.Code == fault || (!page.SaysSynthetic && finding.IsAlarm))));
                }
                else
                {
                    trues.Add((sentence, findings.Any(finding => finding.IsAlarm)));
                }
            }
        }

        var (misses, alarms) = (faults.Where(one => !one.IsFound).ToList(), trues.Where(one => one.IsAlarmed).ToList());
        var told = string.Join('\n', [
            $"{faults.Count} faults, {misses.Count} missed; {trues.Count} true, {alarms.Count} alarmed; kinds: {string.Join(", ", faults.GroupBy(one => one.Sentence.Kind).Select(kind => $"{kind.Key} {kind.Count(one => one.IsFound)}/{kind.Count()}"))}",
            .. misses.Select(one => $"missed {one.Sentence.Fault}: {one.Sentence.Text}"), .. alarms.Select(one => $"alarmed: {one.Sentence.Text}")]);
        output.WriteLine(told);

        Assert.Equal(40, pages.Count);
        Assert.True(faults.Count >= 200, told);
        Assert.True(misses.Count <= faults.Count * 0.05, told);
        Assert.True(alarms.Count <= trues.Count * 0.02, told);
    }

    [Fact]
    public void Check_SentencesOfAllKinds_AreJudgedAsTheyDeserve()
    {
        List<string> wrong = [];
        foreach (var line in DraftSample.Lines("cases.txt").Where(line => line[0] != '#'))
        {
            var bar = line.IndexOf('|', StringComparison.Ordinal);
            var (want, text) = (line[..bar], line[(bar + 1)..]);
            var report = Check((DraftLanguage.Of(text) == Language.En ? "The numbers are synthetic.\n\n" : "Tallene er syntetiske.\n\n") + text);
            var codes = report.Findings.Select(finding => finding.Code).ToList();
            var isSo = want switch { "agrees" => codes.Contains(want) && !report.Alarms.Any(), "undecided" => !codes.Contains("agrees") && !report.Alarms.Any(), _ => codes.Contains(want) };
            if (!isSo)
            {
                wrong.Add($"{want}, got {string.Join(' ', codes)}: {text}");
            }
        }

        Assert.Empty(wrong);
    }

    [Fact]
    public void Check_TenParagraphsFromPublishedRows_AlarmsWhereSomethingIsWrong()
    {
        foreach (var (text, want) in DraftSample.Lines("paragraphs.txt").Where(line => line[0] != '#').Select(line => (line.Split('|')[0], line.Split('|')[1])))
        {
            var codes = Check(text).Findings.Where(finding => finding.IsAlarm).Select(finding => finding.Code).Distinct().ToList();
            Assert.True(want.Length == 0 ? codes.Count == 0 : codes.Contains(want), $"{want} got {string.Join(' ', codes)}: {text}");
        }
    }

    [Theory]
    [InlineData("62 prosent av arbeidsplassene oppnådde økt effektivitet eller produktivitet.", "synthetic")]
    [InlineData("62 prosent av arbeidsplassene oppnådde økt effektivitet eller produktivitet (syntetiske data).", "agrees")]
    [InlineData("Tallene er ikke syntetiske.\n\n62 prosent av arbeidsplassene oppnådde økt effektivitet eller produktivitet.", "synthetic")]
    [InlineData("Syntetiske data brukes stadig oftere i forskningen.\n\n62 prosent av arbeidsplassene oppnådde økt effektivitet eller produktivitet.", "synthetic")]
    [InlineData("62 prosent av arbeidsplassene oppnådde økt effektivitet eller produktivitet.\n\nMerk at alle andeler er beregnet på syntetiske svar.", "agrees")]
    [InlineData("# Utkast med syntetiske data\n\n62 prosent av arbeidsplassene oppnådde økt effektivitet eller produktivitet.", "agrees")]
    [InlineData("62 per cent of the workplaces gained increased efficiency or productivity.", "synthetic")]
    [InlineData("The draft is based on synthetic data.\n\n62 per cent of the workplaces gained increased efficiency or productivity.", "agrees")]
    public void Check_ANumberOfSyntheticAnswers_IsSyntheticWhereTheTextDoesNotSaySo(string text, string verdict) =>
        Assert.Equal(verdict, Assert.Single(Check(text).Findings).Code);

    [Theory]
    [InlineData("Det er 27,1 prosent<!-- evidence/partners/partner_private=yes:1 --> (syntetiske data).", "disagrees")]
    [InlineData("Det er 20,1 prosent<!-- evidence/partners/partner_private=yes:1 --> (syntetiske data).", "agrees")]
    [InlineData("Så mange var det, [85 prosent](#NOS18-INN-A), den gangen.", "agrees")]
    [InlineData("Så mange var det, [86 prosent](#NOS18-INN-A), den gangen.", "disagrees")]
    public void Check_ANumberThatNamesItsId_IsHeldAgainstThat(string text, string verdict) => Assert.Equal(verdict, Assert.Single(Check(text).Findings).Code);

    [Fact]
    public void Check_WithoutReleasedNumbers_ComparesPublishedOnesAndSaysSo()
    {
        var report = new DraftChecker(DraftSample.PublishedOnly).Check(Draft("I 2018 jobbet 85 prosent av de statlige arbeidsplassene med innovasjon. 62 prosent oppnådde økt effektivitet."));

        Assert.False(report.HasReleased);
        Assert.Equal(["agrees", "undecided"], report.Findings.Select(finding => finding.Code));
    }

    [Fact]
    public void Check_ATablePastedIn_JudgesItsCells()
    {
        var report = Check("""
            Tabell 1. Samarbeidspartnere. Syntetiske data.

            | Partner | Prosent | 95 % KI | n |
            |---|---:|---:|---:|
            | Private bedrifter | 20,1 | 17–23 | 665 |
            | Andre statlige virksomheter | 43,6 | 30–37 | 656 |
            """);

        Assert.Equal(["20,1 agrees", "17–23 agrees", "665 agrees", "43,6 disagrees", "30–37 agrees", "656 disagrees"], report.Findings.Select(finding => $"{finding.Claim} {finding.Code}"));
        Assert.All(report.Findings, finding => Assert.Contains('|', finding.Sentence.Text));
    }

    [Fact]
    public void Write_Json_HoldsOneEntryAClaimWithTheSixParts()
    {
        using var json = System.Text.Json.JsonDocument.Parse(DraftJson.Write(Check("I 2018 jobbet 58 prosent av de statlige arbeidsplassene med innovasjon.")));

        var entry = Assert.Single(json.RootElement.EnumerateArray().ToList());
        Assert.Equal(["sentence", "claim", "verdict", "source", "expected", "found"], entry.EnumerateObject().Select(part => part.Name));
        Assert.Equal("I 2018 jobbet 58 prosent av de statlige arbeidsplassene med innovasjon.", entry.GetProperty("sentence").GetString());
        Assert.Equal(("58 prosent", "disagrees"), (entry.GetProperty("claim").GetString(), entry.GetProperty("verdict").GetString()));
        Assert.Contains("85", entry.GetProperty("expected").GetString());
    }

    [Fact]
    public void Write_Html_MarksTheClaimAndEncodesWhatTheAuthorWrote()
    {
        var page = DraftHtml.Write(Check("<b>I 2018</b> jobbet 58 prosent av de statlige arbeidsplassene med innovasjon & annet."));

        Assert.Contains("<mark>58 prosent</mark>", page);
        Assert.Contains("innovasjon &amp; annet", page);
        Assert.DoesNotContain("<script", page);
    }

    private static DraftText Draft(string markdown) => new("draft.md", MarkdownDraft.Read(markdown));

    private static DraftReport Check(string markdown) => Checker.Check(Draft(markdown));
}
