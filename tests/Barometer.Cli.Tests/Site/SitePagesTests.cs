using System.Security.Cryptography;
using System.Text.Json.Nodes;
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
        Assert.Contains("<p>The answer.</p>", _english, StringComparison.Ordinal);
        Assert.DoesNotContain("Svaret.", _english, StringComparison.Ordinal);
        Assert.Matches("<img src=\"../figures/sample-share-en.svg\" alt=\"Bar chart: [^\"]+\"", _english);
        Assert.Contains("<strong>Works with innovation, by agency group</strong>", _english, StringComparison.Ordinal);
        Assert.Contains("href=\"01-first.html\"", _english, StringComparison.Ordinal);
    }

    [Fact]
    public void Page_Notebook_ShowsFiguresWithASentenceForThoseWhoDoNotSeeThem() => Assert.Matches(
        "<figure id=\"figure-sample-share\">\n<img src=\"../figures/sample-share.svg\" alt=\"Søylediagram: [^\"]+\" width=\"720\" height=\"\\d+\">", _page);

    [Fact]
    public void Page_InteractiveChart_IsTheOneThatTheNotebookStores()
    {
        var stored = JsonNode.Parse(reproduced.Clone.Read("notebooks/01-first.ipynb"))!.AsObject().Cell("c4")["outputs"]!.AsArray()
            .Select(output => output!["data"]!["application/vnd.plotly.v1+json"]).Single(chart => chart is not null);

        Assert.True(JsonNode.DeepEquals(stored, JsonNode.Parse(Chart().Match(_page).Groups[1].Value)));
        Assert.Contains("Ministry", Chart().Match(_english).Groups[1].Value, StringComparison.Ordinal);
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
        Assert.DoesNotMatch("(?i)<script(?! src=\"(?:\\.\\./)?site/site\\.js\" defer>| type=\"application/json\">)|<iframe|javascript:|\\son\\w+=", page.Text);
        Assert.DoesNotMatch("(?:src|rel=\"stylesheet\" href)=\"(?:https?:)?//", page.Text);
    });

    [Fact]
    public void Pages_Links_LeadToFilesThatExist() => Assert.All(Pages(), page => Assert.All(
        Link().Matches(page.Text).Select(link => link.Groups[1].Value).Where(link => !link.StartsWith("http", StringComparison.Ordinal) && !link.StartsWith("../../", StringComparison.Ordinal)),
        link => Assert.True(link[0] == '#' || File.Exists(Path.Combine(page.Folder, link.Split('#')[0])), $"{page.Name}: {link}")));

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

    // The digest is that of plotly.js-basic-dist-min 3.7.0 as its makers publish it on npm: the package only carries it.
    [Fact]
    public void Assets_Plotly_IsTheFileThatWasLookedAt() => Assert.Equal(
        "c23b03591a6bdad0bd0f47a0c5c52305a5519812b73ce254be65cd841553c9c2",
        Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(reproduced.Clone["artifacts/site/plotly-basic.min.js"]))));

    private IEnumerable<(string Name, string Folder, string Text)> Pages() =>
        new[] { "artifacts", "artifacts/site" }.SelectMany(folder => Directory.EnumerateFiles(reproduced.Clone[folder], "*.html"))
            .Select(path => (Path.GetFileName(path), Path.GetDirectoryName(path)!, File.ReadAllText(path)));

    [GeneratedRegex("(?:href|src)=\"([^\"]+)\"")]
    private static partial Regex Link();

    [GeneratedRegex("<script type=\"application/json\">(.*?)</script>")]
    private static partial Regex Chart();
}
