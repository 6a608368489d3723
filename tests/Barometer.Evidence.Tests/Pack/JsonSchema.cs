using System.Text.Json;
using System.Text.RegularExpressions;

namespace Barometer.Evidence.Tests.Pack;

/// <summary>What of a document doesn't follow a JSON schema: the words of JSON Schema 2019-09 and 2020-12 that are met here, and a fault for any other.</summary>
internal sealed class JsonSchema(JsonElement root)
{
    private static readonly string[] Words =
    [
        "$ref", "type", "properties", "patternProperties", "additionalProperties", "unevaluatedProperties", "required", "items", "enum", "anyOf", "allOf", "oneOf", "pattern", "minimum", "maximum",
        "$schema", "$defs", "definitions", "title", "description", "markdownDescription", "enumDescriptions", "default", "defaultSnippets", "examples", "format",
        "deprecated", "deprecationMessage", "allowComments", "allowTrailingCommas", "label",
    ];

    public IEnumerable<string> Faults(JsonElement value) => Faults(root, value, "$");

    private IEnumerable<string> Faults(JsonElement schema, JsonElement value, string at)
    {
        IEnumerable<JsonElement> All(string word) => schema.TryGetProperty(word, out var parts) ? parts.EnumerateArray() : [];
        int Fitting(string word) => All(word).Count(one => !Faults(one, value, at).Any());
        var unknown = schema.EnumerateObject().Select(word => word.Name).Except(Words).Select(word => $"{at}: the schema says «{word}»");
        return unknown
            .Concat(schema.TryGetProperty("$ref", out var reference) ? Faults(At(reference), value, at) : [])
            .Concat(schema.TryGetProperty("type", out var type) && !Types(type).Any(name => Is(name, value)) ? [$"{at}: {value.ValueKind}"] : [])
            .Concat(schema.TryGetProperty("enum", out var allowed) && !allowed.EnumerateArray().Any(one => JsonElement.DeepEquals(one, value)) ? [$"{at}: {value} is none of those allowed"] : [])
            .Concat(All("allOf").SelectMany(one => Faults(one, value, at)))
            .Concat(schema.TryGetProperty("anyOf", out _) && Fitting("anyOf") == 0 ? [$"{at}: none of the forms"] : [])
            .Concat(schema.TryGetProperty("oneOf", out _) && Fitting("oneOf") != 1 ? [$"{at}: {Fitting("oneOf")} of the forms"] : [])
            .Concat(value.ValueKind == JsonValueKind.Object ? OfObject(schema, value, at) : [])
            .Concat(value.ValueKind == JsonValueKind.String && schema.TryGetProperty("pattern", out var pattern) && !Regex.IsMatch(value.GetString()!, pattern.GetString()!) ? [$"{at}: {value} isn't like {pattern}"] : [])
            .Concat(value.ValueKind == JsonValueKind.Number && schema.TryGetProperty("minimum", out var least) && value.GetDouble() < least.GetDouble() ? [$"{at}: {value} is less than {least}"] : [])
            .Concat(value.ValueKind == JsonValueKind.Number && schema.TryGetProperty("maximum", out var most) && value.GetDouble() > most.GetDouble() ? [$"{at}: {value} is more than {most}"] : [])
            .Concat(value.ValueKind == JsonValueKind.Array && schema.TryGetProperty("items", out var items)
                ? value.EnumerateArray().SelectMany((one, i) => Faults(items, one, $"{at}[{i}]")) : []);
    }

    private IEnumerable<string> OfObject(JsonElement schema, JsonElement value, string at)
    {
        var missing = schema.TryGetProperty("required", out var required)
            ? required.EnumerateArray().Where(name => !value.TryGetProperty(name.GetString()!, out _)).Select(name => $"{at}: no «{name}»") : [];
        var unevaluated = schema.TryGetProperty("unevaluatedProperties", out var rest) && rest.ValueKind == JsonValueKind.False
            ? value.EnumerateObject().Where(one => !Named(schema, one.Name)).Select(one => $"{at}: «{one.Name}» is unknown") : [];
        return missing.Concat(unevaluated).Concat(value.EnumerateObject().SelectMany(one =>
            Own(schema, one.Name) is { } own ? Faults(own, one.Value, $"{at}.{one.Name}")
            : !schema.TryGetProperty("additionalProperties", out var others) || others.ValueKind == JsonValueKind.True ? []
            : others.ValueKind == JsonValueKind.False ? [$"{at}: «{one.Name}» is unknown"]
            : Faults(others, one.Value, $"{at}.{one.Name}")));
    }

    private static JsonElement? Own(JsonElement schema, string name) =>
        schema.TryGetProperty("properties", out var properties) && properties.TryGetProperty(name, out var own) ? own
        : schema.TryGetProperty("patternProperties", out var patterns) && patterns.EnumerateObject().FirstOrDefault(one => Regex.IsMatch(name, one.Name)) is { Value.ValueKind: not JsonValueKind.Undefined } like ? like.Value
        : null;

    // By any part, fitting or not: a member that only another form knows is that form's fault.
    private bool Named(JsonElement schema, string name) => Own(schema, name) is not null
        || (schema.TryGetProperty("$ref", out var reference) && Named(At(reference), name))
        || new[] { "allOf", "anyOf", "oneOf" }.Any(word => schema.TryGetProperty(word, out var parts) && parts.EnumerateArray().Any(part => Named(part, name)));

    private JsonElement At(JsonElement reference) =>
        reference.GetString()!.Split('/').Skip(1).Aggregate(root, (at, name) => at.GetProperty(name));

    private static IEnumerable<string> Types(JsonElement type) =>
        type.ValueKind == JsonValueKind.Array ? type.EnumerateArray().Select(one => one.GetString()!) : [type.GetString()!];

    private static bool Is(string type, JsonElement value) => type switch
    {
        "object" => value.ValueKind == JsonValueKind.Object,
        "array" => value.ValueKind == JsonValueKind.Array,
        "string" => value.ValueKind == JsonValueKind.String,
        "number" => value.ValueKind == JsonValueKind.Number,
        "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _),
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "null" => value.ValueKind == JsonValueKind.Null,
        _ => false,
    };
}
