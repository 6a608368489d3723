using Barometer.Notebooks.Tests.Kernel;

namespace Barometer.Notebooks.Tests.Loading;

public class LibraryTests(Sandbox sandbox)
{
    private static readonly string Own = AppContext.BaseDirectory;

    [Fact]
    public async Task Reference_RelativeAndAbsolute_AreLoaded()
    {
        var folder = sandbox.NewFolder();
        Library.Compile(folder, "Near", "public static class Near { public const string Text = \"near\"; }");
        var far = Library.Compile(sandbox.NewFolder(), "Far", "public static class Far { public const string Text = \"far\"; }");

        var result = await sandbox.Runner.RunAsync(
            Sandbox.NotebookIn(folder, $"#r \"Near.dll\"\n#r \"{far}\"", "#r \"Near.dll\"\nNear.Text + Far.Text"),
            cancel: TestContext.Current.CancellationToken);

        Assert.Null(result.Failure);
        Assert.Equal("nearfar", result.Shown(2));
    }

    [Fact]
    public async Task Reference_WhatItNeeds_IsFoundBesideIt()
    {
        var folder = sandbox.NewFolder();
        var inner = Library.Compile(folder, "Inner", "public class Inner { public string Text => \"inner\"; }");
        var outer = Library.Compile(folder, "Outer", "public static class Outer { public static Inner Make() => new Inner(); }", references: inner);

        var result = await sandbox.RunAsync($"#r \"{outer}\"", "Outer.Make().Text");

        Assert.Null(result.Failure);
        Assert.Equal("inner", result.Shown(2));
    }

    [Fact]
    public async Task Reference_TwoVersionsAtTheSameTime_StayApart()
    {
        static string Code(int n) => $"public static class Both {{ public static int Count; public static int Next() => Count += {n}; }}";
        var first = Library.Compile(sandbox.NewFolder(), "Both", Code(1), "1.0.0.0");
        var second = Library.Compile(sandbox.NewFolder(), "Both", Code(100), "2.0.0.0");
        string[] cells = ["for (var i = 0; i < 50; i++) { Both.Next(); await Task.Delay(1); }", "$\"{typeof(Both).Assembly.GetName().Version.Major}: {Both.Count}\""];

        var results = await Task.WhenAll(new[] { first, second }.Select(path => sandbox.RunAsync([$"#r \"{path}\"", .. cells])));

        Assert.All(results, result => Assert.Null(result.Failure));
        Assert.Equal(["1: 50", "2: 5000"], results.Select(result => result.Shown(3)));
    }

    [Fact]
    public async Task Reference_SameFolderInTwoSessions_IsLoadedOnce()
    {
        var library = Library.Compile(sandbox.NewFolder(), "Once", "public static class Once { public static readonly object Mark = new(); }");
        string[] cells = [$"#r \"{library}\"", "System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(Once.Mark)"];

        var results = await Task.WhenAll(sandbox.RunAsync(cells), sandbox.RunAsync(cells));

        Assert.All(results, result => Assert.Null(result.Failure));
        Assert.Equal(results[0].Shown(2), results[1].Shown(2));
    }

    [Fact]
    public async Task Reference_SameNameFromAnotherFolder_IsRefused()
    {
        var first = Library.Compile(sandbox.NewFolder(), "Same", "public class A { }");
        var second = Library.Compile(sandbox.NewFolder(), "Same", "public class A { }");

        var result = await sandbox.RunAsync($"#r \"{first}\"", $"\n#r \"{second}\"");

        Assert.Equal((FailureKind.Unsupported, 2, 2), (result.Failure!.Kind, result.Failure.CellNumber, result.Failure.Line));
    }

    [Fact]
    public async Task Reference_LibraryThatTheHostHasToo_IsNotTheHosts()
    {
        var result = await sandbox.RunAsync(
            $"#r \"{Own}Microsoft.CodeAnalysis.dll\"",
            "System.Runtime.Loader.AssemblyLoadContext.GetLoadContext(typeof(Microsoft.CodeAnalysis.SyntaxNode).Assembly).Name");

        Assert.Null(result.Failure);
        Assert.Equal("notebook libraries", result.Shown(2));
    }

    [Fact]
    public async Task Reference_WhatItNeedsIsMissing_IsNotTakenFromTheHost()
    {
        var library = Library.Compile(
            sandbox.NewFolder(),
            "Needy",
            "public static class Needy { public static object Make() => Microsoft.CodeAnalysis.CSharp.SyntaxFactory.Comment(\"\"); }");

        var result = await sandbox.RunAsync($"#r \"{library}\"", "Needy.Make()");

        Assert.Equal("System.IO.FileNotFoundException", result.Failure?.Name);
    }

    [Fact]
    public async Task Reference_LibraryWithANativePart_FindsIt()
    {
        var results = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => sandbox.RunAsync(
            $"#r \"{Own}SkiaSharp.dll\"\nusing SkiaSharp;",
            "var picture = new SKBitmap(3, 2);\npicture.SetPixel(1, 1, SKColors.Red);\n$\"{picture.GetPixel(1, 1)} {picture.Encode(SKEncodedImageFormat.Png, 100).ToArray()[1]}\"")));

        Assert.All(results, result => Assert.Null(result.Failure));
        Assert.All(results, result => Assert.Equal("#ffff0000 80", result.Shown(2)));
    }

    [Fact]
    public async Task Reference_DataFrame_IsShownAsATable()
    {
        var result = await sandbox.RunAsync(
            $"#r \"{Own}Microsoft.Data.Analysis.dll\"\nusing Microsoft.Data.Analysis;",
            "var frame = new DataFrame(new StringDataFrameColumn(\"svar\", new[] { \"hemmelig\" }), new DoubleDataFrameColumn(\"tall\", new[] { 17.25 }));\nframe",
            "frame.Rows[0].Display(); frame.Rows.Display(); frame.Columns[0].Display(); frame.Columns[1].Display(); frame.Columns.Display();",
            "frame.Rows.Select(row => row[0])");

        Assert.Null(result.Failure);
        Assert.Equal("svar\ttall\nhemmelig\t17.25", result.Shown(2));
        Assert.Equal(
            "<table><thead><tr><th>svar</th><th>tall</th></tr></thead><tbody><tr><td>hemmelig</td><td>17.25</td></tr></tbody></table>",
            (string?)result.Outputs(2)[0]!["data"]!["text/html"]![0]);
        Assert.All([3, 4], cell => Assert.DoesNotContain("hemmelig", result.Shown(cell), StringComparison.Ordinal));
        Assert.All([3, 4], cell => Assert.DoesNotContain("17", result.Shown(cell), StringComparison.Ordinal));
        Assert.Equal(5, result.Outputs(3).Count);
    }

    [Fact]
    public async Task Reference_HostsOwnLibrary_GivesObjectsOfTheHostsTypes()
    {
        var seen = new List<CellOutput>();
        var options = new NotebookRunOptions { OutputSeen = seen.Add, HostLibraries = [typeof(SharedByHost).Assembly] };
        var copy = sandbox.NewFolder();
        File.Copy(typeof(SharedByHost).Assembly.Location, Path.Combine(copy, Path.GetFileName(typeof(SharedByHost).Assembly.Location)));
        string[] Cells(string folder) => [$"#r \"{Path.Combine(folder, "Barometer.Notebooks.Tests.dll")}\"", "new Barometer.Notebooks.Tests.Loading.SharedByHost()"];

        Assert.Null((await sandbox.RunAsync(options, Cells(Own))).Failure);
        Assert.Null((await sandbox.RunAsync(options, Cells(copy))).Failure);
        Assert.Null((await sandbox.RunAsync(options with { HostLibraries = [] }, Cells(copy))).Failure);

        Assert.Equal([true, true, false], seen.Select(output => output.Bundle.Source is SharedByHost));
    }

    [Fact]
    public async Task Reference_OtherBuildOfTheHostsLibrary_IsRefused()
    {
        var other = Library.Compile(sandbox.NewFolder(), "Barometer.Notebooks.Tests", "public class Shared { }");

        var result = await sandbox.RunAsync(new NotebookRunOptions { HostLibraries = [typeof(SharedByHost).Assembly] }, "1", $"#r \"{other}\"");

        Assert.Equal((FailureKind.Unsupported, 2, 1), (result.Failure!.Kind, result.Failure.CellNumber, result.Failure.Line));
        Assert.Contains("is another build", result.Failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Reference_BuiltAnew_IsSeenByTheNextKernelOnly()
    {
        const string Code = "public static class Rebuilt { /// <summary>x</summary>\npublic static string Say() => \"NUMBER\"; public static string Later() => \"NUMBER later\"; }";
        var folder = sandbox.NewFolder();
        Build("one");
        using (var client = new KernelClient(new() { Folder = folder }))
        {
            Assert.Equal("one", client.Run("#r \"Rebuilt.dll\"\nRebuilt.Say()").Text);
            Build("two");
            Assert.Equal("one later", client.Run("Rebuilt.Later()").Text);
            Assert.Equal("ok", client.Run("#r \"Rebuilt.dll\"").Status);
        }

        using var restarted = new KernelClient(new() { Folder = folder });
        Assert.Equal("two", restarted.Run("#r \"Rebuilt.dll\"\nRebuilt.Say()").Text);

        void Build(string number) => Library.Compile(folder, "Rebuilt", Code.Replace("NUMBER", number, StringComparison.Ordinal));
    }
}

/// <summary>What a cell makes of the library that the tests are.</summary>
public sealed class SharedByHost;
