namespace Barometer.Notebooks.Tests.Sessions;

public class ErrorTests(Sandbox sandbox)
{
    private const string Secret = "VIRKSOMHET 17";

    [Fact]
    public async Task Compilation_Error_NamesCellAndLine()
    {
        var result = await sandbox.RunAsync("var a = 1;", "// comment\n\nvar b = missing + a;");

        Assert.Equal(FailureKind.Compilation, result.Failure!.Kind);
        Assert.Equal((2, "c2", 3), (result.Failure.CellNumber, result.Failure.CellId, result.Failure.Line));
        Assert.Equal("cell 2, line 3: CS0103: The name 'missing' does not exist in the current context", result.Failure.Message);
        Assert.Equal(result.Failure.Message, result.Shown(2));
        Assert.Equal($"cell 2 (c2) doesn't compile\n  {result.Failure.Message}", result.Failure.ToString());
    }

    [Fact]
    public async Task Compilation_ManyErrors_TellsTheFirstFive()
    {
        var result = await sandbox.RunAsync(string.Join('\n', Enumerable.Range(1, 7).Select(i => $"var v{i} = m{i};")));

        Assert.Contains("line 5: CS0103", result.Failure!.Message, StringComparison.Ordinal);
        Assert.EndsWith("… and 2 more", result.Failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Compilation_MemberThatATypeLacks_TellsTheTypesOwnHint()
    {
        const string Types = """
            class MissingMemberHintAttribute(string hint) : Attribute { public string Hint { get; } = hint; }
            [MissingMemberHint("release it first")] class Estimates { }
            class Special : Estimates { public Special Again => this; }
            """;
        var result = await sandbox.RunAsync(Types, "new Special().Again.Bars()");

        Assert.Contains("CS1061", result.Failure!.Message, StringComparison.Ordinal);
        Assert.EndsWith(" (release it first)", result.Failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("(release", (await sandbox.RunAsync("\"text\".Bars()")).Failure!.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("d.Proportion(\"a\", category: [\"internal\", \"external\"])", "«category»")]
    [InlineData("d.Proportion(\"a\", category: new[] { \"internal\", \"external\" })", "«category»")]
    [InlineData("d.Mean([\"a\", \"b\"])", "«Mean»")]
    [InlineData("d.Mean([\"a\"])", "«Mean»")]
    public async Task Compilation_ListWhereOneTextIsWanted_IsOneErrorThatSaysSo(string code, string taker)
    {
        var result = await sandbox.RunAsync(
            "class Design { public int Proportion(string variable, string? by = null, string? category = null) => 1; public int Mean(string variable, string? by = null) => 2; }\nvar d = new Design();", code);

        Assert.Equal($"cell 2, line 1: {taker} takes one text, not a list: \"one\", and not [\"one\", \"another\"]. Where several are meant, make one for each", result.Failure!.Message);
    }

    [Theory]
    [InlineData("d.Proportion([\"a\", \"b\"])", "«Proportion»", "Of several take Proportions")]
    [InlineData("d.Proportion(\"a\", category: [\"a\", \"b\"])", "«category»", "Without it all are shown")]
    [InlineData("d.Where([\"a\", \"b\"], \"x\")", "«Where»", "Follow each other")]
    public async Task Compilation_ListWhereOneTextIsWanted_TellsTheParametersOwnHint(string code, string taker, string hint)
    {
        const string Types = """
            class ListHintAttribute(string hint) : Attribute { public string Hint { get; } = hint; }
            class Design
            {
                public int Proportion([ListHint("Of several take Proportions")] string variable, string? by = null, [ListHint("Without it all are shown")] string? category = null) => 1;
                public int Where([ListHint("Follow each other")] string variable, params string[] codes) => 2;
                public int Where(string variable, double atLeast, double below) => 3;
                public int Where(Version condition) => 4;
                public int Where(Version condition, string nb, string en) => 5;
            }
            var d = new Design();
            """;

        Assert.Equal($"cell 2, line 1: {taker} takes one text, not a list: \"one\", and not [\"one\", \"another\"]. {hint}", (await sandbox.RunAsync(Types, code)).Failure!.Message);
    }

    [Theory]
    [InlineData("string.Join(\",\", evaluated)", true)]
    [InlineData("string.Join(\",\", [evaluated, \"b\"])", true)]
    [InlineData("var x = evaluated;", false)]
    public async Task Compilation_NameAsAnArgument_AsksForQuotes(string code, bool isAsked) =>
        Assert.Equal(isAsked, (await sandbox.RunAsync(code)).Failure!.Message.Contains("(a text stands in quotes: \"evaluated\")", StringComparison.Ordinal));

    [Fact]
    public async Task Compilation_WrongTypeThatIsNoList_StaysTheCompilersError() =>
        Assert.Contains("CS1503", (await sandbox.RunAsync("int F(string text) => 1;", "F(5)")).Failure!.Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("var words = Fail();", "words.Length", "«words» has no value, because cell 2 failed before it was made: mend and run cell 2 again, then this one.")]
    [InlineData("var words = Fail();", "string.Join(\",\", words)", "«words» has no value, because cell 2 failed before it was made: mend and run cell 2 again, then this one.")]
    [InlineData("var (a, b) = (Fail(), Fail());", "a.Length + b.Length", "«a» and «b» have no value, because cell 2 failed before it was made: mend and run cell 2 again, then this one.")]
    public async Task Exception_VariableOfACellThatFailed_NamesTheCellToRunAgain(string fails, string uses, string said)
    {
        var failures = await RunAll("string[] Fail() => throw new Exception();", fails, uses);

        Assert.Equal(said, failures[2]!.Message);
        Assert.Equal(2, failures.Count(failure => failure is not null));
        Assert.Equal($"cell 3 (c3), line 1: {said}", failures[2]!.ToString());
    }

    [Fact]
    public async Task Compilation_VariableOfACellThatDidNotCompile_NamesTheCellToRunAgain()
    {
        var failures = await RunAll("var words = nothing;", "words.Length");

        Assert.Contains("CS0103", failures[1]!.Message, StringComparison.Ordinal);
        Assert.EndsWith("«words» has no value, because cell 1 failed before it was made: mend and run cell 1 again, then this one.", failures[1]!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Exception_EmptyValueOfACellThatRan_IsNotExplainedByAnother()
    {
        var failures = await RunAll("var words = nothing;", "string words = null; var other = 1;", "other", "words.Length");

        Assert.Equal("System.NullReferenceException", failures[3]!.Name);
        Assert.Equal(SafeMessages.Hidden, failures[3]!.Message);
        Assert.Null(failures[2]);
    }

    private static async Task<List<CellFailure?>> RunAll(params string[] cells)
    {
        using var engine = new CSharpEngine();
        using var session = new CSharpSession(engine, new SessionOptions { Folder = AppContext.BaseDirectory });
        var failures = new List<CellFailure?>();
        foreach (var (i, code) in cells.Index())
        {
            failures.Add(await session.RunAsync(new CellSource(i + 1, FormattableString.Invariant($"c{i + 1}"), code), NoOutput.Instance, TestContext.Current.CancellationToken));
        }

        return failures;
    }

    [Theory]
    [InlineData("public static class E { extension(string s) { public int Twice => 2; } }")]
    [InlineData("string s = null;\nvar l = new List<int>();\nclass C { public int X; }\nC c = null;\nc?.X = 1;")]
    public async Task Compilation_NewerLanguageVersion_SaysWhichIsAllowed(string code)
    {
        var result = await sandbox.RunAsync(code);

        Assert.Equal(FailureKind.Compilation, result.Failure?.Kind);
        Assert.Contains("C# 13", result.Failure!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Exception_InACell_TellsCellFramesOnly()
    {
        var result = await sandbox.RunAsync(
            "int Fail(int n)\n{\n    return new[] { 1 }.Select(x => x / n).First();\n}",
            "\n\nvar y = Fail(0);");

        var failure = result.Failure!;
        Assert.Equal((FailureKind.Exception, 2, 3), (failure.Kind, failure.CellNumber, failure.Line));
        Assert.Equal("System.DivideByZeroException", failure.Name);
        Assert.Equal(["cell 1, line 3", "cell 2, line 3"], failure.Trace);
        Assert.DoesNotContain("Barometer.Notebooks.Sessions", failure.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Exception_Message_IsNeitherToldNorStored()
    {
        var result = await sandbox.RunAsync($"throw new InvalidOperationException(\"{Secret}\", new ArgumentException(\"inner {Secret}\"));");

        Assert.DoesNotContain(Secret, result.Failure!.ToString(), StringComparison.Ordinal);
        Assert.StartsWith("cell 1 (", result.Failure.ToString(), StringComparison.Ordinal);
        Assert.Contains("line 1: System.InvalidOperationException: the message isn't shown", result.Failure.ToString(), StringComparison.Ordinal);
        Assert.Equal("System.InvalidOperationException", (string?)result.Outputs(1)[0]!["ename"]);
        Assert.Contains("cell 1, line 1", (string?)result.Outputs(1)[0]!["traceback"]![1], StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, result.Document.ToJson().Replace(Source(result), "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Exception_OfATypeMarkedSafe_IsStored()
    {
        var result = await sandbox.RunAsync(
            "class SafeMessageAttribute : Attribute { }\n[SafeMessage] class Base : Exception { public Base(string m, Exception inner) : base(m, inner) { } }\nclass Plain : Base { public Plain(string m) : base(m, new Exception(\"hemmelig\")) { } }",
            "throw new Plain(\"the file has no header\");");

        Assert.Equal("the file has no header", result.Shown(2));
        Assert.Equal("Plain", result.Failure!.Name);
        Assert.DoesNotContain("hemmelig", result.Failure.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Exception_OfABlockedTask_IsTheTasksOwn()
    {
        var result = await sandbox.RunAsync("Task.Run(() => { throw new TimeoutException(\"slow\"); }).Wait();");

        Assert.Equal("System.TimeoutException", result.Failure!.Name);
        Assert.Equal(1, result.Failure.Line);
    }

    [Fact]
    public async Task Exception_WhileShown_IsTheCells()
    {
        var result = await sandbox.RunAsync("class Broken { public string ToHtml() => throw new FormatException(\"x\"); }\nnew Broken()");

        Assert.Equal("System.FormatException", result.Failure!.Name);
        Assert.Equal(1, result.Failure.Line);
    }

    [Theory]
    [InlineData("1", "#!html\n<b>it's</b>", 1, "#!html")]
    [InlineData("1", "var a = 1;\n#!time\na", 2, "#!time")]
    [InlineData("1", "\n#i \"nuget:https://example.org\"", 2, "#i")]
    [InlineData("1", "#r \"nuget: Newtonsoft.Json, 13.0.4\"", 1, "packages come with the project")]
    [InlineData("1", "#r System.Xml", 1, "in quotes")]
    [InlineData("1", "#r \"missing.dll\"", 1, "There is no file «missing.dll»")]
    [InlineData("1", "#load \"x.csx\"", 1, "#load")]
    [InlineData("1", "\n\n#!import missing.cs", 3, "There is no file «missing.cs»")]
    [InlineData("1", "#!import ../load.cs", 1, "#!import")]
    [InlineData("1", "#!import /etc/load.cs", 1, "#!import")]
    [InlineData("1", "#!import \"load.cs\"", 1, "#!import")]
    [InlineData("1", "#!import other.ipynb", 1, "#!import")]
    public async Task Command_Unsupported_NamesTheLine(string first, string second, int line, string told)
    {
        var result = await sandbox.RunAsync(first, second);

        Assert.Equal((FailureKind.Unsupported, 2, line), (result.Failure!.Kind, result.Failure.CellNumber, result.Failure.Line));
        Assert.Contains(told, result.Failure.Message, StringComparison.Ordinal);
        Assert.Equal([$"cell 2, line {line}"], result.Failure.Trace);
    }

    [Fact]
    public async Task Command_InAText_IsText()
    {
        var result = await sandbox.RunAsync("var s = \"\"\"\n#!html\n#r \"nuget:x\"\n\"\"\";\ns");

        Assert.Null(result.Failure);
        Assert.Equal("#!html\n#r \"nuget:x\"", result.Shown(1));
    }

    private static string Source(NotebookRunResult result) =>
        System.Text.Json.Nodes.JsonNode.Parse(result.Document.ToJson())!["cells"]![0]!["source"]![0]!.ToJsonString()
            .Replace("\\u0022", "\\\"", StringComparison.Ordinal);
}
