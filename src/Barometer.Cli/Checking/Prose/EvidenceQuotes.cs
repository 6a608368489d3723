namespace Barometer.Cli.Checking.Prose;

/// <summary>
/// The numbers of the evidence pack that prose quotes, as in <c>85,0&lt;!-- evidence/headlines/innovated=yes:1 --&gt;</c>. One
/// that is made of synthetic answers says so in the same cell.
/// </summary>
/// <param name="numbers">The numbers by their ids.</param>
internal sealed class EvidenceQuotes(IReadOnlyDictionary<string, EvidenceNumber> numbers)
{
    private const string Start = "evidence/";
    private static readonly string[] Synthetic = ["syntetisk", "synthetic"];

    /// <summary>Whether a mark names a number of the pack.</summary>
    public static bool IsMark(ProseMark mark) => mark.Id.StartsWith(Start, StringComparison.Ordinal);

    /// <summary>What is wrong with a number that says it is this one, or null; neither is told.</summary>
    /// <param name="readings">The ways to read what is written.</param>
    /// <param name="mark">What it says it is.</param>
    /// <param name="around">The text of its cell.</param>
    public string? Compare(IEnumerable<string> readings, ProseMark mark, string around)
    {
        var parts = mark.Id[Start.Length..].Split('#');
        if (parts.Length > 2 || !numbers.TryGetValue(parts[0], out var number) || mark.Of is not null)
        {
            return $"there is no number «{mark.Id}» to cite in artifacts/evidence/evidence.json";
        }

        var value = (parts.Length == 1 ? "" : parts[1]) switch
        {
            "" => number.Value,
            "n" => number.Respondents,
            "lower" => number.Lower,
            "upper" => number.Upper,
            _ => null,
        };
        return value is null ? $"«{mark.Id}» may not be shown, or is no part of it (#n, #lower, #upper)"
            : mark.Decimals is null ? $"«{mark.Id}» has to name its decimals, as in «{mark.Id}:1»"
            : !KnownNumbers.Written(value, mark.Decimals).Intersect(readings).Any() ? $"the number isn't what «{mark.Id}» says"
            : number.IsSynthetic && !Synthetic.Any(word => around.Contains(word, StringComparison.OrdinalIgnoreCase))
                ? $"«{mark.Id}» is made of synthetic answers, and the cell doesn't say so"
                : null;
    }
}
