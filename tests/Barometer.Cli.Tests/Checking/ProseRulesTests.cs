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
    [InlineData("85<!-- NOS18-NOTHING:0 --> prosent", "there is no figure «NOS18-NOTHING»")]
    [InlineData("85<!-- policy/nothing:0 --> prosent", "there is no figure «policy/nothing»")]
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
    [InlineData("85,0<!-- evidence/share/innovated=no:1 --> syntetisk", "there is no number")]
    [InlineData("85,0<!-- evidence/share/innovated=yes#base:1 --> syntetisk", "may not be shown, or is no part")]
    [InlineData("85,0<!-- evidence/share/innovated=yes --> syntetisk", "name its decimals")]
    [InlineData("12<!-- evidence/hidden/answer=yes:0 --> syntetisk", "may not be shown")]
    public void Check_WrongNumberOfTheEvidencePack_IsAFaultThatDoesNotRepeatIt(string prose, string fault)
    {
        var found = Assert.Single(Faults(prose, Evidence)).Fault;

        Assert.Contains(fault, found, StringComparison.Ordinal);
        Assert.DoesNotContain("85,", found, StringComparison.Ordinal);
    }

    [Fact]
    public void Check_NoEvidencePack_ComparesNothing() => Assert.Empty(Faults("1<!-- evidence/share/innovated=yes:1 -->", Known));

    private static IReadOnlyList<RuleFault> Faults(string prose) => Faults(prose, Known);

    private static IReadOnlyList<RuleFault> Faults(string prose, KnownNumbers known)
    {
        var document = NotebookText.Document();
        document.Cell("takeaway")["source"] = "## Ta med deg\n\n" + prose;
        using var clone = Clone.With(("01-first", NotebookText.Write(document)));
        return [.. ProseRules.Check(NotebookDocument.Read(clone.Notebook("01-first")), "01-first", known)];
    }
}
