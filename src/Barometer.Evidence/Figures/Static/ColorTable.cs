namespace Barometer.Evidence.Figures.Static;

/// <summary>
/// The colours of a picture, at most 64. The commonest stay exactly as they are, so that flat areas have the house's
/// colours; of the shades along edges, those too alike to tell apart share one.
/// </summary>
internal sealed class ColorTable
{
    private const int Largest = 64;
    private const int KeptExactly = 16;

    private readonly uint _mask;
    private readonly Dictionary<uint, byte> _exact = [];
    private readonly Dictionary<uint, byte> _alike = [];
    private readonly List<uint> _colors = [];

    private ColorTable(uint mask, IEnumerable<uint> exact, IEnumerable<IGrouping<uint, KeyValuePair<uint, int>>> alike)
    {
        _mask = mask;
        foreach (var color in exact)
        {
            _exact.Add(color, (byte)_colors.Count);
            _colors.Add(color);
        }

        foreach (var shades in alike)
        {
            _alike.Add(shades.Key, (byte)_colors.Count);
            _colors.Add(shades.MaxBy(shade => (shade.Value, shade.Key)).Key);
        }
    }

    /// <summary>The table for these points.</summary>
    public static ColorTable Of(ReadOnlySpan<uint> pixels)
    {
        var ranked = Count(pixels).OrderByDescending(color => color.Value).ThenBy(color => color.Key).ToArray();
        var exact = ranked.Take(KeptExactly).Select(color => color.Key).ToArray();
        for (var mask = 0xFFFFFFu; ; mask = mask << 1 & mask & 0xFEFEFE)
        {
            var kept = mask;
            var alike = ranked.Skip(KeptExactly).GroupBy(color => color.Key & kept).ToArray();
            if (exact.Length + alike.Length <= Largest)
            {
                return new ColorTable(mask, exact, alike);
            }
        }
    }

    /// <summary>Puts the place of each point's colour in the table into <paramref name="places"/>, a run of one colour at a time.</summary>
    public void Index(ReadOnlySpan<uint> pixels, Span<byte> places)
    {
        for (var start = 0; start < pixels.Length;)
        {
            var run = Run(pixels[start..]);
            places.Slice(start, run).Fill(IndexOf(pixels[start]));
            start += run;
        }
    }

    private byte IndexOf(uint pixel)
    {
        var color = pixel & 0xFFFFFF;
        return _exact.TryGetValue(color, out var index) ? index : _alike[color & _mask];
    }

    /// <summary>The table as the file has it: red, green, blue.</summary>
    public byte[] Bytes() => [.. _colors.SelectMany(color => new[] { (byte)(color >> 16), (byte)(color >> 8), (byte)color })];

    /// <summary>How many points have each colour. Neighbours are mostly alike, so runs are counted before they are looked up.</summary>
    private static Dictionary<uint, int> Count(ReadOnlySpan<uint> pixels)
    {
        var counts = new Dictionary<uint, int>();
        for (var start = 0; start < pixels.Length;)
        {
            var run = Run(pixels[start..]);
            var color = pixels[start] & 0xFFFFFF;
            counts[color] = counts.GetValueOrDefault(color) + run;
            start += run;
        }

        return counts;
    }

    /// <summary>How many points have the colour of the first.</summary>
    private static int Run(ReadOnlySpan<uint> pixels) => pixels.IndexOfAnyExcept(pixels[0]) is var run and >= 0 ? run : pixels.Length;
}
