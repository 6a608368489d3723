namespace Barometer.Evidence.Published;

/// <summary>
/// The figures that others have published about the barometers, and the door through which they reach tables and figures:
/// what is published already needs no disclosure control, so the registry hands it out as released.
/// </summary>
/// <example>
/// <code>
/// var published = PublishedRegistry.Read("data/published/figures.csv");
/// published["NOS18-INN-A"].Text                     // «85 %»
/// published.Series(PublishedSeries.Introduced)      // Released&lt;PublishedSelection&gt;, for a figure or a table
/// published.Compare("NOS18-INN-A", "DK3-INN-STATE") // not comparable, and why
/// </code>
/// </example>
public sealed class PublishedRegistry
{
    private readonly Dictionary<string, PublishedFigure> _byId;

    private PublishedRegistry(IReadOnlyList<PublishedFigure> figures)
    {
        Figures = figures;
        _byId = figures.ToDictionary(figure => figure.Id, StringComparer.Ordinal);
    }

    /// <summary>All figures in the order of the file.</summary>
    public IReadOnlyList<PublishedFigure> Figures { get; }

    /// <summary>The figure with that id.</summary>
    /// <exception cref="BarometerException">There is none; the message names the ids of the same row or survey.</exception>
    public PublishedFigure this[string id] => _byId.TryGetValue(id, out var figure)
        ? figure
        : throw new BarometerException(new Problem(
            $"There is no published figure «{id}»",
            Expected: NearNames.Expected(Near(id), id),
            Hint: NearNames.Hint(Figures.Select(one => one.Id), id) ?? "the ids are in data/published/figures.csv"));

    /// <summary>Reads <c>figures.csv</c>.</summary>
    /// <exception cref="BarometerException">The file is missing or wrong; the message names every problem in it.</exception>
    internal static PublishedRegistry Read(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return new PublishedRegistry(PublishedReader.Read(path));
    }

    /// <summary>The figures that fit everything given, in the order of the file.</summary>
    /// <param name="series">The series, or null for any.</param>
    /// <param name="country">The country's code, or null for any.</param>
    /// <param name="year">The edition's year, or null for any.</param>
    /// <param name="sourceRow">The transcribed row, or null for any.</param>
    /// <param name="level">The level of government, or null for any.</param>
    /// <param name="topic">What is measured, or null for anything.</param>
    public IReadOnlyList<PublishedFigure> Find(
        PublishedSeries? series = null, string? country = null, int? year = null, string? sourceRow = null, GovernmentLevel? level = null, string? topic = null) =>
        [.. Figures.Where(figure => (series is null || figure.Series == series)
            && (country is null || figure.Country == country)
            && (year is null || figure.Year == year)
            && (sourceRow is null || figure.SourceRow == sourceRow)
            && (level is null || figure.Level == level)
            && (topic is null || figure.Topic == topic))];

    /// <summary>Whether two figures may stand beside each other, and why or why not.</summary>
    /// <exception cref="BarometerException">There is no such figure.</exception>
    public PublishedComparison Compare(string one, string other) => PublishedComparison.Of(this[one], this[other]);

    /// <summary>How far one figure lies from another, with the limits that rounding leaves and what has to be said beside it.</summary>
    /// <exception cref="BarometerException">There is no such figure, they aren't comparable, or one is no number in digits.</exception>
    public PublishedDifference Difference(string one, string other) => PublishedDifference.Of(this[one], this[other]);

    /// <summary>Figures to show together, in the order given.</summary>
    /// <param name="id">The name of the selection: lower-case words joined by hyphens.</param>
    /// <param name="title">What they are about.</param>
    /// <param name="figures">The figures; at least one.</param>
    /// <exception cref="BarometerException">There is no figure.</exception>
    public Released<PublishedSelection> Select(string id, LocalizedText title, params IEnumerable<PublishedFigure> figures)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        ArgumentNullException.ThrowIfNull(title);
        List<PublishedFigure> own = [.. figures.Select(figure => this[figure.Id])]; // by id, so that a changed copy can't pass as published
        if (own.Count == 0)
        {
            throw new BarometerException(new Problem($"The selection «{id}» is empty", Expected: "at least one published figure"));
        }

        return new Released<PublishedSelection>(
            new PublishedSelection(title, own), new ReleaseStamp(id, PolicyVersion: "-", Survey: "published", IsSynthetic: false));
    }

    /// <summary>The figures with those ids, in the order given.</summary>
    /// <exception cref="BarometerException">There is no such figure, or none is asked for.</exception>
    public Released<PublishedSelection> Select(string id, LocalizedText title, params IEnumerable<string> ids) =>
        Select(id, title, ids.Select(wanted => this[wanted]));

    /// <summary>
    /// Figures that answer different questions, to show in panels: one a series, each with its own heading and order. The panels
    /// are never one ranking.
    /// </summary>
    /// <param name="id">The name of the selection: lower-case words joined by hyphens.</param>
    /// <param name="title">What they are about.</param>
    /// <param name="ids">The figures' ids; at least one.</param>
    /// <exception cref="BarometerException">There is no such figure, or none is asked for.</exception>
    public Released<PublishedSelection> Panels(string id, LocalizedText title, params IEnumerable<string> ids)
    {
        var selection = Select(id, title, ids);
        return new Released<PublishedSelection>(selection.Content with { HasPanels = true }, selection.Stamp);
    }

    /// <summary>Every figure of one series of innovation activity, without those that tell another again: two series never stand in one comparison.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><see cref="PublishedSeries.None"/> is no series.</exception>
    public Released<PublishedSelection> Series(PublishedSeries series) => series switch
    {
        PublishedSeries.WorksWith => Select(
            "published-works-with", new LocalizedText("Andel som jobber med innovasjon", "Share working with innovation"), Once(series)),
        PublishedSeries.Introduced => Select(
            "published-introduced", new LocalizedText("Andel som har innført innovasjon", "Share that introduced an innovation"), Once(series)),
        PublishedSeries.Unclear => Select(
            "published-unclear", new LocalizedText("Andeler der formuleringen ikke avgjør serien", "Shares whose wording doesn't decide the series"), Once(series)),
        PublishedSeries.Undertaken => Select(
            "published-undertaken", new LocalizedText("Andel som har gjennomført innovasjon", "Share that undertook innovation"), Once(series)),
        PublishedSeries.EmployeesView => Select(
            "published-employees-view", new LocalizedText("Andel av ansatte som sier at arbeidsgruppen har innført innovasjon", "Share of employees who say that their work group introduced innovation"), Once(series)),
        _ => throw new ArgumentOutOfRangeException(nameof(series)),
    };

    private IEnumerable<PublishedFigure> Once(PublishedSeries series) => Find(series).Where(figure => figure.Repeats is null);

    private List<string> Near(string id)
    {
        var stem = id.Split('.', '-')[0];
        var near = Figures.Where(figure => figure.Id.StartsWith(stem, StringComparison.OrdinalIgnoreCase)).Select(figure => figure.Id).ToList();
        return near.Count > 0 ? near : [.. Figures.Select(figure => figure.Id)];
    }
}

/// <summary>Published figures to show together.</summary>
/// <param name="Title">What they are about.</param>
/// <param name="Figures">The figures, in the order to show them in; at least one.</param>
public sealed record PublishedSelection(LocalizedText Title, IReadOnlyList<PublishedFigure> Figures)
{
    /// <summary>Whether the figures of each series stand in a panel of their own.</summary>
    internal bool HasPanels { get; init; }

    /// <summary>The sources behind the figures, each once, in the order of the figures.</summary>
    public IReadOnlyList<PublishedSource> Sources => [.. Figures.Select(figure => figure.Source).Distinct()];
}
