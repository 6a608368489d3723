using System.Globalization;

namespace Barometer.Cli.Tests.Reproduction;

/// <summary><c>reproduce --check</c>: the stored outputs are those of a fresh run, and nothing is written.</summary>
public class StoredOutputTests(ReproducedClone reproduced)
{
    [Fact]
    public async Task Check_UnchangedNotebooks_PassesAndWritesNothing()
    {
        using var clone = reproduced.Clone.Copy();
        Directory.Delete(clone["artifacts"], recursive: true);
        File.AppendAllText(clone["data/releases/shown.csv"], "draft-of-somebody,c1,text/plain,release x,00\n");
        var before = clone.Snapshot();

        var run = await Tool.RunAsync(clone, "reproduce", "--check");

        Assert.EndsWith("           stored outputs are those of a fresh run\n", run.Succeeded().Out, StringComparison.Ordinal);
        Assert.Equal(before, clone.Snapshot());
    }

    [Fact]
    public async Task Check_EditedOutputSourceAndSimulation_NamesEachAndWritesNothing()
    {
        using var clone = reproduced.Clone.Copy();
        var stored = clone.Read("data/simulated/operational-2018.csv").Split('\n');
        var count = stored[1].Split(',');
        (count[7], count[8]) = ((int.Parse(count[7], CultureInfo.InvariantCulture) - 1).ToString(CultureInfo.InvariantCulture), (int.Parse(count[8], CultureInfo.InvariantCulture) + 1).ToString(CultureInfo.InvariantCulture));
        clone.Replace("data/simulated/operational-2018.csv", stored[1], string.Join(',', count));
        clone.Replace("notebooks/01-first.ipynb", "Syntetiske data: kontrollen", "Kontrollen");
        clone.Replace("notebooks/02-second.ipynb", "{number / 1000}", "{number / 100}");
        var before = clone.Snapshot();

        var run = (await Tool.RunAsync(clone, "reproduce", "--check")).Ended(ExitCode.Failure);

        Assert.Equal(
            "error notebooks/01-first.ipynb: the stored output of cell 3 (c3) differs from a fresh run\n"
            + "error notebooks/02-second.ipynb: the stored output of cell 2 (c2) differs from a fresh run\n"
            + "error data/releases/shown.csv differs from the register of a fresh run\n"
            + "error data/releases/exhibits.json differs from the register of a fresh run\n"
            + "error data/simulated/operational-2018.csv differs from a fresh simulation: «barometer simulate» makes it anew\n",
            run.Error);
        Assert.DoesNotContain("stored outputs are those", run.Out, StringComparison.Ordinal);
        Assert.Equal(before, clone.Snapshot());
    }
}
