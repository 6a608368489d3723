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
    JsonObject Content)
{
    /// <summary>The session of the front end that sent it, or null.</summary>
    public string? Session => Content.TextOf("session") ?? Header.TextOf("session");
}
