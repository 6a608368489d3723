namespace Barometer.Evidence.Tables;

/// <summary>
/// Lays out the balance of weighting schemes: the share of each group in the frame and under each scheme, one section a
/// variable, and under each section the largest gap to the frame. A gap is that of the rounded shares shown.
/// </summary>
internal static class BalanceTableBuilder
{
    private const int Decimals = 1;

    private static readonly LocalizedText Gap = new("Største avvik fra rammen (prosentpoeng)", "Largest gap to the frame (points)");

    /// <summary>The table.</summary>
    public static TableContent Build(ReleasedBalance balance)
    {
        var frame = balance.Variables[0].Counts.Content;
        return new TableContent
        {
            Id = balance.Id,
            Title = new LocalizedText("Svarene ved siden av rammen", "The answers beside the frame"),
            Unit = new LocalizedText($"Prosent av {frame.Universe.Nb}", $"Per cent of {frame.Universe.En}"),
            Columns =
            [
                new("group", new("Gruppe", "Group"), IsNumeric: false, IsRowHeader: true),
                new("frame", new("Rammen", "The frame"), IsNumeric: true),
                .. balance.Schemes.Select(scheme => new TableColumn(scheme.Id.Replace('-', '_'), scheme.Name, IsNumeric: true)),
            ],
            Rows = [.. balance.Variables.SelectMany(variable => Rows(variable, balance.Schemes.Count))],
            Source = EstimateWording.Source(frame),
        };
    }

    private static IEnumerable<TableRow> Rows(BalancedVariable variable, int schemes)
    {
        foreach (var (group, frame, shares) in variable.Groups)
        {
            yield return new TableRow([TableCell.Text(group), TableCell.Number(frame, Decimals), .. shares.Select(Cell)], variable.Label);
        }

        yield return new TableRow(
            [TableCell.Text(Gap), TableCell.Symbol(StandardSymbol.CannotOccur), .. Enumerable.Range(0, schemes).Select(i => Cell(variable.LargestGap(i)))],
            variable.Label,
            IsTotal: true);
    }

    private static TableCell Cell(double? number) =>
        number is { } shown ? TableCell.Number(shown, Decimals) : TableCell.Symbol(StandardSymbol.NotPublishable);
}
