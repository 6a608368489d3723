namespace Barometer.Cli.Tests.Checking;

/// <summary>The rules for the code of a cell, through which no number leaves but by a release: each case breaks exactly one.</summary>
public class CodeRulesTests
{
    private const string Declares = "it declares a function or a type: that belongs in the library";
    private const string Network = "it reaches for the network";

    [Theory]
    [InlineData("#r \"nuget: Some.Package\"", "#r")]
    [InlineData("  #r \"../lib.dll\"", "#r")]
    [InlineData("#!time", "#!time")]
    [InlineData("#!html", "#!html")]
    [InlineData("#!import load.cs", "#!import")]
    [InlineData("#i \"nuget: somewhere\"", "#i")]
    public void Check_AnotherCommand_IsAFault(string line, string command) =>
        AssertOnly($"«{command}» is a command; the first code cell has the only one, «#!import load.cs»", line + "\nvar x = 1;");

    [Theory]
    [InlineData("int Twice(int x) => 2 * x;")]
    [InlineData("static class More { }")]
    [InlineData("record Row(string Name);")]
    [InlineData("enum Kind { One }")]
    [InlineData("delegate int Make();")]
    [InlineData("int Half { get; set; }")]
    [InlineData("static class More { public static int Twice(this int x) => 2 * x; }")]
    public void Check_Declaration_IsAFault(string code) => AssertOnly(Declares, code);

    [Theory]
    [InlineData("display(1);", "display", "x.Display()")]
    [InlineData("HTML(\"<b>x</b>\")", "HTML", "an object of the library, which renders itself")]
    [InlineData("1.DisplayAs(\"text/html\")", "DisplayAs", "x.Display()")]
    [InlineData("Formatter.Register<int>((x, w) => w.Write(x));", "Register", "the library's own rendering")]
    public void Check_WordsOfOneHost_AreAFault(string code, string name, string instead) => AssertOnly($"«{name}(…)» works in one host only; use {instead}", code);

    [Theory]
    [InlineData("new System.Net.Http.HttpClient().GetStringAsync(\"https://example.org\")")]
    [InlineData("var c = new HttpClient();")]
    [InlineData("System.Net.WebRequest.Create(\"https://example.org\")")]
    public void Check_Download_IsAFault(string code) => AssertOnly(Network, code);

    [Fact]
    public void Check_UsingAtTheTopLevel_IsAFault() =>
        AssertOnly("«using var» at the top level works in one host only", "using var text = new System.IO.StringReader(\"x\");");

    [Theory]
    [InlineData("Span<int> few = stackalloc int[3];")]
    [InlineData("ReadOnlySpan<char> text = \"x\";")]
    public void Check_SpanAtTheTopLevel_IsAFault(string code) => AssertOnly("a span at the top level works in one host only", code);

    [Theory]
    [InlineData("var x = ;")]
    [InlineData("let x = 1")]
    [InlineData("var x = 1;\nusing System.IO.StringReader text = new(\"x\");")]
    public void Check_WhatCSharp13DoesNotKnow_IsAFault(string code) => AssertOnly("it isn't C# 13", code);

    [Theory]
    [InlineData("var display = 1;\ndisplay.Display();")]
    [InlineData("using System.IO;\nusing Text = System.String;")]
    [InlineData("{\n    using var text = new System.IO.StringReader(\"x\");\n    _ = text.ReadToEnd();\n}")]
    [InlineData("var high = new[] { 1, 2 }.Where(x => x > 1).ToList();\nhigh")]
    [InlineData("await System.Threading.Tasks.Task.Yield();")]
    [InlineData("// HttpClient and #r in a comment\nvar text = \"display(1) HttpClient\";")]
    public void Check_PlainCode_IsNoFault(string code) => Assert.Empty(RuleTestNotebook.FaultsOfCode(code));

    [Theory]
    [InlineData("var x = share.Estimates[0].Value;", "it reads «Estimates»")]
    [InlineData("design.WeightHistory[0].Weights.Maximum", "it reads «WeightHistory»")]
    [InlineData("survey.Responses.ToDataFrame()", "it reads «ToDataFrame»")]
    [InlineData("Console.Write(0x559.ToString(\"x\"))", "it prints")]
    [InlineData("System.IO.File.WriteAllText(\"x.csv\", \"1\")", "it opens files")]
    [InlineData("SurveyReader.Read(\"data\", \"operational-2018\")", "it uses «SurveyReader»")]
    [InlineData("figure.Titled(\"96 prosent av departementene\", \"Most\")", "«Titled(…)» has a number")]
    [InlineData("var x = 1;\nfigure.Titled($\"{x} av ti\", \"Most\")", "«Titled(…)» has a number")]
    [InlineData("share.Sentence(nb: \"{innovated}, og 13 svarte\", en: \"{innovated}\")", "«Sentence(…)» has a number")]
    [InlineData("Workbench.Open(data: \"elsewhere\")", "it opens another data folder")]
    [InlineData("Workbench.Open(Language.Nb, \"elsewhere\")", "it opens another data folder")]
    public void Check_NumberOnItsWayOut_IsAFault(string code, string fault) =>
        Assert.StartsWith("01-first, cell c2: " + fault, Assert.Single(RuleTestNotebook.FaultsOfCode(code)), StringComparison.Ordinal);

    [Theory]
    [InlineData("Workbench.Open(Language.En)")]
    [InlineData("share.Sentence(nb: \"{size_50} innoverer i 2018.\", en: \"{size_50} innovate in 2018.\")")]
    [InlineData("barometer.Release(design.Proportion(\"innovated\"), id: \"innovated\").Bars()")]
    [InlineData("chosen.TrimmedTo(0, 3.0 * survey.Frame.RowCount / survey.Responses.RowCount)")]
    public void Check_ReleasedNumbers_AreNone(string code) => Assert.Empty(RuleTestNotebook.FaultsOfCode(code));

    private static void AssertOnly(string fault, string code) => Assert.Equal(["01-first, cell c2: " + fault], RuleTestNotebook.FaultsOfCode(code));
}
