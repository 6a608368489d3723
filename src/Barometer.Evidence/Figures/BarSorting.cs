namespace Barometer.Evidence.Figures;

/// <summary>Puts bars in order within their sections: shown, then withheld, then everybody.</summary>
internal static class BarSorting
{
    /// <summary>The rows in <paramref name="order"/>; sections keep the order they came in.</summary>
    public static IReadOnlyList<BarRow> Sort(IReadOnlyList<BarRow> rows, BarOrder order) =>
        Sort(rows, order, row => row.Section, row => row.IsTotal, row => row.Value);

    /// <summary>The same of rows of another kind.</summary>
    public static IReadOnlyList<T> Sort<T>(
        IReadOnlyList<T> rows, BarOrder order, Func<T, string?> section, Func<T, bool> isTotal, Func<T, double?> value) =>
    [
        .. rows.GroupBy(section).SelectMany(one => one
            .OrderBy(isTotal)
            .ThenBy(row => order == BarOrder.Value && value(row) is null)
            .ThenByDescending(row => order == BarOrder.Value ? value(row) ?? 0 : 0)),
    ];
}
