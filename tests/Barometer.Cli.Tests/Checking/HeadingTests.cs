namespace Barometer.Cli.Tests.Checking;

public class HeadingTests
{
    [Theory]
    [InlineData("Svartabellen <!-- en: The response table -->", "Svartabellen", "The response table")]
    [InlineData("Hva 33,6<!-- a / b:1 --> betyr <!-- en: What it means -->", "Hva 33,6 betyr", "What it means")]
    [InlineData("Ta med deg", "Ta med deg", "What to take away")]
    [InlineData("Bare norsk", "Bare norsk", "Bare norsk")]
    public void Text_Heading_IsItsTextInBothLanguages(string heading, string nb, string en) => Assert.Equal(new LocalizedText(nb, en), Heading.Text(heading));
}
