using Barometer.Evidence.Figures.Description;

namespace Barometer.Evidence.Figures;

/// <summary>Puts bars in order within their sections: shown, then withheld, then everybody.</summary>
internal static class BarSorting
{
    /// <summary>The rows in <paramref name="order"/>; sections keep the order they came in.</summary>
    public static IReadOnlyList<BarRow> Sort(IReadOnlyList<BarRow> rows, BarOrder order) =>
    [
        .. rows.GroupBy(row => row.Section).SelectMany(section => section
            .OrderBy(row => row.IsTotal)
            .ThenBy(row => order == BarOrder.Value && row.Value is null)
            .ThenByDescending(row => order == BarOrder.Value ? row.Value ?? 0 : 0)),
    ];
}
