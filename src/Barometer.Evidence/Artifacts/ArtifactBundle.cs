using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Barometer.Evidence.Artifacts;

/// <summary>
/// The files of a table or figure as one JSON object among its notebook outputs. The command-line host takes it out of
/// the notebook and writes the files; it is never stored.
/// </summary>
/// <example><code>
/// { "title": "…", "language": "nb",
///   "files": [ { "name": "tables/x.csv", "text": "…" }, { "name": "figures/x.png", "base64": "…" } ],
///   "table": { … }, "figure": { "picture": "figures/x-untitled.png", "alt": "…" },
///   "translation": { "language": "en", "title": "…", "text": "…", "picture": "figures/x-untitled-en.png", "files": [ … ] },
///   "release": { "id": "x", "survey": "operational-2018", "synthetic": true, "policy": "1" } }
/// </code></example>
public static class ArtifactBundle
{
    /// <summary>The media type of the object.</summary>
    public const string MediaType = "application/vnd.barometer.artifact+json";

    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.Default };

    /// <summary>Writes the files of one table or figure.</summary>
    /// <param name="files">The files.</param>
    /// <param name="stamp">The release it stands on.</param>
    /// <param name="title">Its title.</param>
    /// <param name="language">The language of the title and of the files.</param>
    /// <param name="table">The table, or the numbers of the figure; null to leave it out of the evidence pack.</param>
    /// <param name="figure">The figure's picture without title, and its words; null for a table.</param>
    /// <param name="translation">The same in the other language; null when there is none.</param>
    public static string Write(
        IEnumerable<ArtifactFile> files,
        ReleaseStamp stamp,
        string title,
        Language language,
        TableContent? table = null,
        (string Picture, string AltText)? figure = null,
        ArtifactTranslation? translation = null)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            json.WriteString("title", title);
            json.WriteString("language", Markup.Tag(language));
            WriteFiles(json, files);
            if (table is not null)
            {
                json.WritePropertyName("table");
                TableJson.Write(json, table);
            }

            if (figure is { } shown)
            {
                json.WriteStartObject("figure");
                json.WriteString("picture", shown.Picture);
                json.WriteString("alt", shown.AltText);
                json.WriteEndObject();
            }

            if (translation is not null)
            {
                WriteTranslation(json, translation);
            }

            WriteRelease(json, stamp);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.ToArray());
    }

    private static void WriteTranslation(Utf8JsonWriter json, ArtifactTranslation translation)
    {
        json.WriteStartObject("translation");
        json.WriteString("language", Markup.Tag(translation.Language));
        json.WriteString("title", translation.Title);
        json.WriteString("text", translation.Text);
        if (translation.Picture is { } picture)
        {
            json.WriteString("picture", picture);
        }

        WriteFiles(json, translation.Files);
        json.WriteEndObject();
    }

    private static void WriteFiles(Utf8JsonWriter json, IEnumerable<ArtifactFile> files)
    {
        json.WriteStartArray("files");
        foreach (var file in files)
        {
            WriteFile(json, file);
        }

        json.WriteEndArray();
    }

    private static void WriteFile(Utf8JsonWriter json, ArtifactFile file)
    {
        json.WriteStartObject();
        json.WriteString("name", file.Name);
        if (file.Text is not null)
        {
            json.WriteString("text", file.Text);
        }
        else
        {
            json.WriteBase64String("base64", file.Bytes);
        }

        json.WriteEndObject();
    }

    private static void WriteRelease(Utf8JsonWriter json, ReleaseStamp stamp)
    {
        json.WriteStartObject("release");
        json.WriteString("id", stamp.Id);
        json.WriteString("survey", stamp.Survey);
        json.WriteBoolean("synthetic", stamp.IsSynthetic);
        json.WriteString("policy", stamp.PolicyVersion);
        json.WriteEndObject();
    }
}
