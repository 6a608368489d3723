using System.Text.RegularExpressions;
using Barometer.Cli.Tests.Reproduction;
using Xunit;

namespace Barometer.Cli.Tests.Site;

/// <summary>The pages of a reproduction: readable without scripts and network, by eye and by ear.</summary>
public partial class SitePagesTests(ReproducedClone reproduced)
{
    private readonly string _page = reproduced.Clone.Read("artifacts/site/01-first.html");

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
    public void Page_Notebook_ShowsFiguresWithASentenceForThoseWhoDoNotSeeThem() => Assert.Matches(
        "<img src=\"../figures/sample-share.svg\" alt=\"Søylediagram: [^\"]+\" lang=\"nb\">", _page);

    [Fact]
    public void Page_Notebook_FoldsCodeAndLeavesOutTheLoadCell()
    {
        Assert.Contains("<details class=\"code\">", _page, StringComparison.Ordinal);
        Assert.DoesNotContain("#!import", _page, StringComparison.Ordinal);
    }

    [Fact]
    public void Pages_Anything_NeedNoScriptAndNoNetwork() => Assert.All(Pages(), page =>
    {
        Assert.DoesNotMatch("(?i)<script|<iframe|javascript:|\\son\\w+=", page.Text);
        Assert.DoesNotMatch("(?:src|rel=\"stylesheet\" href)=\"(?:https?:)?//", page.Text);
    });

    [Fact]
    public void Pages_Links_LeadToFilesThatExist() => Assert.All(Pages(), page => Assert.All(
        Link().Matches(page.Text).Select(link => link.Groups[1].Value).Where(link => !link.StartsWith("http", StringComparison.Ordinal) && !link.StartsWith("../../", StringComparison.Ordinal)),
        link => Assert.True(link[0] == '#' || File.Exists(Path.Combine(reproduced.Clone["artifacts/site"], link.Split('#')[0])), $"{page.Name}: {link}")));

    [Fact]
    public void Dictionary_EverySurvey_HasItsVariablesInBothLanguages()
    {
        var page = reproduced.Clone.Read("artifacts/site/dictionary.html");

        Assert.Contains("<code>partner_private</code>", page, StringComparison.Ordinal);
        Assert.Contains("<code>earmarked_money</code>", page, StringComparison.Ordinal);
        Assert.Contains("Private bedrifter", page, StringComparison.Ordinal);
        Assert.Contains("<span lang=\"en\">", page, StringComparison.Ordinal);
    }

    private IEnumerable<(string Name, string Text)> Pages() =>
        Directory.EnumerateFiles(reproduced.Clone["artifacts/site"], "*.html").Select(path => (Path.GetFileName(path), File.ReadAllText(path)));

    [GeneratedRegex("(?:href|src)=\"([^\"]+)\"")]
    private static partial Regex Link();
}
