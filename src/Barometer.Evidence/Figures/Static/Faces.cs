namespace Barometer.Evidence.Figures.Static;

/// <summary>The sizes of text in a static figure. A picture 720 units wide printed 16 cm wide gives labels of 8 points.</summary>
internal sealed class Faces : IDisposable
{
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
