namespace Barometer.Analysis.Anonymity;

/// <summary>
/// The thresholds of disclosure control, as they stand in <c>data/releases/policy.json</c>. They are the project's own
/// choice, not Difi's; docs/anonymity.md says why each is what it is.
/// </summary>
/// <example>
/// <code>
/// var policy = ReleasePolicy.Read("data/releases/policy.json");
/// </code>
/// </example>
public sealed record ReleasePolicy
{
    /// <summary>The version of the policy file; every release is stamped with it.</summary>
    public required string Version { get; init; }

    /// <summary>What is said about the thresholds wherever they are used: that they are ours.</summary>
    public required LocalizedText Note { get; init; }

    /// <summary>The fewest respondents a cell may have.</summary>
    public required int MinRespondents { get; init; }

    /// <summary>The fewest organisations (holdings) a cell may have.</summary>
    public required int MinOrganisations { get; init; }

    /// <summary>The largest share of a cell's respondents, 0–1, that may come from one organisation.</summary>
    public required double MaxOrganisationShare { get; init; }

    /// <summary>The number of largest organisations whose joint share of a total is looked at, the n of the (n, k) rule.</summary>
    public required int DominanceOrganisations { get; init; }

    /// <summary>The largest joint share of a total, 0–1, of those organisations, the k of the (n, k) rule.</summary>
    public required double DominanceShare { get; init; }

    /// <summary>
    /// The p of the p % rule: the second largest organisation must not come to know the largest one's part of a total more
    /// closely than this many per cent.
    /// </summary>
    public required double ProtectionPercent { get; init; }

    /// <summary>A group in which all, or all but this many, gave the same answer is suppressed.</summary>
    public required int GroupCoalition { get; init; }

    /// <summary>The fewest respondents in the base of a percentage, a mean or another estimate.</summary>
    public required int MinBase { get; init; }

    /// <summary>The decimals of released percentages, in percentage points.</summary>
    public required int PercentDecimals { get; init; }

    /// <summary>
    /// Percentages of fewer respondents are shown without decimals, and their confidence limits are computed from what is shown anyway.
    /// </summary>
    public required int FewRespondents { get; init; }

    /// <summary>The decimals of released means, ratios and quantiles.</summary>
    public required int NumberDecimals { get; init; }

    /// <summary>Released numbers of respondents are multiples of this.</summary>
    public required int CountRounding { get; init; }

    /// <summary>Released weighted bases and population totals are multiples of this.</summary>
    public required int BaseRounding { get; init; }

    /// <summary>Released effective numbers of answers are multiples of this.</summary>
    public required int EffectiveRounding { get; init; }

    /// <summary>How far from the truth, in respondents, an attacker's bounds for a suppressed count must lie.</summary>
    public required int ProtectionInterval { get; init; }

    /// <summary>A table of which a smaller share of the groups can be shown, 0–1, comes with the proposal of a coarser one.</summary>
    public required double MinShownShare { get; init; }

    /// <summary>
    /// In a table that is released with small count rounding, no number of respondents lies between zero and this base.
    /// </summary>
    public required int SmallCountBase { get; init; }

    /// <summary>Counts that are public facts and hold no answer.</summary>
    public required IReadOnlyList<PublicCount> PublicCounts { get; init; }

    /// <summary>Reads a policy file.</summary>
    /// <param name="path">The path of the JSON file.</param>
    /// <exception cref="BarometerException">The file is missing, is no JSON, lacks a threshold or holds one that
    /// can't be; all problems are reported together.</exception>
    public static ReleasePolicy Read(string path) => PolicyReader.Read(path);
}

/// <summary>A count that is a public fact, released without disclosure control.</summary>
/// <param name="Outcome">The outcome's variable in a table of counts, for example <c>population</c>.</param>
/// <param name="ByGroup">Whether it is public for groups too, or only for the whole survey.</param>
public sealed record PublicCount(string Outcome, bool ByGroup);
