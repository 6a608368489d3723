namespace Barometer.Cli.Tests.Site;

public class MarkdownHtmlTests
{
    [Theory]
    [InlineData("Norsk tekst\nover to linjer.\n*English text\non two lines.*", "<p>Norsk tekst\nover to linjer.</p>\n", "<p>English text\non two lines.</p>\n")]
    [InlineData("Norsk.\n\n*English.*", "<p>Norsk.</p>\n", "<p>English.</p>\n")]
    [InlineData("Én.\n\n- to\n\n*One, two.*\n\nTre.", "<p>Én.</p>\n<ul>\n<li>to</li>\n</ul>\n<p>Tre.</p>\n", "<p>One, two.</p>\n<p>Tre.</p>\n")]
    [InlineData("Norsk.\n\n> Sitat.\n>\n> *Quote.*", "<p>Norsk.</p>\n<blockquote>\n<p>Sitat.</p>\n</blockquote>\n", "<p>Norsk.</p>\n<blockquote>\n<p>Quote.</p>\n</blockquote>\n")]
    [InlineData("Norsk.\n*English with *emphasis* inside.*", "<p>Norsk.</p>\n", "<p>English with <em>emphasis</em> inside.</p>\n")]
    public void Of_LinesInItalics_AreTheEnglishOfWhatStandsBefore(string markdown, string nb, string en)
    {
        Assert.Equal(nb, MarkdownHtml.Of(markdown, Language.Nb));
        Assert.Equal(en, MarkdownHtml.Of(markdown, Language.En));
    }

    [Fact]
    public void Of_TextUnderAnEarlierHeading_IsNotTranslatedByALaterOne() => Assert.Contains(
        "<p>Bare norsk.</p>", MarkdownHtml.Of("## A\n\nBare norsk.\n\n## B\n\nNorsk.\n\n*English.*", Language.En), StringComparison.Ordinal);

    [Theory]
    [InlineData("## Spørsmålet", ">Spørsmålet</h2>", ">The question</h2>")]
    [InlineData("## Slik er tallet laget / How this number is made", ">Slik er tallet laget</h2>", ">How this number is made</h2>")]
    [InlineData("# Hvem svarte? <!-- en: Who answered? -->", ">Hvem svarte?</h1>", ">Who answered?</h1>")]
    [InlineData("## Hva 33,6<!-- a / b:1 --> betyr <!-- en: What it means -->", ">Hva 33,6 betyr</h2>", ">What it means</h2>")]
    [InlineData("### Bare norsk", ">Bare norsk</h3>", ">Bare norsk</h3>")]
    public void Of_Heading_IsInTheLanguageThatItHas(string markdown, string nb, string en)
    {
        Assert.Contains(nb, MarkdownHtml.Of(markdown, Language.Nb), StringComparison.Ordinal);
        Assert.Contains(en, MarkdownHtml.Of(markdown, Language.En), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Et *ord* i kursiv.")]
    [InlineData("Slutter med *kursiv*")]
    [InlineData("**Uthevet.**")]
    public void Of_WordInItalics_StaysInItsParagraph(string markdown) =>
        Assert.Equal(MarkdownHtml.Of(markdown, Language.Nb), MarkdownHtml.Of(markdown, Language.En));

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
