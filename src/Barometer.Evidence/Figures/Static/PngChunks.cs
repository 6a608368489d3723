using System.Buffers.Binary;
using System.Text;

namespace Barometer.Evidence.Figures.Static;

/// <summary>The parts of a PNG file (PNG specification, third edition, section 5).</summary>
internal static class PngChunks
{
    /// <summary>The eight bytes every file begins with.</summary>
    public static readonly byte[] Signature = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>Writes one chunk: length, type, data and checksum.</summary>
    public static void Write(Stream file, string type, ReadOnlySpan<byte> data)
    {
        byte[] chunk = [0, 0, 0, 0, .. Encoding.ASCII.GetBytes(type), .. data, 0, 0, 0, 0];
        BinaryPrimitives.WriteUInt32BigEndian(chunk, (uint)data.Length);
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(chunk.Length - 4), Crc32(chunk.AsSpan(4, chunk.Length - 8)));
        file.Write(chunk);
    }

    /// <summary>The chunks of a file; none when it is no PNG file or is cut short.</summary>
    public static IEnumerable<(string Type, byte[] Data)> Read(byte[] file)
    {
        if (!file.AsSpan().StartsWith(Signature))
        {
            yield break;
        }

        var at = Signature.Length;
        while (at + 12 <= file.Length)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(file.AsSpan(at));
            if (length > file.Length - at - 12)
            {
                yield break;
            }

            yield return (Encoding.ASCII.GetString(file, at + 4, 4), file[(at + 8)..(at + 8 + (int)length)]);
            at += (int)length + 12;
        }
    }

    /// <summary>The checksum of ISO 3309, as annex D of the specification computes it.</summary>
    private static uint Crc32(ReadOnlySpan<byte> data)
    {
        var crc = uint.MaxValue;
        foreach (var b in data)
        {
            crc ^= b;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) == 1 ? (crc >> 1) ^ 0xEDB88320 : crc >> 1;
            }
        }

        return ~crc;
    }
}
