namespace Barometer.Notebooks.Tests.Running;

/// <summary>Whatever the machine, its settings and its load: the same notebook gives the same bytes.</summary>
public class StableOutputTests(Sandbox sandbox)
{
    private static readonly string[] Cells =
    [
        "var n = 1234567.891;\nConsole.WriteLine(n);\nConsole.WriteLine($\"{n:N2} {new DateTime(2018, 6, 1, 0, 0, 0)} {\"TITTEL\".ToLower()}\");",
        "n",
        "await Task.Delay(5);\nawait Task.Run(() => Console.WriteLine(1.5));\nnew[] { 0.5, 1.5 }",
        "var t = new System.Threading.Thread(() => Console.WriteLine(2.5)); t.Start(); t.Join();",
        "Console.Error.WriteLine(\"ILIK\".ToLower());",
    ];

    [Theory]
    [InlineData("nb-NO")]
    [InlineData("en-US")]
    [InlineData("tr-TR")]
    [InlineData("")]
    public async Task RunAsync_UnderACulture_GivesTheBytesOfEveryOther(string culture)
    {
        var result = await Cultures.Under(culture, () => sandbox.RunAsync(Cells));

        Assert.Null(result.Failure);
        Assert.Equal("1234567.891\n1,234,567.89 06/01/2018 00:00:00 tittel\n", result.Shown(1));
        Assert.Equal("1234567.891", result.Shown(2));
        Assert.Equal("1.5\n[0.5, 1.5]", result.Shown(3));
        Assert.Equal("2.5\n", result.Shown(4));
        Assert.Equal("ilik\n", result.Shown(5));
    }

    [Fact]
    public async Task RunAsync_ManyAtOnce_GiveTheSameBytesAndDoNotMix()
    {
        string[] Chatty(int n) =>
            [$"for (var i = 0; i < 200; i++) {{ Console.WriteLine(\"{n}\"); if (i % 50 == 0) await Task.Delay(1); }}", $"Console.Error.Write({n}); {n}"];

        var results = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => sandbox.RunAsync(Chatty(i % 4))));

        Assert.All(results, result => Assert.Null(result.Failure));
        for (var i = 0; i < 8; i++)
        {
            Assert.Equal(string.Concat(Enumerable.Repeat($"{i % 4}\n", 200)), results[i].Shown(1));
            Assert.Equal(results[i % 4].Document.ToJson(), results[i].Document.ToJson());
        }
    }

    [Fact]
    public async Task RunAsync_TwiceAndWritten_ChangesNoByte()
    {
        var path = sandbox.Notebook([.. Cells, "throw new Exception(\"once\");"]);
        var options = new NotebookRunOptions();

        (await sandbox.Runner.RunAsync(path, options, cancel: TestContext.Current.CancellationToken)).Document.Write(path);
        var first = await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken);
        (await sandbox.Runner.RunAsync(path, options, cancel: TestContext.Current.CancellationToken)).Document.Write(path);

        Assert.Equal(first, await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task RunAsync_UnusualText_IsStoredAndReadAsItIs()
    {
        var result = await sandbox.RunAsync("\"</script> æøå 😀 \\u2028 \\u00a0 \\u0001 \\ud800 \\\\ \\\"\"");

        Assert.Equal("</script> æøå 😀 \u2028 \u00a0 \u0001 \ufffd \\ \"", result.Shown(1));
        Assert.Contains("</script> æøå 😀 \u2028 \u00a0 \\u0001 \ufffd \\\\ \\\"", result.Document.ToJson(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task RunAsync_MachinesPaths_AreTakenOut()
    {
        var folder = sandbox.NewFolder();
        Directory.CreateDirectory(Path.Combine(folder, ".git"));
        var notebooks = Directory.CreateDirectory(Path.Combine(folder, "notebooks")).FullName;
        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);

        var result = await sandbox.Runner.RunAsync(
            Sandbox.NotebookIn(notebooks, $"Console.WriteLine(\"read {folder}/data/x.csv in {folder}.\");\n\"<a href='file://{home}/x'>{Path.GetTempPath()}y</a>\""),
            cancel: TestContext.Current.CancellationToken);

        Assert.Equal("read data/x.csv in ..\n<a href='file://~/x'>$TMP/y</a>", result.Shown(1));
    }
}
