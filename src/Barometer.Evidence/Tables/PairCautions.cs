namespace Barometer.Evidence.Tables;

/// <summary>What tells two releases apart besides what they are of: other questions, answers that only one of them had, other scales, other weights.</summary>
internal static class PairCautions
{
    /// <summary>So many of what only one side has are named.</summary>
    private const int Most = 4;

    /// <summary>What a reader has to know of both.</summary>
    public static IEnumerable<LocalizedText> Of(ReleasedTable first, LocalizedText firstName, ReleasedTable second, LocalizedText secondName) =>
    [
        .. UnlikeQuestions(first, firstName, second, secondName),
        .. OnlyIn(second, secondName, first),
        .. OnlyIn(first, firstName, second),
        .. UnlikeScales(first, firstName, second, secondName),
        .. UnlikeWeights(first, firstName, second, secondName),
    ];

    private static IEnumerable<LocalizedText> UnlikeQuestions(ReleasedTable first, LocalizedText firstName, ReleasedTable second, LocalizedText secondName) =>
        first.Question is { } one && second.Question is { } other && one != other
            ? [new(
                $"Spørsmålene er ikke like. {secondName.Nb}: «{other.Nb}» {firstName.Nb}: «{one.Nb}»",
                $"The questions differ. {secondName.En}: “{other.En}” {firstName.En}: “{one.En}”")]
            : [];

    // An answer that only one side could choose takes from all others, so it is named whether or not it is shown.
    private static IEnumerable<LocalizedText> OnlyIn(ReleasedTable table, LocalizedText name, ReleasedTable other)
    {
        var choices = table.Measure != Measure.Share ? [] : table.Choices.Where(variable => other.Choices.ContainsKey(variable.Key))
            .SelectMany(variable => variable.Value.Where(choice => other.Choices[variable.Key].All(one => one.Name != choice.Name)))
            .Select(choice => choice.Title).Distinct().ToList();
        if (choices.Count > 0)
        {
            var (nb, en) = choices.Count == 1 ? ("svaralternativet", "the answer") : ("svaralternativene", "the answers");
            yield return new(
                $"Bare {SentenceCase.Inside(name.Nb)} hadde {nb} {Quoted(choices, text => $"«{text.Nb}»", "og", "andre")}: andelene av de andre svarene kan ikke uten videre sammenlignes.",
                $"Only {SentenceCase.Inside(name.En)} had {en} {Quoted(choices, text => $"“{text.En}”", "and", "others")}: the shares of the other answers can't simply be compared.");
        }

        var keys = other.Estimates.Select(EstimatePairs.FullKey).ToHashSet(StringComparer.Ordinal);
        var left = table.Estimates.Where(estimate => !keys.Contains(EstimatePairs.FullKey(estimate))).Select(estimate => estimate.Outcome.Item ?? EstimatePairs.Labelled(table, estimate)).Distinct().Except(choices).ToList();
        if (left.Count > 0)
        {
            yield return new(
                $"Bare {SentenceCase.Inside(name.Nb)}, og ikke vist: {Quoted(left, text => SentenceCase.Inside(text.Nb), "og", "andre")}.",
                $"{name.En} only, and not shown: {Quoted(left, text => SentenceCase.Inside(text.En), "and", "others")}.");
        }
    }

    // A balance counts answers above the middle less those below, whatever they are called: it changes with their number.
    private static IEnumerable<LocalizedText> UnlikeScales(ReleasedTable first, LocalizedText firstName, ReleasedTable second, LocalizedText secondName)
    {
        var longer = first.Measure == Measure.Share ? [] : first.Choices
            .Where(variable => second.Choices.TryGetValue(variable.Key, out var other) && other.Count != variable.Value.Count)
            .Select(variable => (First: variable.Value.Count, Second: second.Choices[variable.Key].Count)).Take(1).ToList();
        return longer.Select(scale => new LocalizedText(
            FormattableString.Invariant($"Svarskalaene er ikke like: {scale.Second} svar ({SentenceCase.Inside(secondName.Nb)}) og {scale.First} ({SentenceCase.Inside(firstName.Nb)})."),
            FormattableString.Invariant($"The scales differ: {scale.Second} answers ({SentenceCase.Inside(secondName.En)}) and {scale.First} ({SentenceCase.Inside(firstName.En)}).")));
    }

    private static IEnumerable<LocalizedText> UnlikeWeights(ReleasedTable first, LocalizedText firstName, ReleasedTable second, LocalizedText secondName) =>
        EstimateWording.ShortWeighting(first) is var one && EstimateWording.ShortWeighting(second) is var other && one != other
            ? [new($"{secondName.Nb}: {SentenceCase.Inside(other.Nb)} {firstName.Nb}: {SentenceCase.Inside(one.Nb)}", $"{secondName.En}: {SentenceCase.Inside(other.En)} {firstName.En}: {SentenceCase.Inside(one.En)}")]
            : [];

    private static string Quoted(List<LocalizedText> labels, Func<LocalizedText, string> of, string and, string others) => labels.Count > Most
        ? FormattableString.Invariant($"{string.Join(", ", labels.Take(Most).Select(of))} {and} {labels.Count - Most} {others}")
        : labels.Count == 1 ? of(labels[0]) : $"{string.Join(", ", labels.SkipLast(1).Select(of))} {and} {of(labels[^1])}";
}
