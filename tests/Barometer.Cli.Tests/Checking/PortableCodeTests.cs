namespace Barometer.Cli.Tests.Checking;

/// <summary>The rules that let a cell run in more than one host: each case breaks exactly one.</summary>
public class PortableCodeTests
{
    [Theory]
    [InlineData("#r \"nuget: Some.Package\"")]
    [InlineData("  #r \"../lib.dll\"")]
    [InlineData("#!time")]
    [InlineData("#!html")]
    [InlineData("#!import load.cs")]
    [InlineData("#i \"nuget: somewhere\"")]
    public void Check_AnotherCommand_IsAFault(string line) =>
        AssertOnly("it has a command; the first code cell has the only one, «#!import load.cs»", line + "\nvar x = 1;");

    [Theory]
    [InlineData("display(1);", "display", "x.Display()")]
    [InlineData("HTML(\"<b>x</b>\")", "HTML", "an object of the library, which renders itself")]
    [InlineData("1.DisplayAs(\"text/html\")", "DisplayAs", "x.Display()")]
    [InlineData("Formatter.Register<int>((x, w) => w.Write(x));", "Register", "the library's own rendering")]
    public void Check_WordsOfOneHost_AreAFault(string code, string name, string instead) => AssertOnly($"«{name}(…)» works in one host only; use {instead}", code);

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

    private static void AssertOnly(string fault, string code) => Assert.Equal(["01-first, cell c2: " + fault], RuleTestNotebook.FaultsOfCode(code));
}
