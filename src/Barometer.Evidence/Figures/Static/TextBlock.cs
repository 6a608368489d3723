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
        Text = text;
        _face = face;
        _color = color;
        _lines = Lines(text, width, face.Measure);
        SpaceAbove = spaceAbove;
    }

    /// <summary>The whole paragraph, before it was broken.</summary>
    public string Text { get; }

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

    /// <summary>
    /// The lines: broken at spaces, never at hard spaces; a word too long for a line, as Norwegian compounds can be, is
    /// broken with a hyphen.
    /// </summary>
    public static IReadOnlyList<string> Lines(string text, float width, Func<string, float> measure)
    {
        var lines = new List<string>();
        var line = "";
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries).SelectMany(word => Pieces(word, width, measure)))
        {
            var longer = line.Length == 0 ? word : $"{line} {word}";
            if (line.Length > 0 && measure(longer) > width)
            {
                lines.Add(line);
                longer = word;
            }

            line = longer;
        }

        lines.Add(line);
        return lines;
    }

    /// <summary>The same number of lines as <see cref="Lines"/> gives, made as even as they can be.</summary>
    public static IReadOnlyList<string> Balanced(string text, float width, Func<string, float> measure)
    {
        var lines = Lines(text, width, measure);
        for (var even = lines; lines.Count > 1 && even.Count == lines.Count; even = Lines(text, lines.Max(measure) - 1, measure))
        {
            lines = even;
        }

        return lines;
    }

    private static IEnumerable<string> Pieces(string word, float width, Func<string, float> measure)
    {
        while (word.Length > 2 && measure(word) > width)
        {
            var length = word.Length - 1;
            while (length > 1 && measure(word[..length] + "-") > width)
            {
                length--;
            }

            yield return word[..length] + "-";
            word = word[length..];
        }

        yield return word;
    }
}
