namespace Barometer.Cli.Tests.Reproduction;

/// <summary>Broken input is told before any notebook runs, without the value that is wrong, and nothing is written.</summary>
public class BrokenInputTests(ReproducedClone reproduced)
{
    public static TheoryData<string> Kinds => [.. BrokenInput.All.Select(broken => broken.Name)];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Reproduce_BrokenInput_SaysWhatAndWhereAndWritesNothing(string kind)
    {
        var broken = BrokenInput.All.Single(one => one.Name == kind);
        using var clone = reproduced.Clone.Copy();
        broken.Break(new InputFiles(clone));
        var before = clone.Snapshot();

        var run = (await Tool.RunAsync(clone, "reproduce")).Ended(ExitCode.Failure);

        Assert.StartsWith("error ", run.Error, StringComparison.Ordinal);
        Assert.All(broken.Says, part => Assert.Contains(part, run.Error, StringComparison.Ordinal));
        Assert.DoesNotContain(BrokenInput.Secret, run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("4711", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.Error, StringComparison.Ordinal);
        Assert.Equal("reading the data\n", run.Out);
        Assert.Equal(before, clone.Snapshot());
    }

    [Fact]
    public async Task Reproduce_SeveralFilesBroken_SaysAllAtOnce()
    {
        using var clone = reproduced.Clone.Copy();
        new InputFiles(clone)
            .Set("data/synthetic/strategic-2018/responses.csv", 4, "main_reason", BrokenInput.Secret)
            .Set("data/synthetic/operational-2018/frame.csv", 9, "size_band", BrokenInput.Secret)
            .SetText("data/releases/policy.json", "{");

        var run = (await Tool.RunAsync(clone, "reproduce")).Ended(ExitCode.Failure);

        Assert.StartsWith("error 3 problems:\n- ", run.Error, StringComparison.Ordinal);
        Assert.Contains("data/synthetic/operational-2018/frame.csv, line 9, column size_band", run.Error, StringComparison.Ordinal);
        Assert.Contains("data/synthetic/strategic-2018/responses.csv, line 4, column main_reason", run.Error, StringComparison.Ordinal);
        Assert.Contains("policy.json", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_BrokenInput_LeavesTheNotebookAlone()
    {
        using var clone = reproduced.Clone.Copy();
        new InputFiles(clone).Delete("data/synthetic/strategic-2018/frame.csv");
        var before = clone.Snapshot();

        var run = (await Tool.RunAsync(clone, "run", Samples.Second)).Ended(ExitCode.Failure);

        Assert.StartsWith("error A file is missing (data/synthetic/strategic-2018/frame.csv)", run.Error, StringComparison.Ordinal);
        Assert.Equal(before, clone.Snapshot());
    }

    [Fact]
    public async Task Reproduce_RestrictedFolderWithOneFile_DoesNotFallBackToSynthetic()
    {
        using var clone = reproduced.Clone.Copy();
        Directory.CreateDirectory(clone["data/restricted/strategic-2018"]);
        File.Copy(clone["data/synthetic/strategic-2018/frame.csv"], clone["data/restricted/strategic-2018/frame.csv"]);
        var before = clone.Snapshot();

        var run = (await Tool.RunAsync(clone, "reproduce")).Ended(ExitCode.Failure);

        Assert.StartsWith("error A file is missing (data/restricted/strategic-2018/responses.csv)", run.Error, StringComparison.Ordinal);
        Assert.Equal(before, clone.Snapshot());
    }
}
