using System.Text.Json;

namespace Barometer.Analysis.Loading;

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
