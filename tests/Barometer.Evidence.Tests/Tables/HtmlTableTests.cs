using System.Xml.Linq;

namespace Barometer.Evidence.Tests.Tables;

public class HtmlTableTests
{
    private static readonly EvidenceTable ByGroup = EvidenceTable.Of(TestReleases.ByGroup());

    public static TheoryData<string> Names => [.. Tables.Keys];

    private static Dictionary<string, EvidenceTable> Tables { get; } = new()
    {
        ["by group"] = ByGroup,
        ["by group, English"] = ByGroup.In(Language.En),
        ["battery"] = EvidenceTable.Of(TestReleases.Battery()),
        ["sections"] = EvidenceTable.Of(TestReleases.Sections()),
        ["all hidden"] = EvidenceTable.Of(TestReleases.AllHidden()),
        ["awkward labels"] = EvidenceTable.Of(TestReleases.AwkwardLabels()),
        ["counts"] = EvidenceTable.Of(TestReleases.Counts()),
        ["published"] = EvidenceTable.Of(TestReleases.BothSeries()),
    };

    [Theory]
    [MemberData(nameof(Names))]
    public void ToHtml_AnyTable_HasCaptionScopesAndOneCellAColumn(string name)
    {
        var table = Tables[name];
        var html = XElement.Parse(table.ToHtml()).Element("table")!;

        Assert.Equal("caption", html.Elements().First().Name.LocalName);
        var heads = html.Element("thead")!.Element("tr")!.Elements().ToArray();
        Assert.All(heads, head => Assert.Equal(("th", "col"), (head.Name.LocalName, head.Attribute("scope")!.Value)));
        var rows = html.Elements("tbody").Elements("tr").Where(row => row.Element("th")!.Attribute("scope")!.Value == "row").ToArray();
        Assert.Equal(table.Content.Rows.Count, rows.Length);
        Assert.All(rows, row =>
        {
            Assert.Equal(heads.Length, row.Elements().Count());
            Assert.Equal("th", row.Elements().First().Name.LocalName);
            Assert.Single(row.Elements("th"));
        });
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void ToHtml_AnyTable_FetchesNothingAndRunsNothing(string name)
    {
        var html = XElement.Parse(Tables[name].ToHtml());

        Assert.DoesNotContain(html.DescendantsAndSelf(), element => element.Name.LocalName is "script" or "style" or "link" or "img" or "iframe");
        Assert.DoesNotContain(html.DescendantsAndSelf().Attributes(), attribute => attribute.Name.LocalName.StartsWith("on", StringComparison.Ordinal) || attribute.Name.LocalName is "src" or "id");
    }

    [Theory]
    [InlineData(Language.Nb, "nb")]
    [InlineData(Language.En, "en")]
    public void ToHtml_Language_IsSaid(Language language, string tag) =>
        Assert.Equal(tag, XElement.Parse(ByGroup.In(language).ToHtml()).Attribute("lang")!.Value);

    [Fact]
    public void ToHtml_SectionedTable_GivesEachSectionAHeadingOfItsOwn()
    {
        var headings = XElement.Parse(Tables["sections"].ToHtml()).Descendants("th")
            .Where(cell => cell.Attribute("scope")!.Value == "rowgroup").ToArray();

        Assert.Equal(["Departement", "Direktorat", "Alle"], headings.Select(heading => heading.Value));
        Assert.All(headings, heading => Assert.Equal("4", heading.Attribute("colspan")!.Value));
    }

    [Fact]
    public void ToHtml_Numbers_StandToTheRightWithAndWithoutStyles()
    {
        var cells = XElement.Parse(ByGroup.ToHtml()).Descendants("td").ToArray();

        Assert.All(cells, cell => Assert.Equal("right", cell.Attribute("align")!.Value));
        Assert.All(cells, cell => Assert.Contains("text-align:right", cell.Attribute("style")!.Value, StringComparison.Ordinal));
    }

    [Fact]
    public void ToHtml_SuppressedCell_ShowsSymbolWithMeaningAndNothingElse()
    {
        var row = XElement.Parse(ByGroup.ToHtml()).Descendants("tr").Single(row => row.Value.StartsWith("Statlig foretak", StringComparison.Ordinal));

        Assert.Equal([":", ":", ":"], row.Elements("td").Select(cell => cell.Value));
        Assert.All(row.Descendants("abbr"), abbr => Assert.Equal("Tall kan ikke offentliggjøres", abbr.Attribute("title")!.Value));
    }

    [Theory]
    [InlineData(true, true)]
    [InlineData(false, false)]
    public void ToHtml_SyntheticMark_StandsInTheCaptionOnlyWhileTheDataAre(bool synthetic, bool marked)
    {
        var caption = XElement.Parse(EvidenceTable.Of(TestReleases.ByGroup(synthetic)).ToHtml()).Descendants("caption").Single();

        Assert.Equal(marked, caption.Value.Contains("Syntetiske data", StringComparison.Ordinal));
    }

    [Fact]
    public void ToHtml_SyntheticData_AreNeverCalledTheSurveysOwn()
    {
        var source = XElement.Parse(ByGroup.ToHtml()).Elements("p").Last().Value;

        Assert.Equal(
            "Kilde: Syntetiske data laget etter mønster av Innovasjonsbarometeret for staten 2018, operasjonelt nivå. Egne beregninger.", source);
    }

    [Fact]
    public void ToHtml_LabelThatIsMarkup_IsShownAsText()
    {
        var html = Tables["awkward labels"].ToHtml();

        Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
        Assert.Equal("</script><script>alert(1)</script>", XElement.Parse(html).Descendants("th").First(cell => cell.Value.Contains("alert", StringComparison.Ordinal)).Value);
    }
}
