using System.Text;
using System.Text.Json;

namespace Barometer.Cli.Reproduction;

/// <summary>
/// Takes the files of figures and tables, and the results of checks against published figures, out of a notebook's
/// outputs before they are stored.
/// </summary>
/// <param name="notebook">The notebook's name, for messages.</param>
internal sealed class ExhibitCollector(string notebook)
{
    private readonly List<Exhibit> _exhibits = [];
    private readonly List<string> _checks = [];
    private readonly List<StampedForm> _stamped = [];
    private readonly Dictionary<string, LocalizedText> _translations = new(StringComparer.Ordinal);

    /// <summary>The figures and tables, in the order in which they were shown.</summary>
    public IReadOnlyList<Exhibit> Exhibits => _exhibits;

    /// <summary>The checks against published figures, as the cells gave them.</summary>
    public IReadOnlyList<string> Checks => _checks;

    /// <summary>What the notebook shows as HTML in each language by itself, by the HTML it shows.</summary>
    public IReadOnlyDictionary<string, LocalizedText> Translations => _translations;

    /// <summary>Every form that the library stamped as one that may be stored.</summary>
    public IReadOnlyList<StampedForm> Stamped => _stamped;

    /// <summary>What remains of an output for the notebook; null when it held nothing else.</summary>
    public MimeBundle? Take(CellOutput output)
    {
        var bundle = output.Bundle;
        if (bundle[ArtifactBundle.MediaType] is { } artifact)
        {
            _exhibits.Add(Read(output, artifact));
        }

        if (bundle[PublishedChecks.MediaType] is { } check)
        {
            _checks.Add(check);
        }

        if (bundle[HtmlTranslation.MediaType] is { } translation && bundle["text/html"] is { } html)
        {
            _translations[html] = HtmlTranslation.Read(translation);
        }

        var rest = bundle.Without(ArtifactBundle.MediaType).Without(PublishedChecks.MediaType).Without(HtmlTranslation.MediaType).Without(OutputStamp.MediaType);
        if (bundle[OutputStamp.MediaType] is { } json)
        {
            var stamp = JsonSerializer.Deserialize<string>(json)!;
            _stamped.AddRange(rest.Forms.Select(form => new StampedForm(notebook, output.CellId, form.Key, stamp, FormDigest.Of(form.Key, form.Value))));
        }

        return rest.Forms.IsEmpty ? null : rest;
    }

    private Exhibit Read(CellOutput output, string json)
    {
        using var document = JsonDocument.Parse(json);
        var root = document.RootElement;
        var release = root.GetProperty("release");
        var origin = FormattableString.Invariant($"{notebook}, cell {output.CellNumber} ({output.CellId})");
        return new Exhibit(
            release.GetProperty("id").GetString()!,
            release.GetProperty("synthetic").GetBoolean(),
            output.Bundle["image/png"] ?? output.Bundle["text/html"] ?? "",
            new PackExhibit(output.CellNumber, output.CellId, json),
            ReadForm(root, output.Bundle[MimeBundle.PlainText] ?? "", origin),
            ReadForm(root.GetProperty("translation"), null, origin));
    }

    private static ExhibitForm ReadForm(JsonElement form, string? text, string origin) => new(
        form.GetProperty("language").GetString()!,
        form.GetProperty("title").GetString()!,
        text ?? form.GetProperty("text").GetString()!,
        [.. form.GetProperty("files").EnumerateArray().Select(file => ReadFile(file, origin))]);

    private static ArtifactContent ReadFile(JsonElement file, string origin) => new(
        file.GetProperty("name").GetString()!,
        file.TryGetProperty("text", out var text) ? Encoding.UTF8.GetBytes(text.GetString()!) : file.GetProperty("base64").GetBytesFromBase64(),
        origin);
}
