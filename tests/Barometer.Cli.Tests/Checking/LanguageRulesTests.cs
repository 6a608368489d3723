namespace Barometer.Cli.Tests.Checking;

public class LanguageRulesTests
{
    private const string Text = "its Norwegian text ends in the same in English, in italics («*In English.*»)";
    private const string Quotation = "its quotation ends in the same in English, in italics";

    [Theory]
    [InlineData("## Ta med deg")]
    [InlineData("## Ta med deg\n\n*Only English under a heading.*")]
    [InlineData("## Ta med deg\n\n- Én ting.\n- En *annen* ting.\n\n*One thing, another thing.*")]
    [InlineData("## Ta med deg\n\nTekst.\n*In English on\nmore than one line, **with** weight.*")]
    [InlineData("## Ta med deg\n\nTekst.\n\n*Text.*\n\n> Sitat.\n>\n> *Quotation.*")]
    [InlineData("## Ta med deg\n\n```\nkode\n```")]
    public void Check_TextWithItsEnglish_IsNoFault(string source) => Assert.Empty(Faults(source));

    [Theory]
    [InlineData("## Ta med deg\n\nBare norsk.", Text)]
    [InlineData("## Ta med deg\n\n*English first.*\n\nSå norsk.", Text)]
    [InlineData("## Ta med deg\n\nTekst.\n\n**Weight is no language.**", Text)]
    [InlineData("## Ta med deg\n\n- Punkt.\n- *Punkt.*", Text)]
    [InlineData("## Ta med deg\n\nTekst.\n\n*Text.*\n\n> Sitat alene.", Quotation)]
    public void Check_TextWithoutItsEnglish_IsAFaultOfItsCell(string source, string fault) =>
        Assert.Equal([new RuleFault("01-first", "takeaway", fault)], Faults(source));

    private static IReadOnlyList<RuleFault> Faults(string source) => RuleTestNotebook.Faults(notebook => notebook.Cell("takeaway")["source"] = source);
}
