using System.Text.RegularExpressions;

namespace Barometer.Evidence.Tables;

/// <summary>
/// Numbers of releases in the places of an author's words: what a sentence and a figure's title are filled with. What is made of numbers that may not be shown is
/// a symbol here; whoever asks for the text finds out first whether all that it quotes is shown.
/// </summary>
internal static partial class SentencePlaces
{
    /// <summary>The words with their places filled.</summary>
    public static string Filled(string words, IReadOnlyList<Released<ReleasedTable>> releases, Language language) => Place().Replace(words, match => Number(releases, match.Value, language));

    /// <summary>All the estimates that the places of the words say something of.</summary>
    public static IEnumerable<ReleasedEstimate> Quoted(LocalizedText words, IReadOnlyList<Released<ReleasedTable>> releases) =>
        Place().Matches(words.Nb + words.En).SelectMany(place => Quoted(releases, place.Value));

    /// <summary>
    /// The title of a figure: an author's words with numbers as a figure has them, without their intervals, which it draws. No mark says that the answers are synthetic, since the figure does.
    /// </summary>
    /// <returns>The title, null where a number of it may not be shown or is missing; and the estimates it names, which stand out in the figure.</returns>
    /// <exception cref="BarometerException">A place names no estimate, or several.</exception>
    public static (LocalizedText? Text, IReadOnlyList<ReleasedEstimate> Named) Title(LocalizedText words, IReadOnlyList<Released<ReleasedTable>> releases)
    {
        var places = Place().Matches(words.Nb + words.En).Select(place => place.Value).Distinct().ToList();
        if (!places.SelectMany(place => Quoted(releases, place)).All(one => ReleasedCell.IsShown(one) && double.IsFinite(one.Value)))
        {
            return (null, []);
        }

        return (new LocalizedText(InTitle(words.Nb, Language.Nb), InTitle(words.En, Language.En)), [.. places.SelectMany(place => Whole().Match(place) is { Success: true } whole
            ? RankingWording.Named(whole.Groups["what"].Value, Told(Whose(releases, whole))) : Comparison().IsMatch(place) ? Quoted(releases, place) : [Found(releases, place).Estimate]).Distinct()]);

        string InTitle(string text, Language language) => SentenceCase.First(Place().Replace(text, match => Number(releases, match.Value, language, isTitle: true)));
    }

    /// <summary>Whether there are places for numbers in the words.</summary>
    public static bool Are(LocalizedText words) => Place().IsMatch(words.Nb + words.En);

    private static string Number(IReadOnlyList<Released<ReleasedTable>> releases, string written, Language language, bool isTitle = false)
    {
        if (Comparison().Match(written) is { Success: true } comparison)
        {
            var ((one, above), (other, below)) = (Found(releases, $"{{{comparison.Groups["one"].Value}}}"), Found(releases, $"{{{comparison.Groups["other"].Value}}}"));
            var areApart = one == other && above.Outcome == below.Outcome && above.Groups.Count > 0 && above.Groups.Count == below.Groups.Count && above != below;
            return !ReleasedCell.IsShown(above) || !ReleasedCell.IsShown(below) ? StandardSymbol.NotPublishable.Sign()
                : comparison.Groups["how"].Value == "times" ? ComparisonWording.Times(above, below, areApart, language) : ComparisonWording.Often(above, below, areApart, language);
        }

        if (Whole().Match(written) is { Success: true } whole)
        {
            var of = Whose(releases, whole);
            return !Told(of).All(ReleasedCell.IsShown) ? StandardSymbol.NotPublishable.Sign() : RankingWording.Of(whole.Groups["what"].Value, of, Told(of), language);
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
            "value" => Value(table, estimate, format, isTitle),
            "rank" => Among(table, estimate) is var among && among.All(ReleasedCell.IsShown) ? ComparisonWording.Rank(estimate, among, language) : StandardSymbol.NotPublishable.Sign(),
            "chance" => ComparisonWording.Chance(table, estimate, language),
            "label" => SentenceCase.Inside(EstimateLayout.Of(table).RowLabelInFull(estimate).In(language)),
            _ => Value(table, estimate, format, isTitle) + (isTitle ? "" : Interval(table, estimate, format)),
        };
    }

    /// <summary>The estimates that a place says something of: one, two that are compared, or all among which it is ranked.</summary>
    private static IEnumerable<ReleasedEstimate> Quoted(IReadOnlyList<Released<ReleasedTable>> releases, string written)
    {
        if (Comparison().Match(written) is { Success: true } comparison)
        {
            return [Found(releases, $"{{{comparison.Groups["one"].Value}}}").Estimate, Found(releases, $"{{{comparison.Groups["other"].Value}}}").Estimate];
        }

        if (Whole().Match(written) is { Success: true } whole)
        {
            return Told(Whose(releases, whole));
        }

        var (table, estimate) = Found(releases, written);
        return Parsed(releases, written).Groups["form"].Value == "rank" ? Among(table, estimate) : [estimate];
    }

    // A group among the other groups; of everybody an item among items, or an answer among answers.
    private static IReadOnlyList<ReleasedEstimate> Among(ReleasedTable table, ReleasedEstimate estimate) => estimate.Groups.Count > 0
        ? [.. table.Estimates.Where(one => one.Outcome == estimate.Outcome && one.Groups.Count == estimate.Groups.Count)]
        : [.. table.Estimates.Where(one => one.Groups.Count == 0 && !one.Outcome.IsReason && (one.Outcome.Item is null || one.Outcome.Code == estimate.Outcome.Code))];

    // What a place speaks of that is about a whole release: its groups, or of everybody its items or answers.
    private static ReleasedTable Whose(IReadOnlyList<Released<ReleasedTable>> releases, Match whole) =>
        releases.FirstOrDefault(one => !whole.Groups["release"].Success || one.Stamp.Id == whole.Groups["release"].Value)?.Content ?? throw Unknown(releases, whole.Value);

    private static List<ReleasedEstimate> Told(ReleasedTable table) =>
        [.. table.Estimates.Where(one => one.Groups.Count > 0 == table.By.Count > 0 && one is { Outcome: { IsReason: false, IsResidual: false } } && (!ReleasedCell.IsShown(one) || double.IsFinite(one.Value)))];

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

    private static string Value(ReleasedTable table, ReleasedEstimate estimate, NumberFormat format, bool isTitle)
    {
        var quantity = Quantity.Of(table);
        var decimals = isTitle ? Math.Min(quantity.DecimalsBorne(table.Estimates), quantity.DecimalsOf(estimate)) : quantity.DecimalsOf(estimate);
        return quantity.IsPercent ? format.PercentInProse(estimate.Value, decimals)
            : quantity.Factor == 100 ? format.PercentagePoints(estimate.Value, decimals)
            : format.Number(estimate.Value, isTitle ? decimals : quantity.Decimals);
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

    /// <summary>The places there are, as short as name one number.</summary>
    public static IReadOnlyList<string> Of(IReadOnlyList<Released<ReleasedTable>> releases)
    {
        var all = releases.SelectMany(one => one.Content.Estimates.Select(estimate => PlaceOf(one.Content, estimate)).Distinct().Select(place => (one.Stamp.Id, Place: place))).ToList();
        return [.. all.Select(one => all.Count(other => other.Place == one.Place) > 1 ? $"{{{one.Id}/{one.Place[1..]}" : one.Place)];
    }

    private static BarometerException Unknown(IReadOnlyList<Released<ReleasedTable>> releases, string written)
    {
        var places = Of(releases);
        return new BarometerException(new Problem(
            $"The place {written} in the sentence names no number of {string.Join(" or ", releases.Select(one => $"«{one.Content.Title.Nb}»"))}, or several",
            Expected: NearNames.Expected(places, written),
            Hint: NearNames.Hint(places, written) ?? "{variable=answer@group/group}, groups in the order of by; then :n for the number of answers, :value for no interval, or :label for the group's name"));
    }

    [GeneratedRegex(@"\{[^{}]*\}")]
    private static partial Regex Place();

    [GeneratedRegex(@"^\{((?<release>[a-z0-9]+(-[a-z0-9]+)*)/)?(?<what>largest|smallest|between|certain)\}\z")]
    private static partial Regex Whole();

    [GeneratedRegex(@"^\{(?<how>times|often)\((?<one>[^,()]+),\s*(?<other>[^,()]+)\)\}\z")]
    private static partial Regex Comparison();

    [GeneratedRegex(@"^\{((?<release>[a-z0-9]+(-[a-z0-9]+)*)/)?(?<variable>\w+(?:-\w+)?)(=(?<code>[^@:]+))?(@(?<group>[^:]+))?(:(?<form>n|value|rank|chance|label))?\}\z")]
    private static partial Regex Parts();
}
