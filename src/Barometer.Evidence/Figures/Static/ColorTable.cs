namespace Barometer.Evidence.Figures.Static;

/// <summary>
/// The colours of a picture, at most 256. Flat colours stay exactly as they are; of the shades along edges, those too
/// alike to tell apart share one.
/// </summary>
internal sealed class ColorTable
{
    private const int Largest = 256;

    private readonly uint _mask;
    private readonly Dictionary<uint, byte> _indexes;
    private readonly uint[] _colors;

    private ColorTable(uint mask, IEnumerable<IGrouping<uint, KeyValuePair<uint, int>>> likes)
    {
        _mask = mask;
        _colors = [.. likes.Select(like => like.MaxBy(color => (color.Value, color.Key)).Key)];
        _indexes = _colors.Select((color, index) => (color, index)).ToDictionary(pair => pair.color & mask, pair => (byte)pair.index);
    }

    /// <summary>The table for these points.</summary>
    public static ColorTable Of(ReadOnlySpan<uint> pixels)
    {
        var counts = Count(pixels);
        var mask = 0xFFFFFFu;
        while (true)
        {
            var kept = mask;
            var likes = counts.GroupBy(color => color.Key & kept).OrderBy(like => like.Key).ToArray();
            if (likes.Length <= Largest)
            {
                return new ColorTable(mask, likes);
            }

            mask = mask << 1 & mask & 0xFEFEFE;
        }
    }

    /// <summary>How many points have each colour. Neighbours are mostly alike, so runs are counted before they are looked up.</summary>
    private static Dictionary<uint, int> Count(ReadOnlySpan<uint> pixels)
    {
        var counts = new Dictionary<uint, int>();
        for (var start = 0; start < pixels.Length;)
        {
            var run = pixels[start..].IndexOfAnyExcept(pixels[start]);
            run = run < 0 ? pixels.Length - start : run;
            var color = pixels[start] & 0xFFFFFF;
            counts[color] = counts.GetValueOrDefault(color) + run;
            start += run;
        }

        return counts;
    }

    /// <summary>The place of a colour in the table.</summary>
    public byte IndexOf(uint pixel) => _indexes[pixel & 0xFFFFFF & _mask];

    /// <summary>The table as the file has it: red, green, blue.</summary>
    public byte[] Bytes() => [.. _colors.SelectMany(color => new[] { (byte)(color >> 16), (byte)(color >> 8), (byte)color })];
}
