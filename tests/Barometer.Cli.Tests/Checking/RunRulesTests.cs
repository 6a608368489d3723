using System.Text.Json.Nodes;

namespace Barometer.Cli.Tests.Checking;

public class RunRulesTests
{
    private const string Nothing = "it shows a figure or a table of its own";

    [Theory]
    [InlineData("share.Bars()", "image/png", "iVBORw0KGgo=")]
    [InlineData("share", "text/html", "<table><tr><td>1</td></tr></table>")]
    public void Check_FigureOrTable_IsNoFault(string code, string form, string output) => Assert.Empty(Faults(code, form, output));

    [Theory]
    [InlineData("design", "text/plain", "762 answers")]
    [InlineData("barometer.Provenance(\"operational-2018\")", "text/html", "<table><tr><td>1</td></tr></table>")]
    public void Check_NoneOfItsOwn_IsAFault(string code, string form, string output) =>
        Assert.Equal([new RuleFault("01-first", null, Nothing)], Faults(code, form, output));

    [Fact]
    public void Check_NotebookThatHasNotBeenRun_IsNoFault() => Assert.Empty(RuleTestNotebook.Faults(_ => { }, "1 + 1"));

    private static IReadOnlyList<RuleFault> Faults(string code, string form, string output) => RuleTestNotebook.Faults(
        notebook => notebook.Cell("c2")["outputs"] = new JsonArray(new JsonObject
        {
            ["output_type"] = "display_data",
            ["metadata"] = new JsonObject(),
            ["data"] = new JsonObject { [form] = output },
        }),
        code);
}
