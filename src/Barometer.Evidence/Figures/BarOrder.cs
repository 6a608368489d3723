using System.Diagnostics.CodeAnalysis;

namespace Barometer.Evidence.Figures;

/// <summary>The order of the bars; «Alle» stays last, before it what the codebook marks as residual, and what may not be shown stands after what may.</summary>
public enum BarOrder
{
    /// <summary>By value for a battery of questions; by codebook for groups and for the answers to one question.</summary>
    Suited,

    /// <summary>As the codebook has them: for groups with an order of their own, such as sizes.</summary>
    Codebook,

    /// <summary>The largest first.</summary>
    Value,

    /// <summary>The largest first, too.</summary>
    [SuppressMessage("Design", "CA1069", Justification = "What most people call it.")]
    Descending = Value,

    /// <summary>The smallest first.</summary>
    Ascending,
}

/// <summary>Puts rows in order within their sections: shown, then withheld, then residual ones («Annet», «Ingen»), then everybody.</summary>
internal static class RowOrder
{
    /// <summary>The rows in <paramref name="order"/>, as the codebook has them unless by value; sections keep the order they came in.</summary>
    public static IReadOnlyList<ChartRow> Sort(IReadOnlyList<ChartRow> rows, BarOrder order, FigureOptions options) => Sort(rows, order, options, row => row, row => row.Value);

    /// <summary>The same of rows that are ordered by another number than their own.</summary>
    public static IReadOnlyList<T> Sort<T>(IReadOnlyList<T> rows, BarOrder order, FigureOptions options, Func<T, ChartRow> row, Func<T, double?> value)
    {
        var sign = order == BarOrder.Value ? 1 : order == BarOrder.Ascending ? -1 : 0;
        return
        [
            .. rows.GroupBy(one => row(one).Section).SelectMany(section => section
                .OrderBy(one => row(one).IsTotal)
                .ThenBy(one => FigureChoices.Place(row(one), options.First))
                .ThenBy(one => row(one).IsResidual)
                .ThenBy(one => sign != 0 && value(one) is null)
                .ThenByDescending(one => sign * (value(one) ?? 0))),
        ];
    }
}
