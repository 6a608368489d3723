using System.Text;

namespace Barometer.Evidence.Tests.Published;

public sealed class PublishedReaderTests : IDisposable
{
    private readonly string _path = Path.Combine(Path.GetTempPath(), $"figures-{Guid.NewGuid():N}.csv");

    public void Dispose() => File.Delete(_path);

    [Fact]
    public void Read_TheRepositorysFile_IsWithoutProblems() => Assert.Equal(287, PublishedFiles.Registry.Figures.Count);

    [Fact]
    public void Read_NoSuchFile_SaysSo()
    {
        var problem = Assert.Single(Problems(() => PublishedRegistry.Read(_path)));

        Assert.Contains("can't be opened", problem.What, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_Latin1_NamesTheEncoding()
    {
        File.WriteAllBytes(_path, Encoding.Latin1.GetBytes(File.ReadAllText(PublishedFiles.Figures)));

        Assert.Contains("UTF-8", Assert.Single(Problems(() => PublishedRegistry.Read(_path))).What, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_SeveralProblems_ReportsThemTogetherWithTheirPlaces()
    {
        var problems = ProblemsAfter(
            ("NOS18-RR-V,NOS18-RR-V", "NOS18-ANS-V,NOS18-RR-V"),
            ("percent,share,0.45,", "percent,share,\"0,45\","),
            ("count,number,2267,", "total,number,2267,"));

        Assert.Equal(
            [(5, "id"), (6, "kind"), (9, "value")],
            problems.Select(problem => (problem.Row!.Value, problem.Column!)));
        Assert.All(problems, problem => Assert.NotNull(problem.Expected));
    }

    [Theory]
    [InlineData("percent,share,0.85,,", "percent,share,85,,", "value")]
    [InlineData("percent,share,,0.06,0.19", "percent,share,,0.19,0.06", "lower")]
    [InlineData("ratio,share,,,,9,10", "ratio,share,0.9,,,9,10", "kind")]
    [InlineData("rounded,share,0.2,,,,,around", "rounded,share,0.2,,,,,almost", "kind")]
    [InlineData("ratio,share,,,,9,10", "ratio,number,,,,9,10", "unit")]
    [InlineData(",works-with,the printed wording is «jobber med innovasjon»,den trykte formuleringen er «jobber med innovasjon»,85 %", ",works-with,,,85 %", "series")]
    [InlineData(",answered (net sample),besvart (nettoutvalg),,,count,number,80", ",answered (net sample),,,,count,number,80", "indicator_nb")]
    [InlineData("https://www.digdir.no/innovasjon/innovasjonsbarometeret-2021/2657,A", "digdir,A", "source_url")]
    [InlineData("2267,,,,,exact-as-printed,0", "2267,,,,,exact-as-printed,none", "decimals")]
    [InlineData(",state,organisation,population,", ",county,organisation,population,", "government_level")]
    [InlineData(",state,organisation,population,", ",state,unit,population,", "statistical_unit")]
    [InlineData(",state,organisation,population,", ",state,organisation,,", "topic")]
    [InlineData(",innovation-activity,NOS21-INN-V", ",innovation-activity,NOS21-INN-X", "repeats")]
    [InlineData("statement,words,,,,,,exact-as-printed,,,unchanged", "statement,words,0.5,,,,,exact-as-printed,,,unchanged", "kind")]
    [InlineData("rank,item,,,,,,exact-as-printed,,inno_process,improvement of processes", "rank,item,0.5,,,,,exact-as-printed,,inno_process,improvement of processes", "kind")]
    [InlineData("statement,words,", "statement,share,", "unit")]
    public void Read_OneLineBroken_NamesTheColumn(string was, string becomes, string column) =>
        Assert.Equal(column, ProblemsAfter((was, becomes))[0].Column);

    [Fact]
    public void Read_ColumnsRenamed_NamesTheMissingAndTheUnknown()
    {
        var problems = ProblemsAfter(("base_weighted", "weighted"));

        Assert.Equal(["base_weighted", "weighted"], problems.Select(problem => problem.Column));
    }

    [Fact]
    public void Read_CellMissing_NamesTheLine()
    {
        var problem = Assert.Single(ProblemsAfter(("NOS18-RR-V,NOS18-RR-V,", "NOS18-RR-V,")));

        Assert.Equal(5, problem.Row);
    }

    [Fact]
    public void Index_UnknownId_NamesNearIds()
    {
        var problem = Assert.Single(Problems(() => _ = PublishedFiles.Registry["DK1-X"]));

        Assert.Contains("DK1-N.rate", problem.Expected, StringComparison.Ordinal);
    }

    private IReadOnlyList<Problem> ProblemsAfter(params (string Was, string Becomes)[] changes)
    {
        var text = File.ReadAllText(PublishedFiles.Figures);
        foreach (var (was, becomes) in changes)
        {
            var at = text.IndexOf(was, StringComparison.Ordinal);
            Assert.True(at >= 0, was);
            text = string.Concat(text.AsSpan(0, at), becomes, text.AsSpan(at + was.Length));
        }

        File.WriteAllText(_path, text);
        return Problems(() => PublishedRegistry.Read(_path));
    }

    private static IReadOnlyList<Problem> Problems(Action action) => Assert.Throws<BarometerException>(action).Problems;
}
