using System.Text.Json;
using System.Text.Json.Serialization;

namespace Barometer.Conformance.Weighting.Form;

/// <summary>Reads files of cases.</summary>
internal static class CaseFiles
{
    private const string Format = "barometer-weighting/1";

    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        Converters = { new NumberConverter() },
    };

    /// <summary>The files of cases in a folder and the folders below it, in the order of their names.</summary>
    public static IReadOnlyList<string> In(string folder) =>
        [.. Directory.EnumerateFiles(folder, "*.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];

    /// <summary>Reads a file.</summary>
    /// <exception cref="FormException">It is not in the form.</exception>
    public static CaseFile Read(string path)
    {
        try
        {
            using var stream = File.OpenRead(path);
            var file = JsonSerializer.Deserialize<CaseFile>(stream, Options) ?? throw new FormException($"{path}: empty");
            return file.Format == Format ? file : throw new FormException($"{path}: the format is «{file.Format}», not «{Format}»");
        }
        catch (JsonException problem)
        {
            throw new FormException($"{path}: {problem.Message}");
        }
    }
}
