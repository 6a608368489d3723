namespace Barometer.Cli.Tests.Reproduction;

public class KeptNumbersTests(ReproducedClone reproduced)
{
    private const string Register = "data/releases/numbers.csv";

    private static readonly string Planted = NotebookText.Of("""
        var barometer = Workbench.Open();
        barometer.Release(barometer.Survey("strategic-2018").ResponseCounts(), id: "planted-counts")
        """);

    [Fact]
    public async Task Reproduce_NotebookPlantedBeforeTheOthers_RenumbersNothing()
    {
        using var clone = reproduced.Clone.Copy();
        var before = Lines(clone);
        Assert.Equal(4, before.Length);

        File.WriteAllText(clone.Notebook("00-planted"), Planted);
        (await Tool.RunAsync(clone, "reproduce")).Succeeded();
        Assert.Equal([.. before, "Tabell 3.1,planted,tables/planted-counts.csv,shown"], Lines(clone));
        Assert.Contains("\"Tabell 3.1\"", clone.Read("data/releases/exhibits.json"), StringComparison.Ordinal);
        (await Tool.RunAsync(clone, "reproduce", "--check")).Succeeded();

        // What was cited stays its own when the notebook goes, and another comes.
        File.Delete(clone.Notebook("00-planted"));
        File.WriteAllText(clone.Notebook("00-other"), Planted.Replace("planted-counts", "other-counts", StringComparison.Ordinal));
        (await Tool.RunAsync(clone, "reproduce")).Succeeded();
        Assert.Equal([.. before, "Tabell 3.1,planted,tables/planted-counts.csv,withdrawn", "Tabell 4.1,other,tables/other-counts.csv,shown"], Lines(clone));
    }

    private static string[] Lines(Clone clone) => clone.Read(Register).Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
