using System.Text.Json;
using System.Text.Json.Serialization;

namespace Barometer.Analysis.Loading;

/// <summary>The codebook's <c>design</c> as it stands.</summary>
internal sealed record DesignDocument(
    IReadOnlyList<string>? Strata,
    IReadOnlyList<string>? Clusters,
    string? Weights,
    bool FinitePopulation,
    int? CollapseBelow,
    string? LonelyStrata,
    IReadOnlyList<string>? NonResponse,
    bool ResponsePhase,
    IReadOnlyList<string>? PostStratification,
    IReadOnlyList<MarginDocument>? Raking,
    TrimmingDocument? Trimming,
    string? Choice,
    string? ChoiceEn)
{
    /// <summary>What stands there beside the known properties.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Others { get; init; }

    /// <summary>The names of the properties, as the file has them.</summary>
    public static IReadOnlyList<string> Names { get; } =
        [.. typeof(DesignDocument).GetConstructors()[0].GetParameters().Select(parameter => JsonNamingPolicy.CamelCase.ConvertName(parameter.Name!))];
}

/// <summary>A margin: a variable, or a list of variables that are crossed.</summary>
/// <param name="Variables">The variables.</param>
[JsonConverter(typeof(MarginConverter))]
internal sealed record MarginDocument(IReadOnlyList<string> Variables);

internal sealed record TrimmingDocument(double? Lower, double? Upper);

/// <summary>The codebook's <c>unit</c>.</summary>
internal sealed record UnitDocument(string? Kind, string? Plural, string? PluralEn);

/// <summary>The codebook's <c>release</c>.</summary>
internal sealed record ReleaseDocument(string? Question, IReadOnlyList<string>? By);

/// <summary>Reads «"size_band"» and «["agency_group", "size_band"]».</summary>
internal sealed class MarginConverter : JsonConverter<MarginDocument>
{
    /// <inheritdoc/>
    public override MarginDocument Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType == JsonTokenType.String
        ? new([reader.GetString()!])
        : new(JsonSerializer.Deserialize<IReadOnlyList<string>>(ref reader, options) ?? throw new JsonException());

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, MarginDocument value, JsonSerializerOptions options) => JsonSerializer.Serialize(writer, value.Variables, options);
}
