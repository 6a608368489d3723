namespace Barometer.Analysis.Loading.Deliveries;

/// <summary>The texts that a column has held last, by the bytes they were made of: the same few come again and again.</summary>
internal sealed class TextCache
{
    private const int Longest = 64;
    private const int Slots = 128;

    // After so many texts that weren't kept, more than were, nothing is kept: they are all different.
    private const int Patience = 1000;

    private byte[]?[] _keys = [];
    private string[] _texts = [];
    private int _misses;
    private int _hits;

    /// <summary>The text made of these bytes; null when it isn't kept.</summary>
    public string? Find(ReadOnlySpan<byte> key)
    {
        if (_keys.Length == 0)
        {
            return null;
        }

        var slot = Slot(key);
        if (_keys[slot] is { } kept && key.SequenceEqual(kept))
        {
            _hits += _misses < Patience ? 1 : 0;
            return _texts[slot];
        }

        return null;
    }

    /// <summary>Keeps a text, in the place of another; a long one isn't kept.</summary>
    /// <returns>The text.</returns>
    public string Add(ReadOnlySpan<byte> key, string text)
    {
        if (key.Length > Longest || (_misses == Patience && _hits < Patience))
        {
            return text;
        }

        _misses += _misses < Patience ? 1 : 0;
        if (_keys.Length == 0)
        {
            (_keys, _texts) = (new byte[Slots][], new string[Slots]);
        }

        var slot = Slot(key);
        _keys[slot] = key.ToArray();
        return _texts[slot] = text;
    }

    private static int Slot(ReadOnlySpan<byte> key)
    {
        var hash = (uint)key.Length;
        foreach (var one in key)
        {
            hash = (hash * 31) + one;
        }

        return (int)((hash ^ (hash >> 8) ^ (hash >> 16)) % Slots);
    }
}
