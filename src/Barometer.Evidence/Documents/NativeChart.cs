using System.Text;
using System.Xml.Linq;
using static Barometer.Evidence.Documents.ChartElements;

namespace Barometer.Evidence.Documents;

/// <summary>
/// A figure as a chart of Word and Excel (DrawingML), which a reader can restyle and whose numbers stand in a sheet: bars, stacked bars and points with their intervals as whiskers.
/// It has no title, since the caption says it, but the mark of synthetic data or a draft, which is copied with it.
/// </summary>
internal sealed class NativeChart
{
    /// <summary>The width of a chart in English metric units: 16 cm.</summary>
    public const long Width = 16 * Centimetre;

    private const long Centimetre = 360_000L;

    // In centimetres: a letter, a row, and what stands over and under the rows.
    private const double Letter = 0.165;
    private const double Row = 0.64;
    private const double RowOfTwo = 0.86;
    private const double Line = 0.6;

    /// <summary>A label that is longer stands on two lines.</summary>
    private const int OnOneLine = 38;

    /// <summary>A part of a divided bar that is smaller has no room for its number.</summary>
    private const decimal SmallestWithNumber = 6;

    private const int Dot = 7;

    private readonly FigureDescription _figure;
    private readonly ChartBlock _block;
    private readonly string _sheet;
    private readonly int _header;

    /// <summary>The chart of a figure.</summary>
    /// <param name="figure">The figure.</param>
    /// <param name="block">Its numbers.</param>
    /// <param name="sheet">The sheet that they stand on.</param>
    /// <param name="header">The row of their headers there, from 1; they begin in column A.</param>
    public NativeChart(FigureDescription figure, ChartBlock block, string sheet, int header) => (_figure, _block, _sheet, _header) = (figure, block, sheet, header);

    private RowChart Chart => _figure.Chart;

    private bool IsPoints => Chart.Mark == RowMark.Dots;

    private bool IsStacked => Chart.Mark == RowMark.Stacks;

    // Divided bars stand on zero here, whatever the picture aligns them by.
    private ValueAxis Axis => IsStacked ? ValueAxis.Holding([100], 100, tick => NumberFormat.For(_figure.Language).Percent(tick / 100)) : Chart.Axis;

    private AxisEnds? Ends => IsStacked ? null : Chart.Ends;

    private double Over => (_figure.Mark is null ? 0.2 : Line) + (HasLegend ? Line * LegendLines : 0);

    private double Under => (1.3 * Line) + (Ends is null ? 0 : Line);

    private bool HasLegend => Chart.Legend.Count > 0;

    private int LegendLines => 1 + (int)(Chart.Legend.Sum(key => key.Label.Length + 5) * Letter / 15);

    private double Tall => Math.Min(21, Over + Under + (_block.Rows * (_block.Columns[0].Any(label => label!.Text!.Length > OnOneLine) ? RowOfTwo : Row)));

    /// <summary>The chart's height in English metric units.</summary>
    public long Height => (long)Math.Round(Tall * 100) * (Centimetre / 100);

    /// <summary>The chart's part.</summary>
    /// <param name="workbook">The relationship to the workbook that holds its numbers; null where that is the file itself.</param>
    public byte[] Write(string? workbook = null)
    {
        var space = new XElement(
            C + "chartSpace",
            new XAttribute(XNamespace.Xmlns + "c", C), new XAttribute(XNamespace.Xmlns + "a", A), new XAttribute(XNamespace.Xmlns + "r", R),
            Val("date1904", 0),
            Val("roundedCorners", 0),
            new XElement(
                C + "chart",
                _figure.Mark is { } mark ? Mark(mark) : null,
                Val("autoTitleDeleted", _figure.Mark is null ? 1 : 0),
                Plot(),
                HasLegend ? Legend() : null,
                Val("plotVisOnly", 0),
                Val("dispBlanksAs", "gap")),
            Shape(fill: null, line: null),
            TextStyle(Palette.Ink, 900),
            workbook is null ? null : new XElement(C + "externalData", new XAttribute(R + "id", workbook), Val("autoUpdate", 0)));
        return Encoding.UTF8.GetBytes("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n" + space.ToString(SaveOptions.DisableFormatting));
    }

    private XElement Plot()
    {
        var left = Math.Min(6, 0.4 + (_block.Columns[0].Max(label => Longest(label!.Text!)) * Letter));
        var right = 0.5 + (IsStacked ? 0 : Chart.Rows.Max(row => row.ValueLabel.Length) * Letter);
        var plot = new XElement(
            C + "plotArea",
            Layout(left / 16, Over / Tall, (16 - left - right) / 16, (Tall - Over - Under) / Tall, isInner: true));
        var series = _block.Series.Select(Series);
        plot.Add(IsPoints
            ? new XElement(C + "scatterChart", Val("scatterStyle", "lineMarker"), Val("varyColors", 0), series, Val("axId", 1), Val("axId", 2))
            : new XElement(
                C + "barChart", Val("barDir", "bar"), Val("grouping", IsStacked ? "stacked" : "clustered"), Val("varyColors", 0), series, Val("gapWidth", 45), Val("overlap", 100), Val("axId", 1), Val("axId", 2)));
        plot.Add(IsPoints ? [Values("b"), Heights()] : new[] { Labels(), Values("b") });
        plot.Add(Shape(fill: null, line: null));
        return plot;
    }

    private static int Longest(string label) => label.Length <= OnOneLine ? label.Length : Math.Max(24, (label.Length / 2) + 4);

    private XElement Series(ChartSeries series, int index)
    {
        var numbers = Numbers(series.Values);
        return new XElement(
            C + "ser",
            Val("idx", index),
            Val("order", index),
            new XElement(C + "tx", HasLegend && series.Color is null ? new XElement(C + "v", " ") : Cells("strRef", "strCache", series.Values, _header, [new PlainCell(series.Name)])),
            IsPoints ? Shape(null, null) : Fill(series, series.Color),
            IsPoints ? Marker(series, series.Color) : Val("invertIfNegative", 0),
            series.Colors.Index().Where(one => one.Item is not null).Select(one => new XElement(
                C + "dPt", Val("idx", one.Index), IsPoints ? Marker(series, one.Item, Dot + 1) : Val("invertIfNegative", 0), Val("bubble3D", 0), IsPoints ? null : Fill(series, one.Item))),
            Labels(series),
            series is { Below: { } below, Above: { } above } ? Whiskers(below, above) : null,
            IsPoints
                ? new object[] { new XElement(C + "xVal", numbers), new XElement(C + "yVal", Numbers(series.Heights)), Val("smooth", 0) }
                : [new XElement(C + "cat", Texts(0)), new XElement(C + "val", numbers)],
            series.Texts is { } texts ? Extension("{02D57815-91ED-43cb-92C2-25804820EDAC}", new XElement(C15 + "datalabelsRange", new XElement(C15 + "f", Reference(texts)), Cache(C15 + "dlblRangeCache", _block.Columns[texts]))) : null);
    }

    // A text stands at its place; a number in a divided bar stands in its part.
    private XElement? Labels(ChartSeries series)
    {
        if (series.Texts is { } texts)
        {
            var side = !IsPoints ? "outEnd" : texts == 0 ? "l" : "r";
            return new XElement(
                C + "dLbls",
                _block.Columns[texts].Index().Where(text => text.Item is not null && _block.Columns[series.Values][text.Index] is not null).Select(text => new XElement(
                    C + "dLbl", Val("idx", text.Index), FromCell(text.Item!.Text!, text.Index), Val("dLblPos", side), Shown(value: false), Extension("{CE6537A1-D6FC-4f65-9D91-7224C49458BB}", Val(C15 + "showDataLabelsRange", 1)))),
                Shape(null, null),
                Val("dLblPos", side),
                Shown(value: false),
                Extension("{CE6537A1-D6FC-4f65-9D91-7224C49458BB}", Val(C15 + "showDataLabelsRange", 1)));
        }

        return !IsStacked ? null : new XElement(
            C + "dLbls",
            _block.Columns[series.Values].Index().Where(cell => cell.Item is { Number: < SmallestWithNumber }).Select(cell => new XElement(C + "dLbl", Val("idx", cell.Index), Val("delete", 1))),
            Format((_figure.Language == Language.Nb ? Norwegian : "") + (HasDecimals ? "0.0" : "0")),
            Shape(null, null),
            TextStyle(Palette.On(series.Color!), 800),
            Val("dLblPos", "ctr"),
            Shown(value: true));
    }

    private bool HasDecimals => Chart.Rows.SelectMany(row => row.Segments).Any(part => part.Text.IndexOfAny([',', '.']) >= 0);

    private XElement Whiskers(int below, int above) => new(
        C + "errBars",
        IsPoints ? Val("errDir", "x") : null,
        Val("errBarType", "both"),
        Val("errValType", "cust"),
        Val("noEndCap", 0),
        new XElement(C + "plus", Numbers(above)),
        new XElement(C + "minus", Numbers(below)),
        Shape(null, Palette.Ink));

    private static XElement Fill(ChartSeries series, string? color) => Shape(color, series.IsOutlined || color == Palette.Neutral ? Palette.Muted : null);

    // One of another colour is a little larger: LibreOffice passes over a marker that differs in its colour alone.
    private static XElement Marker(ChartSeries series, string? color, int size = Dot) => color is null
        ? new XElement(C + "marker", Val("symbol", "none"))
        : new XElement(C + "marker", Val("symbol", "circle"), Val("size", size), Shape(color, color == Palette.Neutral ? Palette.Muted : color));

    private XElement Labels() => new(
        C + "catAx",
        Val("axId", 1),
        new XElement(C + "scaling", Val("orientation", "maxMin")),
        Val("delete", 0),
        Val("axPos", "l"),
        Format("General"),
        Val("majorTickMark", "none"),
        Val("minorTickMark", "none"),
        Val("tickLblPos", "low"),
        Shape(null, Chart.Reference is null ? null : Palette.Muted),
        Val("crossAx", 2),
        Val("crosses", "autoZero"),
        Val("auto", 0),
        Val("lblAlgn", "ctr"),
        Val("lblOffset", 100),
        Val("tickLblSkip", 1),
        Val("noMultiLvlLbl", 1));

    private XElement Values(string side) => new(
        C + "valAx",
        Val("axId", IsPoints ? 1 : 2),
        Scaling(Axis.Min, Axis.Max),
        Val("delete", 0),
        Val("axPos", side),
        new XElement(C + "majorGridlines", Shape(null, Palette.Grid, isLine: true)),
        Ends is { } ends ? new XElement(C + "title", new XElement(C + "tx", Rich($"← {ends.Below}   {ends.Above} →", Palette.Muted, isBold: false)), Val("overlay", 0)) : null,
        Format(Ticks(Axis, _figure.Language)),
        Val("majorTickMark", "none"),
        Val("minorTickMark", "none"),
        Val("tickLblPos", "nextTo"),
        Shape(null, null),
        TextStyle(Palette.Muted, 900),
        Val("crossAx", IsPoints ? 2 : 1),
        Val("crosses", IsPoints ? "min" : "max"),
        Val("crossBetween", IsPoints ? "midCat" : "between"),
        Val("majorUnit", Invariant(Axis.Ticks.Count > 1 ? Axis.Ticks[1].Value - Axis.Ticks[0].Value : 1)));

    private XElement Heights() => new(
        C + "valAx",
        Val("axId", 2),
        Scaling(0.5, _block.Rows + 0.5),
        Val("delete", 0),
        Val("axPos", "l"),
        Format("General"),
        Val("majorTickMark", "none"),
        Val("minorTickMark", "none"),
        Val("tickLblPos", "none"),
        Shape(null, Chart.Reference is null ? null : Palette.Muted),
        Val("crossAx", 1),
        Val("crosses", Chart.Reference is null ? "min" : "autoZero"),
        Val("crossBetween", "midCat"));

    private XElement Legend() => new(
        C + "legend",
        Val("legendPos", "t"),
        Layout(0.01, (Over - (Line * LegendLines)) / Tall, 0.97, Line * LegendLines / Tall, isInner: false),
        Val("overlay", 0),
        TextStyle(Palette.Ink, 900));

    private XElement Numbers(int column) => Cells("numRef", "numCache", column, _header + 1, _block.Columns[column]);

    private XElement Texts(int column) => Cells("strRef", "strCache", column, _header + 1, _block.Columns[column]);

    private XElement Cells(string kind, string cache, int column, int row, IReadOnlyList<PlainCell?> cells) =>
        new(C + kind, new XElement(C + "f", Reference(column, row, cells.Count)), Cache(C + cache, cells));

    private string Reference(int column) => Reference(column, _header + 1, _block.Rows);

    private string Reference(int column, int row, int rows) => FormattableString.Invariant($"'{_sheet}'!${(char)('A' + column)}${row}:${(char)('A' + column)}${row + rows - 1}");
}
