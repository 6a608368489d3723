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

    private static readonly LocalizedText Withheld = new(
        "Setningen kan ikke siteres: et tall i den kan ikke offentliggjøres.", "The sentence can't be quoted: a number in it may not be published.");

    internal Sentence(LocalizedText text, ReleaseStamp stamp, LocalizedText source) => (Text, Stamp, Source) = (text, stamp, source);

    /// <summary>The sentence in both languages, with its numbers.</summary>
    public LocalizedText Text { get; }

    /// <summary>The release its numbers come from.</summary>
    public ReleaseStamp Stamp { get; }

    /// <summary>Where the numbers come from, in words.</summary>
    public LocalizedText Source { get; }

    /// <summary>
    /// Puts a release's numbers into an author's words. A place is <c>{variable}</c>, <c>{variable=answer}</c> or <c>{…@group}</c>; of two groupings <c>{…@group/group}</c>, in the order of
    /// <c>by</c>. Answers and groups are called by code or label. After it <c>:n</c> asks for the number of answers and <c>:value</c> for the number without its confidence interval.
    /// A table of one number, such as a difference, needs the variable alone.
    /// </summary>
    /// <returns>The sentence; where a number of it may not be shown, one that says so, since other answers may hide other numbers.</returns>
    /// <exception cref="BarometerException">A place names no estimate, or several; or there is none at all.</exception>
    internal static Sentence Of(Released<ReleasedTable> released, LocalizedText words)
    {
        var table = released.Content;
        var text = new LocalizedText(Fill(table, words.Nb, Language.Nb), Fill(table, words.En, Language.En));
        var isWithheld = Place().Matches(words.Nb + words.En).Any(place => !ReleasedCell.IsShown(Find(table, Parsed(table, place))));
        return new Sentence(
            isWithheld ? Withheld : text,
            released.Stamp,
            EstimateWording.Source(table));
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

    private static string Fill(ReleasedTable table, string words, Language language)
    {
        var text = Place().Replace(words, match => Number(table, match, language));
        if (text == words)
        {
            throw new BarometerException(new Problem(
                "The sentence has no number in it", Expected: "a place: " + string.Join(", ", table.Estimates.Select(estimate => PlaceOf(table, estimate)).Distinct().Take(Listed))));
        }

        return table.IsSynthetic ? $"{text} ({Wording.Synthetic.In(language)})" : text;
    }

    private static string Number(ReleasedTable table, Match written, Language language)
    {
        var place = Parsed(table, written);
        var estimate = Find(table, place);
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
            _ => Value(table, estimate, format) + Interval(table, estimate, format),
        };
    }

    // Whatever stands in braces is meant as a place: one that is misspelt must not stay in the text.
    private static Match Parsed(ReleasedTable table, Match written) => Parts().Match(written.Value) is { Success: true } place ? place : throw Unknown(table, written.Value);

    private static ReleasedEstimate Find(ReleasedTable table, Match place)
    {
        string[] groups = place.Groups["group"].Success ? place.Groups["group"].Value.Split('/') : [];
        var found = table.Estimates.Where(estimate => estimate.Outcome.Variable == place.Groups["variable"].Value
            && (!place.Groups["code"].Success || IsCalled(place.Groups["code"].Value, estimate.Outcome.Code ?? "", estimate.Outcome.Label))).ToList();
        var ofGroups = found.Where(estimate => estimate.Groups.Count == groups.Length
            && estimate.Groups.Zip(groups, (group, asked) => IsCalled(asked, group.Code, group.Label)).All(isSo => isSo)).ToList();
        // A difference between groups is of no group that a reader could name.
        return (groups.Length == 0 && ofGroups.Count == 0 ? found : ofGroups) is [var only] ? only : throw Unknown(table, place.Value);
    }

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
        return "{" + estimate.Outcome.Variable + code + (ofOutcome.Count == 1 || estimate.Groups.Count == 0 ? "" : "@" + string.Join('/', estimate.Groups.Select(group => group.Code))) + "}";
    }

    private static BarometerException Unknown(ReleasedTable table, string written)
    {
        var places = table.Estimates.Select(estimate => PlaceOf(table, estimate)).Distinct().ToList();
        return new BarometerException(new Problem(
            $"The place {written} in the sentence names no number of «{table.Title.Nb}», or several",
            Expected: NearNames.Expected(places, written),
            Hint: NearNames.Hint(places, written) ?? "{variable=answer@group/group}, groups in the order of by; then :n for the number of answers, or :value for no interval"));
    }

    [GeneratedRegex(@"\{[^{}]*\}")]
    private static partial Regex Place();

    [GeneratedRegex(@"^\{(?<variable>\w+)(=(?<code>[^@:]+))?(@(?<group>[^:]+))?(:(?<form>n|value))?\}\z")]
    private static partial Regex Parts();
}
