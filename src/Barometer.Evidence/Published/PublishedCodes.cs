namespace Barometer.Evidence.Published;

/// <summary>The codes of <c>figures.csv</c> and what they stand for.</summary>
internal static class PublishedCodes
{
    /// <summary>The column <c>kind</c>.</summary>
    public static IReadOnlyDictionary<string, PublishedKind> Kinds { get; } = Of(
        ("percent", PublishedKind.Percent), ("count", PublishedKind.Count), ("ratio", PublishedKind.Ratio),
        ("rounded", PublishedKind.Rounded), ("rank", PublishedKind.Rank));

    /// <summary>The column <c>unit</c>.</summary>
    public static IReadOnlyDictionary<string, PublishedUnit> Units { get; } = Of(
        ("share", PublishedUnit.Share), ("number", PublishedUnit.Number), ("item", PublishedUnit.Item));

    /// <summary>The column <c>qualifier</c>.</summary>
    public static IReadOnlyDictionary<string, PublishedQualifier> Qualifiers { get; } = Of(
        ("exact-as-printed", PublishedQualifier.Exact), ("around", PublishedQualifier.Around), ("over", PublishedQualifier.Over),
        ("a-little-over", PublishedQualifier.ALittleOver), ("almost", PublishedQualifier.Almost), ("range", PublishedQualifier.Range));

    /// <summary>The column <c>series</c>.</summary>
    public static IReadOnlyDictionary<string, PublishedSeries> Series { get; } = Of(
        ("", PublishedSeries.None), ("works-with", PublishedSeries.WorksWith), ("introduced", PublishedSeries.Introduced),
        ("unclear", PublishedSeries.Unclear));

    /// <summary>The column <c>confidence</c>.</summary>
    public static IReadOnlyDictionary<string, Confidence> Confidences { get; } = Of(
        ("A", Confidence.A), ("B", Confidence.B), ("C", Confidence.C));

    private static Dictionary<string, T> Of<T>(params (string Code, T Value)[] codes) =>
        codes.ToDictionary(code => code.Code, code => code.Value, StringComparer.Ordinal);
}
