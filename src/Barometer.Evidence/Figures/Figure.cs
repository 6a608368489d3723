namespace Barometer.Evidence.Figures;

/// <summary>
/// A figure that may be published, drawn in two forms from one description: a static picture for paper and an
/// interactive chart. It shows itself in a notebook and gives its files. What has not been released can't become one.
/// </summary>
/// <example><code>
/// Figure.Bars(released).Titled("Direktoratene innoverer mest", "Directorates innovate most")
/// </code></example>
public sealed class Figure : Displayable
{
    private readonly Func<FigureOptions, FigureDescription> _describe;
    private readonly FigureOptions _options;
    private readonly Lazy<byte[]> _png;
    private readonly Lazy<Figure> _ministry;
    private readonly Lazy<Figure> _translated;

    internal Figure(Func<FigureOptions, FigureDescription> describe, EvidenceTable numbers, FigureOptions options)
    {
        _describe = describe;
        _options = options;
        Numbers = numbers.In(options.Language);
        Description = describe(options);
        _png = new Lazy<byte[]>(() => PngFile.Write(Description));
        _ministry = new Lazy<Figure>(ForMinistry);
        _translated = new Lazy<Figure>(() => In(options.Language == Language.En ? Language.Nb : Language.En));
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

    private Figure Ministry => !Description.HasTitle ? this : _ministry.Value;

    /// <summary>The release's id, with the variant and the language where they aren't the usual ones.</summary>
    private string FileName => Description.Id
        + (!Description.HasTitle ? "-untitled" : "")
        + (Description.Language == Language.En ? "-en" : "");

    /// <summary>Horizontal bars with confidence intervals, one a group or an answer.</summary>
    /// <param name="released">What was released.</param>
    /// <param name="options">What the author settles; null for the house's own choices.</param>
    public static Figure Bars(Released<ReleasedTable> released, FigureOptions? options = null) =>
        new(settled => EstimateRows.Bars(released, settled), EvidenceTable.Of(released), options ?? new FigureOptions());

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
        new(settled => EstimateRows.Dots(released, settled), EvidenceTable.Of(released), options ?? new FigureOptions());

    /// <summary>The same figure with a title that says the answer in a sentence.</summary>
    public Figure Titled(string nb, string en) => With(_options with { Title = new LocalizedText(nb, en) });

    /// <summary>The same figure with its bars in another order.</summary>
    public Figure Ordered(BarOrder order) => With(_options with { Order = order });

    /// <summary>The same figure with a note of the author's own under the chart.</summary>
    public Figure Noted(string nb, string en) => With(_options with { Note = new LocalizedText(nb, en) });

    /// <summary>The same figure without its title inside, for a ministry's own layout.</summary>
    public Figure ForMinistry() => With(_options with { Variant = FigureVariant.Ministry });

    /// <summary>The same figure in another language.</summary>
    public Figure In(Language language) => With(_options with { Language = language });

    /// <summary>The picture as SVG: text as outlines, title and description inside.</summary>
    public string ToSvg() => SvgFile.Write(Description);

    /// <summary>The picture as PNG at print resolution.</summary>
    public byte[] ToPng() => [.. _png.Value];

    /// <summary>The picture as PDF: vectors, text as outlines, title and words inside.</summary>
    public byte[] ToPdf() => PdfFile.Write(Description);

    /// <summary>The interactive chart: plotly's data, layout and settings as JSON, without script or address.</summary>
    public string ToPlotlyJson() => InteractiveFigure.Write(Description);

    /// <inheritdoc/>
    internal override string? Stored => Stamp.And(Numbers.Stamp).Output;

    /// <inheritdoc/>
    public override string ToHtml() => FigureHtml.Write(this, _png.Value);

    /// <summary>The figure in words.</summary>
    public override string ToString() => Description.AltText;

    /// <summary>
    /// The files the figure contributes to what a notebook leaves behind: the picture as SVG, PNG and PDF, the interactive
    /// chart, the picture without its title for a ministry's layout, and the numbers.
    /// </summary>
    public IReadOnlyList<ArtifactFile> ToFiles() =>
    [
        .. Pictures(),
        ArtifactFile.OfText($"figures/{FileName}.plotly.json", ToPlotlyJson()),
        .. !Description.HasTitle ? [] : Ministry.Pictures(),
        .. Numbers.ToFiles(),
    ];

    /// <summary>
    /// Three outputs: the picture, with the alternative text as its plain form; the numbers to unfold under it; the
    /// interactive chart.
    /// </summary>
    internal override IEnumerable<IReadOnlyDictionary<string, string>> Bundles() =>
    [
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [ArtifactBundle.MediaType] = ArtifactBundle.Write(
                ToFiles(), Stamp, Title, Description.Language, Numbers.Content, ($"figures/{Ministry.FileName}.png", AltText), Translation()),
            ["image/png"] = Convert.ToBase64String(_png.Value),
            ["text/plain"] = Description.AltText,
        },
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["text/html"] = FigureHtml.UnderPicture(this),
            ["text/plain"] = Numbers.ToString(),
            [HtmlTranslation.MediaType] = HtmlTranslation.Write(language => FigureHtml.UnderPicture(language == Description.Language ? this : _translated.Value)),
        },
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [InteractiveFigure.MediaType] = ToPlotlyJson(),
            ["text/plain"] = $"{Wording.Interactive.In(Description.Language)}: {Description.Title}",
        },
    ];

    private ArtifactFile[] Pictures() =>
    [
        ArtifactFile.OfText($"figures/{FileName}.svg", ToSvg()),
        ArtifactFile.OfBytes($"figures/{FileName}.png", ToPng()),
        ArtifactFile.OfBytes($"figures/{FileName}.pdf", ToPdf()),
    ];

    // Without its title the picture in the other language is for the evidence pack's document only.
    private ArtifactTranslation Translation()
    {
        var other = _translated.Value;
        var untitled = $"figures/{other.Ministry.FileName}.png";
        return new ArtifactTranslation(
            other.Description.Language,
            other.Title,
            other.AltText,
            [
                .. other.Pictures(),
                ArtifactFile.OfText($"figures/{other.FileName}.plotly.json", other.ToPlotlyJson()),
                .. other.Ministry == other ? [] : new[] { ArtifactFile.OfBytes(untitled, other.Ministry.ToPng()) },
                .. other.Numbers.ToFiles(),
            ],
            untitled);
    }

    private Figure With(FigureOptions options) => new(_describe, Numbers, options);
}
