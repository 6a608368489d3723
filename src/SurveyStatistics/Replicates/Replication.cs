namespace SurveyStatistics.Replicates;

/// <summary>
/// How replicate weights are made: from the design, or taken from columns of the data. Given to
/// <c>design.Replicated(…)</c>, after which all variances come from the replicates.
/// </summary>
/// <example>
/// <code>
/// var design = survey.Design().StratifiedBy("agency_group").WithFinitePopulation()
///     .RakedTo("agency_group", "size_band")
///     .Replicated(Replication.Bootstrap(replicates: 1000, seed: 2018));
/// </code>
/// </example>
public abstract class Replication
{
    private protected Replication()
    {
    }

    /// <summary>
    /// The delete-one jackknife: each replicate leaves out one primary sampling unit and spreads its weight over the others
    /// of its stratum. JK1 without strata, JKn with them, with the finite population correction of the first stage
    /// (<c>as.svrepdesign(type = "JK1")</c> and <c>"JKn"</c> in R's survey package). Not for quantiles.
    /// </summary>
    /// <param name="aroundEstimate">Whether deviations are from the full sample's estimate rather than from the replicates' mean.</param>
    public static Replication Jackknife(bool aroundEstimate = false) => new JackknifeReplication(aroundEstimate);

    /// <summary>
    /// Balanced repeated replication for two primary sampling units a stratum (McCarthy 1969), or Fay's milder form of it
    /// (Judkins 1990): a Hadamard matrix says whose weights are raised to 2 − ρ and whose cut to ρ times themselves. There
    /// is no finite population correction.
    /// </summary>
    /// <param name="fay">Fay's ρ, from 0 (BRR) to below 1.</param>
    /// <param name="aroundEstimate">Whether deviations are from the full sample's estimate rather than from the replicates' mean.</param>
    /// <exception cref="ArgumentOutOfRangeException">ρ is not in [0, 1).</exception>
    public static Replication Balanced(double fay = 0, bool aroundEstimate = false)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(fay);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(fay, 1);
        return new BalancedReplication(fay, aroundEstimate);
    }

    /// <summary>
    /// The bootstrap of Rao, Wu and Yue (1992) with the finite population corrections of Beaumont and Émond (2022), at
    /// every stage: n − 1 of a stratum's n units are drawn with replacement, and a unit drawn m times counts
    /// 1 − λ + λ m n/(n − 1) times, λ² being the share of the stratum that was not sampled
    /// (<c>as_bootstrap_design(type = "Rao-Wu-Yue-Beaumont")</c> in R's svrep package).
    /// </summary>
    /// <param name="replicates">The number of replicates, at least 2; the standard error's own relative error is about 1/√(2 × replicates).</param>
    /// <param name="seed">The seed: the same one gives the same replicates on every machine.</param>
    /// <param name="orderedBy">
    /// A variable that tells the units of a stratum apart, such as an id: the draws follow its order rather than that of the
    /// rows, so that sorting the file changes nothing.
    /// </param>
    /// <param name="aroundEstimate">Whether deviations are from the full sample's estimate rather than from the replicates' mean.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are fewer than two replicates.</exception>
    public static Replication Bootstrap(int replicates = 1000, ulong seed = 1, string? orderedBy = null, bool aroundEstimate = true)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(replicates, 2);
        return new BootstrapReplication(replicates, seed, orderedBy) { AroundEstimate = aroundEstimate };
    }

    /// <summary>
    /// The bootstrap of Rao and Wu (1988) of primary sampling units: as <see cref="Bootstrap"/>, at the first stage only,
    /// with the scale 1/(replicates − 1) (<c>as.svrepdesign(type = "subbootstrap")</c> in R's survey package, which always
    /// leaves out the finite population correction).
    /// </summary>
    /// <param name="replicates">The number of replicates, at least 2.</param>
    /// <param name="seed">The seed; see <see cref="Bootstrap"/>.</param>
    /// <param name="orderedBy">The order of the draws; see <see cref="Bootstrap"/>.</param>
    /// <param name="finite">Whether the design's finite population correction, if it has one, is made.</param>
    /// <param name="aroundEstimate">Whether deviations are from the full sample's estimate rather than from the replicates' mean.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are fewer than two replicates.</exception>
    public static Replication SubBootstrap(
        int replicates = 1000, ulong seed = 1, string? orderedBy = null, bool finite = true, bool aroundEstimate = false)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(replicates, 2);
        return new BootstrapReplication(replicates, seed, orderedBy) { FirstStageOnly = true, IsFinite = finite, AroundEstimate = aroundEstimate };
    }

    /// <summary>
    /// Replicate weights made elsewhere, one column a replicate (<c>svrepdesign</c> in R's survey package). The variance is
    /// scale × Σ scaleᵣ (θᵣ − θ)².
    /// </summary>
    /// <param name="columns">The numeric variables, two or more.</param>
    /// <param name="scale">The factor of all squared deviations: 1/replicates for BRR and most bootstraps, (n − 1)/n for JK1.</param>
    /// <param name="combined">Whether the columns hold weights, rather than factors on the design's weights.</param>
    /// <param name="replicateScales">A factor for each replicate; null for ones.</param>
    /// <param name="aroundEstimate">Whether deviations are from the full sample's estimate rather than from the replicates' mean (R's <c>mse</c>).</param>
    /// <exception cref="ArgumentException">There are fewer than two columns, or not one factor a column.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A scale is negative.</exception>
    public static Replication Stored(
        IReadOnlyList<string> columns,
        double scale,
        bool combined = true,
        IReadOnlyList<double>? replicateScales = null,
        bool aroundEstimate = false)
    {
        ArgumentNullException.ThrowIfNull(columns);
        ArgumentOutOfRangeException.ThrowIfNegative(scale);
        if (columns.Count < 2 || (replicateScales is not null && replicateScales.Count != columns.Count))
        {
            throw new ArgumentException("Two columns or more are needed, and one scale a column if scales are given.", nameof(columns));
        }

        foreach (var one in replicateScales ?? [])
        {
            ArgumentOutOfRangeException.ThrowIfNegative(one, nameof(replicateScales));
        }

        return new StoredReplication([.. columns], combined, new ReplicateScaling(scale, replicateScales is null ? null : [.. replicateScales], aroundEstimate));
    }

    /// <summary>Whether the replicates were made elsewhere, for weights before any step.</summary>
    internal virtual bool IsStored => false;

    /// <summary>Whether quantiles of its replicates vary as quantiles of samples do.</summary>
    internal virtual bool SuitsQuantiles => true;

    /// <summary>Whether it corrects for the finite population.</summary>
    internal abstract bool CountsFinitePopulation { get; }

    /// <summary>The method in words.</summary>
    internal abstract string Describe(WeightedSample sample);

    /// <summary>Makes the replicates of the weights before any step.</summary>
    /// <exception cref="SurveyException">The method does not suit the design; the message says what to do.</exception>
    internal abstract ReplicateWeights Make(WeightedSample sample);
}
