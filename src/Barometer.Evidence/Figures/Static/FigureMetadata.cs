namespace Barometer.Evidence.Figures.Static;

/// <summary>What a picture file says about itself.</summary>
internal static class FigureMetadata
{
    /// <summary>The entries, in the order in which they are written.</summary>
    public static IReadOnlyList<(string Keyword, string Text)> Of(FigureDescription figure) =>
    [
        ("Title", figure.Title),
        ("Description", figure.AltText),
        ("Source", figure.Source),
        ("release", figure.Stamp.Id),
        ("survey", figure.Stamp.Survey),
        ("policy", figure.Stamp.PolicyVersion),
        ("synthetic", figure.Stamp.IsSynthetic ? "true" : "false"),
        ("figure-digest", FigureDigest.Of(figure)),
    ];
}
