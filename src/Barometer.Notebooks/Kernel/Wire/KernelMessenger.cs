using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Barometer.Notebooks.Kernel.Wire;

/// <summary>Says what the kernel has to say: answers to a request, and news for all front ends.</summary>
internal sealed class KernelMessenger(KernelSockets sockets, MessageCodec codec)
{
    private readonly Lock _order = new();

    /// <summary>Tells all front ends.</summary>
    /// <param name="type">The type of the message.</param>
    /// <param name="content">What it says.</param>
    /// <param name="cause">The request that led to it, or null.</param>
    public void Publish(string type, JsonObject content, JupyterMessage? cause) =>
        Send(JupyterChannel.Publish, [Encoding.UTF8.GetBytes($"kernel.{type}")], type, content, cause);

    /// <summary>Tells all front ends what the kernel is about: starting, busy or idle.</summary>
    public void PublishStatus(string state, JupyterMessage? cause) =>
        Publish("status", new JsonObject { ["execution_state"] = state }, cause);

    /// <summary>Answers the request.</summary>
    public void Reply(JupyterMessage request, JsonObject content) => Send(
        request.Channel, request.Identities, request.Type.Replace("_request", "_reply", StringComparison.Ordinal), content, request);

    private void Send(JupyterChannel channel, IReadOnlyList<byte[]> identities, string type, JsonObject content, JupyterMessage? cause)
    {
        // Sent in the order of their dates.
        lock (_order)
        {
            sockets.Send(channel, codec.Write(identities, type, content, cause?.Header));
        }
    }
}

/// <summary>
/// Makes messages of frames and frames of messages: four parts of JSON, signed by HMAC-SHA256 in hexadecimal. Whatever is
/// malformed, unsigned, badly signed or was there before is no message: it is dropped without an answer, so that nothing
/// can be found out by trying.
/// </summary>
/// <param name="key">The key that both sides sign with.</param>
internal sealed class MessageCodec(string key)
{
    /// <summary>The version of the protocol.</summary>
    public const string Version = "5.3";

    private const int Parts = 4;
    private static readonly JsonSerializerOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 64, AllowDuplicateProperties = false };
    private readonly byte[] _key = Encoding.UTF8.GetBytes(key);
    private readonly string _session = Guid.NewGuid().ToString();

    // Only what was signed with the key gets in, so that nobody else can fill it.
    private readonly HashSet<UInt128> _seen = [];

    // The frame between the way back and the message.
    private static ReadOnlySpan<byte> Delimiter => "<IDS|MSG>"u8;

    /// <summary>The message that the frames hold, or null when they hold none.</summary>
    public JupyterMessage? Read(JupyterChannel channel, IReadOnlyList<byte[]> frames)
    {
        var delimiter = IndexOfDelimiter(frames);
        if (delimiter < 1 || frames.Count < delimiter + 2 + Parts)
        {
            return null;
        }

        byte[][] parts = [.. frames.Skip(delimiter + 2).Take(Parts)];
        var signature = frames[delimiter + 1];

        // How long the comparison takes doesn't tell how much of a signature is right.
        return CryptographicOperations.FixedTimeEquals(signature, Sign(parts))
            && Parse(parts) is { } json && _seen.Add(Short(signature)) && json[0].TextOf("msg_type") is { } type
            ? new JupyterMessage(channel, [.. frames.Take(delimiter)], type, json[0], json[2], json[3])
            : null;
    }

    /// <summary>The frames of a message of the kernel.</summary>
    /// <param name="identities">The way to its receiver, or its topic.</param>
    /// <param name="type">Its type.</param>
    /// <param name="content">What it says.</param>
    /// <param name="parent">The header of what it answers; null when it answers nothing.</param>
    public IReadOnlyList<byte[]> Write(IReadOnlyList<byte[]> identities, string type, JsonObject content, JsonObject? parent)
    {
        byte[][] parts = [Bytes(Header(type)), Bytes(parent ?? []), "{}"u8.ToArray(), Bytes(content)];
        return [.. identities, Delimiter.ToArray(), Sign(parts), .. parts];
    }

    private byte[] Sign(byte[][] parts)
    {
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, _key);
        foreach (var part in parts)
        {
            hash.AppendData(part);
        }

        return Encoding.ASCII.GetBytes(Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    private static int IndexOfDelimiter(IReadOnlyList<byte[]> frames)
    {
        for (var i = 0; i < frames.Count; i++)
        {
            if (frames[i].AsSpan().SequenceEqual(Delimiter))
            {
                return i;
            }
        }

        return -1;
    }

    private static JsonObject[]? Parse(byte[][] parts)
    {
        try
        {
            JsonObject[] json = [.. parts.Select(part => JsonNode.Parse(part, documentOptions: Strict)).OfType<JsonObject>()];
            return json.Length == Parts ? json : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    // Half of the digest tells signatures apart.
    private static UInt128 Short(byte[] signature) =>
        UInt128.Parse(signature.AsSpan(0, 32), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);

    private JsonObject Header(string type) => new()
    {
        ["msg_id"] = Guid.NewGuid().ToString(),
        ["session"] = _session,
        ["username"] = "kernel",
        ["date"] = DateTime.UtcNow.ToString("O", CultureInfo.InvariantCulture),
        ["msg_type"] = type,
        ["version"] = Version,
    };

    private static byte[] Bytes(JsonObject json) => JsonSerializer.SerializeToUtf8Bytes(json, Compact);
}
