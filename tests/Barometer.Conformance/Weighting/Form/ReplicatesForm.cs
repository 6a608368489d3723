namespace Barometer.Conformance.Weighting.Form;

/// <summary>Replicate weights: made by a method, or read from a file.</summary>
internal sealed record ReplicatesForm
{
    /// <summary>jackknife, brr, fay, bootstrap, subbootstrap; or given.</summary>
    public required string Method { get; init; }

    /// <summary>Given weights: the CSV file, one column a replicate, rows as in the data.</summary>
    public string? File { get; init; }

    /// <summary>Given weights: the columns of the data, when they are not in a file of their own.</summary>
    public IReadOnlyList<string> Columns { get; init; } = [];

    /// <summary>Given weights: whether they include the sampling weights; else they are factors of them.</summary>
    public bool Combined { get; init; }

    /// <summary>Given weights: the factor of the sum of squares.</summary>
    public double? Scale { get; init; }

    /// <summary>Given weights: the factor of each replicate's square; null for 1.</summary>
    public IReadOnlyList<double>? ReplicateScales { get; init; }

    /// <summary>
    /// Whether squares are of the deviation from the estimate (R's mse), or from the replicates' mean; null for the
    /// method's default.
    /// </summary>
    public bool? AroundEstimate { get; init; }

    /// <summary>Fay's ρ.</summary>
    public double? Rho { get; init; }

    /// <summary>The number of bootstrap replicates.</summary>
    public int? Count { get; init; }

    /// <summary>The seed of the bootstrap.</summary>
    public ulong? Seed { get; init; }

    /// <summary>subbootstrap: whether it corrects for the finite population.</summary>
    public bool Finite { get; init; } = true;
}
