using System.Globalization;

namespace Barometer.Evidence.Figures;

/// <summary>
/// Describes released response counts as the steps from the population over the invited to those who answered. A rate is
/// that of two released counts, and hidden with either of them. Of one survey a bar is as long as its count; several
/// stand under each other with bars as long as their share of the population, since their sizes differ too much for one axis.
/// </summary>
internal sealed class ResponseFunnel
{
    private static readonly string[] Steps = ["population", "invited", "answered"];
    private static readonly LocalizedText Kind = new("Trinn fra populasjon til svar", "Steps from population to answers");
    private static readonly LocalizedText OfPopulation = new("av populasjonen", "of the population");
    private static readonly LocalizedText OfInvited = new("av de inviterte", "of the invited");
    private static readonly LocalizedText Lengths = new("Stolpene viser andelen av populasjonen i hver undersøkelse.", "Bars show the share of the population of each survey.");

    private readonly EstimateFrame _frame;
    private readonly bool _isOneOfSeveral;

    private ResponseFunnel(Released<ReleasedTable> released, FigureOptions options, bool isOneOfSeveral) =>
        (_frame, _isOneOfSeveral) = (new EstimateFrame(released, options), isOneOfSeveral);

    /// <summary>The figure of <paramref name="released"/>.</summary>
    /// <exception cref="BarometerException">The release is none of response counts.</exception>
    public static FigureDescription Describe(Released<ReleasedTable> released, FigureOptions options)
    {
        var funnel = new ResponseFunnel(released, options, isOneOfSeveral: false);
        var rows = funnel.Rows();
        return funnel.Describe(rows, funnel._frame.Axis(rows));
    }

    /// <summary>The figure of several surveys.</summary>
    /// <param name="numbers">The same counts as a table, whose name, stamp and source are the figure's too.</param>
    /// <param name="releases">The response counts, one release a survey.</param>
    /// <param name="options">What the author settles.</param>
    /// <exception cref="BarometerException">A release is none of response counts.</exception>
    public static FigureDescription Describe(EvidenceTable numbers, IReadOnlyList<Released<ReleasedTable>> releases, FigureOptions options)
    {
        var funnels = releases.Select(release => new ResponseFunnel(release, options, isOneOfSeveral: true)).ToArray();
        var first = funnels[0]._frame;
        var axis = ValueAxis.Holding([100], 100, tick => first.Format.Percent(tick / 100, 0));
        var figure = funnels[0].Describe([.. funnels.SelectMany(funnel => funnel.Rows())], axis);
        return figure with
        {
            Id = numbers.Content.Id,
            Subtitle = EstimateWording.AsSentence(Subtitle(first, options)),
            Source = FigureFrame.Source(numbers.Content.Source!, options.Language),
            Stamp = numbers.Stamp,
        };
    }

    private static string Subtitle(EstimateFrame frame, FigureOptions options) => string.Join(" ", new[]
    {
        options.OwnTitle is null ? null : EstimateWording.AsSentence(EstimateWording.WhatByWhat(frame.Table).In(options.Language)),
        Lengths.In(options.Language),
        frame.Table.Year?.ToString(CultureInfo.InvariantCulture),
    }.OfType<string>());

    private FigureDescription Describe(IReadOnlyList<ChartRow> rows, ValueAxis axis) =>
        _frame.Describe("funnel", new RowChart(RowMark.Bars, rows, axis) { Reference = 0 }, Kind, _frame.Reading(hasBase: false));

    private ChartRow[] Rows() =>
    [
        .. _frame.Table.Estimates
            .GroupBy(estimate => string.Join('\u001f', estimate.Groups.Select(group => group.Code)))
            .SelectMany(group => Rows([.. group])),
    ];

    private IEnumerable<ChartRow> Rows(ReleasedEstimate[] group)
    {
        var counts = Array.ConvertAll(Steps, step => Array.Find(group, estimate => estimate.Outcome.Variable == step)
            ?? throw new BarometerException(new Problem($"The release has no count called «{step}»", Hint: "survey.ResponseCounts()")));
        for (var i = 0; i < counts.Length; i++)
        {
            var length = Length(counts[i], counts[0]);
            var label = counts[i].Outcome.Label.In(_frame.Language);
            var text = Text(counts, i);
            yield return new ChartRow
            {
                Label = label,
                Section = Section(counts[0]),
                Form = length is null ? ValueForm.Suppressed : ValueForm.Exact,
                Value = length,
                ValueLabel = text,
                Spoken = ReleasedCell.IsShown(counts[i]) ? $"{label}: {text}" : $"{label}: {StandardSymbol.NotPublishable.Meaning().In(_frame.Language)}",
            };
        }
    }

    /// <summary>The groups; of several surveys first whom each asked.</summary>
    private string? Section(ReleasedEstimate count)
    {
        var groups = _frame.Layout.Section(count)?.In(_frame.Language);
        var asked = EstimateWording.AsSentence(_frame.Table.Universe.In(_frame.Language)).TrimEnd('.');
        return !_isOneOfSeveral ? groups : groups is null ? asked : $"{asked} · {groups}";
    }

    private double? Length(ReleasedEstimate count, ReleasedEstimate population) => !ReleasedCell.IsShown(count) ? null
        : !_isOneOfSeveral ? count.Value
        : ReleasedCell.IsShown(population) && population.Value > 0 ? _frame.Drawn(100 * count.Value / population.Value)
        : null;

    private string Text(ReleasedEstimate[] counts, int step)
    {
        if (!ReleasedCell.IsShown(counts[step]))
        {
            return StandardSymbol.NotPublishable.Sign();
        }

        var number = _frame.Format.Number(counts[step].Value, 0);
        return step > 0 && ReleasedCell.IsShown(counts[step - 1]) && counts[step - 1].Value > 0
            ? $"{number} ({Rate(counts[step].Value / counts[step - 1].Value, step)})"
            : number;
    }

    private string Rate(double rate, int step) => _frame.Format.Percent(rate) + "\u00A0" + (step == 1 ? OfPopulation : OfInvited).In(_frame.Language);
}
