namespace Barometer.Evidence.Tables;

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
