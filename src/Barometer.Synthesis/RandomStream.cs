namespace Barometer.Synthesis;

/// <summary>
/// SplitMix64 (Steele, Lea and Flood 2014, «Fast splittable pseudorandom number generators»): integers only, so that
/// every machine draws the same. Each purpose has a stream of its own, named by a text, so that a change in one part of
/// the model leaves the draws of all others as they were.
/// </summary>
internal sealed class RandomStream
{
    private const ulong Increment = 0x9E3779B97F4A7C15;
    private const ulong FnvOffset = 0xCBF29CE484222325;
    private const ulong FnvPrime = 0x100000001B3;

    private ulong _state;

    /// <summary>The stream of this seed and name: the name's FNV-1a hash is added to the seed.</summary>
    public RandomStream(ulong seed, string name)
    {
        var hash = FnvOffset;
        foreach (var letter in name)
        {
            hash = unchecked((hash ^ letter) * FnvPrime);
        }

        _state = unchecked(seed + hash);
    }

    /// <summary>The next 64 bits.</summary>
    public ulong NextBits()
    {
        unchecked
        {
            _state += Increment;
            var z = _state;
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
            return z ^ (z >> 31);
        }
    }

    /// <summary>A whole number from 0 up to, not including, <paramref name="limit"/>.</summary>
    public int Below(int limit) => (int)(((NextBits() >> 32) * (ulong)limit) >> 32);

    /// <summary>Whether an event of probability <paramref name="perMille"/> in 1000 happens.</summary>
    public bool Happens(int perMille) => Below(1000) < perMille;

    /// <summary>
    /// A bell-shaped number with mean 0 and standard deviation <see cref="Latent.Unit"/>: the sum of twelve uniform
    /// numbers less its mean (Irwin–Hall), close to normal within three standard deviations.
    /// </summary>
    public long NextBell()
    {
        var sum = 0L;
        for (var i = 0; i < 12; i++)
        {
            sum += (long)(NextBits() >> 32);
        }

        return (sum - (6L << 32)) >> 16;
    }

    /// <summary>Puts the items in random order (Fisher–Yates).</summary>
    public void Shuffle<T>(Span<T> items)
    {
        for (var i = items.Length - 1; i > 0; i--)
        {
            var j = Below(i + 1);
            (items[i], items[j]) = (items[j], items[i]);
        }
    }

    /// <summary>An index drawn with probability proportional to the weights.</summary>
    public int Pick(int[] weights)
    {
        var ticket = Below(weights.Sum());
        var index = 0;
        while (ticket >= weights[index])
        {
            ticket -= weights[index++];
        }

        return index;
    }
}

/// <summary>The scale of the latent factors: whole numbers with a fixed unit, so that no machine rounds differently.</summary>
internal static class Latent
{
    /// <summary>One standard deviation.</summary>
    public const long Unit = 1L << 16;

    /// <summary>So many hundredths of a standard deviation.</summary>
    public static long Hundredths(int hundredths) => hundredths * Unit / 100;

    /// <summary>So many hundredths of a bell-shaped number.</summary>
    public static long Scale(int hundredths, long bell) => hundredths * bell / 100;
}
