namespace Barometer.Notebooks.Tests.Compiling;

public class ImportTests(Sandbox sandbox)
{
    [Fact]
    public async Task Import_File_BringsUsingsAndDeclarations()
    {
        var result = await RunAsync(
            "using System.Globalization;\nconst int Answer = 42;\nint Half(int n) => n / 2;",
            "#!import load.cs",
            "Half(Answer) + CultureInfo.InvariantCulture.LCID");

        Assert.Null(result.Failure);
        Assert.Equal("148", result.Shown(2));
    }

    [Fact]
    public async Task Import_BetweenCode_IsRunInItsPlace()
    {
        var result = await RunAsync("a += 1;", "var a = 1;\n#!import load.cs\na * 10");

        Assert.Null(result.Failure);
        Assert.Equal("20", result.Shown(1));
    }

    [Fact]
    public async Task Import_ErrorAfterIt_HasTheCellsLine()
    {
        var result = await RunAsync("// 1\n// 2\n// 3\n", "#!import load.cs\n\nthrow new Exception();");

        Assert.Equal(3, result.Failure!.Line);
        Assert.Equal(["cell 1, line 3"], result.Failure.Trace);
    }

    [Fact]
    public async Task Import_FileThatDoesNotCompile_NamesBothPlaces()
    {
        var result = await RunAsync("// 1\nvar b = missing;", "// first\n#!import load.cs");

        Assert.Equal(2, result.Failure!.Line);
        Assert.StartsWith("load.cs, line 2: CS0103", result.Failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Import_FileThatThrows_NamesBothPlaces()
    {
        var result = await RunAsync("// 1\nthrow new Exception();", "// first\n#!import load.cs");

        Assert.Equal(2, result.Failure!.Line);
        Assert.Equal(["load.cs, line 2"], result.Failure.Trace);
    }

    [Theory]
    [InlineData("#!import load.cs", "can't import another")]
    [InlineData("// 1\n#!html", "#!html")]
    public async Task Import_FileWithACommand_IsRefusedWhereItStands(string file, string told)
    {
        var result = await RunAsync(file, "\n#!import load.cs");

        Assert.Equal((FailureKind.Unsupported, 2), (result.Failure!.Kind, result.Failure.Line));
        Assert.Contains(told, result.Failure.Message, StringComparison.Ordinal);
        Assert.StartsWith("load.cs, line ", Assert.Single(result.Failure.Trace), StringComparison.Ordinal);
    }

    private Task<NotebookRunResult> RunAsync(string load, params string[] cells)
    {
        var folder = sandbox.NewFolder();
        File.WriteAllText(Path.Combine(folder, "load.cs"), load);
        return sandbox.Runner.RunAsync(Sandbox.NotebookIn(folder, cells), cancel: TestContext.Current.CancellationToken);
    }
}
