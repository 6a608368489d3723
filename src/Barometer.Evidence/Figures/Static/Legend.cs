using SkiaSharp;

namespace Barometer.Evidence.Figures.Static;

/// <summary>A legend over a chart: its entries from left to right, on as many lines as they need.</summary>
internal sealed class Legend
{
    /// <summary>The width and height of a mark.</summary>
    public const float MarkSize = 11;

    private const float MarkGap = 6;
    private const float KeyGap = 18;
    private const float LineHeight = 20;
    private const float SpaceBelow = 6;

    /// <summary>Lays out the entries on a width.</summary>
    public Legend(IReadOnlyList<LegendKey>? keys, Faces faces, float width)
    {
        var places = new List<LegendPlace>();
        var (x, line) = (0f, 0);
        foreach (var key in keys ?? [])
        {
            var needed = MarkSize + MarkGap + faces.Body.Measure(key.Label);
            if (x > 0 && x + needed > width)
            {
                (x, line) = (0, line + 1);
            }

            places.Add(new LegendPlace(key, x, (line * LineHeight) + (LineHeight / 2)));
            x += needed + KeyGap;
        }

        Places = places;
        Height = places.Count == 0 ? 0 : ((line + 1) * LineHeight) + SpaceBelow;
    }

    /// <summary>Where each entry stands, from the legend's upper left corner.</summary>
    public IReadOnlyList<LegendPlace> Places { get; }

    /// <summary>The height with the space below; zero without entries.</summary>
    public float Height { get; }

    /// <summary>How far right of its mark an entry's words begin.</summary>
    public static float WordsOffset => MarkSize + MarkGap;

    /// <summary>Draws it with its upper left corner at the canvas's origin.</summary>
    public void Draw(SKCanvas canvas, TextFace face)
    {
        foreach (var place in Places)
        {
            DrawMark(canvas, place.Key, place.X, place.Center);
            Pen.Text(canvas, face, place.Key.Label, place.X + WordsOffset, place.Center + (face.CapHeight / 2), Palette.Ink);
        }
    }

    private static void DrawMark(SKCanvas canvas, LegendKey key, float x, float center)
    {
        using var shape = new SKPath();
        var half = MarkSize / 2;
        if (key.Mark is LegendMark.Filled or LegendMark.Open)
        {
            shape.AddCircle(x + half, center, key.Mark == LegendMark.Open ? half - 0.8f : half);
        }
        else
        {
            var inset = key.Mark == LegendMark.Outlined ? 0.7f : 0;
            shape.AddRect(new SKRect(x + inset, center - half + inset, x + MarkSize - inset, center + half - inset));
        }

        if (key.Mark is LegendMark.Square or LegendMark.Filled)
        {
            Pen.Fill(canvas, shape, key.Color);
        }
        else
        {
            Pen.Fill(canvas, shape, key.Mark == LegendMark.Open ? Palette.Ground : key.Color);
            Pen.Stroke(canvas, shape, key.Mark == LegendMark.Open ? key.Color : Palette.Middle, 1.4f);
        }
    }
}

/// <summary>Where one entry of a legend stands.</summary>
/// <param name="Key">The entry.</param>
/// <param name="X">The left edge of its mark.</param>
/// <param name="Center">The height of its middle.</param>
internal sealed record LegendPlace(LegendKey Key, float X, float Center);
