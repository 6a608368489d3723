using System.Globalization;

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
public sealed class Sentence : Displayable
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
    /// for its rank among the other groups or items, <c>:chance</c> whether a difference is beyond chance, and <c>:label</c> for what the group, item or answer is called. <c>{times(one, other)}</c> says how many times as often, <c>{often(one, other)}</c> whether more often at all,
    /// <c>{largest}</c> and <c>{smallest}</c> which group, item or answer is, <c>{between}</c> from what to what the groups go, and <c>{certain}</c> how many differences are certain. All of these say no more than the intervals bear.
    /// A table of one number, such as a difference, needs the variable alone. Where several releases have a number by one place it begins with the release's id: <c>{innovated-by-size/innovated@from_50}</c>.
    /// </summary>
    /// <returns>The sentence; where a number of it may not be shown, one that says so, since other answers may hide other numbers.</returns>
    /// <exception cref="BarometerException">A place names no estimate, or several; or there is none at all.</exception>
    internal static Sentence Of(LocalizedText words, params IReadOnlyList<Released<ReleasedTable>> releases)
    {
        var text = new LocalizedText(Fill(releases, words.Nb, Language.Nb), Fill(releases, words.En, Language.En));
        var isWithheld = SentencePlaces.Quoted(words, releases).Any(estimate => !ReleasedCell.IsShown(estimate));
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
        var text = SentencePlaces.Filled(words, releases, language);
        if (text == words)
        {
            throw new BarometerException(new Problem("The sentence has no number in it", Expected: "a place: " + string.Join(", ", SentencePlaces.Of(releases).Take(Listed))));
        }

        return releases.Any(one => one.Content.IsSynthetic) ? $"{text} ({Wording.Synthetic.In(language)})" : text;
    }
}
