namespace Barometer.Cli.Tests.Site;

public class MarkdownHtmlTests
{
    [Fact]
    public void Of_Heading_HasAnAddressAndNoMark() =>
        Assert.Equal("<h2 id=\"hva-336-betyr\">Hva 33,6 betyr</h2>\n", MarkdownHtml.Of("## Hva 33,6<!-- a / b:1 --> betyr", Language.Nb));

    [Theory]
    [InlineData("[neste](05-anonymity.ipynb)", "<a href=\"05-anonymity.html\">neste</a>", "<a href=\"05-anonymity-en.html\">neste</a>")]
    [InlineData("[05-anonymity](05-anonymity.ipynb)", "<a href=\"05-anonymity.html\">Hva skjules?</a>", "<a href=\"05-anonymity-en.html\">What is hidden?</a>")]
    [InlineData("[metode](../docs/method.md#variance)", "<a href=\"doc-method-en.html#variance\">metode</a>", "<a href=\"doc-method-en.html#variance\">metode</a>")]
    [InlineData("[listen](../docs/figures.md)", "<a href=\"figures.html\">listen</a>", "<a href=\"figures-en.html\">listen</a>")]
    [InlineData("[tallene](../data/published/figures.csv)", "<a href=\"files/figures.csv\">tallene</a>", "<a href=\"files/figures.csv\">tallene</a>")]
    [InlineData("[kilde](https://example.org/a)", "<a href=\"https://example.org/a\">kilde</a>", "<a href=\"https://example.org/a\">kilde</a>")]
    [InlineData("En [svarfil](../data/synthetic/operational-2018/responses.csv).", "<p>En svarfil.</p>", "<p>En svarfil.</p>")]
    [InlineData("[kode](../src/Barometer.Cli/Program.cs)", "<p>kode</p>", "<p>kode</p>")]
    [InlineData("![bilde](../docs/figures/a.png)", "<p>bilde</p>", "<p>bilde</p>")]
    public void Of_Link_LeadsToAPlaceInTheSiteOrNowhere(string markdown, string nb, string en)
    {
        var links = new SiteLinks(Clone.Original, new Dictionary<string, LocalizedText> { ["05-anonymity"] = new("Hva skjules?", "What is hidden?") }, [("notebooks", markdown)]);

        Assert.Contains(nb, MarkdownHtml.Of(markdown, Language.Nb, links), StringComparison.Ordinal);
        Assert.Contains(en, MarkdownHtml.Of(markdown, Language.En, links), StringComparison.Ordinal);
    }

    [Fact]
    public void Links_Document_BringsThoseThatItLeadsTo()
    {
        var links = new SiteLinks(Clone.Original, new Dictionary<string, LocalizedText>(), [("notebooks/en", "[x](../../docs/anonymity.md)")]);

        Assert.Contains("docs/anonymity.md", links.Documents);
        Assert.Contains("docs/method.md", links.Documents);
        Assert.All(links.Copies, copy => Assert.DoesNotContain("responses", copy.Name, StringComparison.Ordinal));
    }

    [Fact]
    public void Of_MarkOfANumber_IsLeftOut() =>
        Assert.Equal("<p>85 prosent</p>\n", MarkdownHtml.Of("85<!-- NOS18-INN-A:0 --> prosent", Language.Nb));
}
