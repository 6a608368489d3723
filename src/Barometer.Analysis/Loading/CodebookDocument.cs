using System.Text.Json;

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
