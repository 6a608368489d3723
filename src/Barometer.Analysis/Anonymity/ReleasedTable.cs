using System.Diagnostics.CodeAnalysis;

namespace Barometer.Analysis.Anonymity;

/// <summary>Estimates that a release has checked: rounded as the policy says, those suppressed without a number.</summary>
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

    /// <summary>The nearest coarser table, where most of this one is suppressed; null where it isn't, and where there is none.</summary>
    public CoarserTable? Coarser { get; internal init; }

    /// <summary>What is hidden because of what a session has shown before, and that all is decided on together later; null where the ledger has decided.</summary>
    internal LocalizedText? Session { get; init; }

    /// <summary>That no coarser table was found in its place, where most of this one is suppressed; null where one was, or isn't needed.</summary>
    internal LocalizedText? NoCoarser { get; init; }

    /// <summary>Whether all of it may be shown: what follows from all of its numbers may be shown only then.</summary>
    internal bool IsWhole => Estimates.All(estimate => estimate.Status == CellStatus.Published);

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

    /// <summary>
    /// Whether the limits are computed from what is shown anyway (<see cref="GeneralisedVariance"/>), and not from the answers: so it is
    /// where there are few respondents.
    /// </summary>
    public bool IsGeneralised { get; init; }

    /// <summary>The number of respondents in the base (unweighted n); null when suppressed.</summary>
    public required int? Respondents { get; init; }

    /// <summary>The weighted base: the number of population units the estimate speaks of; NaN when suppressed.</summary>
    public double Base { get; init; } = double.NaN;

    /// <summary>How much less than in a simple random sample the answers are worth, by their weights; null when suppressed, and where nothing is weighted.</summary>
    internal DesignEffectClass? DesignEffect { get; init; }

    /// <summary>The units that its numbers are rounded to; null when suppressed.</summary>
    internal RoundingSteps? Steps { get; init; }

    /// <summary>Reasons to read the estimate with care.</summary>
    public Reliability Reliability { get; init; }

    /// <summary>Whether the number is shown.</summary>
    public required CellStatus Status { get; init; }
}

/// <summary>
/// The design effect of weights (Kish 1965) in classes, made of its first decimal, which limits of few answers are made of, too. More of it would tell how many answered in each stratum.
/// </summary>
internal enum DesignEffectClass
{
    /// <summary>At most 1.2: nearly a simple random sample.</summary>
    Small,

    /// <summary>1.3 to 1.5.</summary>
    Moderate,

    /// <summary>1.6 to 2.</summary>
    Large,

    /// <summary>Above 2: the answers are worth less than half as many.</summary>
    VeryLarge,
}

/// <summary>The units that the numbers of a released estimate are multiples of: 0.001 of a share is a tenth of a per cent.</summary>
/// <param name="Value">That of the estimate.</param>
/// <param name="Limit">That of the confidence limits.</param>
/// <param name="Respondents">That of the number of respondents.</param>
/// <param name="Base">That of the weighted base.</param>
internal sealed record RoundingSteps(double Value, double Limit, int Respondents, int Base)
{
    /// <summary>The decimals of the estimate as a percentage.</summary>
    public int PercentDecimals => Math.Max(0, Decimals - 2);

    /// <summary>The decimals of the estimate; of a share those of a number from 0 to 1.</summary>
    public int Decimals => Math.Max(0, (int)Math.Round(-Math.Log10(Value)));
}

/// <summary>The result of a test that a release has checked: the p-value to three decimals, and nothing else.</summary>
/// <param name="Method">The test's name.</param>
/// <param name="PValue">The p-value; two-sided for t. NaN when suppressed.</param>
/// <param name="Direction">Of a trend, whether it rises (1) or falls (−1); 0 for other tests, and when suppressed.</param>
public sealed record ReleasedPValue(LocalizedText Method, double PValue, int Direction)
{
    /// <summary>The decimals of a released p-value.</summary>
    internal const int Decimals = 3;

    /// <summary>The estimates that the test compares, released with it.</summary>
    internal ReleasedTable? Compared { get; init; }

    /// <summary>Of a test of two groups which they are: «50 ansatte eller flere mot under 20 ansatte»; else null.</summary>
    internal LocalizedText? Between { get; init; }

    /// <summary>Whether the p-value is shown: it is suppressed with any of the numbers it follows from.</summary>
    public CellStatus Status { get; internal init; } = CellStatus.Published;

    /// <summary>
    /// Whether the p-value is only known to lie below <see cref="PValue"/> (and, where that isn't 0.001, not below the next lower of 0.001,
    /// 0.01, 0.05, 0.1 and 1): so it is where there are few respondents.
    /// </summary>
    public bool IsBound { get; init; }
}

/// <summary>A two-way table that a release has checked.</summary>
/// <param name="Layout">Its rows and columns.</param>
/// <param name="Shares">The percentages, in the order of the layout's places.</param>
/// <param name="Counts">The numbers of answers, likewise.</param>
/// <param name="Test">The test of independence; null where there is none.</param>
internal sealed record CrossTableParts(
    CrossTableLayout Layout, Released<ReleasedTable> Shares, Released<ReleasedTable> Counts, ReleasedPValue? Test);

/// <summary>Items in order of their released shares, with the ranks that the sample leaves open.</summary>
/// <param name="Shares">The shares, the largest first; in the order of the items when one of them is suppressed, since its place would tell of it.</param>
/// <param name="Items">For each share its rank, and the highest and lowest that the sample leaves open; none when suppressed.</param>
/// <param name="Level">The joint confidence level of the open ranks.</param>
public sealed record ReleasedRanking(ReleasedTable Shares, IReadOnlyList<(int Rank, int Highest, int Lowest)> Items, double Level)
{
    /// <summary>Whether the ranks are shown: all of them are suppressed with any of the shares, of which they would tell.</summary>
    public CellStatus Status { get; internal init; } = CellStatus.Published;
}

/// <summary>
/// The nearest coarser table of which more can be shown: what is proposed in the place of a table that is refused, or mostly
/// suppressed. It holds statuses and no number of respondents.
/// </summary>
/// <param name="By">The grouping variables of the proposed table; none for everybody together.</param>
/// <param name="Shown">How many of its groups' numbers can be shown, beside everything released so far.</param>
/// <param name="Cells">How many numbers its groups have.</param>
/// <param name="Code">The line of code that makes it.</param>
/// <param name="Words">What the table shows, what the proposed one could show and what is lost, for a note.</param>
public sealed record CoarserTable(IReadOnlyList<string> By, int Shown, int Cells, string Code, LocalizedText Words)
{
    /// <summary>The words with the line of code behind them, for who can run it.</summary>
    public LocalizedText Advice => new($"{Words.Nb} {Code}", $"{Words.En} {Code}");
}

/// <summary>Whether a cell may be seen.</summary>
public enum CellStatus
{
    /// <summary>No release has decided yet: not to be shown.</summary>
    Unreleased = 0,

    /// <summary>May be published.</summary>
    Published,

    /// <summary>
    /// Suppressed, shown as «:»: because the cell itself breaks a rule, or so that another can't be worked out. Which of the two
    /// it is isn't told: that a group breaks a rule can say that all in it gave the same answer.
    /// </summary>
    Suppressed,

    /// <summary>A number of respondents that is shown after small count rounding: not exact where it is small.</summary>
    Rounded,
}

/// <summary>How a release protects what may not be seen.</summary>
public enum DisclosureMethod
{
    /// <summary>Cells are suppressed (primary and secondary suppression); what is shown is right.</summary>
    Suppression = 0,

    /// <summary>
    /// For numbers of respondents that must stay complete: small ones become zero or the base of the policy, and the table's totals
    /// follow (small count rounding; Langsrud and Heldal, Privacy in Statistical Databases 2018).
    /// </summary>
    SmallCountRounding,
}
