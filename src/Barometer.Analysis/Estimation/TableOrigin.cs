namespace Barometer.Analysis.Estimation;

/// <summary>What a table was made from: disclosure control needs it, and nobody else may see it.</summary>
/// <param name="Data">The data whose row numbers the estimates' members are.</param>
/// <param name="Domain">The part of the population that the table is about.</param>
/// <param name="Unreleasable">Why nothing of the design can be released, or null.</param>
internal sealed record TableOrigin(DataSet Data, Domain Domain, string? Unreleasable = null)
{
    /// <summary>For each row its weight; null where nothing is weighted.</summary>
    public double[]? Weights { get; init; }
}
