namespace Barometer.Analysis.Anonymity.Suppression;

/// <summary>
/// Finds a world that meets a demand: in large systems by hypercubes, where the unknowns are crossed, then by the linear program of the
/// neighbourhood, and at last by the one of all cells, which proves what it finds to be the cheapest.
/// </summary>
internal sealed class WorldFinder : IDisposable
{
    private const int FewUnknowns = 200;
    private readonly Lazy<AlternativeFinder> _whole;
    private readonly LocalFinder[] _local = [];
    private readonly HypercubeFinder? _hypercubes;

    /// <summary>Sets it up.</summary>
    /// <param name="system">The cells.</param>
    /// <param name="nearby">Whether to look near a secret first.</param>
    public WorldFinder(CellSystem system, bool nearby)
    {
        _whole = new Lazy<AlternativeFinder>(() => new AlternativeFinder(system));
        if (nearby && system.Truth.Length > FewUnknowns)
        {
            _local = [new LocalFinder(system, 100), new LocalFinder(system, 500)];
            _hypercubes = system.Crossing is { } crossing ? new HypercubeFinder(system, crossing) : null;
        }
    }

    /// <summary>Whether there are so many unknowns that worlds are looked for near the secrets.</summary>
    public bool IsLarge => _local.Length > 0;

    /// <summary>A world that meets the demand at little cost; null when none is found.</summary>
    /// <param name="demand">The demand.</param>
    /// <param name="costOf">What it costs to let a cell change: 0 when it is hidden, infinite when it must not.</param>
    /// <param name="reach">How far to look.</param>
    public Alternative? Find(Demand demand, Func<int, double> costOf, Reach reach = Reach.Everywhere)
    {
        if (_hypercubes?.Find(demand, costOf, nearest: reach == Reach.AtHand) is { } hypercube)
        {
            return new Alternative(hypercube, 0, []);
        }

        if (!IsLarge)
        {
            return Cheapest(demand, costOf);
        }

        var neighbourhoods = reach != Reach.AtHand ? _local : _hypercubes is null ? _local[..1] : [];
        var near = neighbourhoods.Select(local => local.Find(demand, costOf)).FirstOrDefault(world => world is not null);
        return near is not null ? new Alternative(near, 0, []) : reach == Reach.Everywhere ? Cheapest(demand, costOf) : null;
    }

    /// <summary>The cheapest world of all that meets the demand; null when there is none.</summary>
    public Alternative? Cheapest(Demand demand, Func<int, double> costOf) => _whole.Value.Find(demand, costOf);

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_whole.IsValueCreated)
        {
            _whole.Value.Dispose();
        }
    }
}
