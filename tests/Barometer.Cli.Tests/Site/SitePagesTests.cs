using System.Text.RegularExpressions;

namespace Barometer.Cli.Tests.Site;

/// <summary>The pages of a reproduction: whole without scripts and network, by eye and by ear, in both languages.</summary>
public partial class SitePagesTests(ReproducedClone reproduced)
{
    private readonly string _page = reproduced.Clone.Read("artifacts/site/01-first.html");
    private readonly string _english = reproduced.Clone.Read("artifacts/site/01-first-en.html");

    [Fact]
    public void Page_Notebook_HasOneTitleALanguageAndLandmarks()
    {
        Assert.Contains("<html lang=\"nb\">", _page, StringComparison.Ordinal);
        Assert.Contains("<title>En tittel – Innovasjonsbarometeret for staten 2018</title>", _page, StringComparison.Ordinal);
        Assert.Single(Regex.Matches(_page, "<h1\\b"));
        Assert.Single(Regex.Matches(_page, "<main\\b"));
        Assert.Contains("href=\"#main\"", _page, StringComparison.Ordinal);
    }

    [Fact]
    public void Page_English_HasEnglishTextFigureTableAndLinks()
    {
        Assert.Contains("<html lang=\"en\">", _english, StringComparison.Ordinal);
        Assert.Contains("<p><strong>The answer.</strong></p>", _english, StringComparison.Ordinal);
        Assert.DoesNotContain("Svaret.", _english, StringComparison.Ordinal);
        Assert.Matches("<img src=\"../figures/sample-share-en.svg\" alt=\"Bar chart: [^\"]+\"", _english);
        Assert.Contains("<strong>Works with innovation, by agency group</strong>", _english, StringComparison.Ordinal);
        Assert.Contains("href=\"01-first.html\"", _english, StringComparison.Ordinal);
    }

    [Fact]
    public void Page_Notebook_ShowsFiguresWithASentenceForThoseWhoDoNotSeeThem() => Assert.Matches(
        "<figure id=\"figure-sample-share\">\n<picture><source media=\"\\(max-width: 40rem\\)\" srcset=\"../figures/sample-share-narrow.svg\" width=\"360\" height=\"\\d+\"><img src=\"../figures/sample-share.svg\" alt=\"Søylediagram: [^\"]+\" width=\"720\" height=\"\\d+\">", _page);

    [Fact]
    public void Page_FigureAndTable_HaveTheNumberOfThePackAndSayHowToCiteThem()
    {
        Assert.Contains("<a class=\"permalink\" href=\"#figure-sample-share\" title=\"Fast lenke\">Figur 1.1</a>", _page, StringComparison.Ordinal);
        Assert.Matches("<caption[^>]*><a class=\"permalink\" href=\"#table-sample-response\" title=\"Fast lenke\">Tabell 1.1</a> ", _page);
        Assert.Contains("<p>Figur 1.1 «Jobber med innovasjon, etter virksomhetsgruppe» (Syntetiske data). Barometer.Analysis, notatbok 01-first, celle c4. Kilde: ", _page, StringComparison.Ordinal);
        Assert.Contains("<p>Figure 1.1 “Works with innovation, by agency group” (Synthetic data). ", _english, StringComparison.Ordinal);
    }

    [Fact]
    public void Page_Notebook_HasItsContentsTheListOfAllAndTheNextByTitle()
    {
        Assert.Contains("<nav id=\"contents\"", _page, StringComparison.Ordinal);
        Assert.Contains("<li><a href=\"01-first.html\" aria-current=\"page\">En tittel</a></li>", _page, StringComparison.Ordinal);
        Assert.Contains("<a rel=\"next\" href=\"02-second.html\"><small>Neste</small> En tittel</a>", _page, StringComparison.Ordinal);
        Assert.DoesNotContain("rel=\"prev\"", _page, StringComparison.Ordinal);
    }

    [Fact]
    public void Page_Notebook_FoldsCodeAndLeavesOutTheLoadCell()
    {
        Assert.Contains("<details class=\"code\">", _page, StringComparison.Ordinal);
        Assert.DoesNotContain("#!import", _page, StringComparison.Ordinal);
    }

    [Fact]
    public void Pages_Anything_RunNoScriptButTheSitesOwnAndNeedNoNetwork() => Assert.All(Pages(), page =>
    {
        Assert.Single(Regex.Matches(page.Text, "<script src=\"(?:\\.\\./)?site/site\\.js\" defer></script>"));
        Assert.DoesNotMatch("(?i)<script(?! src=\"(?:\\.\\./)?site/site\\.js\" defer>)|<iframe|javascript:|\\son\\w+=", page.Text);
        Assert.DoesNotMatch("(?:src|rel=\"stylesheet\" href)=\"(?:https?:)?//", page.Text);
    });

    [Fact]
    public void Pages_Links_LeadToFilesThatExistAndStayInTheFolder() => Assert.All(Pages(), page => Assert.All(
        Link().Matches(page.Text).Select(link => link.Groups[1].Value).Where(link => !link.StartsWith("http", StringComparison.Ordinal) && !link.StartsWith("data:", StringComparison.Ordinal)),
        link => Assert.True(
            link[0] == '#' || (File.Exists(Path.Combine(page.Folder, link.Split('#')[0])) && Path.GetFullPath(Path.Combine(page.Folder, link)).StartsWith(reproduced.Clone["artifacts"], StringComparison.Ordinal)),
            $"{page.Name}: {link}")));

    [Theory]
    [InlineData("dictionary.html", "Private bedrifter", "Private companies")]
    [InlineData("dictionary-en.html", "Private companies", "Private bedrifter")]
    public void Dictionary_EverySurvey_HasItsVariablesInTheLanguage(string file, string there, string notThere)
    {
        var page = reproduced.Clone.Read("artifacts/site/" + file);

        Assert.Contains("<code>partner_private</code>", page, StringComparison.Ordinal);
        Assert.Contains("<code>earmarked_money</code>", page, StringComparison.Ordinal);
        Assert.Contains(there, page, StringComparison.Ordinal);
        Assert.DoesNotContain(notThere, page, StringComparison.Ordinal);
    }

    private IEnumerable<(string Name, string Folder, string Text)> Pages() =>
        new[] { "artifacts", "artifacts/site" }.SelectMany(folder => Directory.EnumerateFiles(reproduced.Clone[folder], "*.html"))
            .Select(path => (Path.GetFileName(path), Path.GetDirectoryName(path)!, File.ReadAllText(path)));

    [GeneratedRegex("(?:href|src)=\"([^\"]+)\"")]
    private static partial Regex Link();
}
