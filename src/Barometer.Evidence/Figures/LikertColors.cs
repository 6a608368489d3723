namespace Barometer.Evidence.Figures;

/// <summary>The colours of the answers on a scale; reasons for having no answer are outlined.</summary>
internal static class LikertColors
{
    /// <summary>The answers with their colours.</summary>
    public static IReadOnlyList<LegendKey> Legend(LikertScale scale, Language language) =>
    [
        .. scale.Answers.Select((answer, i) => new LegendKey(
            answer.Label.In(language),
            i < scale.Scaled ? LegendMark.Square : LegendMark.Outlined,
            i < scale.Scaled ? Color(scale, i) : i > scale.Scaled ? Palette.Grid : Palette.Ground)),
    ];

    private static string Color(LikertScale scale, int i)
    {
        if (!scale.IsBipolar)
        {
            return Palette.Series[(i + 2) % Palette.Series.Count];
        }

        var (fromLeft, fromRight) = (i, scale.Scaled - 1 - i);
        return fromLeft == fromRight ? Palette.Middle
            : fromLeft < fromRight ? HalfColor(scale, Palette.Lower, fromLeft)
            : HalfColor(scale, Palette.Upper, fromRight);
    }

    /// <summary>The colour of a half of the scale; with one answer a half, its inner colour.</summary>
    private static string HalfColor(LikertScale scale, IReadOnlyList<string> half, int fromEnd) =>
        half[Math.Min(half.Count - 1, scale.Scaled <= 3 ? half.Count - 1 : fromEnd)];
}
