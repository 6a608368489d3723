namespace Barometer.Analysis.Anonymity.Claims;

/// <summary>Those of a share's base whose answers weigh the same: a stratum, as far as a reader can tell.</summary>
/// <param name="Weight">The weight of each.</param>
/// <param name="Base">The respondents.</param>
/// <param name="Givers">Those of them who gave the answer.</param>
internal sealed record WeightClass(double Weight, RowSet Base, RowSet Givers)
{
    private const int Digits = 9;

    /// <summary>The classes of a base, the largest first.</summary>
    /// <param name="weights">For each row of the response table its weight.</param>
    /// <param name="all">The respondents in the base.</param>
    /// <param name="givers">Those who gave the answer.</param>
    public static IReadOnlyList<WeightClass> Of(double[] weights, RowSet all, RowSet givers) =>
    [
        .. all.Rows.ToArray()
            .GroupBy(row => Math.Round(weights[row], Digits))
            .Select(rows => new RowSet([.. rows]))
            .Select(rows => new WeightClass(weights[rows.Rows[0]], rows, rows.Intersect(givers)))
            .OrderByDescending(one => one.Base.Count),
    ];
}
