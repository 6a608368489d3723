namespace Barometer.Analysis.Estimation;

/// <summary>One estimate with everything needed to judge it.</summary>
/// <remarks>Only a design or a response table makes one, so that what is released was estimated.</remarks>
public sealed record Estimate : UnreleasedRecord
{
    internal Estimate()
    {
    }

    /// <summary>What was estimated.</summary>
    public required Outcome Outcome { get; init; }

    /// <summary>The group, one value for each grouping variable; empty for the whole population («Alle»).</summary>
    public required IReadOnlyList<GroupValue> Groups { get; init; }

    /// <summary>The point estimate: a share is 0–1. NaN when suppressed or when nobody is in the base.</summary>
    public required double Value { get; init; }

    /// <summary>The standard error in the same unit; NaN where it isn't defined or is suppressed.</summary>
    public double StandardError { get; init; } = double.NaN;

    /// <summary>The confidence interval, or null where it isn't defined or is suppressed.</summary>
    public ConfidenceInterval? Interval { get; init; }

    /// <summary>The number of respondents in the base (unweighted n); null when suppressed.</summary>
    public required int? Respondents { get; init; }

    /// <summary>
    /// The effective number of respondents: the size of a simple random sample with the same standard error; NaN when
    /// not defined or suppressed.
    /// </summary>
    public double EffectiveRespondents { get; init; } = double.NaN;

    /// <summary>
    /// The design effect: the variance over that of a simple random sample of the same size drawn without replacement
    /// from the weighted base (<c>deff = TRUE</c> in R's survey package); NaN where the effective number is.
    /// </summary>
    public double DesignEffect => DesignEffectWithReplacement / (1 - ((Respondents ?? double.NaN) / Base));

    /// <summary>
    /// The design effect against a simple random sample drawn with replacement (<c>deff = "replace"</c> in R's survey
    /// package); NaN where the effective number of respondents is.
    /// </summary>
    public double DesignEffectWithReplacement => ((Respondents ?? double.NaN) - 1) / EffectiveRespondents;

    /// <summary>The weighted base: the number of population units the estimate speaks of; NaN when suppressed.</summary>
    public double Base { get; init; } = double.NaN;

    /// <summary>The design's degrees of freedom behind the interval.</summary>
    public double DegreesOfFreedom { get; init; } = double.NaN;

    /// <summary>Reasons to read the estimate with care.</summary>
    public Reliability Reliability { get; init; }

    /// <summary>Whether the estimate may be seen; <see cref="CellStatus.Unreleased"/> until a release has decided.</summary>
    public CellStatus Status { get; init; } = CellStatus.Unreleased;

    /// <summary>The respondents behind it; null once released.</summary>
    internal CellMembers? Members { get; init; }

    /// <summary>Whether it is a number of the frame, behind which there is no answer: said by whoever counted it.</summary>
    internal bool IsFrameCount { get; init; }

    /// <summary>Whether its base is a number of the frame, such as the invited of a response rate: published as it is.</summary>
    internal bool HasFrameBase { get; init; }

    /// <summary>Whose estimate this is, without its numbers.</summary>
    internal string Caption =>
        Outcome.Label.Nb + (Groups.Count == 0 ? "" : " · " + string.Join(" · ", Groups.Select(group => group.Label.Nb)));

    /// <inheritdoc/>
    protected override string Subject => Caption;
}
