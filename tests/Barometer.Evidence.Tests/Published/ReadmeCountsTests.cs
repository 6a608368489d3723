using System.Text.Json;
using System.Text.RegularExpressions;

namespace Barometer.Evidence.Tests.Published;

/// <summary>What the readmes say of the published figures is what notebook 90 shows.</summary>
public partial class ReadmeCountsTests
{
    private static readonly string[] Words =
        ["reproduced (synthetic data)", "follows from other published figures", "consistent with other published figures", "contradicts what it is held against", "needs the microdata", "a fact about the survey", "all"];

    [Fact]
    public void DataReadme_Counts_AreThoseOfNotebook90()
    {
        var rows = DataRow().Matches(Read("data/README.md")).Where(row => Words.Contains(row.Groups[1].Value)).ToList();

        Assert.Equal(Words, rows.Select(row => row.Groups[1].Value));
        Assert.Equal(Shown(), rows.Select(row => string.Join(' ', Enumerable.Range(2, 4).Select(i => row.Groups[i].Value))));
    }

    [Fact]
    public void Readme_Counts_AreThoseOfNotebook90()
    {
        var numbers = Shown().Select(row => row.Split(' ')).ToList();
        var readme = Read("README.md");

        Assert.Contains($"{numbers[^1][3]} published figures ({PublishedFiles.Rows("sources.csv").Count} printed rows)", readme, StringComparison.Ordinal);
        Assert.Contains(
            $"{numbers[0][3]} are reproduced (of synthetic answers), {numbers[1][3]} follow from others, {numbers[2][3]} are consistent with others, {numbers[3][3]} contradict others, {numbers[4][3]} need the microdata and {numbers[5][3]} are facts",
            readme,
            StringComparison.Ordinal);
        Assert.Contains($"{numbers[^1][0]} were read on the producer's own page (A), {numbers[^1][1]} elsewhere (B), and {numbers[^1][2]} are uncertain", readme, StringComparison.Ordinal);
    }

    // The table under the cell «counts», a row a line: «9 0 1 10».
    private static IReadOnlyList<string> Shown()
    {
        using var notebook = JsonDocument.Parse(Read("notebooks/90-reproduce-published.ipynb"));
        var cell = notebook.RootElement.GetProperty("cells").EnumerateArray().Single(one => one.GetProperty("id").GetString() == "counts");
        var text = string.Concat(cell.GetProperty("outputs")[0].GetProperty("data").GetProperty("text/plain").EnumerateArray().Select(line => line.GetString()));
        return [.. ShownRow().Matches(text).Select(row => string.Join(' ', Enumerable.Range(1, 4).Select(i => row.Groups[i].Value == "-" ? "0" : row.Groups[i].Value)))];
    }

    private static string Read(string path)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Barometer.Analysis.sln")))
        {
            folder = folder.Parent!;
        }

        return File.ReadAllText(Path.Combine(folder.FullName, path));
    }

    [GeneratedRegex(@"^\| ([a-z() ]+) \| (\d+) \| (\d+) \| (\d+) \| (\d+) \|", RegexOptions.Multiline)]
    private static partial Regex DataRow();

    [GeneratedRegex(@"^\w[^\n]*?  +(\d+|-) +(\d+|-) +(\d+|-) +(\d+|-)\r?$", RegexOptions.Multiline)]
    private static partial Regex ShownRow();
}
