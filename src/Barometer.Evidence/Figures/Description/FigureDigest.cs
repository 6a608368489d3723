using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Barometer.Evidence.Figures.Description;

/// <summary>
/// A digest of all a figure says. Two machines may draw the last bits of a picture differently; the digest of what they
/// draw is the same, so that a stale picture can be told from a redrawn one.
/// </summary>
internal static class FigureDigest
{
    private static readonly JsonSerializerOptions Options = new() { Converters = { new JsonStringEnumConverter() } };

    /// <summary>SHA-256 of the description's JSON, in lower-case hexadecimals.</summary>
    public static string Of(FigureDescription figure) =>
        Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(figure, Options)));
}
