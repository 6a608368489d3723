using Barometer.Analysis;
using Barometer.Cli.Checking;
using Barometer.Cli.Site;
using Barometer.Notebooks.Documents;
using Xunit;

namespace Barometer.Cli.Tests.Site;

public class HeadingTextTests
{
    [Theory]
    [InlineData("Svartabellen <!-- en: The response table -->", "Svartabellen", "The response table")]
    [InlineData("Hva 33,6<!-- a / b:1 --> betyr <!-- en: What it means -->", "Hva 33,6 betyr", "What it means")]
    [InlineData("Ta med deg", "Ta med deg", "What to take away")]
    [InlineData("Bare norsk", "Bare norsk", "Bare norsk")]
    public void Of_Heading_IsItsTextInBothLanguages(string heading, string nb, string en) => Assert.Equal(new LocalizedText(nb, en), HeadingText.Of(heading));

    [Fact]
    public void IsTranslated_HeadingsOfAllNotebooksAndOfTheTemplate_Are()
    {
        string[] files =
        [
            .. Directory.EnumerateFiles(Path.Combine(Clone.Original, "notebooks"), "*.ipynb"),
            Path.Combine(Clone.Original, "src", "Barometer.Cli", "Templates", "notebook.ipynb"),
        ];
        Assert.All(files, file => Assert.All(Markdown.Headings(NotebookDocument.Read(file)), heading => Assert.True(HeadingText.IsTranslated(heading.Text), heading.Text)));
    }
}
