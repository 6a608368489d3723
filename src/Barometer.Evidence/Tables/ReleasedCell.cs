namespace Barometer.Evidence.Tables;

/// <summary>The cell of a released estimate: its content, or the symbol in place of what may not be shown or is missing.</summary>
internal static class ReleasedCell
{
    /// <summary>Whether the estimate may be shown: true for a published or rounded one, false for a suppressed one.</summary>
    /// <exception cref="InvalidOperationException">No release has decided: a fault in the release, never to be shown.</exception>
    public static bool IsShown(ReleasedEstimate estimate) => estimate.Status switch
    {
        CellStatus.Published or CellStatus.Rounded => true,
        CellStatus.Suppressed => false,
        _ => throw new InvalidOperationException("A released table holds an estimate that no release has decided on."),
    };

    /// <summary>True for a published estimate, false for one that is suppressed or rounded: what may be computed with.</summary>
    public static bool IsExact(ReleasedEstimate estimate) => IsShown(estimate) && estimate.Status == CellStatus.Published;

    /// <summary>The estimate itself.</summary>
    public static TableCell Number(ReleasedEstimate estimate, Quantity quantity) =>
        Of(estimate, estimate.Value, value => TableCell.Number(quantity.Scale(value), quantity.DecimalsOf(estimate)));

    /// <summary>The limits of its interval.</summary>
    public static TableCell Interval(ReleasedEstimate estimate, Quantity quantity) => Of(
        estimate,
        estimate.Interval?.Width ?? double.NaN,
        _ => TableCell.Interval(quantity.Scale(estimate.Interval!.Lower), quantity.Scale(estimate.Interval.Upper), quantity.IntervalDecimals));

    /// <summary>How far it lies from another estimate: the difference of the released, rounded numbers.</summary>
    public static TableCell Difference(ReleasedEstimate estimate, ReleasedEstimate from, Quantity quantity) => IsShown(from)
        ? Of(estimate, estimate.Value - from.Value, value => TableCell.Number(quantity.Scale(value), Math.Min(quantity.DecimalsOf(estimate), quantity.DecimalsOf(from))))
        : TableCell.Symbol(StandardSymbol.NotPublishable);

    /// <summary>The number of answers behind it.</summary>
    public static TableCell Respondents(ReleasedEstimate estimate) =>
        Of(estimate, estimate.Respondents ?? double.NaN, n => TableCell.Number(n));

    /// <summary>What <paramref name="cell"/> makes of a number of the estimate, where it may be shown and is there.</summary>
    public static TableCell Of(ReleasedEstimate estimate, double number, Func<double, TableCell> cell) =>
        !IsShown(estimate) ? TableCell.Symbol(StandardSymbol.NotPublishable)
        : double.IsFinite(number) ? cell(number)
        : TableCell.Symbol(StandardSymbol.Missing);
}
