namespace Barometer.Conformance.Weighting.Form;

/// <summary>Replicate weights: made by a method, or read from a file.</summary>
internal sealed record ReplicatesForm
{
    /// <summary>jk1, jkn, brr, fay, bootstrap, subbootstrap; or given.</summary>
    public required string Method { get; init; }

    /// <summary>Given weights: the CSV file, one column a replicate, rows as in the data.</summary>
    public string? File { get; init; }

    /// <summary>Given weights: whether they include the sampling weights; else they are factors of them.</summary>
    public bool Combined { get; init; }

    /// <summary>Given weights: the factor of the sum of squares.</summary>
    public double? Scale { get; init; }

    /// <summary>Given weights: the factor of each replicate's square; null for 1.</summary>
    public IReadOnlyList<double>? ReplicateScales { get; init; }

    /// <summary>Whether squares are of the deviation from the estimate; else from the replicates' mean.</summary>
    public bool AroundEstimate { get; init; }

    /// <summary>Fay's ρ.</summary>
    public double? Rho { get; init; }

    /// <summary>The number of bootstrap replicates.</summary>
    public int? Count { get; init; }

    /// <summary>The seed of the bootstrap.</summary>
    public int? Seed { get; init; }
}
