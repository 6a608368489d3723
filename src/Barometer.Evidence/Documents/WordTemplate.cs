using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Barometer.Evidence.Documents;

/// <summary>
/// A Word template, as a ministry has: a document takes its styles, fonts and colours. A style is the same by its name, which is English in a template of any
/// language («heading 1», «caption»), whatever its id; those that the template has not are the document's own.
/// </summary>
internal sealed class WordTemplate
{
    private const string Expected = "a Word template or document (.dotx or .docx) with styles";

    private static readonly string[] Naming = ["pStyle", "tblStyle", "rStyle", "basedOn"];

    private readonly Styles _styles;
    private readonly byte[]? _theme;

    private WordTemplate(Styles styles, byte[]? theme) => (_styles, _theme) = (styles, theme);

    /// <summary>Reads a template.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="BarometerException">It is no Word file, or has no styles.</exception>
    public static WordTemplate Read(string path)
    {
        try
        {
            using var document = WordprocessingDocument.Open(path, isEditable: false);
            var main = document.MainDocumentPart;
            return main?.StyleDefinitionsPart?.Styles?.CloneNode(deep: true) is Styles styles
                ? new WordTemplate(styles, main.ThemePart is { } theme ? Bytes(theme) : null)
                : throw new BarometerException(new Problem("The template has no styles", File: Path.GetFileName(path), Expected: Expected));
        }
        catch (Exception exception) when (exception is OpenXmlPackageException or FileFormatException or InvalidDataException)
        {
            throw new BarometerException(new Problem("The template can't be read", File: Path.GetFileName(path), Expected: Expected, Hint: "save it anew in Word as a template (.dotx)"));
        }
    }

    /// <summary>Gives a document its styles.</summary>
    /// <param name="main">The document, whole.</param>
    public void Apply(MainDocumentPart main)
    {
        var (own, styles) = (main.StyleDefinitionsPart!.Styles!, (Styles)_styles.CloneNode(deep: true));
        var theirs = styles.Elements<Style>().GroupBy(Name).ToDictionary(group => group.Key, group => group.First());
        var ids = own.Elements<Style>().Where(style => theirs.ContainsKey(Name(style))).ToDictionary(style => style.StyleId!.Value!, style => theirs[Name(style)].StyleId!.Value!, StringComparer.Ordinal);

        // Their lists stay behind: the numbers of chapters are the document's.
        foreach (var numbered in styles.Descendants<NumberingProperties>().ToList())
        {
            numbered.Remove();
        }

        foreach (var style in own.Elements<Style>().ToList())
        {
            if (!theirs.TryGetValue(Name(style), out var same))
            {
                var added = (Style)style.CloneNode(deep: true);
                Rename(added, ids);
                styles.Append(added);
            }
            else if (style.StyleParagraphProperties?.NumberingProperties is { } numbers)
            {
                (same.StyleParagraphProperties ??= new StyleParagraphProperties()).NumberingProperties = (NumberingProperties)numbers.CloneNode(deep: true);
            }
        }

        if (styles.DocDefaults?.RunPropertiesDefault?.RunPropertiesBaseStyle is { } defaults)
        {
            defaults.Languages = (Languages?)own.DocDefaults?.RunPropertiesDefault?.RunPropertiesBaseStyle?.Languages?.CloneNode(deep: true);
        }

        main.StyleDefinitionsPart.Styles = styles;
        Array.ForEach<OpenXmlElement>([main.Document!, main.NumberingDefinitionsPart!.Numbering!, .. main.FooterParts.Select(part => part.Footer!)], element => Rename(element, ids));
        if (_theme is not null)
        {
            main.AddNewPart<ThemePart>("rId5").FeedData(new MemoryStream(_theme));
        }
    }

    private static (StyleValues Type, string Name) Name(Style style) => (style.Type?.Value ?? StyleValues.Paragraph, style.StyleName?.Val?.Value?.ToLowerInvariant() ?? "");

    // Whatever names a style: of paragraphs, tables, words, levels of a list, and of a style that builds on another.
    private static void Rename(OpenXmlElement element, Dictionary<string, string> ids)
    {
        foreach (var named in element.Descendants().Where(one => Naming.Contains(one.LocalName)))
        {
            var val = named.GetAttribute("val", named.NamespaceUri);
            if (val.Value is { } id && ids.TryGetValue(id, out var theirs))
            {
                named.SetAttribute(new OpenXmlAttribute(val.Prefix, val.LocalName, val.NamespaceUri, theirs));
            }
        }
    }

    private static byte[] Bytes(OpenXmlPart part)
    {
        using var stream = part.GetStream(FileMode.Open, FileAccess.Read);
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
