using System.Globalization;
using System.Text.RegularExpressions;

namespace Barometer.Evidence;

/// <summary>
/// A sentence to quote: words of the author's, numbers of a release. While the answers are synthetic it says so, and in
/// place of one with a number that may not be shown stands that it can't be quoted.
/// </summary>
/// <example>
/// <code>
/// partners.Sentence(
///     nb: "{partner_private} av arbeidsplassene samarbeidet med private bedrifter.",
///     en: "{partner_private} of the workplaces worked with private companies.")
/// // «20,1 prosent (95 % KI 17–23) av arbeidsplassene samarbeidet med private bedrifter.»
/// </code>
/// </example>
public sealed partial class Sentence : Displayable
{
    private const int Listed = 8;

    internal Sentence(LocalizedText text, ReleaseStamp stamp, LocalizedText source) => (Text, Stamp, Source) = (text, stamp, source);

    /// <summary>The sentence in both languages, with its numbers.</summary>
    public LocalizedText Text { get; }

    /// <summary>The release its numbers come from.</summary>
    public ReleaseStamp Stamp { get; }

    /// <summary>Where the numbers come from, in words.</summary>
    public LocalizedText Source { get; }

    /// <summary>
    /// Puts numbers of releases into an author's words. A place is <c>{variable}</c>, <c>{variable=answer}</c> or <c>{…@group}</c>; of two groupings <c>{…@group/group}</c>, in the order of
    /// <c>by</c>, in which «alle» stands for all. Answers and groups are called by code or label. After it <c>:n</c> asks for the number of answers, <c>:value</c> for the number without its confidence interval, <c>:rank</c>
    /// for its rank among the other groups or items, and <c>:chance</c> whether a difference is beyond chance. <c>{times(one, other)}</c> says how many times as often. All of these say no more than the intervals bear.
    /// A table of one number, such as a difference, needs the variable alone. Where several releases have a number by one place it begins with the release's id: <c>{innovated-by-size/innovated@from_50}</c>.
    /// </summary>
    /// <returns>The sentence; where a number of it may not be shown, one that says so, since other answers may hide other numbers.</returns>
    /// <exception cref="BarometerException">A place names no estimate, or several; or there is none at all.</exception>
    internal static Sentence Of(LocalizedText words, params IReadOnlyList<Released<ReleasedTable>> releases)
    {
        var text = new LocalizedText(Fill(releases, words.Nb, Language.Nb), Fill(releases, words.En, Language.En));
        var isWithheld = Place().Matches(words.Nb + words.En).SelectMany(place => Quoted(releases, place.Value)).Any(estimate => !ReleasedCell.IsShown(estimate));
        var sources = releases.Select(one => EstimateWording.Source(one.Content)).Distinct().ToList();
        return new Sentence(
            isWithheld ? Wording.Withheld : text,
            releases[0].Stamp.And(releases.Skip(1).Select(one => one.Stamp)),
            new LocalizedText(string.Join("; ", sources.Select(source => source.Nb)), string.Join("; ", sources.Select(source => source.En))));
    }

    /// <inheritdoc/>
    internal override string? Stored => Stamp.Output;

    /// <inheritdoc/>
    public override string ToHtml() => string.Create(
        CultureInfo.InvariantCulture,
        $"""
        <blockquote>
        <p lang="nb">{Markup.Encode(Text.Nb)}</p>
        <p lang="en"><em>{Markup.Encode(Text.En)}</em></p>
        <p><small>{Markup.Encode(Origin)}</small></p>
        </blockquote>
        """);

    /// <inheritdoc/>
    public override string ToString() => $"{Text.Nb}\n{Text.En}\n{Origin}";

    /// <inheritdoc/>
    internal override string StoredHtml(Language language) =>
        $"<blockquote>\n<p>{Markup.Encode(Text.In(language))}</p>\n<p><small>{Markup.Encode(OriginIn(language))}</small></p>\n</blockquote>";

    private string Origin => OriginIn(Language.Nb);

    private string OriginIn(Language language) => $"{Wording.Source.In(language)}: {Source.In(language)}. {Stamp.Id}.";

    private static string Fill(IReadOnlyList<Released<ReleasedTable>> releases, string words, Language language)
    {
        var text = Place().Replace(words, match => Number(releases, match.Value, language));
        if (text == words)
        {
            throw new BarometerException(new Problem("The sentence has no number in it", Expected: "a place: " + string.Join(", ", Places(releases).Take(Listed))));
        }

        return releases.Any(one => one.Content.IsSynthetic) ? $"{text} ({Wording.Synthetic.In(language)})" : text;
    }

    private static string Number(IReadOnlyList<Released<ReleasedTable>> releases, string written, Language language)
    {
        if (Comparison().Match(written) is { Success: true } times)
        {
            var ((one, above), (other, below)) = (Found(releases, $"{{{times.Groups["one"].Value}}}"), Found(releases, $"{{{times.Groups["other"].Value}}}"));
            return !ReleasedCell.IsShown(above) || !ReleasedCell.IsShown(below) ? StandardSymbol.NotPublishable.Sign()
                : ComparisonWording.Times(above, below, one == other && above.Outcome == below.Outcome && above.Groups.Count > 0 && above.Groups.Count == below.Groups.Count && above != below, language);
        }

        var place = Parsed(releases, written);
        var (table, estimate) = Found(releases, written);
        if (!ReleasedCell.IsShown(estimate))
        {
            return StandardSymbol.NotPublishable.Sign();
        }

        var format = NumberFormat.For(language);
        return place.Groups["form"].Value switch
        {
            "n" => estimate.Respondents is { } n ? format.Integer(n) : throw new BarometerException(new Problem(
                $"The place {place.Value} in the sentence asks for a number of answers, which «{table.Title.Nb}» has none of", Hint: "leave out :n")),
            "value" => Value(table, estimate, format),
            "rank" => Among(table, estimate) is var among && among.All(ReleasedCell.IsShown) ? ComparisonWording.Rank(estimate, among, language) : StandardSymbol.NotPublishable.Sign(),
            "chance" => ComparisonWording.Chance(table, estimate, language),
            _ => Value(table, estimate, format) + Interval(table, estimate, format),
        };
    }

    /// <summary>The estimates that a place says something of: one, two that are compared, or all among which it is ranked.</summary>
    private static IEnumerable<ReleasedEstimate> Quoted(IReadOnlyList<Released<ReleasedTable>> releases, string written)
    {
        if (Comparison().Match(written) is { Success: true } times)
        {
            return [Found(releases, $"{{{times.Groups["one"].Value}}}").Estimate, Found(releases, $"{{{times.Groups["other"].Value}}}").Estimate];
        }

        var (table, estimate) = Found(releases, written);
        return Parsed(releases, written).Groups["form"].Value == "rank" ? Among(table, estimate) : [estimate];
    }

    // A group among the other groups; of everybody an item among items, or an answer among answers.
    private static IReadOnlyList<ReleasedEstimate> Among(ReleasedTable table, ReleasedEstimate estimate) => estimate.Groups.Count > 0
        ? [.. table.Estimates.Where(one => one.Outcome == estimate.Outcome && one.Groups.Count == estimate.Groups.Count)]
        : [.. table.Estimates.Where(one => one.Groups.Count == 0 && !one.Outcome.IsReason && (one.Outcome.Item is null || one.Outcome.Code == estimate.Outcome.Code))];

    // Whatever stands in braces is meant as a place: one that is misspelt must not stay in the text.
    private static Match Parsed(IReadOnlyList<Released<ReleasedTable>> releases, string written) => Parts().Match(written) is { Success: true } place ? place : throw Unknown(releases, written);

    private static (ReleasedTable Table, ReleasedEstimate Estimate) Found(IReadOnlyList<Released<ReleasedTable>> releases, string written)
    {
        var place = Parsed(releases, written);
        var found = releases.Where(one => !place.Groups["release"].Success || one.Stamp.Id == place.Groups["release"].Value)
            .Select(one => (one.Content, Estimate: Find(one.Content, place))).Where(one => one.Estimate is not null).ToList();
        return found is [var only] ? (only.Content, only.Estimate!) : throw Unknown(releases, written);
    }

    private static ReleasedEstimate? Find(ReleasedTable table, Match place)
    {
        string[] groups = place.Groups["group"].Success ? place.Groups["group"].Value.Split('/') : [];
        var found = table.Estimates.Where(estimate => estimate.Outcome.Variable == place.Groups["variable"].Value
            && (!place.Groups["code"].Success || IsCalled(place.Groups["code"].Value, estimate.Outcome.Code ?? "", estimate.Outcome.Label))).ToList();
        var ofGroups = found.Where(estimate => groups.Length == 0 ? estimate.Groups.Count == 0 : IsOf(table, estimate, groups)).ToList();
        // A difference between groups is of no group that a reader could name.
        return (groups.Length == 0 && ofGroups.Count == 0 ? found : ofGroups) is [var only] ? only : null;
    }

    // A total of a crossing is of all of one of its variables.
    private static bool IsOf(ReleasedTable table, ReleasedEstimate estimate, string[] asked) =>
        (estimate.Groups.Count == asked.Length && estimate.Groups.Zip(asked, (group, one) => IsCalled(one, group.Code, group.Label)).All(isSo => isSo))
        || (estimate.Groups.Count < asked.Length && table.By.Count == asked.Length && table.By.Zip(asked).All(one => estimate.Groups.FirstOrDefault(group => group.Variable == one.First) is { } group
            ? IsCalled(one.Second, group.Code, group.Label) : IsCalled(one.Second, "all", Wording.All)));

    private static bool IsCalled(string asked, string code, LocalizedText label) =>
        asked == code || string.Equals(asked, label.Nb, StringComparison.OrdinalIgnoreCase) || string.Equals(asked, label.En, StringComparison.OrdinalIgnoreCase);

    private static string Value(ReleasedTable table, ReleasedEstimate estimate, NumberFormat format)
    {
        var quantity = Quantity.Of(table);
        return quantity.IsPercent ? format.PercentInProse(estimate.Value, quantity.DecimalsOf(estimate))
            : quantity.Factor == 100 ? format.PercentagePoints(estimate.Value, quantity.DecimalsOf(estimate))
            : format.Number(estimate.Value, quantity.Decimals);
    }

    private static string Interval(ReleasedTable table, ReleasedEstimate estimate, NumberFormat format)
    {
        if (estimate.Interval is not { } interval)
        {
            return "";
        }

        var quantity = Quantity.Of(table);
        var range = format.Range(quantity.Scale(interval.Lower), quantity.Scale(interval.Upper), quantity.IntervalDecimals);
        return $" ({IntervalWording.Header(interval.Level).In(format.Language)} {range})";
    }

    // As short as names one number.
    private static string PlaceOf(ReleasedTable table, ReleasedEstimate estimate)
    {
        var ofVariable = table.Estimates.Where(one => one.Outcome.Variable == estimate.Outcome.Variable).ToList();
        var code = ofVariable.Select(one => one.Outcome.Code).Distinct().Count() > 1 ? "=" + estimate.Outcome.Code : "";
        var ofOutcome = ofVariable.Where(one => one.Outcome.Code == estimate.Outcome.Code).ToList();
        return "{" + estimate.Outcome.Variable + code + (ofOutcome.Count == 1 || estimate.Groups.Count == 0 ? "" : "@" + string.Join('/', estimate.Groups.Count < table.By.Count ? table.By.Select(by => estimate.Groups.FirstOrDefault(group => group.Variable == by)?.Code ?? "all") : estimate.Groups.Select(group => group.Code))) + "}";
    }

    private static IReadOnlyList<string> Places(IReadOnlyList<Released<ReleasedTable>> releases)
    {
        var all = releases.SelectMany(one => one.Content.Estimates.Select(estimate => PlaceOf(one.Content, estimate)).Distinct().Select(place => (one.Stamp.Id, Place: place))).ToList();
        return [.. all.Select(one => all.Count(other => other.Place == one.Place) > 1 ? $"{{{one.Id}/{one.Place[1..]}" : one.Place)];
    }

    private static BarometerException Unknown(IReadOnlyList<Released<ReleasedTable>> releases, string written)
    {
        var places = Places(releases);
        return new BarometerException(new Problem(
            $"The place {written} in the sentence names no number of {string.Join(" or ", releases.Select(one => $"«{one.Content.Title.Nb}»"))}, or several",
            Expected: NearNames.Expected(places, written),
            Hint: NearNames.Hint(places, written) ?? "{variable=answer@group/group}, groups in the order of by; then :n for the number of answers, or :value for no interval"));
    }

    [GeneratedRegex(@"\{[^{}]*\}")]
    private static partial Regex Place();

    [GeneratedRegex(@"^\{times\((?<one>[^,()]+),\s*(?<other>[^,()]+)\)\}\z")]
    private static partial Regex Comparison();

    [GeneratedRegex(@"^\{((?<release>[a-z0-9]+(-[a-z0-9]+)*)/)?(?<variable>\w+(?:-\w+)?)(=(?<code>[^@:]+))?(@(?<group>[^:]+))?(:(?<form>n|value|rank|chance))?\}\z")]
    private static partial Regex Parts();
}
