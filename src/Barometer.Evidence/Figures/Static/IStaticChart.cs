using SkiaSharp;

namespace Barometer.Evidence.Figures.Static;

/// <summary>The chart of a static figure: it says how high it has to be, then draws itself.</summary>
internal interface IStaticChart
{
    /// <summary>The height it needs at the width it was made for.</summary>
    float Height { get; }

    /// <summary>Draws it with its upper left corner at the point.</summary>
    void Draw(SKCanvas canvas, float left, float top);
}
