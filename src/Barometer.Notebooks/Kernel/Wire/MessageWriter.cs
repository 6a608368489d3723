using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Barometer.Notebooks.Kernel.Wire;

/// <summary>Makes signed frames of what the kernel has to say.</summary>
/// <param name="signer">Signs them.</param>
/// <param name="session">What this kernel calls itself.</param>
internal sealed class MessageWriter(MessageSigner signer, string session)
{
    /// <summary>The version of the protocol.</summary>
    public const string Version = "5.3";

    private static readonly JsonSerializerOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The frame between the way back and the message.</summary>
    public static ReadOnlySpan<byte> Delimiter => "<IDS|MSG>"u8;

    /// <summary>The frames of a message.</summary>
    /// <param name="identities">The way to its receiver, or its topic.</param>
    /// <param name="type">Its type.</param>
    /// <param name="content">What it says.</param>
    /// <param name="parent">The header of what it answers; null when it answers nothing.</param>
    public IReadOnlyList<byte[]> Write(IReadOnlyList<byte[]> identities, string type, JsonObject content, JsonObject? parent)
    {
        byte[][] parts = [Bytes(Header(type)), Bytes(parent ?? []), "{}"u8.ToArray(), Bytes(content)];
        return [.. identities, Delimiter.ToArray(), signer.Sign(parts), .. parts];
    }

    private JsonObject Header(string type) => new()
    {
        ["msg_id"] = Guid.NewGuid().ToString(),
        ["session"] = session,
        ["username"] = "kernel",
        ["date"] = DateTime.UtcNow.ToString("O", CultureInfo.InvariantCulture),
        ["msg_type"] = type,
        ["version"] = Version,
    };

    private static byte[] Bytes(JsonObject json) => JsonSerializer.SerializeToUtf8Bytes(json, Compact);
}
