using System.Buffers.Binary;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Office2019.Drawing.SVG;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using C = DocumentFormat.OpenXml.Drawing.Charts;
using D = DocumentFormat.OpenXml.Drawing;
using P = DocumentFormat.OpenXml.Drawing.Pictures;
using W = DocumentFormat.OpenXml.Drawing.Wordprocessing;

namespace Barometer.Evidence.Documents;

/// <summary>
/// A Word document as it is written: paragraphs, tables and pictures one after the other, with real styles, numbered
/// headings and the language of its text. The same content gives the same bytes.
/// </summary>
internal sealed class WordFile : IDisposable
{
    /// <summary>The width of the text on a page, in twentieths of a point: 16 cm.</summary>
    public const int TextWidth = 9071;

    // In English metric units: as wide as the text, and no higher than leaves room for a caption and a source on the page.
    private const long PictureWidth = 16 * 360_000L;
    private const long PictureHeight = 21 * 360_000L;

    private const string MainType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";

    private readonly MemoryStream _stream = new();
    private readonly WordprocessingDocument _document;
    private readonly MainDocumentPart _main;
    private readonly Body _body = new();
    private readonly WordTemplate? _template;
    private uint _pictures;

    /// <summary>Begins an empty document.</summary>
    /// <param name="title">Its title.</param>
    /// <param name="language">The language of its text.</param>
    /// <param name="template">Whose styles it takes; null for its own.</param>
    /// <param name="chapters">The numbers of its chapters.</param>
    public WordFile(string title, Language language, WordTemplate? template = null, params IReadOnlyList<int> chapters)
    {
        _template = template;
        _document = WordprocessingDocument.Create(_stream, WordprocessingDocumentType.Document);
        _main = _document.AddNewPart<MainDocumentPart>(MainType, "rId1");
        _main.Document = new Document(_body);
        _main.AddNewPart<StyleDefinitionsPart>("rId1").Styles = WordStyles.Make(language);
        _main.AddNewPart<NumberingDefinitionsPart>("rId2").Numbering = WordStyles.Numbers(chapters);
        _main.AddNewPart<DocumentSettingsPart>("rId3").Settings = Settings();
        OfficePackage.Describe(_document.AddNewPart<CoreFilePropertiesPart>("rId2"), title, language);
        AddFooter();
    }

    /// <summary>Adds a paragraph at the end.</summary>
    public void Add(Paragraph paragraph) => _body.AppendChild(paragraph);

    /// <summary>Adds to what stands last, where that is a paragraph.</summary>
    public void AddToLast(IEnumerable<OpenXmlElement> runs) => ((Paragraph)_body.LastChild!).Append(runs);

    /// <summary>Adds elements at the end, one after the other.</summary>
    public void AddAll(IEnumerable<OpenXmlElement> elements) => _body.Append(elements);

    /// <summary>Adds a picture in a paragraph of its own, as wide as the text, kept with what follows.</summary>
    /// <param name="svg">The file in lines, which print draws as sharply as it can.</param>
    /// <param name="png">The same in points, for programs that don't know the other.</param>
    /// <param name="altText">The picture in words.</param>
    public void AddPicture(byte[] svg, byte[] png, string altText)
    {
        _pictures++;
        var (lines, points) = (FormattableString.Invariant($"rId{1000 + _pictures}"), FormattableString.Invariant($"rId{100 + _pictures}"));
        _main.AddNewPart<ImagePart>("image/png", points).FeedData(new MemoryStream(png));
        _main.AddNewPart<ImagePart>("image/svg+xml", lines).FeedData(new MemoryStream(svg));
        _body.Append(Picture(points, lines, _pictures, png, altText));
    }

    /// <summary>Adds a native chart in a paragraph of its own, as wide as the text, kept with what follows; its numbers are a workbook inside.</summary>
    /// <param name="figure">The figure.</param>
    /// <param name="block">Its numbers.</param>
    /// <param name="name">What the chart is called: the releases that it stands on.</param>
    public void AddChart(FigureDescription figure, ChartBlock block, string name)
    {
        _pictures++;
        var id = FormattableString.Invariant($"rId{100 + _pictures}");
        var chart = new NativeChart(figure, block, ExcelSheet.Numbers.In(figure.Language), header: 1);
        var part = _main.AddNewPart<ChartPart>(id);
        part.AddEmbeddedPackagePart(EmbeddedPackagePartType.Xlsx, "rId1").FeedData(new MemoryStream(ExcelSheet.Workbook(block, figure.Language)));
        part.FeedData(new MemoryStream(chart.Write("rId1")));
        _body.Append(Drawing(
            new D.GraphicData(new C.ChartReference { Id = id }) { Uri = "http://schemas.openxmlformats.org/drawingml/2006/chart" }, NativeChart.Width, chart.Height, _pictures, name, figure.AltText));
    }

    /// <summary>The document's bytes.</summary>
    public byte[] ToBytes()
    {
        _body.Append(Page());
        NumberBookmarks();
        _template?.Apply(_main);
        _document.Save();
        _document.Dispose();
        return OfficePackage.Pack(_stream);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _document.Dispose();
        _stream.Dispose();
    }

    // Each place has a number, by which its two ends belong together.
    private void NumberBookmarks()
    {
        var ends = _body.Descendants<BookmarkEnd>().ToDictionary(end => end.Id!.Value!, StringComparer.Ordinal);
        foreach (var (i, start) in _body.Descendants<BookmarkStart>().Index())
        {
            start.Id = ends[start.Id!.Value!].Id = FormattableString.Invariant($"{i + 1}");
        }
    }

    /// <summary>The page's number in the middle of its foot.</summary>
    private void AddFooter()
    {
        var paragraph = new Paragraph(new ParagraphProperties(new ParagraphStyleId { Val = "Footer" }));
        paragraph.Append(WordText.Field("PAGE", "1"));
        _main.AddNewPart<FooterPart>("rId4").Footer = new Footer(paragraph);
    }

    private static Settings Settings() => new(
        new DefaultTabStop { Val = 709 },
        new UpdateFieldsOnOpen { Val = false },
        new Compatibility(new CompatibilitySetting
        {
            Name = CompatSettingNameValues.CompatibilityMode,
            Uri = "http://schemas.microsoft.com/office/word",
            Val = "15",
        }));

    /// <summary>A4 with margins of 2.5 cm.</summary>
    private static SectionProperties Page() => new(
        new FooterReference { Type = HeaderFooterValues.Default, Id = "rId4" },
        new PageSize { Width = 11906, Height = 16838 },
        new PageMargin { Top = 1417, Bottom = 1417, Left = 1417, Right = 1418, Header = 709, Footer = 709, Gutter = 0 });

    private static Paragraph Picture(string points, string lines, uint number, byte[] png, string altText)
    {
        var blip = new D.Blip(new D.BlipExtensionList(new D.BlipExtension(new SVGBlip { Embed = lines }) { Uri = "{96DAC541-7B7A-43D3-8B79-37D633B846F1}" })) { Embed = points };
        var (width, height) = Size(png);
        var name = FormattableString.Invariant($"Figur {number}");
        var picture = new P.Picture(
            new P.NonVisualPictureProperties(
                new P.NonVisualDrawingProperties { Id = number, Name = name, Description = altText },
                new P.NonVisualPictureDrawingProperties()),
            new P.BlipFill(blip, new D.Stretch(new D.FillRectangle())),
            new P.ShapeProperties(
                new D.Transform2D(new D.Offset { X = 0, Y = 0 }, new D.Extents { Cx = width, Cy = height }),
                new D.PresetGeometry(new D.AdjustValueList()) { Preset = D.ShapeTypeValues.Rectangle }));
        return Drawing(new D.GraphicData(picture) { Uri = "http://schemas.openxmlformats.org/drawingml/2006/picture" }, width, height, number, name, altText, new D.GraphicFrameLocks { NoChangeAspect = true });
    }

    private static Paragraph Drawing(D.GraphicData data, long width, long height, uint number, string name, string altText, D.GraphicFrameLocks? locks = null)
    {
        var properties = locks is null ? new W.NonVisualGraphicFrameDrawingProperties() : new W.NonVisualGraphicFrameDrawingProperties(locks);
        var inline = new W.Inline(
            new W.Extent { Cx = width, Cy = height },
            new W.EffectExtent { LeftEdge = 0, TopEdge = 0, RightEdge = 0, BottomEdge = 0 },
            new W.DocProperties { Id = number, Name = name, Description = altText },
            properties,
            new D.Graphic(data))
        { DistanceFromTop = 0, DistanceFromBottom = 0, DistanceFromLeft = 0, DistanceFromRight = 0 };
        return new Paragraph(
            new ParagraphProperties(new KeepNext(), new SpacingBetweenLines { Before = "0", After = "120" }), new Run(new Drawing(inline)));
    }

    private static (long Width, long Height) Size(byte[] png)
    {
        var (columns, rows) = (BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(16)), BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(20)));
        var height = PictureWidth * rows / columns;
        return height <= PictureHeight ? (PictureWidth, height) : (PictureHeight * columns / rows, PictureHeight);
    }
}
