using System.Text.Json;
using System.Text.Json.Serialization;

namespace Barometer.Conformance.Weighting.Form;

/// <summary>One expected estimate: labels that say which, and numbers by name.</summary>
internal sealed record RowForm
{
    /// <summary>The variable; null matches any.</summary>
    public string? Variable { get; init; }

    /// <summary>The answer counted; null matches any.</summary>
    public string? Category { get; init; }

    /// <summary>The level of each grouping variable; none for everybody.</summary>
    public IReadOnlyDictionary<string, string> Groups { get; init; } = new Dictionary<string, string>();

    /// <summary>The quantile's share; null matches any.</summary>
    public double? Probability { get; init; }

    /// <summary>The numbers: estimate, se, lower, upper … ; null is not compared.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement> Numbers { get; init; } = [];
}
