namespace Barometer.Cli.Tests.Site;

/// <summary>The list of all figures and tables, and the words it is searched by.</summary>
public class FiguresPageTests(ReproducedClone reproduced)
{
    private readonly string _page = reproduced.Clone.Read("artifacts/site/figures.html");

    [Fact]
    public void Figures_SampleNotebooks_ListsEachWithItsNumberAndPlace()
    {
        Assert.Contains("1 figurer og 2 tabeller", _page, StringComparison.Ordinal);
        Assert.Contains("<h3><a href=\"01-first.html#figure-sample-share\">Jobber med innovasjon, etter virksomhetsgruppe</a></h3>", _page, StringComparison.Ordinal);
        Assert.Contains("<p>Figur 1.1 · syntetisk", _page, StringComparison.Ordinal);
        Assert.Contains("href=\"dictionary.html#operational-2018.innovated\"", _page, StringComparison.Ordinal);
        Assert.Contains("id=\"figure-sample-share\"", reproduced.Clone.Read("artifacts/site/01-first.html"), StringComparison.Ordinal);
        Assert.Contains("id=\"operational-2018.innovated\"", reproduced.Clone.Read("artifacts/site/dictionary.html"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("figur 1.1")]
    [InlineData("figure 1.1")]
    [InlineData("jobber med innovasjon")]
    [InlineData("works with innovation")]
    [InlineData("har arbeidsplassen jobbet med innovasjon")]
    [InlineData("has your workplace worked with innovation")]
    [InlineData("agency_group")]
    [InlineData("direktorat")]
    [InlineData("sample-share")]
    [InlineData("01-first")]
    [InlineData("en tittel")]
    public void Words_Figure_HoldTitleQuestionVariablesAnswersAndNotebookInBothLanguages(string words) => Assert.All(
        new[] { _page, reproduced.Clone.Read("artifacts/site/figures-en.html") },
        page => Assert.Contains(words, page.Split("data-words=\"").Single(entry => entry.Contains("#figure-sample-share\"", StringComparison.Ordinal)).Split('"')[0], StringComparison.Ordinal));

    [Fact]
    public void Figures_Downloads_AreThoseOfTheLanguage()
    {
        Assert.Contains("<dt>For Word</dt><dd><a href=\"../figures/sample-share.png\" download=\"\">Bilde (PNG)</a></dd>", _page, StringComparison.Ordinal);
        Assert.Contains("<a href=\"../figures/sample-share-untitled.png\" download=\"\">uten tittel</a>", _page, StringComparison.Ordinal);
        Assert.Contains("<dt>Tallene</dt><dd><a href=\"../tables/sample-share.xlsx\" download=\"\">Excel</a></dd><dd><a href=\"../tables/sample-share.excel.csv\" download=\"\">CSV for norsk Excel</a></dd>", _page, StringComparison.Ordinal);
        Assert.Contains("<a href=\"../figures/sample-share-en.pdf\" download=\"\">PDF</a>", reproduced.Clone.Read("artifacts/site/figures-en.html"), StringComparison.Ordinal);
    }

    [Fact]
    public void Figures_Pictures_AreSmallOnesOfTheirOwn()
    {
        Assert.Contains("<img src=\"../site/thumbs/sample-share.png\" alt=\"\" loading=\"lazy\" width=\"480\"", _page, StringComparison.Ordinal);
        Assert.InRange(new FileInfo(reproduced.Clone["artifacts/site/thumbs/sample-share.png"]).Length, 1_000, 40_000);
    }
}
