using System.Text.Json.Nodes;

namespace Barometer.Notebooks.Kernel.Wire;

/// <summary>Reads members that a front end may have left out or filled with anything.</summary>
internal static class JsonMembers
{
    /// <summary>The member when it is a text, else null.</summary>
    public static string? TextOf(this JsonObject json, string member)
    {
        try
        {
            return json[member] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
        }
        catch (InvalidOperationException)
        {
            // Half a surrogate pair is no text.
            return null;
        }
    }

    /// <summary>The member when it is true or false, else <paramref name="otherwise"/>.</summary>
    public static bool FlagOf(this JsonObject json, string member, bool otherwise) =>
        json[member] is JsonValue value && value.TryGetValue<bool>(out var flag) ? flag : otherwise;

    /// <summary>The member when it is a whole number, else null.</summary>
    public static int? NumberOf(this JsonObject json, string member) =>
        json[member] is JsonValue value && value.TryGetValue<int>(out var number) ? number : null;

    /// <summary>The text that a request can't do without.</summary>
    /// <exception cref="NotebookException">It isn't there.</exception>
    public static string Required(this JsonObject json, string member) => json.TextOf(member)
        ?? throw new NotebookException(new NotebookProblem("The request isn't complete", Expected: $"{member}: a text"));
}
