namespace Barometer.Analysis.Anonymity.Audit;

/// <summary>What attackers find out from a pattern of published and hidden cells.</summary>
internal sealed class AuditReport
{
    /// <summary>Primary cells that are published.</summary>
    public required IReadOnlyList<int> PublishedPrimary { get; init; }

    /// <summary>Hidden cells that follow from published ones by adding and subtracting.</summary>
    public required IReadOnlyList<int> Derivable { get; init; }

    /// <summary>The bounds of every hidden cell.</summary>
    public required IReadOnlyList<CellBounds> Bounds { get; init; }

    /// <summary>
    /// The bounds of the hidden primary cells to a reader who takes it that no hidden cell is empty; NaN where that
    /// contradicts what is published.
    /// </summary>
    public required IReadOnlyList<CellBounds> PositiveBounds { get; init; }

    /// <summary>Hidden primary cells whose bounds leave one value.</summary>
    public required IReadOnlyList<int> Exact { get; init; }

    /// <summary>Hidden primary cells whose bounds leave one whole number.</summary>
    public required IReadOnlyList<int> ExactInWholes { get; init; }

    /// <summary>Hidden primary cells that are exact to one who takes it that no hidden cell is empty.</summary>
    public required IReadOnlyList<int> ExactIfPositive { get; init; }

    /// <summary>Hidden primary counts whose bounds are too close to the truth.</summary>
    public required IReadOnlyList<int> Narrow { get; init; }

    /// <summary>Hidden primary amounts whose upper bound is too close to the truth.</summary>
    public required IReadOnlyList<int> UpperViolations { get; init; }

    /// <summary>Groups of which all, or all but a few, are known to have given an answer, with the most who may not have.</summary>
    public required IReadOnlyList<(GroupSecret Secret, double MostOthers)> GroupDisclosures { get; init; }

    /// <summary>Primary cells that a holding can work out with its own answers, and which no reader can.</summary>
    public required IReadOnlyList<(string Holding, int Cell)> InsiderDisclosures { get; init; }

    /// <summary>Whether no reader finds a primary cell.</summary>
    public bool IsSafeOutside => PublishedPrimary.Count == 0 && Exact.Count == 0 && ExactInWholes.Count == 0;

    /// <summary>Whether no holding finds a primary cell of others.</summary>
    public bool IsSafeInside => InsiderDisclosures.Count == 0;
}
