using System.Text.RegularExpressions;

namespace Barometer.Cli.Site;

/// <summary>
/// A notebook's heading in both languages: the English one stands in a comment behind it,
/// <c>## Svartabellen &lt;!-- en: The response table --&gt;</c>. The headings that all notebooks have are known.
/// </summary>
internal static partial class HeadingText
{
    private static readonly Dictionary<string, LocalizedText> Known = new(StringComparer.Ordinal)
    {
        ["Spørsmålet"] = new("Spørsmålet", "The question"),
        ["Hvor tallene kommer fra"] = new("Hvor tallene kommer fra", "Where the numbers come from"),
        ["Ta med deg"] = new("Ta med deg", "What to take away"),
        ["Slik er tallet laget / How this number is made"] = new("Slik er tallet laget", "How this number is made"),
    };

    /// <summary>The heading; Norwegian in both languages where there is no English one.</summary>
    public static LocalizedText Of(string heading)
    {
        var nb = Comment().Replace(heading, "").Trim();
        return English().Match(heading) is { Success: true } english
            ? new LocalizedText(nb, english.Groups[1].Value)
            : Known.GetValueOrDefault(nb) ?? new LocalizedText(nb, nb);
    }

    /// <summary>Whether the heading has an English form.</summary>
    public static bool IsTranslated(string heading) => English().IsMatch(heading) || Known.ContainsKey(Comment().Replace(heading, "").Trim());

    [GeneratedRegex("<!-- en: (.*?) -->")]
    private static partial Regex English();

    [GeneratedRegex("<!--.*?-->")]
    private static partial Regex Comment();
}
