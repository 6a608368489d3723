namespace Barometer.Evidence.Figures;

/// <summary>One bar in words: «Direktorat: 62 % (95 % …)».</summary>
internal static class BarSpeech
{
    /// <summary>The category, its number, its interval and the answers behind it.</summary>
    public static string Of(string label, string value, string? interval, int? respondents, NumberFormat format, Language language)
    {
        var details = new List<string>(2);
        if (interval is not null)
        {
            details.Add((language == Language.En ? "CI " : "KI ") + interval);
        }

        if (respondents is { } n)
        {
            details.Add($"n\u00A0=\u00A0{format.Integer(n)}");
        }

        return details.Count == 0 ? $"{label}: {value}" : $"{label}: {value} ({string.Join(", ", details)})";
    }
}
