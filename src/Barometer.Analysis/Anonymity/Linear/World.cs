namespace Barometer.Analysis.Anonymity.Linear;

/// <summary>Another possible truth: by how much some of the unknowns differ from what they are.</summary>
/// <param name="unknowns">The numbers of the unknowns that differ, ascending.</param>
/// <param name="moves">By how much each differs, never zero.</param>
internal sealed class World(int[] unknowns, double[] moves)
{
    private const double Nothing = 1e-9;

    /// <summary>The numbers of the unknowns that differ, ascending.</summary>
    public ReadOnlySpan<int> Unknowns => unknowns;

    /// <summary>By how much each differs.</summary>
    public ReadOnlySpan<double> Moves => moves;

    /// <summary>The number of unknowns that differ.</summary>
    public int Length => unknowns.Length;

    /// <summary>The world in which each of some unknowns differs by so much.</summary>
    public static World Of(IEnumerable<(int Unknown, double Move)> moves)
    {
        var differing = moves.GroupBy(one => one.Unknown, one => one.Move)
            .Select(same => (Unknown: same.Key, Move: same.Sum()))
            .Where(one => Math.Abs(one.Move) > Nothing)
            .OrderBy(one => one.Unknown)
            .ToList();
        return new World([.. differing.Select(one => one.Unknown)], [.. differing.Select(one => one.Move)]);
    }

    /// <summary>The world in which everything differs the other way.</summary>
    public World Opposite() => new(unknowns, Array.ConvertAll(moves, move => -move));

    /// <summary>This world and another, some times over, on top of each other.</summary>
    public World Plus(World other, double times) => Of(Terms().Concat(other.Terms().Select(term => (term.Unknown, term.Move * times))));

    /// <summary>The differences.</summary>
    public IEnumerable<(int Unknown, double Move)> Terms() => unknowns.Zip(moves);

    /// <summary>By how much an unknown differs.</summary>
    public double Move(int unknown) => Array.BinarySearch(unknowns, unknown) is var at and >= 0 ? moves[at] : 0;
}
