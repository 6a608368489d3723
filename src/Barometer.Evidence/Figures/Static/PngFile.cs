using System.Buffers.Binary;
using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Text;
using SkiaSharp;

namespace Barometer.Evidence.Figures.Static;

/// <summary>
/// A figure's PNG file (PNG specification, third edition) with at most 64 colours: a figure has few, and so takes a third of
/// the space of a true-colour file in a notebook. The file says what it is in iTXt chunks, how large it prints in pHYs, and
/// holds no time stamp.
/// </summary>
internal static class PngFile
{
    /// <summary>Points a unit: 1440 points on 16 cm are 229 to the inch, sharp in print and on any screen.</summary>
    public const int Scale = 2;

    /// <summary>The width of a slide in points.</summary>
    private const int SlideWidth = 1920;

    private const double UnitsPerMetre = 96 / 0.0254;

    private static readonly byte[] Signature = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>Draws a figure as a file.</summary>
    /// <param name="figure">The figure.</param>
    /// <param name="width">How many points wide; null for print.</param>
    public static byte[] Write(FigureDescription figure, int? width = null)
    {
        using var drawing = new StaticFigure(figure);
        var scale = width is { } points ? (float)points / drawing.Width : figure.Size == PictureSize.Slide ? (float)SlideWidth / drawing.Width : Scale;
        var size = new SKImageInfo((int)Math.Round(drawing.Width * scale), (int)Math.Round(drawing.Height * scale), SKColorType.Bgra8888, SKAlphaType.Premul);
        using var bitmap = new SKBitmap(size);
        using (var canvas = new SKCanvas(bitmap))
        {
            canvas.Clear(SKColor.Parse(Palette.Ground)); // a last row that the drawing covers in part would be grey
            canvas.Scale(scale);
            drawing.Draw(canvas);
        }

        return Encode(MemoryMarshal.Cast<byte, uint>(bitmap.GetPixelSpan()), size.Width, FigureMetadata.Of(figure));
    }

    /// <summary>Encodes a picture.</summary>
    /// <param name="pixels">The colours by row, as 0xAARRGGBB; alpha is left out.</param>
    /// <param name="width">The number of points in a row.</param>
    /// <param name="entries">What the file says about itself.</param>
    public static byte[] Encode(ReadOnlySpan<uint> pixels, int width, IEnumerable<(string Keyword, string Text)> entries)
    {
        var palette = ColorTable.Of(pixels);
        using var file = new MemoryStream();
        file.Write(Signature);
        Write(file, "IHDR", Header(width, pixels.Length / width));
        Write(file, "pHYs", PixelSize());
        foreach (var (keyword, text) in entries)
        {
            Write(file, "iTXt", [.. Encoding.Latin1.GetBytes(keyword), 0, 0, 0, 0, 0, .. Encoding.UTF8.GetBytes(text)]);
        }

        Write(file, "PLTE", palette.Bytes());
        Write(file, "IDAT", Rows(pixels, width, palette));
        Write(file, "IEND", []);
        return file.ToArray();
    }

    /// <summary>The chunks of a file; none when it is no PNG file, and none after the place where it is cut short.</summary>
    public static IEnumerable<(string Type, byte[] Data)> Chunks(byte[] file)
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

    private static byte[] Header(int width, int height)
    {
        var data = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(data, width);
        BinaryPrimitives.WriteInt32BigEndian(data.AsSpan(4), height);
        data[8] = 8; // bits a point
        data[9] = 3; // indexed colours
        return data;
    }

    private static byte[] PixelSize()
    {
        var data = new byte[9];
        var perMetre = (uint)Math.Round(UnitsPerMetre * Scale);
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

    /// <summary>Writes one chunk (section 5): length, type, data and checksum.</summary>
    private static void Write(Stream file, string type, ReadOnlySpan<byte> data)
    {
        byte[] chunk = [0, 0, 0, 0, .. Encoding.ASCII.GetBytes(type), .. data, 0, 0, 0, 0];
        BinaryPrimitives.WriteUInt32BigEndian(chunk, (uint)data.Length);
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(chunk.Length - 4), Crc32(chunk.AsSpan(4, chunk.Length - 8)));
        file.Write(chunk);
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
