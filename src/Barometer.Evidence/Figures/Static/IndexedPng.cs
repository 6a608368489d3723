using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Barometer.Evidence.Figures.Static;

/// <summary>
/// Encodes a picture with at most 64 colours: a figure has few, and so takes a third of the space of a true-colour file
/// in a notebook. The file says what it is in iTXt chunks, how large it prints in pHYs, and holds no time stamp.
/// </summary>
internal static class IndexedPng
{
    private const double UnitsPerMetre = 96 / 0.0254;

    /// <summary>The file.</summary>
    /// <param name="pixels">The colours by row, as 0xAARRGGBB; alpha is left out.</param>
    /// <param name="width">The number of points in a row.</param>
    /// <param name="scale">Points for each unit of the figure, 96 of which make an inch.</param>
    /// <param name="entries">What the file says about itself.</param>
    public static byte[] Encode(ReadOnlySpan<uint> pixels, int width, double scale, IEnumerable<(string Keyword, string Text)> entries)
    {
        var palette = ColorTable.Of(pixels);
        using var file = new MemoryStream();
        file.Write(PngChunks.Signature);
        PngChunks.Write(file, "IHDR", Header(width, pixels.Length / width));
        PngChunks.Write(file, "pHYs", PixelSize(scale));
        foreach (var (keyword, text) in entries)
        {
            PngChunks.Write(file, "iTXt", [.. Encoding.Latin1.GetBytes(keyword), 0, 0, 0, 0, 0, .. Encoding.UTF8.GetBytes(text)]);
        }

        PngChunks.Write(file, "PLTE", palette.Bytes());
        PngChunks.Write(file, "IDAT", Rows(pixels, width, palette));
        PngChunks.Write(file, "IEND", []);
        return file.ToArray();
    }

    private static byte[] Header(int width, int height)
    {
        var data = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(data, width);
        BinaryPrimitives.WriteInt32BigEndian(data.AsSpan(4), height);
        data[8] = 8; // bits a point
        data[9] = 3; // indexed colours
        return data;
    }

    private static byte[] PixelSize(double scale)
    {
        var data = new byte[9];
        var perMetre = (uint)Math.Round(UnitsPerMetre * scale);
        BinaryPrimitives.WriteUInt32BigEndian(data, perMetre);
        BinaryPrimitives.WriteUInt32BigEndian(data.AsSpan(4), perMetre);
        data[8] = 1; // metres
        return data;
    }

    private static byte[] Rows(ReadOnlySpan<uint> pixels, int width, ColorTable palette)
    {
        using var compressed = new MemoryStream();
        using (var rows = new ZLibStream(compressed, CompressionLevel.Optimal))
        {
            var row = new byte[width + 1]; // the first byte says that the row isn't filtered
            for (var at = 0; at < pixels.Length; at += width)
            {
                palette.Index(pixels.Slice(at, width), row.AsSpan(1));
                rows.Write(row);
            }
        }

        return compressed.ToArray();
    }
}
