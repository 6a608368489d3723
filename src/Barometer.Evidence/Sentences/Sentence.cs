using System.Globalization;

namespace Barometer.Evidence.Sentences;

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
    internal Sentence(LocalizedText text, ReleaseStamp stamp, LocalizedText source) => (Text, Stamp, Source) = (text, stamp, source);

    /// <summary>The sentence in both languages, with its numbers.</summary>
    public LocalizedText Text { get; }

    /// <summary>The release its numbers come from.</summary>
    public ReleaseStamp Stamp { get; }

    /// <summary>Where the numbers come from, in words.</summary>
    public LocalizedText Source { get; }

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
}
