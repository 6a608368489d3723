namespace SurveyStatistics.Replicates;

/// <summary>
/// Random numbers for one replicate of one stratum: SplitMix64 (Steele, Lea and Flood 2014, «Fast splittable pseudorandom
/// number generators»), integers only, so that every machine draws the same. Each stratum and replicate has a stream of
/// its own: more replicates leave the first ones as they were, and another stratum leaves all others so.
/// </summary>
internal struct ReplicateStream
{
    private const ulong Increment = 0x9E3779B97F4A7C15;
    private const ulong FnvOffset = 0xCBF29CE484222325;
    private const ulong FnvPrime = 0x100000001B3;

    private ulong _state;

    /// <summary>The stream of a replicate: the key and the replicate's number, each mixed by the generator's own finaliser.</summary>
    public ReplicateStream(ulong key, int replicate) => _state = Mix(unchecked(key + ((ulong)replicate * Increment)));

    /// <summary>The key of a stratum: the seed and the FNV-1a hash of the stratum's name, mixed.</summary>
    public static ulong Key(ulong seed, string stratum)
    {
        var hash = FnvOffset;
        foreach (var letter in stratum)
        {
            hash = unchecked((hash ^ letter) * FnvPrime);
        }

        return Mix(unchecked(Mix(seed) + hash));
    }

    /// <summary>
    /// Two whole numbers from 0 up to, not including, <paramref name="limit"/>: the high halves of 32 bits × limit, which
    /// favours some numbers by less than limit in 2³².
    /// </summary>
    public (int First, int Second) TwoBelow(int limit)
    {
        _state = unchecked(_state + Increment);
        var bits = Mix(_state);
        return ((int)(((bits >> 32) * (ulong)limit) >> 32), (int)(((bits & uint.MaxValue) * (ulong)limit) >> 32));
    }

    private static ulong Mix(ulong z)
    {
        unchecked
        {
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
            return z ^ (z >> 31);
        }
    }
}
