using System.Globalization;
using System.Xml.Linq;

namespace Barometer.Evidence.Documents;

/// <summary>The elements of DrawingML (ECMA-376, 21.2) that a chart is made of, whatever it shows.</summary>
internal static class ChartElements
{
    /// <summary>What makes a decimal mark a comma where a program goes by the number's own language.</summary>
    public const string Norwegian = "[$-414]";

    /// <summary>Charts.</summary>
    public static readonly XNamespace C = "http://schemas.openxmlformats.org/drawingml/2006/chart";

    /// <summary>Drawings: text, fills and lines.</summary>
    public static readonly XNamespace A = "http://schemas.openxmlformats.org/drawingml/2006/main";

    /// <summary>Relationships between parts of a file.</summary>
    public static readonly XNamespace R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    /// <summary>Charts, as Office 2013 extends them.</summary>
    public static readonly XNamespace C15 = "http://schemas.microsoft.com/office/drawing/2012/chart";

    /// <summary>What a label shows of its point: its number, or nothing of its own.</summary>
    public static XElement[] Shown(bool value) =>
        [Val("showLegendKey", 0), Val("showVal", value ? 1 : 0), Val("showCatName", 0), Val("showSerName", 0), Val("showPercent", 0), Val("showBubbleSize", 0)];

    /// <summary>A label whose text stands in a cell.</summary>
    public static XElement FromCell(string text, int index) => new(
        C + "tx",
        new XElement(
            C + "rich",
            new XElement(A + "bodyPr", new XAttribute("wrap", "none")),
            new XElement(A + "p", new XElement(
                A + "fld", new XAttribute("id", FormattableString.Invariant($"{{00000000-0000-4000-8000-{index + 1:D12}}}")), new XAttribute("type", "CELLRANGE"), new XElement(A + "rPr"), new XElement(A + "pPr"), new XElement(A + "t", text)))));

    /// <summary>A line of text with its colour.</summary>
    public static XElement Rich(string text, string color, bool isBold) => new(
        C + "rich",
        new XElement(A + "bodyPr"),
        new XElement(A + "p", new XElement(A + "pPr", new XElement(A + "defRPr")), new XElement(A + "r", new XElement(A + "rPr", new XAttribute("sz", 900), new XAttribute("b", isBold ? 1 : 0), Solid(color)), new XElement(A + "t", text))));

    /// <summary>The mark of synthetic data or a draft, in the upper left corner.</summary>
    public static XElement Mark(string mark) => new(
        C + "title", new XElement(C + "tx", Rich(mark, Palette.Synthetic, isBold: true)), new XElement(C + "layout", new XElement(C + "manualLayout", Val("xMode", "edge"), Val("yMode", "edge"), Val("x", "0.01"), Val("y", "0.005"))), Val("overlay", 1));

    /// <summary>How far an axis reaches.</summary>
    public static XElement Scaling(double min, double max) => new(C + "scaling", Val("orientation", "minMax"), Val("max", Invariant(max)), Val("min", Invariant(min)));

    /// <summary>Where a part of the chart stands, in shares of its width and height.</summary>
    public static XElement Layout(double x, double y, double width, double height, bool isInner) => new(
        C + "layout",
        new XElement(
            C + "manualLayout", isInner ? Val("layoutTarget", "inner") : null, Val("xMode", "edge"), Val("yMode", "edge"), Val("x", Share(x)), Val("y", Share(y)), Val("w", Share(width)), Val("h", Share(height))));

    /// <summary>The numbers or texts of cells, as they were when the file was written.</summary>
    public static XElement Cache(XName name, IReadOnlyList<PlainCell?> cells) => new(
        name,
        name.LocalName == "numCache" ? new XElement(C + "formatCode", "General") : null,
        Val("ptCount", cells.Count),
        cells.Index().Where(cell => cell.Item is not null).Select(cell => new XElement(C + "pt", new XAttribute("idx", cell.Index), new XElement(C + "v", cell.Item!.Text ?? cell.Item.Number.ToString(CultureInfo.InvariantCulture)))));

    /// <summary>How numbers are written.</summary>
    public static XElement Format(string code) => new(C + "numFmt", new XAttribute("formatCode", code), new XAttribute("sourceLinked", 0));

    /// <summary>The format of an axis' numbers, as its ticks are written: with a sign, with a decimal, in per cent.</summary>
    public static string Ticks(ValueAxis axis, Language language)
    {
        var labels = axis.Ticks.Select(tick => tick.Label).ToList();
        var decimals = labels.Max(label => label.IndexOfAny([',', '.']) is var mark && mark >= 0 ? label[(mark + 1)..].Count(char.IsDigit) : 0);
        var number = decimals == 0 ? "0" : (language == Language.Nb ? Norwegian : "") + "0." + new string('0', decimals);
        number += labels.Exists(label => label.Contains("\u00A0%", StringComparison.Ordinal)) ? "\"\u00A0%\"" : labels.Exists(label => label.EndsWith('%')) ? "\"%\"" : "";
        return labels.Exists(label => label.StartsWith('+')) ? $"+{number};\"\u2212\"{number};{number}" : $"{number};\"\u2212\"{number}";
    }

    /// <summary>What only newer programs read.</summary>
    public static XElement Extension(string uri, params object[] content) => new(C + "extLst", new XElement(C + "ext", new XAttribute("uri", uri), new XAttribute(XNamespace.Xmlns + "c15", C15), content));

    /// <summary>The colour and size of the words of a part, the size in hundredths of a point.</summary>
    public static XElement TextStyle(string color, int size) => new(
        C + "txPr", new XElement(A + "bodyPr"), new XElement(A + "p", new XElement(A + "pPr", new XElement(A + "defRPr", new XAttribute("sz", size), Solid(color))), new XElement(A + "endParaRPr", new XAttribute("lang", "nb-NO"))));

    /// <summary>How a part is filled and outlined; null for neither.</summary>
    public static XElement Shape(string? fill, string? line, bool isLine = false) => new(
        C + "spPr",
        isLine ? null : fill is null ? new XElement(A + "noFill") : Solid(fill),
        new XElement(A + "ln", new XAttribute("w", 9525), line is null ? new XElement(A + "noFill") : Solid(line)));

    private static XElement Solid(string color) => new(A + "solidFill", new XElement(A + "srgbClr", new XAttribute("val", color[1..])));

    /// <summary>An element of the chart language that only has a value.</summary>
    public static XElement Val(string name, object value) => Val(C + name, value);

    /// <summary>The same, of any language.</summary>
    public static XElement Val(XName name, object value) => new(name, new XAttribute("val", value));

    private static string Share(double share) => Math.Round(share, 4).ToString(CultureInfo.InvariantCulture);

    /// <summary>A number as files write it.</summary>
    public static string Invariant(double number) => number.ToString(CultureInfo.InvariantCulture);
}
