namespace Barometer.Evidence;

/// <summary>
/// What those who didn't answer could do to a printed share. Of those invited the part W answered, with the share p; had the others the share p + d, it would be W p + (1 − W)(p + d) = p + (1 − W) d among all
/// (Cochran 1977, 13.2). Without any assumption it lies between W p, where none of the others, and W p + 1 − W, where all of them would have said so (Manski 2003, ch. 1). W is unweighted: how large a part of
/// the population those who answered stand for isn't printed.
/// </summary>
internal sealed class NonResponseBounds
{
    private static readonly LocalizedText Title = new("Hva de som ikke svarte, kunne gjort med tallet", "What those who didn’t answer could do to the figure");

    private static readonly int[] Steps = [-40, -20, -10, -5, 0, 5, 10];

    private readonly string _id;
    private readonly PublishedFigure _share;
    private readonly PublishedFigure _answered;
    private readonly PublishedFigure _invited;
    private readonly Language _language;
    private readonly IReadOnlyList<int> _points;

    /// <summary>The bounds of a printed share.</summary>
    /// <param name="id">The name of the figure.</param>
    /// <param name="share">The share among those who answered.</param>
    /// <param name="answered">The number that answered.</param>
    /// <param name="invited">The number invited.</param>
    /// <param name="language">The language of the figure.</param>
    /// <exception cref="BarometerException">The figures aren't of one survey, or not these.</exception>
    public NonResponseBounds(string id, PublishedFigure share, PublishedFigure answered, PublishedFigure invited, Language language = Language.Nb)
    {
        (_id, _share, _answered, _invited, _language) = (id, share, answered, invited, language);
        var isOne = new[] { answered, invited }.All(one => one.Country == share.Country && one.Year == share.Year && one.Level == share.Level && one.StatisticalUnit == share.StatisticalUnit);
        var isKind = share is { Unit: PublishedUnit.Share, Value: not null } && answered is { Unit: PublishedUnit.Number, Topic: "answers", Value: > 0 } && invited is { Unit: PublishedUnit.Number, Topic: "invited" } && invited.Value >= answered.Value;
        if (!isOne || !isKind)
        {
            throw new BarometerException(new Problem(
                $"«{share.Id}», «{answered.Id}» and «{invited.Id}» don't say what those who didn't answer could do", Expected: "a printed share, and of the same survey the numbers that answered and were invited"));
        }

        // Round steps of our own, and no author's: what stands in a figure of published numbers comes from them alone.
        _points = [.. Steps.Where(point => Others(point) is >= 0 and <= 1)];
    }

    /// <summary>The part of those invited that answered, unweighted.</summary>
    public decimal Response => _answered.Value!.Value / _invited.Value!.Value;

    /// <summary>What it would be without any assumption about those who didn't answer.</summary>
    public (decimal Least, decimal Most) Worst => (Response * _share.Value!.Value, (Response * _share.Value.Value) + 1 - Response);

    /// <summary>The share of all, had those who didn't answer another share by so many percentage points.</summary>
    public decimal All(int points) => _share.Value!.Value + ((1 - Response) * points / 100);

    /// <summary>The figure, with its numbers as a table.</summary>
    public Figure Bars() => new(Describe, new EvidenceTable(Table(), Stamp), new FigureOptions { Language = _language });

    private ReleaseStamp Stamp => new(_id, "-", "published", IsSynthetic: false);

    private PublishedSelection Selection => new(Title, [_share, _answered, _invited]);

    private decimal Others(int points) => _share.Value!.Value + (points / 100m);

    // Every share that would be printed so, in the place of the printed one; of a number that follows it with some weight.
    private TableCell Rounded(decimal number, decimal weight) =>
        TableCell.Interval((double)(100 * (number + (weight * (_share.Implied!.Lower - _share.Value!.Value)))), (double)(100 * (number + (weight * (_share.Implied.Upper - _share.Value.Value)))), 1);

    private TableContent Table() => new()
    {
        Id = _id,
        Title = Title,
        Unit = Unit,
        Columns =
        [
            new("others", new("De som ikke svarte", "Those who didn’t answer"), IsNumeric: false, IsRowHeader: true),
            new("share_others", new("Andel blant dem (%)", "Share among them (%)"), IsNumeric: true),
            new("share_all", new("Andel blant alle (%)", "Share among all (%)"), IsNumeric: true),
            new("rounded", new("Med trykt avrunding", "With printed rounding"), IsNumeric: true),
        ],
        Rows =
        [
            .. _points.Select(point => new TableRow(
                [TableCell.Text(Label(point)), Percent(Others(point)), Percent(All(point)), Rounded(All(point), 1)], IsTotal: point == 0)),
            new TableRow([TableCell.Text(new LocalizedText("Ingen av dem", "None of them")), Percent(0), Percent(Worst.Least), Rounded(Worst.Least, Response)]),
            new TableRow([TableCell.Text(new LocalizedText("Alle av dem", "All of them")), Percent(1), Percent(Worst.Most), Rounded(Worst.Most, Response)]),
        ],
        Notes = [.. Notes.Select(note => new TableNote("", note))],
        Source = PublishedWording.Sources(Selection),
    };

    private FigureDescription Describe(FigureOptions options)
    {
        var (language, format) = (options.Language, NumberFormat.For(options.Language));
        ChartRow[] rows =
        [
            .. _points.Select(point => Row(Label(point), ValueForm.Exact, All(point), null, format.Percent((double)All(point)), point == 0)),
            Row(Unknown, ValueForm.Range, Worst.Most, Worst.Least, format.PercentRange((double)Worst.Least, (double)Worst.Most), isStrong: false),
        ];
        return FigureFrame.Around(
            new RowChart(RowMark.Bars, rows, ValueAxis.Holding([100], 100, tick => format.Percent(tick / 100))) { Reference = 0 },
            options,
            Stamp,
            _id,
            Title,
            Unit.In(language),
            [.. Notes.Select(note => note.In(language))],
            PublishedWording.Sources(Selection),
            FigureFrame.BarChart);

        ChartRow Row(LocalizedText label, ValueForm form, decimal value, decimal? lower, string text, bool isStrong) => new()
        {
            Label = label.In(language),
            Form = form,
            Value = Drawn(value),
            Lower = lower is { } least ? Drawn(least) : null,
            Upper = lower is null ? null : Drawn(value),
            ValueLabel = text,
            Spoken = AltText.Row(label.In(language), text, null, null, format),
            IsStrong = isStrong,
            Tone = isStrong ? RowTone.Total : RowTone.Usual,
        };
    }

    private LocalizedText Unit => new(
        $"{SentenceCase.First(_share.Indicator.Nb)}, blant alle inviterte, etter hvor stor andelen er blant dem som ikke svarte", $"{SentenceCase.First(_share.Indicator.En)}, among all invited, by how large the share is among those who didn’t answer");

    private static LocalizedText Unknown { get; } = new("Uten noen antakelse", "Without any assumption");

    private LocalizedText[] Notes => [
        new($"{Number(_answered, Language.Nb)} av {Number(_invited, Language.Nb)} inviterte svarte ({NumberFormat.For(Language.Nb).Percent((double)Response)}, uvektet). Feilmarginen fra utvalget kommer i tillegg.",
            $"{Number(_answered, Language.En)} of {Number(_invited, Language.En)} invited answered ({NumberFormat.For(Language.En).Percent((double)Response)}, unweighted). The margin of error of the sample comes on top."),
        new("Skravert: fra ingen til alle av dem som ikke svarte.", "Hatched: from none to all of those who didn’t answer."),
    ];

    private static string Number(PublishedFigure figure, Language language) => NumberFormat.For(language).Integer((long)figure.Value!.Value);

    private static LocalizedText Label(int points) => points == 0 ? new("Som de som svarte", "As those who answered") : new(
        $"{NumberFormat.For(Language.Nb).Integer(Math.Abs(points))} prosentpoeng {(points < 0 ? "lavere" : "høyere")}", $"{NumberFormat.For(Language.En).Integer(Math.Abs(points))} percentage points {(points < 0 ? "lower" : "higher")}");

    private static TableCell Percent(decimal share) => TableCell.Number((double)(share * 100), 1);

    private static double Drawn(decimal share) => (double)Rounding.HalfAwayFromZero(share * 100, 6);
}
