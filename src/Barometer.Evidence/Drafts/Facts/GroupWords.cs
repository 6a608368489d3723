using System.Text.RegularExpressions;

namespace Barometer.Evidence.Drafts.Facts;

/// <summary>A group that a draft can name, and how: by words of its label that no other group has, or by its limits.</summary>
/// <param name="Variable">The grouping variable.</param>
/// <param name="Code">Its code.</param>
/// <param name="Label">Its label.</param>
internal sealed partial record GroupWords(string Variable, string Code, LocalizedText Label)
{
    /// <summary>The words, in each language, any of which names it.</summary>
    public required IReadOnlyDictionary<Language, IReadOnlySet<string>> Names { get; init; }

    /// <summary>The numbers from and to, for a group that is a range: «20–49 ansatte».</summary>
    public (int From, int To)? Range { get; init; }

    /// <summary>Whether it is the smallest or the largest of an ordered grouping: -1, 1, else 0.</summary>
    public int End { get; init; }

    /// <summary>The groups of the surveys' frames, and of their coarser groupings.</summary>
    public static IReadOnlyList<GroupWords> Of(IReadOnlyList<Codebook> codebooks) =>
        [.. codebooks.SelectMany(codebook => codebook.Frame.Concat(codebook.Merged.Select(merged => merged.Variable)))
            .Where(variable => variable.Role == DisclosureRole.Group || variable.Categories.Count > 2)
            .DistinctBy(variable => variable.Name)
            .SelectMany(Of)];

    private static IEnumerable<GroupWords> Of(Variable variable)
    {
        var languages = new[] { Language.Nb, Language.En };
        var all = variable.Categories.ToDictionary(category => category.Code, category => Lexicon.Default.KeysOf(category.Label));
        return variable.Categories.Select((category, i) => new GroupWords(variable.Name, category.Code, category.Label)
        {
            Names = languages.ToDictionary(language => language, language => (IReadOnlySet<string>)all[category.Code][language]
                .Where(key => all.Count(other => other.Value[language].Contains(key)) == 1 && !Common.Contains(key)).ToHashSet(StringComparer.Ordinal)),
            Range = RangeOf(category.Label.Nb),
            End = !variable.Ordered ? 0 : i == 0 ? -1 : i == variable.Categories.Count - 1 ? 1 : 0,
        });
    }

    // Words of labels that every text on the state is full of.
    private static readonly HashSet<string> Common = new(StringComparer.Ordinal) { "stat", "virksomhet", "annen", "ansatt", "forskning", "ingen", "egen" };

    private static (int, int)? RangeOf(string label) =>
        Limits().Match(label) is { Success: true } range ? (Int(range.Groups["a"].Value), range.Groups["b"].Success ? Int(range.Groups["b"].Value) : int.MaxValue) : null;

    private static int Int(string digits) => int.Parse(digits, System.Globalization.CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(?<a>\d+)(?:–(?<b>\d+))?\s")]
    private static partial Regex Limits();
}
