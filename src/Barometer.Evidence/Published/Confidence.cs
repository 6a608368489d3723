namespace Barometer.Evidence.Published;

/// <summary>How sure it is that a figure is transcribed as its producer meant it.</summary>
public enum Confidence
{
    /// <summary>Read on the producer's own page.</summary>
    A,

    /// <summary>Read on another body's page.</summary>
    B,

    /// <summary>Level, edition or definition uncertain.</summary>
    C,
}
