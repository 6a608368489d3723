namespace Barometer.Cli.Tests.Checking;

public class ProseRulesTests
{
    private static readonly EvidenceNumber[] Pack =
    [
        new("share/innovated=yes", 0.85m) { Lower = 0.82m, Upper = 0.88m, Respondents = 762, IsPercent = true, Release = new("share", "operational-2018", IsSynthetic: true, "1") },
        new("mean/score", 3.4m) { Respondents = 10 },
        new("hidden/answer=yes", null) { IsPercent = true, Release = new("hidden", "operational-2018", IsSynthetic: true, "1") },
    ];

    private static readonly KnownNumbers Known = KnownNumbers.Read(new Repository(Clone.Original), null);
    private static readonly KnownNumbers Evidence = KnownNumbers.Read(new Repository(Clone.Original), Pack);

    [Theory]
    [InlineData("85<!-- NOS18-INN-A:0 --> prosent")]
    [InlineData("33,6<!-- NOS18-ANS-A / NOS18-POP-A:1 --> prosent")]
    [InlineData("33.6<!-- NOS18-ANS-A / NOS18-POP-A:1 --> per cent")]
    [InlineData("1\u00A0686<!-- NOS18-INV-A:0 --> inviterte, 1,686<!-- NOS18-INV-A:0 --> invited")]
    [InlineData("8 av 10<!-- SE18-INN -->, 8 of 10<!-- SE18-INN -->")]
    [InlineData("60–65<!-- NL21-VAL:0 --> prosent")]
    [InlineData("minst 5<!-- policy/minRespondents:0 --> svar")]
    [InlineData("95<!-- not a result --> prosent konfidensintervall")]
    public void Check_MarkedNumber_IsRight(string prose) => Assert.Empty(Faults(prose));

    [Theory]
    [InlineData("86<!-- NOS18-INN-A:0 --> prosent")]
    [InlineData("85,0<!-- NOS18-INN-A:0 --> prosent")]
    [InlineData("33,7<!-- NOS18-ANS-A / NOS18-POP-A:1 --> prosent")]
    [InlineData("7 av 10<!-- SE18-INN -->")]
    [InlineData("60–66<!-- NL21-VAL:0 -->")]
    [InlineData("4<!-- policy/minRespondents:0 --> svar")]
    public void Check_WrongNumber_IsAFaultThatDoesNotRepeatIt(string prose)
    {
        var fault = Assert.Single(Faults(prose));

        Assert.Contains("the number isn't what", fault.Fault, StringComparison.Ordinal);
        Assert.DoesNotContain(prose.Split('<')[0], fault.Fault, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("85 prosent", "doesn't say where it comes from")]
    [InlineData("85<!-- som publisert --> prosent", "can't be read")]
    [InlineData("85<!-- NOS18-NOTHING:0 --> prosent", "there is no such figure")]
    [InlineData("85<!-- policy/nothing:0 --> prosent", "there is no such figure")]
    [InlineData("85<!-- NOS18-INN-A --> prosent", "name its decimals")]
    public void Check_MarkThatTellsNothing_IsAFault(string prose, string fault) =>
        Assert.Contains(fault, Assert.Single(Faults(prose)).Fault, StringComparison.Ordinal);

    [Theory]
    [InlineData("85,0<!-- evidence/share/innovated=yes:1 --> prosent (syntetiske data), 85.0<!-- evidence/share/innovated=yes:1 -->")]
    [InlineData("82<!-- evidence/share/innovated=yes#lower:0 --> til 88<!-- evidence/share/innovated=yes#upper:0 -->, syntetisk")]
    [InlineData("762<!-- evidence/share/innovated=yes#n:0 --> svar, syntetisk")]
    [InlineData("3,4<!-- evidence/mean/score:1 --> i snitt")]
    public void Check_NumberOfTheEvidencePack_IsRight(string prose) => Assert.Empty(Faults(prose, Evidence));

    [Theory]
    [InlineData("85,1<!-- evidence/share/innovated=yes:1 --> syntetisk", "the number isn't what")]
    [InlineData("85,0<!-- evidence/share/innovated=yes:1 --> prosent", "synthetic answers, and the cell doesn't say so")]
    [InlineData("85,0<!-- evidence/share/innovated=no:1 --> syntetisk", "there is no such number")]
    [InlineData("85,0<!-- evidence/share/innovated=yes#base:1 --> syntetisk", "may not be shown, or is no part")]
    [InlineData("85,0<!-- evidence/share/innovated=yes --> syntetisk", "name its decimals")]
    [InlineData("12<!-- evidence/hidden/answer=yes:0 --> syntetisk", "may not be shown")]
    public void Check_WrongNumberOfTheEvidencePack_IsAFaultThatDoesNotRepeatIt(string prose, string fault)
    {
        var found = Assert.Single(Faults(prose, Evidence)).Fault;

        Assert.Contains(fault, found, StringComparison.Ordinal);
        Assert.DoesNotContain("85,", found, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("I 2018, i 2019–2020.")]
    [InlineData("1. Først\n2. Så")]
    [InlineData("**1. Les undersøkelsen.** Så\n\n**2. Regn ut.** Så")]
    [InlineData("[04-weighting](04-weighting.ipynb) og [docs](../docs/decisions/0062-what-a-rounded-statement-can-stand-for.md)")]
    [InlineData("Se https://www.difi.no/fagomrader-og-tjenester/innovasjon/innovasjonsbarometer-staten-2018.")]
    [InlineData("Meld. St. 30 (2019–2020), N<sub>h</sub>/r<sub>h</sub>, NOS18-INN-A, `headlines/innovated@from_50`, `data/releases/policy.json`")]
    [InlineData("To ting, fem klasser, én av dem, mer enn hundre prosent; en prosent med kjent antall. Vi gir i alt fire.")]
    [InlineData("Arbeidsplasser med femti til nittini ansatte. *Workplaces with fifty to ninety-nine employees.*")]
    public void Check_WhatIsNoResult_IsNoFault(string prose) => Assert.Empty(Faults(prose));

    [Theory]
    [InlineData("31<!-- not a result --> av 35<!-- not a result -->", "isn't on the list of constants", 2)]
    [InlineData("95<!-- not a result --> prosent svarte ja", "isn't on the list of constants")]
    [InlineData("Åttitre av nittiseks.", "a numeral in letters")]
    [InlineData("[her](04-weighting.ipynb#31-av-35)", "a number")]
    [InlineData("[her](04-weighting.ipynb#sju-av-åtte)", "a numeral in letters")]
    [InlineData("et dusin svarte", "a numeral in letters")]
    [InlineData("\U0001D7DB\U0001D7D9", "a number")]
    [InlineData("\U0001D362", "a number")]
    [InlineData("åttifem prosent", "a numeral in letters")]
    [InlineData("femogåtti svarte ja", "a numeral in letters")]
    [InlineData("*thirty-one of thirty-five*", "a numeral in letters")]
    [InlineData("sju av de åtte", "a numeral in letters")]
    [InlineData("two thirds", "a numeral in letters")]
    [InlineData("a third of them", "a numeral in letters")]
    [InlineData("XXXI av XXXV", "a numeral in letters")]
    [InlineData("vii av viii", "a numeral in letters")]
    [InlineData("`MzEgb2YgMzU=`", "a text that decodes to a number", 2)]
    [InlineData("`dGhpcnR5LW9uZSBvZiB0aGlydHktZml2ZQ==`", "a text that decodes to a number", 2)]
    [InlineData("⅞", "a number")]
    [InlineData("³¹", "a number")]
    [InlineData("㉛", "a number")]
    [InlineData("٣١", "a number")]
    [InlineData("&#51;&#49;", "a number")]
    [InlineData("&amp;#51;", "a number")]
    [InlineData("[kilde](https://example.org/31/35)", "a link leads to")]
    [InlineData("https://example.org/31/35", "a link leads to")]
    [InlineData("[her][x]\n\n[x]: https://example.org/31", "a link leads to")]
    [InlineData("[fil](31-av-35.md)", "a link leads to")]
    [InlineData("`31/35`", "a number")]
    [InlineData("```\n31 35\n```", "a number")]
    [InlineData("I 1931.", "a number")]
    [InlineData("31. ja", "a number")]
    [InlineData("1. ja\n3. nei", "a number")]
    [InlineData("<span title=\"31 of 35\">ja</span>", "a tag", 3)]
    [InlineData("N<sub>31</sub>", "a number")]
    [InlineData("ja <!-- 31 av 35 -->", "a number", 2)]
    [InlineData("ja <!-- sju av åtte -->", "a numeral in letters")]
    [InlineData("H31O", "a number")]
    [InlineData("#31", "a number")]
    public void Check_NumberInAnyDisguise_IsAFaultThatDoesNotRepeatIt(string prose, string kind, int faults = 1)
    {
        var found = Faults(prose);

        Assert.Contains(found, fault => fault.Fault.Contains(kind, StringComparison.Ordinal));
        Assert.InRange(found.Count, 1, faults);
        Assert.All(found, fault => Assert.DoesNotMatch("31|35|[Åå]ttitre|MzEg|thirty", fault.Fault));
    }

    [Fact]
    public void Check_NoEvidencePack_ComparesNothing() => Assert.Empty(Faults("1<!-- evidence/share/innovated=yes:1 -->", Known));

    [Theory]
    [InlineData("<!-- cell: takeaway -->\n87 per cent innovate.", "where it comes from")]
    [InlineData("Seven out of eight: 7/8.\n<!-- cell: takeaway -->\nText.", "where it comes from")]
    [InlineData("<!-- cell: takeaway -->\nText.<!-- 0.31 -->", "")]
    [InlineData("<!-- cell: takeaway -->\nText\u200B.", "can't be seen")]
    [InlineData("<!-- cell: takeaway -->\nText.\n<!-- cell: takeaway -->\n87 per cent.", "where it comes from")]
    [InlineData("<!-- cell: thirty-one-of-thirty-five -->\nText.", "a numeral in letters")]
    [InlineData("<!-- cell: takeaway -->\n`eighty-seven`", "a numeral in letters")]
    [InlineData("<!-- cell: takeaway -->\n```\n0.31\n```", "where it comes from")]
    [InlineData("<!-- cell: takeaway -->\n<img alt=\"0.31\">", "a tag")]
    [InlineData("<!-- cell: takeaway -->\n[more](../../../barometer-31/)", "a link leads to a file that isn't there")]
    [InlineData("<!-- cell: takeaway -->\nText.", "the English of no notebook")]
    [InlineData("<!-- cell: takeaway -->\n[more](../../docs/no-such-page.md)", "a link leads to a file that isn't there")]
    public void CheckEnglish_WhatANotebookMayNotSay_MayNotStandBesideIt(string english, string kind)
    {
        var found = SourceRules.Of(new Repository(Clone.Original)).CheckEnglish(english, "notebooks/en/01-first.md", Path.Combine(Clone.Original, "notebooks", "en"));

        Assert.Contains(found, fault => fault.Fault.Contains(kind, StringComparison.Ordinal));
        Assert.All(found, fault => Assert.DoesNotMatch("87|31", fault.Fault));
    }

    private static IReadOnlyList<RuleFault> Faults(string prose) => Faults(prose, Known);

    private static IReadOnlyList<RuleFault> Faults(string prose, KnownNumbers known)
    {
        var document = NotebookText.Document();
        document.Cell("takeaway")["source"] = "## Ta med deg\n\n" + prose;
        using var clone = Clone.With(("01-first", NotebookText.Write(document)));
        var rules = new ProseRules(known, KnownNames.Read(new Repository(Clone.Original)));
        return [.. rules.Check(NotebookDocument.Read(clone.Notebook("01-first")), "01-first", Path.Combine(Clone.Original, "notebooks")).Where(fault => fault.Cell == "takeaway")];
    }
}
