using SkiaSharp;

namespace Barometer.Evidence.Figures.Static;

/// <summary>A paragraph broken to the figure's width, with the space it wants above it.</summary>
internal sealed class TextBlock
{
    private readonly TextFace _face;
    private readonly string _color;
    private readonly IReadOnlyList<string> _lines;

    /// <summary>Breaks the paragraph.</summary>
    /// <param name="text">The words.</param>
    /// <param name="face">Their font.</param>
    /// <param name="color">Their colour.</param>
    /// <param name="width">The width there is.</param>
    /// <param name="spaceAbove">The space above the paragraph.</param>
    /// <param name="lastLine">How much of the width the last line fills at least, where no line is added for it: a single word left over reads as a slip. 1 makes all lines even, as a title's.</param>
    public TextBlock(string text, TextFace face, string color, float width, float spaceAbove, float lastLine = 0.3f)
    {
        Text = text;
        _face = face;
        _color = color;
        _lines = Balanced(text, width, face.Measure, lastLine);
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

    /// <summary>The same number of lines as <see cref="Lines"/> gives, made more even until the last one fills its part of the width; as even as they can be when that is 1.</summary>
    public static IReadOnlyList<string> Balanced(string text, float width, Func<string, float> measure, float lastLine = 1)
    {
        var lines = Lines(text, width, measure);
        for (var even = lines; lines.Count > 1 && even.Count == lines.Count && measure(lines[^1]) < lastLine * width; even = Lines(text, lines.Max(measure) - 1, measure))
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
