using System.Text.Json;

namespace Barometer.Evidence.Tests.Pack;

/// <summary>What of a document doesn't follow a JSON schema: the words of JSON Schema 2020-12 that the project's schemas use, and a fault for any other.</summary>
internal sealed class JsonSchema(JsonElement root)
{
    private static readonly string[] Words =
        ["$schema", "$defs", "$ref", "title", "description", "type", "properties", "additionalProperties", "required", "items", "enum", "anyOf"];

    public IEnumerable<string> Faults(JsonElement value) => Faults(root, value, "$");

    private IEnumerable<string> Faults(JsonElement schema, JsonElement value, string at)
    {
        if (schema.TryGetProperty("$ref", out var reference))
        {
            schema = root.GetProperty("$defs").GetProperty(reference.GetString()!["#/$defs/".Length..]);
        }

        var unknown = schema.EnumerateObject().Select(word => word.Name).Except(Words).Select(word => $"{at}: the schema says «{word}»");
        return unknown
            .Concat(schema.TryGetProperty("type", out var type) && !Types(type).Any(name => Is(name, value)) ? [$"{at}: {value.ValueKind}"] : [])
            .Concat(schema.TryGetProperty("enum", out var allowed) && !allowed.EnumerateArray().Any(one => JsonElement.DeepEquals(one, value)) ? [$"{at}: {value} is none of those allowed"] : [])
            .Concat(schema.TryGetProperty("anyOf", out var any) && any.EnumerateArray().All(one => Faults(one, value, at).Any()) ? [$"{at}: none of the forms"] : [])
            .Concat(value.ValueKind == JsonValueKind.Object ? OfObject(schema, value, at) : [])
            .Concat(value.ValueKind == JsonValueKind.Array && schema.TryGetProperty("items", out var items)
                ? value.EnumerateArray().SelectMany((one, i) => Faults(items, one, $"{at}[{i}]")) : []);
    }

    private IEnumerable<string> OfObject(JsonElement schema, JsonElement value, string at)
    {
        var missing = schema.TryGetProperty("required", out var required)
            ? required.EnumerateArray().Where(name => !value.TryGetProperty(name.GetString()!, out _)).Select(name => $"{at}: no «{name}»") : [];
        var known = schema.TryGetProperty("properties", out var properties);
        return missing.Concat(value.EnumerateObject().SelectMany(one =>
            known && properties.TryGetProperty(one.Name, out var own) ? Faults(own, one.Value, $"{at}.{one.Name}")
            : !schema.TryGetProperty("additionalProperties", out var others) ? []
            : others.ValueKind == JsonValueKind.False ? [$"{at}: «{one.Name}» is unknown"]
            : Faults(others, one.Value, $"{at}.{one.Name}")));
    }

    private static IEnumerable<string> Types(JsonElement type) =>
        type.ValueKind == JsonValueKind.Array ? type.EnumerateArray().Select(one => one.GetString()!) : [type.GetString()!];

    private static bool Is(string type, JsonElement value) => type switch
    {
        "object" => value.ValueKind == JsonValueKind.Object,
        "array" => value.ValueKind == JsonValueKind.Array,
        "string" => value.ValueKind == JsonValueKind.String,
        "number" => value.ValueKind == JsonValueKind.Number,
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "null" => value.ValueKind == JsonValueKind.Null,
        _ => false,
    };
}
