namespace Barometer.Evidence.Figures;

/// <summary>
/// A figure that may be published, drawn in two forms from one description: a static picture for paper and an interactive
/// chart. It shows itself in a notebook, and makes every other form when it is asked for it. What has not been released can't
/// become one.
/// </summary>
/// <example><code>
/// Figure.Bars(released).Titled("Direktoratene innoverer mest", "Directorates innovate most")
/// </code></example>
public sealed class Figure : Displayable
{
    private readonly Func<FigureOptions, FigureDescription> _describe;
    private readonly FigureOptions _options;
    private readonly Lazy<byte[]> _png;
    private readonly IReadOnlyList<Released<ReleasedTable>> _releases;

    internal Figure(Func<FigureOptions, FigureDescription> describe, EvidenceTable numbers, FigureOptions options, params IReadOnlyList<Released<ReleasedTable>> releases)
    {
        _describe = describe;
        _releases = releases;
        _options = options;
        Numbers = (options.IsDraft ? numbers.AsDraft() : numbers).In(options.Language);
        Description = describe(options);
        _png = new Lazy<byte[]>(() => PngFile.Write(Description));
    }

    /// <summary>The numbers of the figure as a table.</summary>
    public EvidenceTable Numbers { get; }

    /// <summary>The release it stands on.</summary>
    public ReleaseStamp Stamp => Description.Stamp;

    /// <summary>The figure in words, for those who don't see it.</summary>
    public string AltText => Description.AltText;

    /// <summary>The figure's title.</summary>
    public string Title => Description.Title;

    internal FigureDescription Description { get; }

    /// <summary>The title where it stands without the picture, which says that its data are synthetic: in a list or over an untitled picture.</summary>
    internal string Caption => Stamp.IsSynthetic && _options.OwnTitle is not null ? $"{Title} ({SentenceCase.Inside(Wording.Synthetic.In(Description.Language))})" : Title;

    /// <summary>Horizontal bars with confidence intervals, one a group or an answer.</summary>
    /// <param name="released">What was released.</param>
    /// <param name="options">What the author settles; null for the house's own choices.</param>
    public static Figure Bars(Released<ReleasedTable> released, FigureOptions? options = null) =>
        new(settled => EstimateRows.Bars(released, settled), EvidenceTable.Of(released), options ?? new FigureOptions(), released);

    /// <summary>Published figures as bars: what is rounded, a range or a limit in its source looks so.</summary>
    /// <param name="published">What was selected from the registry: all shares, or all numbers.</param>
    /// <param name="options">What the author settles; null for the house's own choices.</param>
    /// <exception cref="BarometerException">Shares and numbers are mixed, or a figure is no number.</exception>
    public static Figure Bars(Released<PublishedSelection> published, FigureOptions? options = null) =>
        new(settled => PublishedBars.Describe(published, settled), EvidenceTable.Of(published), options ?? new FigureOptions());

    /// <summary>Points with confidence intervals, one a group or an answer, on an axis from zero.</summary>
    /// <param name="released">What was released.</param>
    /// <param name="options">What the author settles; null for the house's own choices.</param>
    public static Figure Dots(Released<ReleasedTable> released, FigureOptions? options = null) =>
        new(settled => EstimateRows.Dots(released, settled), EvidenceTable.Of(released), options ?? new FigureOptions(), released);

    /// <summary>
    /// The same figure with a title that says the answer in a sentence. It may have places for numbers as a sentence to quote has (<c>released.Sentence</c>): then it changes with the answers, and the bars it names stand out.
    /// In a language in which it is empty, and where a number of it may not be shown, the title is made of the labels.
    /// </summary>
    /// <param name="nb">The title in Norwegian.</param>
    /// <param name="en">The title in English.</param>
    /// <param name="others">More releases that the title has numbers of: <c>other.Released</c>.</param>
    /// <exception cref="BarometerException">It is empty in both languages, or a place names no number of the figure's release.</exception>
    /// <example><code>released.Bars().Titled("{innovated} jobber med innovasjon", "{innovated} work with innovation")</code></example>
    public Figure Titled(string nb = "", string en = "", params Released<ReleasedTable>[] others)
    {
        var words = new LocalizedText(nb, en);
        if (string.IsNullOrWhiteSpace(nb) && string.IsNullOrWhiteSpace(en))
        {
            throw new BarometerException(new Problem("The title is empty in both languages", Expected: "a sentence that says the finding", Hint: "without Titled the title is made of the labels"));
        }

        if (!SentencePlaces.Are(words))
        {
            return With(_options with { Title = words, Named = [] });
        }

        IReadOnlyList<Released<ReleasedTable>> releases = [.. _releases, .. others];
        var (title, named) = releases.Count > 0 ? SentencePlaces.Title(words, releases)
            : throw new BarometerException(new Problem($"The title «{words.Or(new(en, nb)).Nb}» has a place for a number, and the figure has no release that it could come from", Hint: "give the release after the words, or write the title without places"));
        return new Figure(_describe, Numbers, _options with { Title = title, Named = [.. named.Where(one => one.Groups.Count > 0 || _releases.All(release => release.Content.By.Count == 0)).Select(FigureChoices.NameOf)] }, releases);
    }

    /// <summary>The same figure with its bars in another order.</summary>
    /// <example><code>released.Bars().Ordered(BarOrder.Descending)</code></example>
    public Figure Ordered(BarOrder order) => With(_options with { Order = order });

    /// <summary>The same figure with these rows first, in this order.</summary>
    /// <param name="names">Groups, answers or items by code or label.</param>
    /// <exception cref="BarometerException">Nothing in the figure is called so; the message proposes what is.</exception>
    /// <example><code>released.Bars().Ordered("directorate", "ministry")</code></example>
    public Figure Ordered(params string[] names) => With(_options with { First = names });

    /// <summary>The same figure with a note of the author's own under the chart.</summary>
    /// <param name="nb">The note in Norwegian.</param>
    /// <param name="en">The note in English.</param>
    public Figure Noted(string nb = "", string en = "") => With(_options with { Note = new LocalizedText(nb, en) });

    /// <summary>The same figure with a label of the author's own. The table of its numbers keeps the codebook's.</summary>
    /// <param name="name">The group, answer or item, by code or label.</param>
    /// <param name="nb">Its label in Norwegian.</param>
    /// <param name="en">Its label in English; in a language in which it is empty it keeps the one it has.</param>
    /// <exception cref="BarometerException">Nothing in the figure is called so; the message proposes what is.</exception>
    /// <example><code>released.Bars().Labelled("directorate", "Direktoratene")</code></example>
    public Figure Labelled(string name, string nb = "", string en = "") => With(_options with { Labels = [.. _options.Labels, (name, new LocalizedText(nb, en))] });

    /// <summary>The same figure with its bars or points in another colour of the palette.</summary>
    /// <example><code>released.Bars().Coloured(FigureColor.Navy)</code></example>
    public Figure Coloured(FigureColor color) => With(_options with { Colors = [.. _options.Colors, (null, FigureChoices.ColorOf(color))] });

    /// <summary>The same figure with one group, answer or item in another colour of the palette.</summary>
    /// <param name="name">The group, answer or item, by code or label.</param>
    /// <param name="color">The colour.</param>
    /// <exception cref="BarometerException">Nothing in the figure is called so, or its colours have a meaning of their own.</exception>
    /// <example><code>released.Bars().Coloured("directorate", FigureColor.Ochre)</code></example>
    public Figure Coloured(string name, FigureColor color) => With(_options with { Colors = [.. _options.Colors, (name, FigureChoices.ColorOf(color))] });

    /// <summary>The same figure with one or more rows standing out: dark and bold, the others grey.</summary>
    /// <param name="names">Groups, answers or items by code or label.</param>
    /// <exception cref="BarometerException">Nothing in the figure is called so; the message proposes what is.</exception>
    /// <example><code>released.Bars().Highlighted("directorate")</code></example>
    public Figure Highlighted(params string[] names) => With(_options with { Highlighted = names });

    /// <summary>The same figure with fewer decimals in its labels.</summary>
    /// <param name="decimals">How many; never more than the release has.</param>
    /// <exception cref="BarometerException">It is less than none.</exception>
    /// <example><code>released.Bars().WithDecimals(0)</code></example>
    public Figure WithDecimals(int decimals) => decimals >= 0
        ? With(_options with { Decimals = decimals })
        : throw new BarometerException(new Problem("A number has no fewer decimals than none", Expected: "0 or more"));

    /// <summary>The same figure for a page, half a page or a slide.</summary>
    /// <example><code>released.Bars().Sized(FigureSize.Slide)</code></example>
    public Figure Sized(FigureSize size) => With(_options with { Size = size });

    /// <summary>The same figure without its title inside, for a ministry's own layout.</summary>
    public Figure ForMinistry() => With(_options with { Variant = FigureVariant.Ministry });

    /// <summary>The same figure in another language.</summary>
    public Figure In(Language language) => language == _options.Language ? this : With(_options with { Language = language });

    /// <summary>The picture as SVG: text as text, its font, title and description inside.</summary>
    public string ToSvg() => SvgFile.Write(Description);

    /// <summary>The same with text as outlines, for programs that know no font inside a file.</summary>
    internal string ToOutlinedSvg() => SvgFile.Write(Description, asOutlines: true);

    /// <summary>The picture for a telephone, 360 points wide, with labels over their bars, as SVG.</summary>
    internal string ToNarrowSvg() => SvgFile.Write(Description with { Size = PictureSize.Narrow });

    /// <summary>The picture as PNG at print resolution.</summary>
    public byte[] ToPng() => [.. _png.Value];

    /// <summary>The picture as PDF: vectors, text as text, tagged so that a screen reader gets title, words and notes in order and language.</summary>
    public byte[] ToPdf() => PdfFile.Write(Description);

    /// <summary>The interactive chart: plotly's data, layout and settings as JSON, without script or address.</summary>
    public string ToPlotlyJson() => InteractiveFigure.Write(Description);

    /// <inheritdoc/>
    internal override string? Stored => Stamp.And([Numbers.Stamp, .. _releases.Select(release => release.Stamp)]).Output;

    /// <summary>
    /// The picture itself inside, the alternative text on it, and its numbers as a table to unfold. Nothing is fetched and
    /// nothing runs.
    /// </summary>
    public override string ToHtml() =>
        $"<figure lang=\"{Markup.Tag(Description.Language)}\" style=\"margin:0\">\n"
        + $"<img src=\"data:image/png;base64,{Convert.ToBase64String(_png.Value)}\" "
        + FormattableString.Invariant($"alt=\"{Markup.Encode(AltText)}\" width=\"{StaticFigure.WidthOf(Description)}\" style=\"max-width:100%;height:auto\"/>\n")
        + $"<figcaption>\n{Under}</figcaption>\n</figure>";

    /// <summary>The figure in words.</summary>
    public override string ToString() => AltText;

    /// <summary>
    /// Two outputs: the picture with the interactive chart, of which a program draws the one it can, and the alternative text
    /// as their plain form; the numbers to unfold under it.
    /// </summary>
    public override IEnumerable<IReadOnlyDictionary<string, string>> ToMimeBundles() =>
    [
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [InteractiveFigure.MediaType] = ToPlotlyJson(),
            ["image/png"] = Convert.ToBase64String(_png.Value),
            ["text/plain"] = AltText,
        },
        new Dictionary<string, string>(StringComparer.Ordinal) { ["text/html"] = StoredHtml(Description.Language), ["text/plain"] = Numbers.ToString() },
    ];

    /// <summary>What stands under the picture: a caption where it has no title, and the numbers.</summary>
    internal override string StoredHtml(Language language) => $"<div lang=\"{Markup.Tag(language)}\">\n{In(language).Under}</div>";

    /// <summary>The same figure, marked as a draft.</summary>
    internal Figure AsDraft() => With(_options with { IsDraft = true });

    private string Under =>
        (!Description.HasTitle ? $"<p><strong>{Markup.Encode(Caption)}</strong></p>\n" : "")
        + $"<details>\n<summary>{Markup.Encode(Wording.ShowTable.In(Description.Language))}</summary>\n{Numbers.ToHtml()}\n</details>\n";

    private Figure With(FigureOptions options) => new(_describe, Numbers, options, _releases);
}
