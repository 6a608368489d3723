namespace Barometer.Evidence;

/// <summary>A framed sentence among the outputs of a notebook: what stands in the place of a figure, or what a reader has to know of all of them.</summary>
/// <param name="title">What it says first.</param>
/// <param name="explanation">What it explains; null for a box that has nothing to say, of which no output is made.</param>
internal sealed class NoticeBox(LocalizedText title, LocalizedText? explanation) : Displayable
{
    private static readonly LocalizedText Synthetic = new("Syntetiske data", "Synthetic data");

    /// <summary>In the place of a figure that is drawn of synthetic answers only.</summary>
    public static NoticeBox Withheld { get; } = new(new("Figuren vises ikke", "The figure isn’t shown"), new("Figuren tegnes bare av syntetiske svar.", "The figure is drawn of synthetic answers only."));

    /// <summary>That answers are made by code, of the surveys of which they are; empty when they are of none.</summary>
    /// <param name="surveys">The surveys of a notebook.</param>
    /// <param name="also">What else holds of synthetic answers only; null for nothing.</param>
    public static NoticeBox Of(IReadOnlyList<Survey> surveys, LocalizedText? also)
    {
        var synthetic = surveys.Where(survey => survey.IsSynthetic).Select(survey => survey.Codebook.Title).ToList();
        if (synthetic.Count == 0)
        {
            return new(Synthetic, null);
        }

        // Each survey takes over by itself: then it is said of which the answers still are synthetic.
        var of = synthetic.Count == surveys.Count ? new LocalizedText("", "") : new($" på {Quoted(title => title.Nb, " og ")}", $" to {Quoted(title => title.En, " and ")}");
        return new(Synthetic, new(
            $"Svarene{of.Nb} er laget av kode og sier ingenting om virkeligheten.{(also is null ? "" : $" {also.Nb}")}",
            $"The answers{of.En} are made by code and say nothing about the real world.{(also is null ? "" : $" {also.En}")}"));

        string Quoted(Func<LocalizedText, string> text, string and) => string.Join(and, synthetic.Select(title => $"«{text(title)}»"));
    }

    /// <inheritdoc/>
    internal override string? Stored => OutputStamp.Notice;

    /// <inheritdoc/>
    public override IEnumerable<IReadOnlyDictionary<string, string>> ToMimeBundles() => explanation is null ? [] : base.ToMimeBundles();

    /// <inheritdoc/>
    public override string ToHtml() => StoredHtml(Language.Nb);

    /// <inheritdoc/>
    public override string ToString() => explanation is null ? "" : $"{title.Nb}. {explanation.Nb}\n{title.En}. {explanation.En}";

    /// <inheritdoc/>
    internal override string StoredHtml(Language language) => explanation is null ? "" : Notice.Html(language, title, explanation);
}
