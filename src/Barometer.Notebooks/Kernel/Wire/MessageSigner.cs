using System.Security.Cryptography;
using System.Text;

namespace Barometer.Notebooks.Kernel.Wire;

/// <summary>Signs messages, and tells whether one was signed with the same key: HMAC-SHA256 over the four parts of JSON, in hexadecimal.</summary>
internal sealed class MessageSigner(string key)
{
    private const int Parts = 4;
    private readonly byte[] _key = Encoding.UTF8.GetBytes(key);

    /// <summary>The signature of the four parts.</summary>
    public byte[] Sign(IReadOnlyList<byte[]> parts) => Encoding.ASCII.GetBytes(Convert.ToHexStringLower(Compute(parts)));

    /// <summary>Whether <paramref name="signature"/> is that of the four parts. How long it takes doesn't tell how much of it is right.</summary>
    public bool IsSigned(ReadOnlySpan<byte> signature, IReadOnlyList<byte[]> parts) => CryptographicOperations.FixedTimeEquals(signature, Sign(parts));

    private byte[] Compute(IReadOnlyList<byte[]> parts)
    {
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, _key);
        for (var i = 0; i < Parts; i++)
        {
            hash.AppendData(parts[i]);
        }

        return hash.GetHashAndReset();
    }
}
