using Barometer.Cli.Checking;
using Barometer.Cli.Checking.Prose;
using Barometer.Notebooks.Documents;
using Xunit;

namespace Barometer.Cli.Tests.Checking.Prose;

public class ProseRulesTests
{
    private static readonly KnownNumbers Known = KnownNumbers.Read(new Repository(Clone.Original));

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

    private static IReadOnlyList<RuleFault> Faults(string prose)
    {
        var document = NotebookText.Document();
        document.Cell("takeaway")["source"] = "## Ta med deg\n\n" + prose;
        using var clone = Clone.With(("01-first", NotebookText.Write(document)));
        return [.. ProseRules.Check(NotebookDocument.Read(clone.Notebook("01-first")), "01-first", Known)];
    }
}
