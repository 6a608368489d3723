namespace Barometer.Analysis.Anonymity.Suppression;

/// <summary>
/// Finds alternative worlds in crossed tables without a linear program: two places on each axis make a hypercube, at whose
/// corners unknowns rise and fall in turn, so that every sum over one of the axes stays as it is. Tables of many
/// thousand cells are protected this way in milliseconds.
/// </summary>
/// <remarks>
/// The hypercube method of Repsilber (1994) and Giessing (2001), in GHMITER of tau-Argus. What is found is held against the cells
/// themselves: a sum that differs after all is paid for and hidden. A corner must not become negative, in either direction if
/// possible, so that one hypercube keeps a secret from being bounded from above and from below.
/// </remarks>
/// <param name="system">The cells.</param>
/// <param name="crossing">The places of the unknowns.</param>
internal sealed class HypercubeFinder(CellSystem system, Crossing crossing)
{
    private static readonly (bool BothWays, int Ranks)[] Passes = [(true, 1), (true, int.MaxValue), (false, 1), (false, int.MaxValue)];
    private readonly Neighbours _neighbours = new(system, crossing);
    private readonly PriceList _prices = new(system);

    /// <summary>The cheapest hypercube that meets the demand, among the nearest; null when there is none.</summary>
    /// <param name="demand">The demand.</param>
    /// <param name="costOf">What it costs to let a cell change: 0 when it is hidden, infinite when it must not.</param>
    /// <param name="nearest">Whether to look at the nearest places only.</param>
    public World? Find(Demand demand, Func<int, double> costOf, bool nearest = false) => Passes
        .Where(pass => !nearest || pass.Ranks == 1)
        .Select(pass => new HypercubeSearch(demand, costOf, pass.BothWays, pass.Ranks, (system, crossing, _neighbours, _prices)).Run())
        .FirstOrDefault(world => world is not null);
}
