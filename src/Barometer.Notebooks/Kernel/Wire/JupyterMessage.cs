using System.Text.Json.Nodes;

namespace Barometer.Notebooks.Kernel.Wire;

/// <summary>A message that came in, its signature checked.</summary>
/// <param name="Channel">The socket it came by.</param>
/// <param name="Identities">The way back to its sender.</param>
/// <param name="Type">What it asks for: <c>execute_request</c>.</param>
/// <param name="Header">Its header, which answers repeat as their parent.</param>
/// <param name="Metadata">What a front end adds of its own.</param>
/// <param name="Content">What it says.</param>
internal sealed record JupyterMessage(
    JupyterChannel Channel,
    IReadOnlyList<byte[]> Identities,
    string Type,
    JsonObject Header,
    JsonObject Metadata,
    JsonObject Content);

/// <summary>The sockets of a kernel that carry messages.</summary>
internal enum JupyterChannel
{
    /// <summary>Requests, served in their order.</summary>
    Shell,

    /// <summary>Requests that don't wait for those of the shell: interrupt and shutdown.</summary>
    Control,

    /// <summary>What the kernel tells everybody who listens.</summary>
    Publish,

    /// <summary>Answers to questions of the kernel. This kernel asks none.</summary>
    Input,
}

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
