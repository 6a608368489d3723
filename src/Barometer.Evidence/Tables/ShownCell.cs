namespace Barometer.Evidence.Tables;

/// <summary>The cell of a released estimate: its content, or the symbol in place of what may not be shown or is missing.</summary>
internal static class ShownCell
{
    /// <summary>What <paramref name="cell"/> makes, where the estimate may be shown and has a value.</summary>
    public static TableCell Of(ReleasedEstimate estimate, Func<TableCell> cell) => !ReleasedCell.IsShown(estimate) ? TableCell.Symbol(StandardSymbol.NotPublishable)
        : double.IsFinite(estimate.Value) ? cell()
        : TableCell.Symbol(StandardSymbol.Missing);

    /// <summary>The limits of its interval.</summary>
    public static TableCell Interval(ReleasedEstimate estimate, double factor, int decimals) => Of(estimate, () => estimate.Interval is { } interval
        ? TableCell.Interval(interval.Lower * factor, interval.Upper * factor, decimals)
        : TableCell.Symbol(StandardSymbol.Missing));
}
