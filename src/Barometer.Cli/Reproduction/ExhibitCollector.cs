using System.Text;
using System.Text.Json;
using Barometer.Evidence.Artifacts;
using Barometer.Evidence.Published;
using Barometer.Notebooks.Display;
using Barometer.Notebooks.Running;

namespace Barometer.Cli.Reproduction;

/// <summary>
/// Takes the files of figures and tables, and the results of checks against published figures, out of a notebook's
/// outputs before they are stored.
/// </summary>
internal sealed class ExhibitCollector
{
    private readonly List<Exhibit> _exhibits = [];
    private readonly List<string> _checks = [];

    /// <summary>The figures and tables, in the order in which they were shown.</summary>
    public IReadOnlyList<Exhibit> Exhibits => _exhibits;

    /// <summary>The checks against published figures, as the cells gave them.</summary>
    public IReadOnlyList<string> Checks => _checks;

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

        var rest = bundle.Without(ArtifactBundle.MediaType).Without(PublishedChecks.MediaType);
        return rest.Forms.IsEmpty ? null : rest;
    }

    private static Exhibit Read(CellOutput output, string json)
    {
        using var document = JsonDocument.Parse(json);
        var release = document.RootElement.GetProperty("release");
        return new Exhibit(
            output.CellNumber,
            release.GetProperty("id").GetString()!,
            release.GetProperty("synthetic").GetBoolean(),
            output.Bundle[MimeBundle.PlainText] ?? "",
            [.. document.RootElement.GetProperty("files").EnumerateArray().Select(ReadFile)]);
    }

    private static ArtifactContent ReadFile(JsonElement file) => new(
        file.GetProperty("name").GetString()!,
        file.TryGetProperty("text", out var text) ? Encoding.UTF8.GetBytes(text.GetString()!) : file.GetProperty("base64").GetBytesFromBase64());
}
