using System.Xml.Linq;

namespace Barometer.Cli.Tests.Site;

/// <summary>The page that a reproduction ends with.</summary>
public class HomePageTests(ReproducedClone reproduced)
{
    [Theory]
    [InlineData("index.html", "nb", "Innovasjonsbarometeret for staten 2018", "Syntetiske data.")]
    [InlineData("index-en.html", "en", "The Innovation Barometer for the state 2018", "Synthetic data.")]
    public void Home_SampleNotebooks_SaysWhatItIsAndThatTheDataAreSynthetic(string file, string language, string title, string mark)
    {
        var page = Parsed(file);

        Assert.Equal(language, (string?)page.Attribute("lang"));
        Assert.Equal(title, page.Descendants("title").Single().Value);
        Assert.Equal(title, page.Descendants("h1").Single().Value);
        Assert.StartsWith(mark, page.Descendants("p").Single(paragraph => (string?)paragraph.Attribute("class") == "mark").Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Home_Finding_HasItsFigureAndLeadsToIt()
    {
        var finding = Items("findings").Single();

        Assert.Equal("site/01-first.html#figure-sample-share", (string?)finding.Descendants("a").Single().Attribute("href"));
        Assert.Equal("site/thumbs/sample-share.png", (string?)finding.Descendants("img").Single().Attribute("src"));
        Assert.Equal("Figur 1.1 · syntetisk", finding.Elements("p").Last().Value);
    }

    [Fact]
    public void Home_Themes_SayWhatEachNotebookFoundAndHolds() => Assert.Equal(
        [("En tittel", "1 figur, 1 tabell"), ("En tittel", "1 tabell")],
        Items("themes").Select(card => (card.Element("h3")!.Value, card.Elements("p").Last().Value)));

    [Fact]
    public void Home_NotebookDeclaredAsMethod_StandsApartFromThemes()
    {
        var declared = FrontMatter.Read(Clone.Original + "/data");
        var names = Directory.EnumerateFiles(Clone.Original + "/notebooks", "*.ipynb").Select(path => Path.GetFileNameWithoutExtension(path));

        Assert.NotEmpty(declared.Method);
        Assert.Subset(names.ToHashSet(), declared.Method.ToHashSet());
        Assert.Equal(FrontMatter.HeadlineCount, declared.Headlines.Count);
        Assert.All(declared.Headlines, name => Assert.Contains($"figures/{name}.svg,shown", File.ReadAllText(Clone.Original + "/data/releases/numbers.csv"), StringComparison.Ordinal));
    }

    [Fact]
    public void Checks_PublishedFigures_StandInATableWithHeadings()
    {
        var table = Parsed("site/checks.html").Descendants("table").First();

        Assert.All(table.Descendants("th"), heading => Assert.NotNull(heading.Attribute("scope")));
        Assert.Contains(table.Descendants("td"), cell => cell.Value == "NOS18-POP-V");
    }

    private IEnumerable<XElement> Items(string list) => Parsed("index.html").Descendants("ul").Single(one => (string?)one.Attribute("class") == list).Elements("li");

    /// <summary>The page as a tree: its elements without content are closed for that, all others have to be well-formed.</summary>
    private XElement Parsed(string file) => XElement.Parse(System.Text.RegularExpressions.Regex.Replace(
        reproduced.Clone.Read("artifacts/" + file).Replace("<!DOCTYPE html>", "", StringComparison.Ordinal).Replace(" defer>", ">", StringComparison.Ordinal),
        "<(meta|link|input|img|br)\\b([^>]*?)/?>",
        "<$1$2/>"), LoadOptions.PreserveWhitespace);
}
