using System.Text.Json;

namespace Barometer.Evidence.Artifacts;

/// <summary>
/// An output's HTML in each language by itself, as one JSON object among its notebook outputs. The command-line host takes
/// it out of the notebook for its pages; it is never stored.
/// </summary>
/// <example><c>{ "nb": "&lt;p&gt;…&lt;/p&gt;", "en": "&lt;p&gt;…&lt;/p&gt;" }</c></example>
public static class HtmlTranslation
{
    /// <summary>The media type of the object.</summary>
    public const string MediaType = "application/vnd.barometer.translation+json";

    /// <summary>Writes both.</summary>
    /// <param name="html">The HTML in a language.</param>
    public static string Write(Func<Language, string> html)
    {
        ArgumentNullException.ThrowIfNull(html);
        return JsonSerializer.Serialize(new Dictionary<string, string>(StringComparer.Ordinal) { ["nb"] = html(Language.Nb), ["en"] = html(Language.En) });
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="JsonException">It is something else.</exception>
    public static LocalizedText Read(string json)
    {
        var html = JsonSerializer.Deserialize<Dictionary<string, string>>(json);
        return html is { Count: 2 } && html.TryGetValue("nb", out var nb) && html.TryGetValue("en", out var en)
            ? new LocalizedText(nb, en)
            : throw new JsonException("A translation has two languages.");
    }
}
