namespace Barometer.Evidence;

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
