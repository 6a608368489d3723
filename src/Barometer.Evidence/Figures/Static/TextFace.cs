using SkiaSharp;
using SkiaSharp.HarfBuzz;

namespace Barometer.Evidence.Figures.Static;

/// <summary>Writes one line of text as text, where a file can hold it; its baseline starts at the point.</summary>
internal delegate void TextWriter(SKCanvas canvas, TextFace face, string text, float x, float baseline, string color);

/// <summary>
/// The bundled font at one size. Text is measured, and drawn as outlines where a file can't hold text, kerned, without hinting: the same on every
/// machine, whatever fonts it has.
/// </summary>
internal sealed class TextFace : IDisposable
{
    private readonly SKTypeface _typeface;
    private readonly SKFont _font;
    private readonly SKShaper _shaper;

    /// <summary>Opens the font.</summary>
    /// <param name="size">The size in the figure's units.</param>
    /// <param name="bold">Whether the bold cut is used.</param>
    public TextFace(float size, bool bold = false)
    {
        _typeface = Open(bold ? "Fonts/OpenSans-Bold.ttf" : "Fonts/OpenSans-Regular.ttf");
        _font = Sized(_typeface, size);
        _shaper = new SKShaper(_typeface);
        Size = size;
        IsBold = bold;
    }

    /// <summary>Whether it is the bold cut.</summary>
    public bool IsBold { get; }

    /// <summary>How text is written; null for outlines.</summary>
    public TextWriter? Write { get; set; }

    /// <summary>A font of the assembly's.</summary>
    public static SKTypeface Open(string name)
    {
        using var stream = Resource(name);
        return SKTypeface.FromStream(stream) ?? throw new InvalidOperationException($"The font {name} can't be read.");
    }

    /// <summary>The bytes of a font of the assembly's.</summary>
    public static Stream Resource(string name) => typeof(TextFace).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"The font {name} is not in the assembly.");

    /// <summary>The font at a size, unhinted.</summary>
    public static SKFont Sized(SKTypeface typeface, float size) => new(typeface, size) { Hinting = SKFontHinting.None, Subpixel = true, LinearMetrics = true };

    /// <summary>The size in the figure's units.</summary>
    public float Size { get; }

    /// <summary>The distance from one baseline to the next.</summary>
    public float LineHeight => MathF.Round(Size * 1.35f);

    /// <summary>How far capitals rise over the baseline.</summary>
    public float CapHeight => Size * 0.714f;

    /// <summary>The width of one line of text.</summary>
    public float Measure(string text) => text.Length == 0 ? 0 : _shaper.Shape(text, _font).Width;

    /// <summary>The outlines of one line of text with its baseline starting at the point.</summary>
    public SKPath Outline(string text, float x, float baseline)
    {
        var outline = new SKPath();
        if (text.Length == 0)
        {
            return outline;
        }

        var shaped = _shaper.Shape(text, x, baseline, _font);
        for (var i = 0; i < shaped.Codepoints.Length; i++)
        {
            using var glyph = _font.GetGlyphPath((ushort)shaped.Codepoints[i]);
            if (glyph is not null)
            {
                outline.AddPath(glyph, Snapped(shaped.Points[i].X), Snapped(shaped.Points[i].Y));
            }
        }

        return outline;
    }

    /// <summary>Whether the part of the font that lies in SVG and PDF files has all letters of a text: Fonts/README.md lists them.</summary>
    public static bool IsInPart(string text) => text.All(c => c is (>= ' ' and <= '~') or (>= '\u00A0' and <= '\u017F') or (>= '‐' and <= '―') or (>= '‘' and <= '„') or (>= '†' and <= '•')
        or '\u2026' or '\u2032' or '\u2033' or '\u2212' or '\u2264' or '\u2265');

    /// <summary>The nearest half unit, a point of the picture: equal letters become equal points, which take less room.</summary>
    private static float Snapped(float position) => MathF.Round(position * 2) / 2;

    /// <inheritdoc/>
    public void Dispose()
    {
        _shaper.Dispose();
        _font.Dispose();
        _typeface.Dispose();
    }
}

/// <summary>The sizes of text in a static figure. A picture 720 units wide printed 16 cm wide gives labels of 8 points.</summary>
internal sealed class Faces : IDisposable
{
    /// <summary>The faces, whose text is written by <paramref name="write"/>; null for outlines.</summary>
    public Faces(TextWriter? write = null)
    {
        foreach (var face in (TextFace[])[Title, Body, Strong, Small, Mark])
        {
            face.Write = write;
        }
    }

    /// <summary>The answer or the subject.</summary>
    public TextFace Title { get; } = new(17, bold: true);

    /// <summary>Labels, values and the subtitle.</summary>
    public TextFace Body { get; } = new(13);

    /// <summary>Labels that stand out.</summary>
    public TextFace Strong { get; } = new(13, bold: true);

    /// <summary>Axis, notes and source.</summary>
    public TextFace Small { get; } = new(11.5f);

    /// <summary>The mark of synthetic data.</summary>
    public TextFace Mark { get; } = new(11.5f, bold: true);

    /// <inheritdoc/>
    public void Dispose()
    {
        Title.Dispose();
        Body.Dispose();
        Strong.Dispose();
        Small.Dispose();
        Mark.Dispose();
    }
}
