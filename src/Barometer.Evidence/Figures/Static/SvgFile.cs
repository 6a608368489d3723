using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using SkiaSharp;

namespace Barometer.Evidence.Figures.Static;

/// <summary>
/// Draws a figure as SVG, with its title and description for those who listen to it. Text is text, to be searched, selected and
/// translated, in a part of the bundled font that lies in the file; a program that doesn't read that font stretches another one
/// to the same length, so that nothing runs into anything.
/// </summary>
internal static partial class SvgFile
{
    private const string Family = "Open Sans of the figure";

    private static readonly Lazy<string> Style = new(() => $"<style>{Face("Regular", 400)}{Face("Bold", 700)}</style>\n");

    /// <summary>The file's text.</summary>
    /// <param name="figure">The figure.</param>
    /// <param name="asOutlines">Whether text is drawn as outlines: for programs that know no fonts of a file, such as Word.</param>
    public static string Write(FigureDescription figure, bool asOutlines = false)
    {
        var words = new StringBuilder();
        using var drawing = new StaticFigure(figure, asOutlines ? null : (canvas, face, text, x, baseline, color) => Add(words, canvas, face, text, x, baseline, color));
        using var buffer = new MemoryStream();
        using (var canvas = SKSvgCanvas.Create(new SKRect(0, 0, drawing.Width, drawing.Height), buffer))
        {
            drawing.Draw(canvas);
        }

        var drawn = Encoding.UTF8.GetString(buffer.ToArray());
        var body = drawn[(drawn.IndexOf('>', drawn.IndexOf("<svg", StringComparison.Ordinal)) + 1)..].Trim();
        return Head(figure, drawing.Width, drawing.Height) + Shortened(Clip().Replace(body, "").Replace("</svg>", "", StringComparison.Ordinal))
            + (asOutlines ? "" : $"{Style.Value}<g font-family=\"'{Family}','Open Sans',Arial,sans-serif\">\n{words}</g>\n") + "</svg>\n";
    }

    // What the part of the font has no letters for is drawn.
    private static void Add(StringBuilder words, SKCanvas canvas, TextFace face, string text, float x, float baseline, string color)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return;
        }

        if (!TextFace.IsInPart(text))
        {
            Pen.Outline(canvas, face, text, x, baseline, color);
            return;
        }

        var at = canvas.TotalMatrix.MapPoint(x, baseline);
        words.Append(CultureInfo.InvariantCulture, $"<text x=\"{Units(at.X)}\" y=\"{Units(at.Y)}\" font-size=\"{Units(face.Size)}\"{(face.IsBold ? " font-weight=\"700\"" : "")} fill=\"{color}\" ");
        words.Append(CultureInfo.InvariantCulture, $"textLength=\"{Units(face.Measure(text))}\" lengthAdjust=\"spacingAndGlyphs\">{Markup.Encode(text)}</text>\n");
    }

    private static string Units(float value) => Math.Round((decimal)value, 2, MidpointRounding.AwayFromZero).ToString("0.##", CultureInfo.InvariantCulture);

    private static string Face(string cut, int weight)
    {
        using var stream = TextFace.Resource($"Fonts/OpenSans-{cut}.woff2");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return FormattableString.Invariant($"@font-face{{font-family:'{Family}';font-weight:{weight};src:url(data:font/woff2;base64,{Convert.ToBase64String(bytes)}) format('woff2')}}");
    }

    private static string Head(FigureDescription figure, int width, int height)
    {
        var head = new StringBuilder();
        head.Append(CultureInfo.InvariantCulture, $"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" ");
        head.Append(CultureInfo.InvariantCulture, $"viewBox=\"0 0 {width} {height}\" role=\"img\" lang=\"{Markup.Tag(figure.Language)}\">\n");
        head.Append(CultureInfo.InvariantCulture, $"<title>{Markup.Encode(figure.Title)}</title>\n");
        head.Append(CultureInfo.InvariantCulture, $"<desc>{Markup.Encode(figure.AltText)}</desc>\n<metadata>\n");
        foreach (var (keyword, text) in FigureMetadata.Of(figure).Skip(2))
        {
            head.Append(CultureInfo.InvariantCulture, $"{keyword}: {Markup.Encode(text)}\n");
        }

        return head.Append("</metadata>\n").ToString();
    }

    /// <summary>
    /// Coordinates cut to a hundredth of a unit: half the size, and nothing that an eye or a printer could see. There are tens of
    /// thousands of them, so they are found by their decimal points.
    /// </summary>
    private static string Shortened(string svg)
    {
        var text = new StringBuilder(svg.Length);
        var at = 0;
        for (var point = svg.IndexOf('.'); point >= 0; point = svg.IndexOf('.', at))
        {
            var (start, end) = (point, point + 1);
            while (end < svg.Length && char.IsAsciiDigit(svg[end]))
            {
                end++;
            }

            if (end - point > 3)
            {
                while (start > at && (char.IsAsciiDigit(svg[start - 1]) || svg[start - 1] == '-'))
                {
                    start--;
                }

                end = svg.AsSpan(end).StartsWith("e-") ? end + 2 + svg.AsSpan(end + 2).IndexOfAnyExceptInRange('0', '9') : end;
                text.Append(svg, at, start - at).Append(Rounded(svg.AsSpan(start, end - start)));
            }
            else
            {
                text.Append(svg, at, end - at);
            }

            at = end;
        }

        return text.Append(svg, at, svg.Length - at).ToString();
    }

    private static string Rounded(ReadOnlySpan<char> number) =>
        Math.Round(decimal.Parse(number, NumberStyles.Float, CultureInfo.InvariantCulture), 2, MidpointRounding.AwayFromZero)
            .ToString("0.##", CultureInfo.InvariantCulture);

    /// <summary>
    /// Clips, which Skia numbers from the start of the process. Nothing in a figure reaches beyond its area, and without
    /// them a designer can take the drawing apart.
    /// </summary>
    [GeneratedRegex("\\s*<clipPath id=\"[^\"]*\">.*?</clipPath>| clip-path=\"[^\"]*\"", RegexOptions.Singleline)]
    private static partial Regex Clip();
}
