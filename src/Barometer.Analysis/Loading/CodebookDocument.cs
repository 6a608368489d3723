using System.Text.Json;
using System.Text.Json.Serialization;

namespace Barometer.Analysis.Loading;

/// <summary>
/// The codebook file as it stands: a Data Package (https://datapackage.org, version 2) whose standard properties hold
/// the Norwegian texts. Properties ending in <c>En</c> and those named in data/README.md are the project's own.
/// </summary>
internal sealed record CodebookDocument(
    string? Name,
    string? Series,
    string? Title,
    string? TitleEn,
    string? Description,
    string? DescriptionEn,
    string? Universe,
    string? UniverseEn,
    int? Year,
    UnitDocument? Unit,
    DesignDocument? Design,
    ReleaseDocument? Release,
    IReadOnlyList<BatteryDocument>? Batteries,
    IReadOnlyList<MergedDocument>? Merged,
    IReadOnlyList<ResourceDocument>? Resources)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        ReadCommentHandling = JsonCommentHandling.Disallow,
        AllowDuplicateProperties = false,
    };

    /// <summary>Reads the file at <paramref name="path"/>.</summary>
    /// <param name="path">The file.</param>
    /// <param name="name">The name messages use for it.</param>
    /// <exception cref="BarometerException">There is no such file, it is no JSON, or a property has the wrong type.</exception>
    public static CodebookDocument Read(string path, string name) => File.Exists(path)
        ? Parse(File.ReadAllBytes(path), name)
        : throw new BarometerException(new Problem("There is no codebook", name, Expected: "a Data Package in JSON"));

    /// <summary>Reads a codebook's text.</summary>
    /// <param name="json">The text in UTF-8.</param>
    /// <param name="name">The name messages use for it.</param>
    /// <exception cref="BarometerException">It is no JSON, or a property has the wrong type.</exception>
    public static CodebookDocument Parse(byte[] json, string name) => DeclaredJson.Read<CodebookDocument>(json, name, Options, "The codebook cannot be read", "JSON as a Data Package");

    /// <summary>The fields of a resource; empty when there is no such resource.</summary>
    public IReadOnlyList<FieldDocument> Fields(string resource) =>
        Resources?.FirstOrDefault(found => found.Name == resource)?.Schema?.Fields ?? [];
}

internal sealed record BatteryDocument(string? Name, string? Title, string? TitleEn, int? Maximum, string? Exclusive);

internal sealed record ResourceDocument(string? Name, SchemaDocument? Schema);

internal sealed record SchemaDocument(IReadOnlyList<FieldDocument>? Fields);

internal sealed record FieldDocument(
    string? Name,
    string? Type,
    string? Title,
    string? TitleEn,
    string? Question,
    string? QuestionEn,
    string? Battery,
    string? DisclosureRole,
    RoutingDocument? Routing,
    IReadOnlyList<CategoryDocument>? Categories,
    bool CategoriesOrdered,
    IReadOnlyList<MissingDocument>? MissingValues,
    ConstraintsDocument? Constraints,
    bool Residual);

internal sealed record MergedDocument(
    string? Name, string? Of, string? Title, string? TitleEn, bool CategoriesOrdered, IReadOnlyList<CategoryDocument>? Categories);

internal sealed record CategoryDocument(string? Value, string? Label, string? LabelEn, IReadOnlyList<string>? Codes, bool Residual);

internal sealed record MissingDocument(string? Value, string? Label, string? LabelEn, string? Reason);

internal sealed record RoutingDocument(
    string? Variable, IReadOnlyList<string>? Codes, string? Universe, string? UniverseEn);

internal sealed record ConstraintsDocument(double? Minimum, double? Maximum);

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

/// <summary>Reads JSON that a person has written. What doesn't fit is told by its place, never by what stands there.</summary>
internal static class DeclaredJson
{
    /// <summary>Nothing but the known properties, none of them twice.</summary>
    public static JsonSerializerOptions Strict { get; } = new(JsonSerializerDefaults.Web) { AllowDuplicateProperties = false, UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow };

    /// <summary>Reads a text.</summary>
    /// <param name="json">The text in UTF-8.</param>
    /// <param name="name">The name messages use for the file.</param>
    /// <param name="options">How properties are read.</param>
    /// <param name="what">What to say of a text that can't be read.</param>
    /// <param name="expected">What it should be.</param>
    /// <param name="hint">What to do, or null.</param>
    /// <exception cref="BarometerException">It is no JSON, or a property has the wrong type.</exception>
    public static T Read<T>(byte[] json, string name, JsonSerializerOptions options, string what, string expected, string? hint = null)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(json, options) ?? throw new JsonException("The file is empty.");
        }
        catch (JsonException error)
        {
            throw new BarometerException(new Problem(what, name, error.LineNumber is long line ? (int)line + 1 : null, error.Path, expected, "text that does not fit at that place", hint));
        }
    }

    /// <summary>Reads a file in the strict form.</summary>
    /// <param name="path">The file.</param>
    /// <param name="name">The name messages use for it.</param>
    /// <param name="what">What to say of a text that can't be read.</param>
    /// <param name="missing">What to say where there is no such file.</param>
    /// <exception cref="BarometerException">There is no such file, it is no JSON, or a property is unknown or has the wrong type.</exception>
    public static T ReadFile<T>(string path, string name, string what, Problem missing) => File.Exists(path)
        ? Read<T>(File.ReadAllBytes(path), name, Strict, what, "JSON with the properties of data/README.md")
        : throw new BarometerException(missing);
}
