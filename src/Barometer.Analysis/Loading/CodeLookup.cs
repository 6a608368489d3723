using System.Collections.Frozen;

namespace Barometer.Analysis.Loading;

/// <summary>Finds what a field of the file stands for, without making a string of it.</summary>
internal sealed class CodeLookup
{
    /// <summary>What <see cref="Find"/> gives for a text that is no code of the variable.</summary>
    public const int Unknown = int.MinValue;

    private readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _indices;

    public CodeLookup(Variable variable)
    {
        var indices = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < variable.Categories.Count; i++)
        {
            indices.Add(variable.Categories[i].Code, i);
        }

        foreach (var missing in variable.MissingCodes)
        {
            indices.Add(missing.Code, -(int)missing.Reason);
        }

        // A reason is never None (0), so that a negative number is always a reason.
        _indices = indices.ToFrozenDictionary(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>The category's index; minus the <see cref="MissingReason"/> of a missing code; or <see cref="Unknown"/>.</summary>
    public int Find(ReadOnlySpan<char> text) => _indices.TryGetValue(text, out var index) ? index : Unknown;
}
