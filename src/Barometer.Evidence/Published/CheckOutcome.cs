namespace Barometer.Evidence.Published;

/// <summary>What a check came to.</summary>
internal sealed record CheckOutcome(CheckStatus Status, CheckObstacle Obstacle, decimal? Computed, CheckItem? Item)
{
    private const int MostExtraDecimals = 6;

    /// <summary>Nothing could be computed.</summary>
    public static CheckOutcome Blocked(CheckObstacle obstacle) => new(CheckStatus.NotComputable, obstacle, null, null);

    /// <summary>Judges an exact number.</summary>
    public static CheckOutcome OfNumber(PublishedFigure figure, decimal computed) => new(
        figure.Implied!.Contains(computed) ? CheckStatus.Reproduced : CheckStatus.Differs,
        CheckObstacle.None,
        Legible(figure, computed),
        null);

    /// <summary>Judges the item that came first.</summary>
    public static CheckOutcome OfItem(PublishedFigure figure, CheckItem item) => new(
        item.Code == figure.ItemCode ? CheckStatus.Reproduced : CheckStatus.Differs, CheckObstacle.None, null, item);

    /// <summary>Judges a released estimate, which is rounded already.</summary>
    public static CheckOutcome OfEstimate(PublishedFigure figure, ReleasedEstimate estimate)
    {
        if (estimate.Status != CellStatus.Published)
        {
            return Blocked(CheckObstacle.Suppressed);
        }

        var computed = Rounding.ToDecimal(estimate.Value);
        return computed == figure.Implied!.Lower || computed == figure.Implied.Upper
            ? Blocked(CheckObstacle.RoundedToTheLimit)
            : OfNumber(figure, computed);
    }

    /// <summary>Judges released shares; a hidden one could be the largest, and two can share the first place.</summary>
    public static CheckOutcome OfRanking(PublishedFigure figure, IReadOnlyList<ReleasedEstimate> shares)
    {
        if (shares.Any(share => share.Status != CellStatus.Published))
        {
            return Blocked(CheckObstacle.Suppressed);
        }

        var largest = shares.Max(share => share.Value);
        var first = shares.Where(share => share.Value == largest).ToList();
        return first.Count > 1
            ? Blocked(CheckObstacle.RoundedToTheLimit)
            : OfItem(figure, new CheckItem(first[0].Outcome.Variable, first[0].Outcome.Label));
    }

    /// <summary>The number with the fewest decimals (of a percentage one more than printed at least) that still tell the same.</summary>
    private static decimal Legible(PublishedFigure figure, decimal computed)
    {
        var share = figure.Unit == PublishedUnit.Share ? 3 : 0;
        var fewest = (figure.Decimals ?? 0) + share;
        for (var decimals = fewest; decimals < fewest + MostExtraDecimals; decimals++)
        {
            var shown = Rounding.HalfAwayFromZero(computed, decimals);
            if (figure.Implied!.Contains(shown) == figure.Implied.Contains(computed)
                && Rounding.HalfAwayFromZero(shown, Math.Max(0, fewest - 1)) == Rounding.HalfAwayFromZero(computed, Math.Max(0, fewest - 1)))
            {
                return shown;
            }
        }

        return computed;
    }
}
