using System.Text;
using System.Text.RegularExpressions;

namespace Barometer.Cli.Tests.Reproduction;

public class ReproduceTests(ReproducedClone reproduced)
{
    private static readonly byte[] PngSignature = [0x89, (byte)'P', (byte)'N', (byte)'G'];

    [Fact]
    public void Reproduce_SampleNotebooks_SaysWhatWasMade()
    {
        string[] phases = ["reading the data", "joint decision", "evidence pack", "files"];
        var said = reproduced.Run.Succeeded().Out.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var lines = said[Array.IndexOf(said, "notebooks  2")..];

        Assert.Equal(phases, said.Where(phases.Contains));
        Assert.Collection(
            said[1..3].Order(StringComparer.Ordinal),
            line => Assert.Matches(@"^01-first: 5 of 5 cells, done in \d+\.\d s$", line),
            line => Assert.Matches(@"^02-second: 2 of 2 cells, done in \d+\.\d s$", line));
        Assert.Equal("notebooks  2", lines[0]);
        Assert.Equal("figures    1", lines[1]);
        Assert.Equal("tables     2", lines[2]);
        Assert.Matches(@"^published  2 reproduced \(synthetic data\), \d+ follows from other published figures, \d+ consistent with other published figures, \d+ contradicts what it is held against, \d+ needs the microdata, \d+ a fact about the survey$", lines[3]);
        Assert.Matches("^           those that contradict: [A-Z][^ ]*(, [A-Z][^ ]*)*; 90-reproduce-published says what$", lines[4]);
        Assert.Equal("data       synthetic: the numbers test the computations and say nothing about the state", lines[5]);
        Assert.Matches(@"^time       \d+\.\d s, 0[12]-\w+ the longest: \d+\.\d s$", lines[6]);
        Assert.Matches(@"^phases     reading the data \d+\.\d s \(\d+\.\d\), notebooks .*, joint decision .*, evidence pack .*, files .* \(seconds of processor time\)$", lines[7]);
        Assert.Matches(@"^memory     \d+ MB at most$", lines[8]);
        Assert.Equal("           open artifacts/index.html", lines[9]);
        Assert.Equal(10, lines.Length);
        Assert.Empty(reproduced.Run.Error);
    }

    [Fact]
    public void Reproduce_SampleNotebooks_LeavesEveryArtifactAndNothingBeside()
    {
        string[] tables = ["sample-response", "sample-second", "sample-share"];
        string[] formats = ["csv", "docx", "excel.csv", "html", "md", "tex", "xlsx"];
        string[] expected =
        [
            "evidence/evidence-en.docx", "evidence/evidence.docx", "evidence/evidence.json", "evidence/tallgrunnlag-en.xlsx", "evidence/tallgrunnlag.xlsx",
            .. from language in new[] { "", "-en" } from format in new[] { "pdf", "png", "svg" } select $"figures/sample-share-untitled{language}.{format}",
            .. from name in new[] { "sample-share", "sample-share-en" } from format in new[] { "-narrow.svg", ".pdf", ".plotly.json", ".png", ".svg" } select $"figures/{name}{format}",
            "manifest.csv", "notebooks/01-first.ipynb", "notebooks/02-second.ipynb", "published-check.csv",
            .. from page in new[] { "index", "site/01-first", "site/02-second", "site/checks", "site/dictionary", "site/figures" } from end in new[] { ".html", "-en.html" } select page + end,
            "site/site.css", "site/site.js", "site/thumbs/sample-share-en.png", "site/thumbs/sample-share.png",
            .. from table in tables from format in formats from language in new[] { "", "-en" } select $"tables/{table}{language}.{format}",
        ];
        Assert.Equal(
            expected.Select(name => "artifacts/" + name).Order(StringComparer.Ordinal),
            reproduced.Clone.Snapshot("artifacts").Select(line => line.Split(' ')[0]).Order(StringComparer.Ordinal));
        Assert.Equal(
            ["artifacts", "data", "notebooks"],
            Directory.EnumerateDirectories(reproduced.Clone.Root).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Reproduce_SampleNotebooks_WritesFilesOfTheirKind()
    {
        var clone = reproduced.Clone;

        Assert.Equal(PngSignature, File.ReadAllBytes(clone["artifacts/figures/sample-share.png"])[..4]);
        Assert.StartsWith("<svg", clone.Read("artifacts/figures/sample-share.svg").TrimStart(), StringComparison.Ordinal);
        Assert.Contains(",180,", clone.Read("artifacts/tables/sample-response.csv"), StringComparison.Ordinal);
        Assert.Contains("<th scope=", clone.Read("artifacts/tables/sample-response.html"), StringComparison.Ordinal);
        Assert.Equal(clone.Read("notebooks/01-first.ipynb"), clone.Read("artifacts/notebooks/01-first.ipynb"));
        Assert.Matches(new Regex("^NOS18-POP-V,NOS18-POP-V,reproduced,true,180,180,sample-response,", RegexOptions.Multiline), clone.Read("artifacts/published-check.csv"));
    }

    [Fact]
    public void Reproduce_SampleNotebooks_StoresOutputsWithoutHandingOverBundles()
    {
        var stored = reproduced.Clone.Read("notebooks/01-first.ipynb");

        Assert.Contains("\"image/png\": \"iVBOR", stored, StringComparison.Ordinal);
        Assert.Contains("application/vnd.plotly.v1+json", stored, StringComparison.Ordinal);
        Assert.DoesNotContain("application/vnd.barometer", stored, StringComparison.Ordinal);
        Assert.Matches("\"metadata\": \\{\\s*\"image/png\": \\{\\s*\"height\": \\d+,\\s*\"width\": 720\\s*\\}", stored);
        Assert.Contains("1,800.00 180.0 % -1.8 TITLE 1.8", reproduced.Clone.Read("notebooks/02-second.ipynb"), StringComparison.Ordinal);
    }

    [Fact]
    public void Reproduce_SampleNotebooks_EvidenceHoldsEveryCellOfTheLedger()
    {
        var numbers = EvidenceJson.Read(reproduced.Clone.Read("artifacts/evidence/evidence.json")).Numbers.Where(number => number.DerivedFrom.Count == 0 && number.Measure != "cell");
        var cells = ReleaseLedger.Read(reproduced.Clone["data/releases/ledger.json"]).Entries.SelectMany(entry => entry.Cells, (entry, cell) => (entry.Id, cell.About, IsShown: cell.Status != CellStatus.Suppressed));

        Assert.Equal(cells.Order(), numbers.Select(number => (number.Release.Id, About(number), number.Value is not null)).Order());

        static string About(EvidenceNumber number) => string.Join(", ", number.Groups.Select(group => $"{group.Variable}={group.Code}")
            .Prepend(number.Outcome!.Variable + (number.Outcome.Code is { } code ? "=" + code : "")));
    }

    [Fact]
    public void Reproduce_SampleNotebooks_NamesNoFolderOfThisMachine()
    {
        string[] folders = [reproduced.Clone.Root, Clone.Original, Path.GetTempPath(), Environment.GetFolderPath(Environment.SpecialFolder.UserProfile)];
        var texts = Directory.EnumerateFiles(reproduced.Clone["artifacts"], "*", SearchOption.AllDirectories)
            .Select(path => Encoding.Latin1.GetString(File.ReadAllBytes(path)));

        Assert.All(texts, text => Assert.DoesNotContain(folders, folder => text.Contains(Path.TrimEndingDirectorySeparator(folder) + "/", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Reproduce_Again_ChangesNoByte()
    {
        using var clone = reproduced.Clone.Copy();
        var before = clone.Snapshot();

        var again = await Tool.RunAsync(clone, "reproduce");

        again.Succeeded();
        Assert.Equal(before, clone.Snapshot());
    }

    [Fact]
    public async Task Reproduce_FilesOfAnEarlierRun_AreGone()
    {
        using var clone = reproduced.Clone.Copy();
        File.WriteAllText(clone["artifacts/figures/of-an-earlier-run.svg"], "old");
        Directory.CreateDirectory(clone["artifacts.new"]);
        File.WriteAllText(clone["artifacts.new/of-a-run-that-was-killed.svg"], "old");

        (await Tool.RunAsync(clone, "reproduce")).Succeeded();

        Assert.Equal(reproduced.Clone.Snapshot(), clone.Snapshot());
    }
}
