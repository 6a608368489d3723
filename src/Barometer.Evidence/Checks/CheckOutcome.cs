namespace Barometer.Evidence.Checks;

/// <summary>How sure a published figure is by what else is known.</summary>
public enum CheckStatus
{
    /// <summary>It was computed again from data in the repository: the number rounds to the printed one.</summary>
    Reproduced,

    /// <summary>It follows from other published figures by arithmetic.</summary>
    Follows,

    /// <summary>It lies within the bounds that other published figures set, or is printed alike elsewhere.</summary>
    Consistent,

    /// <summary>It doesn't agree: with what was computed, or with other published figures.</summary>
    Contradicts,

    /// <summary>Only the survey's own answers could check it.</summary>
    NeedsMicrodata,

    /// <summary>It tells of the survey or a register what no answers could check: when it was in the field, what it asked.</summary>
    Fact,
}

/// <summary>What keeps a published figure from being computed here.</summary>
public enum CheckObstacle
{
    /// <summary>Nothing: there is a computed number.</summary>
    None,

    /// <summary>The data behind it are not in the repository.</summary>
    NoOpenData,

    /// <summary>The number is hidden by disclosure control.</summary>
    Suppressed,

    /// <summary>The released number is rounded to just where the printed statement begins or ends.</summary>
    RoundedToTheLimit,
}

/// <summary>What a check came to.</summary>
internal sealed record CheckOutcome(CheckStatus Status, CheckObstacle Obstacle, decimal? Computed, CheckItem? Item)
{
    private const int MostExtraDecimals = 6;

    /// <summary>The bounds that other published figures set; null for none.</summary>
    public (decimal Lower, decimal Upper)? Bounds { get; private init; }

    /// <summary>Nothing could be computed.</summary>
    public static CheckOutcome Blocked(CheckObstacle obstacle) => new(CheckStatus.NeedsMicrodata, obstacle, null, null);

    /// <summary>There is nothing to compute.</summary>
    public static CheckOutcome Fact { get; } = new(CheckStatus.Fact, CheckObstacle.NoOpenData, null, null);

    /// <summary>Judges a number that other published figures give.</summary>
    public static CheckOutcome OfArithmetic(PublishedFigure figure, decimal computed)
    {
        var outcome = OfNumber(figure, computed);
        return outcome.Status == CheckStatus.Reproduced ? outcome with { Status = CheckStatus.Follows } : outcome;
    }

    /// <summary>Judges by the bounds that other published figures set: what is printed can stand for something inside, or it can't.</summary>
    public static CheckOutcome OfBounds(PublishedFigure figure, (decimal Lower, decimal Upper) bounds) => new(
        bounds.Lower < figure.Implied!.Upper && bounds.Upper > figure.Implied.Lower ? CheckStatus.Consistent : CheckStatus.Contradicts,
        CheckObstacle.None,
        null,
        null)
    { Bounds = bounds };

    /// <summary>Judges an exact number.</summary>
    public static CheckOutcome OfNumber(PublishedFigure figure, decimal computed) => new(
        figure.Implied!.Contains(computed) ? CheckStatus.Reproduced : CheckStatus.Contradicts,
        CheckObstacle.None,
        Legible(figure, computed),
        null);

    /// <summary>Judges the item that came first.</summary>
    public static CheckOutcome OfItem(PublishedFigure figure, CheckItem item) => new(
        item.Code == figure.ItemCode ? CheckStatus.Reproduced : CheckStatus.Contradicts, CheckObstacle.None, null, item);

    /// <summary>Judges the one estimate of a release that is meant, which is rounded already.</summary>
    /// <exception cref="BarometerException">There is none or several, or it measures something else.</exception>
    public static CheckOutcome OfEstimate(PublishedFigure figure, Released<ReleasedTable> table, Func<ReleasedEstimate, bool>? which)
    {
        var estimate = Meant(figure, table, which);
        if (estimate.Status != CellStatus.Published)
        {
            return Blocked(CheckObstacle.Suppressed);
        }

        // The release has rounded the number: one that lies on a limit may have been on either side of it.
        var computed = Rounding.ToDecimal(estimate.Value);
        return computed == figure.Implied!.Lower || computed == figure.Implied.Upper
            ? Blocked(CheckObstacle.RoundedToTheLimit)
            : OfNumber(figure, computed);
    }

    /// <summary>Judges the released shares of everybody: a hidden one could be the largest, and two can share the first place.</summary>
    /// <exception cref="BarometerException">The figure is no rank, or there are not several shares.</exception>
    public static CheckOutcome OfRanking(PublishedFigure figure, Released<ReleasedTable> table)
    {
        var shares = Ranked(figure, table);
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

    private static ReleasedEstimate Meant(PublishedFigure figure, Released<ReleasedTable> table, Func<ReleasedEstimate, bool>? which)
    {
        Require(figure, table, figure.Unit switch
        {
            PublishedUnit.Share => [Measure.Share],
            PublishedUnit.Number => [Measure.Count, Measure.Total],
            _ => [],
        });
        var meant = table.Content.Estimates.Where(which ?? (estimate => estimate.Groups.Count == 0)).ToList();
        return meant.Count == 1
            ? meant[0]
            : throw new BarometerException(new Problem(
                FormattableString.Invariant($"The release «{table.Stamp.Id}» has {meant.Count} estimates to hold against «{figure.Id}»"),
                Expected: "exactly one",
                Hint: "name it, for example estimate => estimate.Outcome.Variable == \"answered\" && estimate.Groups.Count == 0"));
    }

    private static List<ReleasedEstimate> Ranked(PublishedFigure figure, Released<ReleasedTable> table)
    {
        Require(figure, table, figure.Unit == PublishedUnit.Item ? [Measure.Share] : []);
        List<ReleasedEstimate> shares = [.. table.Content.Estimates.Where(estimate => estimate.Groups.Count == 0)];
        return shares.Count > 1
            ? shares
            : throw new BarometerException(new Problem(
                $"The release «{table.Stamp.Id}» ranks nothing", Expected: "the shares of several items for the whole population"));
    }

    private static void Require(PublishedFigure figure, Released<ReleasedTable> table, Measure[] measures)
    {
        if (!measures.Contains(table.Content.Measure))
        {
            throw new BarometerException(new Problem(
                $"The release «{table.Stamp.Id}» measures something else than «{figure.Id}»",
                Expected: measures.Length == 0 ? "a check of the other kind: Of for numbers, OfTop for ranks" : string.Join(" or ", measures),
                Got: table.Content.Measure.ToString()));
        }
    }
}

/// <summary>The item that came first in a computed ranking.</summary>
/// <param name="Code">The codebook variable.</param>
/// <param name="Label">Its label.</param>
internal sealed record CheckItem(string Code, LocalizedText Label);

/// <summary>The names of statuses in files.</summary>
internal static class CheckCodes
{
    /// <summary>The status's name.</summary>
    public static string Of(CheckStatus status) => status switch
    {
        CheckStatus.Reproduced => "reproduced",
        CheckStatus.Follows => "follows",
        CheckStatus.Consistent => "consistent",
        CheckStatus.Contradicts => "contradicts",
        CheckStatus.NeedsMicrodata => "needs-microdata",
        _ => "fact",
    };
}
