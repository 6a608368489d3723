using System.Diagnostics.CodeAnalysis;

namespace Barometer.Analysis.Anonymity;

/// <summary>Estimates that a release has checked: rounded as the policy says, those hidden without a number.</summary>
public sealed record ReleasedTable : TableHeading
{
    internal ReleasedTable()
    {
    }

    [SetsRequiredMembers]
    internal ReleasedTable(TableHeading heading, IReadOnlyList<ReleasedEstimate> estimates)
        : base(heading) => Estimates = estimates;

    /// <summary>The estimates, in the codebook's order of groups, then outcomes; «Alle» last.</summary>
    public required IReadOnlyList<ReleasedEstimate> Estimates { get; init; }

    /// <summary>The nearest coarser table, where most of this one is hidden; null where it isn't, and where there is none.</summary>
    public CoarserTable? Coarser { get; internal init; }

    /// <summary>That small counts are rounded, and by how much numbers can differ; null where they aren't.</summary>
    public LocalizedText? Rounding { get; internal init; }
}

/// <summary>One estimate that a release has checked.</summary>
public sealed record ReleasedEstimate
{
    internal ReleasedEstimate()
    {
    }

    /// <summary>What was estimated.</summary>
    public required LabelledOutcome Outcome { get; init; }

    /// <summary>The group, one value for each grouping variable; empty for the whole population («Alle»).</summary>
    public required IReadOnlyList<LabelledGroup> Groups { get; init; }

    /// <summary>The point estimate: a share is 0–1. NaN when suppressed.</summary>
    public required double Value { get; init; }

    /// <summary>The confidence interval, or null where it isn't defined or is suppressed.</summary>
    public ConfidenceInterval? Interval { get; init; }

    /// <summary>The number of respondents in the base (unweighted n); null when suppressed.</summary>
    public required int? Respondents { get; init; }

    /// <summary>The weighted base: the number of population units the estimate speaks of; NaN when suppressed.</summary>
    public double Base { get; init; } = double.NaN;

    /// <summary>Reasons to read the estimate with care.</summary>
    public Reliability Reliability { get; init; }

    /// <summary>Whether the number is shown.</summary>
    public required CellStatus Status { get; init; }
}

/// <summary>The result of a test that a release has checked: the p-value to three decimals, and nothing else.</summary>
/// <param name="Method">The test's name.</param>
/// <param name="PValue">The p-value; two-sided for t.</param>
/// <param name="Direction">Of a trend, whether it rises (1) or falls (−1); 0 for other tests.</param>
public sealed record ReleasedPValue(LocalizedText Method, double PValue, int Direction);

/// <summary>Items in order of their released shares, with the ranks that the sample leaves open.</summary>
/// <param name="Shares">The shares, the largest first.</param>
/// <param name="Items">For each share its rank, and the highest and lowest that the sample leaves open.</param>
/// <param name="Level">The joint confidence level of the open ranks.</param>
public sealed record ReleasedRanking(ReleasedTable Shares, IReadOnlyList<(int Rank, int Highest, int Lowest)> Items, double Level);
