using Barometer.Cli.Site;
using Xunit;

namespace Barometer.Cli.Tests.Site;

public class MarkdownHtmlTests
{
    [Fact]
    public void Of_LineInItalics_BecomesAParagraphInEnglish() => Assert.Equal(
        "<p class=\"nb\" lang=\"nb\">Norsk tekst\nover to linjer.</p>\n<p class=\"en\" lang=\"en\"><em>English text\non two lines.</em></p>\n",
        MarkdownHtml.Of("Norsk tekst\nover to linjer.\n*English text\non two lines.*"));

    [Fact]
    public void Of_ParagraphInItalics_HasALanguageOfItsOwn() =>
        Assert.Equal("<p class=\"en\" lang=\"en\"><em>English.</em></p>\n", MarkdownHtml.Of("*English.*"));

    [Theory]
    [InlineData("Et *ord* i kursiv.")]
    [InlineData("Slutter med *kursiv*")]
    [InlineData("**Uthevet.**")]
    public void Of_WordInItalics_StaysInItsParagraph(string markdown) =>
        Assert.StartsWith("<p>", MarkdownHtml.Of(markdown), StringComparison.Ordinal);

    [Theory]
    [InlineData("[neste](05-anonymity.ipynb)", "href=\"05-anonymity.html\"")]
    [InlineData("[metode](../docs/method.md)", "href=\"../../docs/method.md\"")]
    [InlineData("[kilde](https://example.org/a)", "href=\"https://example.org/a\"")]
    public void Of_Link_LeadsToPageOrFile(string markdown, string link) => Assert.Contains(link, MarkdownHtml.Of(markdown), StringComparison.Ordinal);

    [Fact]
    public void Of_MarkOfANumber_IsLeftOut() =>
        Assert.Equal("<p>85 prosent</p>\n", MarkdownHtml.Of("85<!-- NOS18-INN-A:0 --> prosent"));
}
