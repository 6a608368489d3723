using System.Text.Json;
using System.Text.Json.Nodes;

namespace Barometer.Notebooks.Kernel.Wire;

/// <summary>
/// Makes messages of frames. Whatever is malformed, unsigned, badly signed or was there before is no message: it is
/// dropped without an answer, so that nothing can be found out by trying.
/// </summary>
internal sealed class MessageReader(MessageSigner signer)
{
    private const int Parts = 4;
    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 64, AllowDuplicateProperties = false };

    // Only what was signed with the key gets in, so that nobody else can fill it.
    private readonly HashSet<UInt128> _seen = [];

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
        return signer.IsSigned(signature, parts) && Parse(parts) is { } json && _seen.Add(Short(signature))
            ? Message(channel, [.. frames.Take(delimiter)], json)
            : null;
    }

    private static JupyterMessage? Message(JupyterChannel channel, IReadOnlyList<byte[]> identities, JsonObject[] json) =>
        json[0].TextOf("msg_type") is { } type ? new JupyterMessage(channel, identities, type, json[0], json[2], json[3]) : null;

    private static int IndexOfDelimiter(IReadOnlyList<byte[]> frames)
    {
        for (var i = 0; i < frames.Count; i++)
        {
            if (frames[i].AsSpan().SequenceEqual(MessageWriter.Delimiter))
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
        UInt128.Parse(signature.AsSpan(0, 32), System.Globalization.NumberStyles.AllowHexSpecifier, System.Globalization.CultureInfo.InvariantCulture);
}
