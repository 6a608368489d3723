using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace Barometer.Evidence.Drafts.Reports;

/// <summary>The findings as JSON, one entry a claim: sentence, claim, verdict, source, expected, found.</summary>
internal static class DraftJson
{
    private static readonly JsonSerializerOptions Form = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
    };

    /// <summary>The text of the file.</summary>
    public static string Write(DraftReport report) => JsonSerializer.Serialize(
        report.Findings.Select(finding => new Entry(
            finding.Sentence.Text, finding.Claim, finding.Code, finding.Source?.In(report.Language), finding.Expected?.In(report.Language), finding.Found)), Form) + "\n";

    private sealed record Entry(
        [property: JsonPropertyOrder(0)] string Sentence,
        [property: JsonPropertyOrder(1)] string Claim,
        [property: JsonPropertyOrder(2)] string Verdict,
        [property: JsonPropertyOrder(3)] string? Source,
        [property: JsonPropertyOrder(4)] string? Expected,
        [property: JsonPropertyOrder(5)] string Found);
}
