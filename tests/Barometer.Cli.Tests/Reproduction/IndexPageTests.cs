using System.Xml.Linq;
using Xunit;

namespace Barometer.Cli.Tests.Reproduction;

/// <summary>The page that a reproduction ends with: it can be read without a picture, a script or a network.</summary>
public class IndexPageTests(ReproducedClone reproduced)
{
    private readonly string _page = reproduced.Clone.Read("artifacts/index.html");

    [Fact]
    public void Index_SampleNotebooks_HasLanguageTitleAndOneHeadingOfTheFirstLevel()
    {
        var page = Parsed();

        Assert.Equal("nb", (string?)page.Attribute("lang"));
        Assert.Equal("Innovasjonsbarometeret for staten 2018", page.Descendants("title").Single().Value);
        Assert.Single(page.Descendants("h1"));
        Assert.Single(page.Descendants("main"));
        Assert.Equal(["01-first", "02-second", "published"], page.Descendants("h2").Select(heading => (string?)heading.Attribute("id")));
        Assert.DoesNotContain(page.Descendants(), element => element.Name.LocalName is "script" or "iframe" or "link");
    }

    [Fact]
    public void Index_Figures_HaveASentenceForThoseWhoDoNotSeeThemAndACaption()
    {
        var figure = Parsed().Descendants("figure").Single();
        var picture = figure.Element("img")!;

        Assert.Equal("figures/sample-share.svg", (string?)picture.Attribute("src"));
        Assert.StartsWith("Søylediagram: Jobber med innovasjon, etter virksomhetsgruppe.", (string?)picture.Attribute("alt"), StringComparison.Ordinal);
        Assert.Equal("Jobber med innovasjon, etter virksomhetsgruppe: SVG, PNG, PDF, CSV, HTML", figure.Element("figcaption")!.Value);
    }

    [Fact]
    public void Index_Links_LeadToFilesAndHeadingsThatExist()
    {
        var page = Parsed();
        var ids = page.Descendants().Attributes("id").Select(id => id.Value).ToList();
        var links = page.Descendants("a").Attributes("href").Concat(page.Descendants("img").Attributes("src")).Select(link => link.Value).ToList();

        Assert.Equal(ids.Distinct(), ids);
        Assert.NotEmpty(links);
        Assert.All(links, link => Assert.True(
            link[0] == '#' ? ids.Contains(link[1..]) : File.Exists(reproduced.Clone[$"artifacts/{link}"]), link));
    }

    [Fact]
    public void Index_SyntheticAnswers_SaysSoFirst()
    {
        var first = Parsed().Descendants("main").Single().Elements().ElementAt(1);

        Assert.Equal("mark", (string?)first.Attribute("class"));
        Assert.StartsWith("Syntetiske data.", first.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Index_PublishedFigures_StandInATableWithHeadings()
    {
        var table = Parsed().Descendants("table").Single();

        Assert.All(table.Descendants("th"), heading => Assert.NotNull(heading.Attribute("scope")));
        Assert.Contains(table.Descendants("td"), cell => cell.Value == "NOS18-POP-V");
    }

    /// <summary>The page as a tree: its elements without content are closed for that, all others have to be well-formed.</summary>
    private XElement Parsed() => XElement.Parse(
        System.Text.RegularExpressions.Regex.Replace(_page.Replace("<!DOCTYPE html>", "", StringComparison.Ordinal), "<(meta|img|br)\\b([^>]*?)/?>", "<$1$2/>"));
}
