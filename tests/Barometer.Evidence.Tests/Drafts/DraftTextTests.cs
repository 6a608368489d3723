using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Barometer.Evidence.Tests.Drafts;

public class DraftTextTests
{
    private static readonly DraftChecker Checker = new(DraftSample.Facts);

    /// <summary>One text, saved by python-docx 0.8.11 and by LibreOffice 7 as .docx and .odt: the same claims are found in each.</summary>
    [Theory]
    [InlineData("python-docx.docx")]
    [InlineData("libreoffice.docx")]
    [InlineData("libreoffice.odt")]
    public void Read_AFileOfAnotherProgram_HasTheSameClaims(string name)
    {
        var report = Checker.Check(DraftText.Read(Path.Combine(AppContext.BaseDirectory, "Drafts", name)));

        Assert.Equal(
            ["85 prosent agrees", "72 prosent disagrees", "20 pst. agrees", "sjeldnere disagrees", "20,1 agrees", "17–23 agrees", "665 agrees", "43,6 disagrees", "30–37 agrees", "665 agrees"],
            report.Findings.Select(finding => $"{finding.Claim} {finding.Code}"));
    }

    [Fact]
    public void Read_AWordFileOfTheSdk_ReadsHeadingsNotesChangesAndMarks()
    {
        var path = Word(
            Heading("Syntetiske tall"),
            new Paragraph(Run("Det er "), new BookmarkStart { Id = "1", Name = "NOS18-INN-A" }, Run("85 prosent"), new BookmarkEnd { Id = "1" }, Run(" den gangen.")),
            new Paragraph(Run("Av arbeidsplassene samarbeidet "), new DeletedRun(new Run(new DeletedText("99"))) { Id = "2", Author = "a" }, new InsertedRun(Run("20")) { Id = "3", Author = "a" }, Run(" prosent med private bedrifter.")),
            new Paragraph(Run("Ikke tall: "), Field(" PAGE ", "7")));
        try
        {
            var draft = DraftText.Read(path);

            Assert.Equal([BlockKind.Heading, BlockKind.Paragraph, BlockKind.Paragraph, BlockKind.Paragraph], draft.Blocks.Select(block => block.Kind));
            Assert.Equal("Av arbeidsplassene samarbeidet 20 prosent med private bedrifter.", draft.Blocks[2].Text);
            Assert.Equal("NOS18-INN-A", Assert.Single(draft.Blocks[1].Marks).Name);
            Assert.Equal(["agrees", "agrees"], Checker.Check(draft).Findings.Select(finding => finding.Code));
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void Write_Comments_StandAtTheSentenceInACopyThatIsValid()
    {
        var path = Word(new Paragraph(Run("Først noe annet. I 2018 jobbet 58 prosent av de statlige arbeidsplassene med innovasjon. Så mer.")), new Paragraph(Run("I 2021 var det 91 prosent av de statlige arbeidsplassene som jobbet med innovasjon.")));
        var copy = Path.ChangeExtension(path, ".check.docx");
        try
        {
            WordComments.Write(path, copy, Checker.Check(DraftText.Read(path)));

            using var document = WordprocessingDocument.Open(copy, isEditable: false);
            var paragraph = document.MainDocumentPart!.Document!.Body!.Elements<Paragraph>().First();
            var within = paragraph.ChildElements.SkipWhile(child => child is not CommentRangeStart).TakeWhile(child => child is not CommentRangeEnd);
            Assert.Equal("I 2018 jobbet 58 prosent av de statlige arbeidsplassene med innovasjon.", string.Concat(within.Select(child => child.InnerText)));
            Assert.Contains("85", Assert.Single(document.MainDocumentPart.WordprocessingCommentsPart!.Comments!.Elements<Comment>()).InnerText);
            Assert.Empty(new OpenXmlValidator().Validate(document, TestContext.Current.CancellationToken));
            Assert.Equal("Først noe annet. I 2018 jobbet 58 prosent av de statlige arbeidsplassene med innovasjon. Så mer.", paragraph.InnerText);
        }
        finally
        {
            File.Delete(path);
            File.Delete(copy);
        }
    }

    [Fact]
    public void Read_Markdown_LeavesOutMarkupAndCode()
    {
        var blocks = MarkdownDraft.Read("""
            ---
            title: Utkast
            ---
            Overskrift
            ==========
            Først **62 prosent** av [dem](https://example.org/a)[^1] – se `kode`.
            Så mer på samme avsnitt.

            ```
            99 prosent
            ```
            1. Punkt én
            > Et sitat på 3&nbsp;%.

            [^1]: En note.
            """);

        Assert.Equal(
            ["Utkast", "Overskrift", "Først 62 prosent av dem – se kode. Så mer på samme avsnitt.", "Punkt én Et sitat på 3\u00A0%.", "En note."],
            blocks.Select(block => block.Text));
    }

    [Theory]
    [InlineData("Det var 62 pst. i 2018. Andelen økte. Se jf. St. 30 (2019–2020) og bl.a. KS. Ferdig!", 4)]
    [InlineData("Møtet var 1. januar 2018. «Vi var først.» Så gikk det.", 3)]
    [InlineData("About 62 per cent, i.e. most. See Fig. 3 for details.", 2)]
    public void Sentences_AreCutAtTheirEndsOnly(string text, int count) => Assert.Equal(count, DraftSentences.Of(new DraftBlock(BlockKind.Paragraph, text)).Count());

    [Theory]
    [InlineData("sekstito", 62)]
    [InlineData("to og åtti", 82)]
    [InlineData("femogtjue", 25)]
    [InlineData("ett hundre og tolv", 112)]
    [InlineData("sixty-two", 62)]
    [InlineData("1 686", 1686)]
    [InlineData("61,9", 61.9)]
    [InlineData("syttién", 71)]
    public void Numerals_InWordsAndDigits_AreRead(string text, double value) => Assert.Equal((decimal)value, Numerals.Of(text, Language.Nb)!.Value.Value);

    [Fact]
    public void Read_AFileOfAnotherKind_SaysWhatIsExpected()
    {
        var error = Assert.Throws<BarometerException>(() => DraftText.Read(Path.Combine(AppContext.BaseDirectory, "Drafts", "numbers.csv")));

        Assert.Contains(".docx", error.Message);
    }

    private static string Word(params IEnumerable<OpenXmlElement> blocks)
    {
        var path = Path.Combine(Path.GetTempPath(), $"draft-{Guid.NewGuid():N}.docx");
        using var document = WordprocessingDocument.Create(path, WordprocessingDocumentType.Document);
        var main = document.AddMainDocumentPart();
        main.Document = new Document(new Body(blocks));
        main.AddNewPart<StyleDefinitionsPart>().Styles = new Styles(new Style(new StyleName { Val = "heading 1" }) { Type = StyleValues.Paragraph, StyleId = "Heading1" });
        return path;
    }

    private static Paragraph Heading(string text) => new(new ParagraphProperties(new ParagraphStyleId { Val = "Heading1" }), Run(text));

    private static Run Run(string text) => new(new DocumentFormat.OpenXml.Wordprocessing.Text(text) { Space = SpaceProcessingModeValues.Preserve });

    private static SimpleField Field(string code, string result) => new(Run(result)) { Instruction = code };
}
