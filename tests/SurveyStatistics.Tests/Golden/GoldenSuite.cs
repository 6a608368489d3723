using System.Text.Json;

namespace SurveyStatistics.Tests.Golden;

/// <summary>One file of expected results.</summary>
internal sealed class GoldenSuite
{
    private static readonly Lazy<IReadOnlyDictionary<string, GoldenSuite>> Files = new(() => Directory
        .GetFiles(Path.Combine(AppContext.BaseDirectory, "Golden", "expected"), "*.json")
        .Order(StringComparer.Ordinal)
        .Select(file => new GoldenSuite(file))
        .ToDictionary(suite => suite.Name));

    private GoldenSuite(string file)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(file));
        var root = document.RootElement.Clone();
        Name = root.GetProperty("suite").GetString()!;
        Designs = root.GetProperty("designs").EnumerateObject().ToDictionary(design => design.Name, design => design.Value);
        Cases = [.. root.GetProperty("cases").EnumerateArray().Select(one => new GoldenCase(
            Name,
            one.GetProperty("id").GetString()!,
            one.TryGetProperty("design", out var design) ? design.GetString() : null,
            one.GetProperty("r").GetString()!,
            one.GetProperty("expected")))];
    }

    public static IReadOnlyDictionary<string, GoldenSuite> All => Files.Value;

    public string Name { get; }

    public IReadOnlyDictionary<string, JsonElement> Designs { get; }

    public IReadOnlyList<GoldenCase> Cases { get; }
}
