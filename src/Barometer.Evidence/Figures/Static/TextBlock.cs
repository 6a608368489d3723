using SkiaSharp;

namespace Barometer.Evidence.Figures.Static;

/// <summary>A paragraph broken to the figure's width, with the space it wants above it.</summary>
internal sealed class TextBlock
{
    private readonly TextFace _face;
    private readonly string _color;
    private readonly IReadOnlyList<string> _lines;

    /// <summary>Breaks the paragraph.</summary>
    public TextBlock(string text, TextFace face, string color, float width, float spaceAbove)
    {
        _face = face;
        _color = color;
        _lines = TextWrap.Lines(text, width, face.Measure);
        SpaceAbove = spaceAbove;
    }

    /// <summary>The space above it.</summary>
    public float SpaceAbove { get; }

    /// <summary>The height of its lines.</summary>
    public float Height => _lines.Count * _face.LineHeight;

    /// <summary>Draws it with its upper left corner at the point.</summary>
    public void Draw(SKCanvas canvas, float x, float top)
    {
        var baseline = top + ((_face.LineHeight + _face.CapHeight) / 2);
        foreach (var line in _lines)
        {
            Pen.Text(canvas, _face, line, x, baseline, _color);
            baseline += _face.LineHeight;
        }
    }
}
