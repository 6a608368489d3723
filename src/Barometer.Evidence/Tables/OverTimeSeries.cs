using System.Globalization;

namespace Barometer.Evidence.Tables;

/// <summary>What was released of waves, put in order.</summary>
internal sealed class OverTimeSeries
{
    /// <summary>What the waves are called.</summary>
    public required IReadOnlyList<LocalizedText> Waves { get; init; }

    /// <summary>Where they stand in time.</summary>
    public required IReadOnlyList<double> Times { get; init; }

    /// <summary>A line for everybody, or for each group.</summary>
    public required IReadOnlyList<OverTimeLine> Lines { get; init; }

    /// <summary>Where the series is broken: the place of the wave before, and why.</summary>
    public required IReadOnlyList<(int After, LocalizedText Reason)> Breaks { get; init; }

    /// <summary>The releases with the estimates.</summary>
    public required IReadOnlyList<Released<ReleasedTable>> Estimates { get; init; }

    /// <summary>The releases with the changes.</summary>
    public required IReadOnlyList<Released<ReleasedTable>> Changes { get; init; }

    /// <summary>What stands under all of it.</summary>
    public required ReleaseStamp Stamp { get; init; }

    /// <summary>What later waves say of their design.</summary>
    public required IReadOnlyList<LocalizedText> Choices { get; init; }

    /// <summary>Where the numbers come from.</summary>
    public required LocalizedText Source { get; init; }

    /// <summary>The tests of the changes, each by the id of its release; without those that may not be shown.</summary>
    public required IReadOnlyList<(string Id, ReleasedPValue Test)> Tests { get; init; }

    /// <summary>The table that says what is estimated.</summary>
    public ReleasedTable Heading => Estimates[0].Content;

    /// <summary>What is estimated: «Jobber med innovasjon», «Evaluering: Ja, internt».</summary>
    public LocalizedText What => EstimateWording.WhatByWhat(Heading with { ByLabels = [] });

    /// <summary>What, by what, over time.</summary>
    public LocalizedText Title => Heading.By.Zip(Heading.ByLabels).FirstOrDefault(by => by.First != StackedWaves.Wave).Second is { } group
        ? new($"{What.Nb}, etter {SentenceCase.Inside(group.Nb)}, over tid", $"{What.En}, by {SentenceCase.Inside(group.En)}, over time") : new($"{What.Nb}, over tid", $"{What.En}, over time");

    /// <summary>Of what: «Prosent av statlige arbeidsplasser».</summary>
    public LocalizedText Unit => new($"{Quantity.Unit.Nb} {Heading.Universe.Nb}", $"{Quantity.Unit.En} {Heading.Universe.En}");

    /// <summary>Each break in words.</summary>
    public IEnumerable<LocalizedText> BreakNotes => Breaks.Select(one => new LocalizedText($"Brudd etter {Waves[one.After].Nb}: {one.Reason.Nb}", $"Break after {Waves[one.After].En}: {one.Reason.En}"));

    /// <summary>The quantity of the estimates.</summary>
    public Quantity Quantity => Quantity.Of(Heading);

    /// <summary>Releases what was made of waves, and puts it in order.</summary>
    /// <param name="overTime">What was made.</param>
    /// <param name="id">The release's id.</param>
    /// <param name="table">Releases estimates.</param>
    /// <param name="change">Releases a change with its test, where it may be shown.</param>
    public static OverTimeSeries Of(
        UnreleasedOverTime overTime, string id, Func<UnreleasedTable, string, Released<ReleasedTable>> table, Func<UnreleasedTest, string, (Released<ReleasedTable> Table, ReleasedPValue? Test)> change)
    {
        string Year(int wave) => overTime.Waves[wave].Codebook.Year?.ToString(CultureInfo.InvariantCulture) ?? overTime.Waves[wave].Id;
        var points = new List<(int Wave, string? Group, ReleasedEstimate Estimate)>();
        var changes = new List<(int Wave, string? Group, ReleasedTable Table, ReleasedPValue? Test)>();
        var (estimates, differences) = (new List<Released<ReleasedTable>>(), new List<Released<ReleasedTable>>());
        var runs = overTime.Runs();
        foreach (var run in runs)
        {
            var released = table(run.Estimates, runs.Count == 1 ? id : $"{id}-{Year(run.First)}");
            estimates.Add(released);
            points.AddRange(released.Content.Estimates.Where(one => !one.Outcome.IsReason).Select(one => (
                one.Groups.FirstOrDefault(group => group.Variable == StackedWaves.Wave) is { } wave ? overTime.Waves.ToList().FindIndex(survey => survey.Id == wave.Code) : run.First,
                one.Groups.FirstOrDefault(group => group.Variable != StackedWaves.Wave)?.Code, one)));
            foreach (var one in run.Changes)
            {
                var (difference, test) = change(one.Test, string.Join('-', new[] { id, "change", Year(one.From + 1), one.Group?.Replace('_', '-') }.OfType<string>()));
                differences.Add(difference);
                changes.Add((one.From + 1, one.Group, difference.Content, test));
            }
        }

        var groups = overTime.Group is null ? [(string?)null] : points.Select(point => point.Group).Where(group => group is not null).Distinct().ToList();
        var lines = groups.Select(group => new OverTimeLine(
            group is null ? null : points.First(point => point.Group == group).Estimate.Groups.First(one => one.Variable != StackedWaves.Wave),
            [.. Enumerable.Range(0, overTime.Waves.Count).Select(wave => points.Where(point => point.Wave == wave && point.Group == group).Select(point => point.Estimate).FirstOrDefault())],
            [.. Enumerable.Range(0, overTime.Waves.Count).Select(wave => changes.Where(one => one.Wave == wave && one.Group == group).Select(one => new OverTimeChange(one.Table.Estimates[0], one.Test)).FirstOrDefault())]));
        var all = estimates.Concat(differences).ToList();
        var first = estimates[0].Stamp;
        var codebooks = overTime.Waves.Select(wave => wave.Codebook).ToList();
        return new OverTimeSeries
        {
            Waves = [.. codebooks.Select(codebook => codebook.WaveLabel)],
            Times = [.. codebooks.Select((codebook, i) => (double)(codebooks.All(one => one.Year is not null) ? codebook.Year!.Value : i))],
            Lines = [.. lines],
            Breaks = overTime.Breaks(),
            Estimates = estimates,
            Changes = differences,
            Tests = [.. differences.Zip(changes).Where(one => one.Second.Test is not null).Select(one => (one.First.Stamp.Id, one.Second.Test!))],
            Stamp = first.And(all.Skip(1).Select(one => one.Stamp)) with { Id = id, IsSynthetic = all.Exists(one => one.Stamp.IsSynthetic) },
            Choices = [.. codebooks.Skip(1).Select(codebook => codebook.Design?.Choice).OfType<LocalizedText>().Where(choice => choice != codebooks[0].Design?.Choice).Distinct()],
            Source = Sources(codebooks, estimates),
        };
    }

    // Where the series is broken each part has a source of its own: named together, unless one is of real answers and the other isn't.
    private static LocalizedText Sources(IReadOnlyList<Codebook> waves, List<Released<ReleasedTable>> estimates)
    {
        var sources = estimates.Select(one => EstimateWording.Source(one.Content)).Distinct().ToList();
        return sources.Count > 1 && estimates.Select(one => one.Content.IsSynthetic).Distinct().Count() == 1
            ? EstimateWording.Source(StackedWaves.TitleOf(waves), estimates[0].Content.IsSynthetic)
            : new LocalizedText(string.Join("; ", sources.Select(source => source.Nb)), string.Join("; ", sources.Select(source => source.En)));
    }
}

/// <summary>The estimates of everybody or of a group over the waves.</summary>
/// <param name="Group">The group; null for everybody.</param>
/// <param name="Points">For each wave its estimate; null where it isn't asked.</param>
/// <param name="Changes">For each wave the change from the wave before; null where there is none.</param>
internal sealed record OverTimeLine(LabelledGroup? Group, IReadOnlyList<ReleasedEstimate?> Points, IReadOnlyList<OverTimeChange?> Changes)
{
    /// <summary>What the line is called.</summary>
    public LocalizedText Label => Group?.InFull ?? Wording.All;
}

/// <summary>A change from the wave before.</summary>
/// <param name="Estimate">The difference.</param>
/// <param name="Test">Its test; null where it may not be shown.</param>
internal sealed record OverTimeChange(ReleasedEstimate Estimate, ReleasedPValue? Test);

/// <summary>Estimates of waves as a table: a row a wave, with the change from the wave before, or the word that the series is broken.</summary>
internal static class OverTimeTable
{
    /// <summary>In the place of a change over a break.</summary>
    private static readonly LocalizedText Broken = new("brudd", "break");

    private static readonly LocalizedText Symbolless = new("", "");

    /// <summary>The table.</summary>
    public static TableContent Of(OverTimeSeries series)
    {
        var quantity = series.Quantity;
        var change = series.Changes.Count > 0 ? Quantity.Of(series.Changes[0].Content) : quantity;
        var level = IntervalWording.Level(series.Estimates.SelectMany(one => one.Content.Estimates).Where(ReleasedCell.IsShown)) ?? 0.95;
        return new TableContent
        {
            Id = series.Stamp.Id,
            Title = series.Title,
            Unit = series.Unit,
            Columns =
            [
                new("wave", new("År", "Year"), IsNumeric: false, IsRowHeader: true),
                new("value", quantity.Header, IsNumeric: true),
                new("interval", IntervalWording.Header(level), IsNumeric: true),
                new("n", Wording.Respondents, IsNumeric: true),
                new("change", quantity.IsPercent ? new("Endring (prosentpoeng)", "Change (percentage points)") : new("Endring", "Change"), IsNumeric: true),
                new("change_interval", IntervalWording.Header(level), IsNumeric: true),
                new("p", new("p-verdi", "p-value"), IsNumeric: true),
            ],
            Rows = [.. series.Lines.SelectMany(line => series.Waves.Index().Where(wave => line.Points[wave.Index] is not null).Select(wave => Row(series, line, wave.Index, quantity, change)))],
            Notes =
            [
                .. series.BreakNotes.Select((one, i) => new TableNote(Mark(i), one)),
                .. EstimateWording.Question(series.Heading) is { } question ? [new TableNote("", question)] : Array.Empty<TableNote>(),
                .. series.Choices.Select(choice => new TableNote("", choice)),
                new("", EstimateWording.Method(series.Heading)),
            ],
            Source = series.Source,
            Estimates = [.. series.Estimates, .. series.Changes],
            Tests = series.Tests,
        };
    }

    private static TableRow Row(OverTimeSeries series, OverTimeLine line, int wave, Quantity quantity, Quantity ofChange)
    {
        var point = line.Points[wave]!;
        var broken = series.Breaks.Index().FirstOrDefault(one => one.Item.After == wave - 1 && wave > 0, (Index: -1, Item: default)).Index;
        var change = line.Changes[wave];
        return new TableRow(
            [
                TableCell.Text(series.Waves[wave]),
                ReleasedCell.Number(point, quantity),
                ReleasedCell.Interval(point, quantity),
                ReleasedCell.Respondents(point),
                broken >= 0 ? TableCell.Text(Broken) with { Marks = Mark(broken) } : change is null ? TableCell.Text(Symbolless) : ReleasedCell.Number(change.Estimate, ofChange),
                change is null ? TableCell.Text(Symbolless) : ReleasedCell.Interval(change.Estimate, ofChange),
                change?.Test is not { } test ? TableCell.Text(Symbolless) : TableCell.Text(new LocalizedText(TestWording.Value(test, Language.Nb), TestWording.Value(test, Language.En))),
            ],
            line.Group is null ? null : line.Label)
        {
            Outcome = point.Outcome,
            Groups = point.Groups,
        };
    }

    private static string Mark(int index) => ((char)('a' + index)).ToString();
}
