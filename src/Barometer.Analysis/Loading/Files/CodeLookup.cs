namespace Barometer.Analysis.Loading.Files;

/// <summary>Finds what a field of the file stands for, without making a string of it.</summary>
internal sealed class CodeLookup
{
    /// <summary>What <see cref="Find"/> gives for a text that is no code of the variable.</summary>
    public const short Unknown = short.MinValue;

    // Beyond so many codes hashing is quicker than looking along the list.
    private const int LongList = 24;

    private readonly string[] _codes;
    private readonly short[] _states;
    private readonly Dictionary<string, short>.AlternateLookup<ReadOnlySpan<char>>? _byCode;
    private int _last;

    public CodeLookup(Variable variable)
    {
        // A reason is never None (0), so that a negative state is always a reason.
        _codes = [.. variable.Categories.Select(c => c.Code), .. variable.MissingCodes.Select(m => m.Code)];
        _states = [.. variable.Categories.Select((_, i) => checked((short)i)), .. variable.MissingCodes.Select(m => (short)-(int)m.Reason)];
        if (_codes.Length > LongList)
        {
            _byCode = _codes.Zip(_states).ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal)
                .GetAlternateLookup<ReadOnlySpan<char>>();
        }
    }

    /// <summary>The category's index; minus the <see cref="MissingReason"/> of a missing code; or <see cref="Unknown"/>.</summary>
    public short Find(ReadOnlySpan<char> text)
    {
        if (_byCode is { } byCode)
        {
            return byCode.TryGetValue(text, out var state) ? state : Unknown;
        }

        // Answers repeat from row to row: try the last one first.
        if (_codes.Length > 0 && text.SequenceEqual(_codes[_last]))
        {
            return _states[_last];
        }

        for (var i = 0; i < _codes.Length; i++)
        {
            if (text.SequenceEqual(_codes[i]))
            {
                _last = i;
                return _states[i];
            }
        }

        return Unknown;
    }
}
