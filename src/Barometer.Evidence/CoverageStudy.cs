namespace Barometer.Evidence;

/// <summary>
/// How often intervals hold what they should, counted in samples from a made-up population whose every answer is known: what <c>barometer simulate</c> stored in <c>data/simulated/</c>. It says that its
/// data are synthetic also where real answers are at hand: none of them is behind it.
/// </summary>
/// <example><code>
/// barometer.Coverage("operational-2018").Dots()
/// </code></example>
public sealed class CoverageStudy
{
    private static readonly LocalizedText Held = new("Intervaller som rommer den (%)", "Intervals that hold it (%)");

    private static readonly LocalizedText Width = new("Bredde (prosentpoeng)", "Width (percentage points)");

    private readonly SimulatedCoverage _coverage;
    private readonly Codebook _codebook;
    private readonly Language _language;

    internal CoverageStudy(SimulatedCoverage coverage, Codebook codebook, Language language) => (_coverage, _codebook, _language) = (coverage, codebook, language);

    /// <summary>The name of its files.</summary>
    internal string Id => $"coverage-{_coverage.Survey}";

    /// <summary>What the share is of.</summary>
    internal LocalizedText What => _codebook.Release is { } shown ? _codebook[shown.Question].Label : _codebook.Title;

    /// <summary>Where the numbers come from.</summary>
    internal static LocalizedText Source { get; } = new("Simulering på syntetiske svar, etter modellen i data/synthesis. Egne beregninger", "Simulation of synthetic answers, by the model in data/synthesis. Own calculations");

    /// <summary>Who answers where the answer decides, too.</summary>
    internal static LocalizedText Willingness { get; } = new(
        $"De som svarer ja, er {SimulatedCoverage.Willingness.Nb} villige til å svare enn de andre i samme stratum", $"Those who say yes are {SimulatedCoverage.Willingness.En} willing to answer than the others of their stratum");

    /// <summary>How often the interval of each share held the share of the whole population, where who answers depends on the stratum alone, as the weights take for granted. Whiskers are the simulation's own uncertainty.</summary>
    /// <example><code>barometer.Coverage("operational-2018").Dots()</code></example>
    public Figure Dots() => new(options => CoverageDots.Describe(this, SimulatedDraw.ByStratum, options), Table(SimulatedDraw.ByStratum), new FigureOptions { Language = _language });

    /// <summary>The same where who answers depends on the answer, too, which no frame knows; beside it what <see cref="Dots"/> shows.</summary>
    /// <example><code>barometer.Coverage("operational-2018").DotsByAnswer()</code></example>
    public Figure DotsByAnswer() => new(options => CoverageDots.Describe(this, SimulatedDraw.ByAnswer, options), Table(SimulatedDraw.ByAnswer), new FigureOptions { Language = _language });

    /// <summary>Standard errors by linearisation and by the bootstrap, of the same samples: how often the intervals held the truth, and how wide they were.</summary>
    /// <example><code>barometer.Coverage("operational-2018").Variances()</code></example>
    public EvidenceTable Variances()
    {
        var (taylor, bootstrap) = (Of(SimulatedDraw.Compared), Of(SimulatedDraw.Compared, SimulatedVariance.Bootstrap));
        LocalizedText[] methods = [new("Taylor", "Taylor"), new("Bootstrap", "Bootstrap")];
        return Tabled(
            "variances",
            new("To måter å regne standardfeilen på", "Two ways to make the standard error"),
            [.. methods.SelectMany((method, i) => new[] { new TableColumn(FormattableString.Invariant($"held_{i}"), Held, IsNumeric: true) { Group = method }, new TableColumn(FormattableString.Invariant($"width_{i}"), Width, IsNumeric: true) { Group = method } })],
            taylor,
            count => bootstrap.First(one => one.Variable == count.Variable && one.Code == count.Code) is var other
                ? [Percent(count.Coverage), Percent(count.MeanWidth), Percent(other.Coverage), Percent(other.MeanWidth)] : [],
            [
                new(
                    $"De samme {NumberFormat.For(Language.Nb).Integer(taylor[0].Samples)} utvalgene begge veier; {NumberFormat.For(Language.Nb).Integer(SimulatedCoverage.Replicates)} replikater i hvert.",
                    $"The same {NumberFormat.For(Language.En).Integer(taylor[0].Samples)} samples both ways; {NumberFormat.For(Language.En).Integer(SimulatedCoverage.Replicates)} replicates in each."),
                MonteCarlo(taylor),
            ]);
    }

    /// <summary>What was found for everybody, to quote.</summary>
    public Sentence Sentence()
    {
        var (assumed, unseen) = (Of(SimulatedDraw.ByStratum)[0], Of(SimulatedDraw.ByAnswer)[0]);
        string Said(Language language)
        {
            var format = NumberFormat.For(language);
            var (samples, held, missed) = (format.Integer(assumed.Samples), format.PercentInProse(assumed.Coverage, 1), format.PercentInProse(unseen.Coverage));
            return language == Language.Nb
                ? $"I {samples} utvalg fra en konstruert populasjon rommet 95 prosent konfidensintervall den riktige andelen i {held} av utvalgene. Er de som svarer ja, {SimulatedCoverage.Willingness.Nb} villige til å svare, var det {missed}. ({Wording.Synthetic.Nb})"
                : $"In {samples} samples from a made-up population the 95 per cent confidence interval held the right share in {held} of the samples. Where those who say yes are {SimulatedCoverage.Willingness.En} willing to answer, it was {missed}. ({Wording.Synthetic.En})";
        }

        return new Sentence(new(Said(Language.Nb), Said(Language.En)), Stamp(Id), Source);
    }

    /// <inheritdoc/>
    public override string ToString() => $"{SimulatedCoverage.Name(_coverage.Survey)}: {Wording.Synthetic.Nb} / {Wording.Synthetic.En}";

    /// <summary>The counts of a draw: of everybody first, then of the groups.</summary>
    internal IReadOnlyList<CoverageCount> Of(SimulatedDraw draw, SimulatedVariance variance = SimulatedVariance.Taylor) => [.. _coverage.Totals.Where(count => count.Draw == draw && count.Variance == variance)];

    /// <summary>The group of a count, and what it is a group by; null for everybody.</summary>
    internal (LocalizedText Label, LocalizedText? By) Label(CoverageCount count) => count.Variable.Length == 0 ? (Wording.All, null)
        : _codebook[count.Variable] is var variable ? (variable.Categories.FirstOrDefault(category => category.Code == count.Code)?.Label ?? new(count.Code, count.Code), variable.Label) : default;

    /// <summary>What a release says of itself; here always that it is synthetic.</summary>
    internal ReleaseStamp Stamp(string id) => new(id, "-", _coverage.Survey, IsSynthetic: true);

    /// <summary>The largest of the simulation's own errors, in words.</summary>
    internal static LocalizedText MonteCarlo(IEnumerable<CoverageCount> counts)
    {
        var error = counts.Max(count => count.MonteCarloError);
        return new(
            $"Simuleringens egen standardfeil er høyst {NumberFormat.For(Language.Nb).PercentagePoints(error, 1)}.", $"The simulation’s own standard error is at most {NumberFormat.For(Language.En).PercentagePoints(error, 1)}.");
    }

    private EvidenceTable Table(SimulatedDraw draw)
    {
        var counts = Of(draw);
        return Tabled(
            draw == SimulatedDraw.ByAnswer ? "by-answer" : "",
            CoverageDots.Title,
            [
                new("truth", new("Riktig andel (%)", "Right share (%)"), IsNumeric: true),
                new("estimate", new("Anslag i snitt (%)", "Mean estimate (%)"), IsNumeric: true),
                new("held", Held, IsNumeric: true),
                new("below", new("Ligger under (%)", "Lie below (%)"), IsNumeric: true),
                new("above", new("Ligger over (%)", "Lie above (%)"), IsNumeric: true),
                new("width", Width, IsNumeric: true),
            ],
            counts,
            count => [Percent(count.True), Percent(count.MeanEstimate), Percent(count.Coverage), Percent(count.Below / (double)count.Samples), Percent(count.Above / (double)count.Samples), Percent(count.MeanWidth)],
            [.. draw == SimulatedDraw.ByAnswer ? [new LocalizedText(Willingness.Nb + ".", Willingness.En + ".")] : Array.Empty<LocalizedText>(), CoverageDots.Samples(counts[0]), MonteCarlo(counts)]);
    }

    private EvidenceTable Tabled(string suffix, LocalizedText title, TableColumn[] columns, IReadOnlyList<CoverageCount> counts, Func<CoverageCount, TableCell[]> cells, LocalizedText[] notes)
    {
        var id = suffix.Length == 0 ? Id : $"{Id}-{suffix}";
        return new EvidenceTable(
            new TableContent
            {
                Id = id,
                Title = title,
                Unit = What,
                Columns = [new("group", Wording.Whose, IsNumeric: false, IsRowHeader: true), .. columns],
                Rows = [.. counts.Select(count => new TableRow([TableCell.Text(Label(count).Label), .. cells(count)], Label(count).By, IsTotal: count.Variable.Length == 0))],
                Notes = [.. notes.Select(note => new TableNote("", note))],
                Source = Source,
            },
            Stamp(id),
            _language);
    }

    private static TableCell Percent(double share) => TableCell.Number(100 * share, 1);
}

/// <summary>Describes how often intervals held the truth as points with the simulation's own uncertainty, beside the level they promise.</summary>
internal static class CoverageDots
{
    private const double Promised = 95;
    private const double Near = 90;
    private const double Reach = 1.96; // standard errors of a binomial share of some thousand samples

    /// <summary>The title where the author has none.</summary>
    public static readonly LocalizedText Title = new("Hvor ofte 95 prosent konfidensintervall rommer den riktige andelen", "How often a 95 per cent confidence interval holds the right share");

    private static readonly LocalizedText Assumed = new("Bare stratum avgjør hvem som svarer", "Only the stratum decides who answers");

    /// <summary>The figure of one way of drawing; where the answer decides, too, with the other beside it.</summary>
    public static FigureDescription Describe(CoverageStudy study, SimulatedDraw draw, FigureOptions options)
    {
        var (language, format, isAssumed) = (options.Language, NumberFormat.For(options.Language), draw == SimulatedDraw.ByStratum);
        var (counts, assumed) = (study.Of(draw), study.Of(SimulatedDraw.ByStratum));
        var rows = counts.Select((count, i) => Row(study, count, isAssumed ? null : assumed[i], format)).ToArray();
        double[] ends = [.. EstimateFrame.Ends(rows), Promised];
        string Tick(double tick) => format.Percent(tick / 100);

        // Around the promise on round numbers, so that a difference nobody would mind doesn't fill the picture.
        var near = ends.Min() >= Near && isAssumed ? new ValueAxis(Near, 100, [.. Enumerable.Range(0, 6).Select(i => Near + (2 * i)).Select(tick => new AxisTick(tick, Tick(tick)))]) : ValueAxis.Holding(ends, 100, Tick);
        return FigureFrame.Around(
            new RowChart(RowMark.Dots, rows, near)
            {
                Reference = Promised,
                Legend = isAssumed ? [] :
                [
                    new LegendKey(CoverageStudy.Willingness.In(language), LegendMark.Filled, Palette.Bar),
                    new LegendKey(Assumed.In(language), LegendMark.Open, Palette.Total),
                ],
            },
            options,
            study.Stamp(study.Id),
            isAssumed ? study.Id : $"{study.Id}-by-answer",
            Title,
            Subtitle(study, hasTitle: options.OwnTitle is not null).In(language),
            [Reading(isAssumed).In(language), Samples(counts[0]).In(language)],
            CoverageStudy.Source,
            FigureFrame.DotChart);
    }

    /// <summary>How many samples there were, and of whom.</summary>
    public static LocalizedText Samples(CoverageCount count) => new(
        $"{NumberFormat.For(Language.Nb).Integer(count.Samples)} utvalg fra en konstruert populasjon der alle svar er kjent.", $"{NumberFormat.For(Language.En).Integer(count.Samples)} samples from a made-up population in which all answers are known.");

    private static ChartRow Row(CoverageStudy study, CoverageCount count, CoverageCount? before, NumberFormat format)
    {
        var (label, by) = study.Label(count);
        var (value, error) = (Drawn(count.Coverage), Reach * count.MonteCarloError);
        var own = format.Percent(count.Coverage, 1);
        var text = before is null ? own : $"{own} {(format.Language == Language.En ? "v." : "mot")} {format.Percent(before.Coverage, 1)}";
        return new ChartRow
        {
            Names = [new Called(count.Code.Length == 0 ? "all" : count.Code, label)],
            Label = label.In(format.Language),
            Section = by?.In(format.Language),
            Form = ValueForm.Exact,
            Value = value,
            Lower = Drawn(count.Coverage - error),
            Upper = Drawn(Math.Min(1, count.Coverage + error)),
            Before = before is null ? null : Drawn(before.Coverage),
            ValueLabel = text,
            Spoken = AltText.Row(label.In(format.Language), text, null, null, format),
            IsTotal = count.Variable.Length == 0,
            IsStrong = count.Variable.Length == 0,
            Tone = count.Variable.Length == 0 ? RowTone.Total : RowTone.Usual,
        };
    }

    private static LocalizedText Subtitle(CoverageStudy study, bool hasTitle)
    {
        var (nb, en) = ("Prosent av utvalgene der 95 prosent konfidensintervall rommer andelen i hele populasjonen.", "Per cent of the samples in which the 95 per cent confidence interval holds the share of the whole population.");
        return hasTitle ? new($"{study.What.Nb}. {nb}", $"{study.What.En}. {en}") : new($"{study.What.Nb}. Prosent av utvalgene.", $"{study.What.En}. Per cent of the samples.");
    }

    private static LocalizedText Reading(bool isAssumed) => isAssumed
        ? new("Streken: det intervallet lover. Værhår: simuleringens egen usikkerhet, 95 prosent av en binomisk andel. Aksen begynner ikke på null.", "Line: what the interval promises. Whiskers: the simulation’s own uncertainty, 95 per cent of a binomial share. The axis does not begin at zero.")
        : new("Streken: det intervallet lover. Værhår: simuleringens egen usikkerhet, 95 prosent av en binomisk andel.", "Line: what the interval promises. Whiskers: the simulation’s own uncertainty, 95 per cent of a binomial share.");

    private static double Drawn(double share) => Rounding.Percent(share, 6);
}
