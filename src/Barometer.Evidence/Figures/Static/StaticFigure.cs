using SkiaSharp;

namespace Barometer.Evidence.Figures.Static;

/// <summary>A figure laid out for paper: mark, title, subtitle, chart, notes and source, one under the other.</summary>
internal sealed class StaticFigure : IDisposable
{
    /// <summary>The width of a figure on a page.</summary>
    public const int PageWidth = 720;

    private const int HalfWidth = 400;

    /// <summary>The width of a figure on a telephone, whose points it is as wide as.</summary>
    private const int NarrowWidth = 360;

    /// <summary>The widths of a slide: the first on which all fits 16 to 9 is taken, so that words are as large as can be.</summary>
    private static readonly int[] SlideWidths = [720, 800, 880, 960, 1080, 1200, 1360];

    /// <summary>The empty edge around a figure.</summary>
    public const float Margin = 14;

    private const float MarkHeight = 19;

    private readonly FigureDescription _figure;
    private readonly Faces _faces;
    private readonly List<TextBlock> _above;
    private readonly IStaticChart _chart;
    private readonly List<TextBlock> _below;

    /// <summary>Lays out the figure.</summary>
    /// <param name="figure">The figure.</param>
    /// <param name="write">Writes text as text; null for outlines.</param>
    public StaticFigure(FigureDescription figure, TextWriter? write = null)
        : this(figure, WidthOf(figure), write)
    {
    }

    private StaticFigure(FigureDescription figure, int width, TextWriter? write = null)
    {
        _figure = figure;
        _faces = new Faces(write);
        Width = width;
        _above = Above(figure, InnerWidth);
        _chart = figure.Chart.Mark == RowMark.Lines ? new StaticLineChart(figure.Chart, _faces, InnerWidth, figure.Size == PictureSize.Narrow) : new StaticRowChart(figure.Chart, _faces, InnerWidth, figure.Size == PictureSize.Narrow);
        _below =
        [
            .. figure.Notes.Select((note, index) => new TextBlock(note, _faces.Small, Palette.Muted, InnerWidth, index == 0 ? 8 : 0)),
            new TextBlock(figure.Source, _faces.Small, Palette.Muted, InnerWidth, figure.Notes.Count == 0 ? 8 : 2),
        ];
        Height = (int)MathF.Ceiling((2 * Margin) + MarkSpace + Sum(_above) + 10 + _chart.Height + Sum(_below));
        Height = figure.Size == PictureSize.Slide ? Math.Max(Height, SlideHeight(width)) : Height;
    }

    /// <summary>The width of the figure.</summary>
    public int Width { get; }

    /// <summary>The width inside the edges.</summary>
    public float InnerWidth => Width - (2 * Margin);

    /// <summary>The height the figure needs.</summary>
    public int Height { get; }

    /// <summary>The width that a figure of its size has.</summary>
    public static int WidthOf(FigureDescription figure)
    {
        if (figure.Size != PictureSize.Slide)
        {
            return figure.Size switch { PictureSize.HalfPage => HalfWidth, PictureSize.Narrow => NarrowWidth, _ => PageWidth };
        }

        foreach (var width in SlideWidths)
        {
            using var drawing = new StaticFigure(figure, width);
            if (drawing.Height <= SlideHeight(width))
            {
                return width;
            }
        }

        return SlideWidths[^1];
    }

    private static int SlideHeight(int width) => width * 9 / 16;

    private float MarkSpace => _figure.Mark is null ? 0 : MarkHeight + 6;

    /// <summary>Its parts in the order they are drawn and read: ground, mark, title, subtitle, chart, notes and source.</summary>
    public IEnumerable<FigurePart> Parts
    {
        get
        {
            yield return new(null, "", canvas => Pen.Box(canvas, new SKRect(0, 0, Width, Height), Palette.Ground));
            if (_figure.Mark is { } mark)
            {
                yield return new("P", mark, canvas => DrawMark(canvas, mark));
            }

            var top = Margin + MarkSpace;
            foreach (var block in _above)
            {
                yield return Words(_figure.HasTitle && block == _above[0] ? "H1" : "P", block, ref top);
            }

            var middle = top + 10;
            yield return new("Figure", _figure.AltText, canvas => _chart.Draw(canvas, Margin, middle), SKRect.Create(Margin, middle, InnerWidth, _chart.Height));
            top = middle + _chart.Height;
            foreach (var block in _below)
            {
                yield return Words("P", block, ref top);
            }
        }
    }

    /// <summary>Draws the figure on a canvas whose unit is the figure's.</summary>
    public void Draw(SKCanvas canvas)
    {
        foreach (var part in Parts)
        {
            part.Draw(canvas);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _faces.Dispose();

    private static float Sum(IEnumerable<TextBlock> blocks) => blocks.Sum(block => block.SpaceAbove + block.Height);

    private static FigurePart Words(string tag, TextBlock block, ref float top)
    {
        var from = top + block.SpaceAbove;
        top = from + block.Height;
        return new(tag, block.Text, canvas => block.Draw(canvas, Margin, from));
    }

    private List<TextBlock> Above(FigureDescription figure, float width)
    {
        var blocks = new List<TextBlock>();
        if (figure.HasTitle)
        {
            blocks.Add(new TextBlock(figure.Title, _faces.Title, Palette.Ink, width, 0, lastLine: 1));
        }

        blocks.Add(new TextBlock(figure.Subtitle, _faces.Body, Palette.Muted, width, blocks.Count == 0 ? 0 : 3));
        return blocks;
    }

    private void DrawMark(SKCanvas canvas, string mark)
    {
        using var box = new SKPath();
        box.AddRoundRect(new SKRect(Margin, Margin, Margin + _faces.Mark.Measure(mark) + 16, Margin + MarkHeight), 3, 3);
        Pen.Fill(canvas, box, Palette.Synthetic);
        Pen.Text(canvas, _faces.Mark, mark, Margin + 8, Margin + ((MarkHeight + _faces.Mark.CapHeight) / 2), Palette.Ground);
    }
}

/// <summary>A part of a figure as it is drawn, and read by those who don't see it.</summary>
/// <param name="Tag">The structure type that PDF gives it: <c>H1</c>, <c>P</c> or <c>Figure</c>; null for what says nothing.</param>
/// <param name="Text">Its words; of the chart, the alternative text.</param>
/// <param name="Draw">Draws it on a canvas of the figure's unit.</param>
/// <param name="Box">Where the chart stands, in that unit.</param>
internal sealed record FigurePart(string? Tag, string Text, Action<SKCanvas> Draw, SKRect Box = default);

/// <summary>What a figure asks of the chart inside it.</summary>
internal interface IStaticChart
{
    /// <summary>The height it needs at its width.</summary>
    float Height { get; }

    /// <summary>Draws it with its upper left corner at the point.</summary>
    void Draw(SKCanvas canvas, float left, float top);
}
