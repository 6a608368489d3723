using Barometer.Evidence.Tests.Pack;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Barometer.Evidence.Tests.Documents;

/// <summary>A document takes on a template's styles: the template is made here as Word makes one in Norwegian, with ids of its own and a list for its headings.</summary>
public sealed class WordTemplateTests : IDisposable
{
    private readonly string _path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".dotx");

    public void Dispose() => File.Delete(_path);

    [Fact]
    public void Document_WithTemplate_HasItsStylesByTheirNamesAndIsValid()
    {
        MakeTemplate();

        var file = PackSample.Make(PackSample.Origin with { Template = WordTemplate.Read(_path) }).Files()[0].Bytes;
        var (text, styles) = (OfficeFiles.Parts(file)["word/document.xml"], OfficeFiles.Parts(file)["word/styles.xml"]);

        Assert.Empty(OfficeFiles.ErrorsOfWord(file));
        Assert.Contains("<w:pStyle w:val=\"Overskrift1\"", text, StringComparison.Ordinal);
        Assert.Contains("<w:pStyle w:val=\"Bildetekst\"", text, StringComparison.Ordinal);
        Assert.DoesNotContain("<w:pStyle w:val=\"Caption\"", text, StringComparison.Ordinal);
        Assert.Contains("<w:tblStyle w:val=\"Departementet\"", text, StringComparison.Ordinal);
        Assert.Contains("ff0000", styles, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("w:styleId=\"Lead\"", styles, StringComparison.Ordinal); // the template has none
        Assert.DoesNotContain("<w:numId w:val=\"77\"", styles, StringComparison.Ordinal);
        Assert.Contains("nb-NO", styles, StringComparison.Ordinal);
        using var read = WordprocessingDocument.Open(new MemoryStream(file), false);
        var known = read.MainDocumentPart!.StyleDefinitionsPart!.Styles!.Elements<Style>().Select(style => style.StyleId!.Value).ToHashSet();
        Assert.All(read.MainDocumentPart.Document!.Descendants<ParagraphStyleId>(), used => Assert.Contains(used.Val!.Value, known));
    }

    [Theory]
    [InlineData("not a Word file", "The template can't be read")]
    [InlineData(null, "The template has no styles")]
    public void Read_FileWithoutStyles_IsRefused(string? text, string fault)
    {
        if (text is null)
        {
            using var empty = WordprocessingDocument.Create(_path, WordprocessingDocumentType.Template);
            empty.AddMainDocumentPart().Document = new Document(new Body());
        }
        else
        {
            File.WriteAllText(_path, text);
        }

        var problem = Assert.Throws<BarometerException>(() => WordTemplate.Read(_path)).Problems.Single();

        Assert.StartsWith(fault, problem.ToString(), StringComparison.Ordinal);
        Assert.Contains(".dotx", problem.Expected, StringComparison.Ordinal);
    }

    private void MakeTemplate()
    {
        using var template = WordprocessingDocument.Create(_path, WordprocessingDocumentType.Template);
        var main = template.AddMainDocumentPart();
        main.Document = new Document(new Body());
        main.AddNewPart<StyleDefinitionsPart>().Styles = new Styles(
            new DocDefaults(new RunPropertiesDefault(new RunPropertiesBaseStyle(new Languages { Val = "nn-NO" }))),
            new Style(new StyleName { Val = "Normal" }) { Type = StyleValues.Paragraph, StyleId = "Vanlig", Default = true },
            new Style(
                new StyleName { Val = "heading 1" },
                new BasedOn { Val = "Vanlig" },
                new StyleParagraphProperties(new NumberingProperties(new NumberingId { Val = 77 })),
                new StyleRunProperties(new Color { Val = "FF0000" }))
            { Type = StyleValues.Paragraph, StyleId = "Overskrift1" },
            new Style(new StyleName { Val = "caption" }, new BasedOn { Val = "Vanlig" }) { Type = StyleValues.Paragraph, StyleId = "Bildetekst" },
            new Style(new StyleName { Val = "Barometer Table" }) { Type = StyleValues.Table, StyleId = "Departementet" });
    }
}
