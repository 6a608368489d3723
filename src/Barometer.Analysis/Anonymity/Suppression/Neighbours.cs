namespace Barometer.Analysis.Anonymity.Suppression;

/// <summary>
/// Which places on an axis are near each other: the fewer cells an unknown leaves and enters when it changes its place, the
/// nearer. In a hierarchy, categories of the same group are nearest.
/// </summary>
internal sealed class Neighbours
{
    private readonly CellSystem _system;
    private readonly Crossing _crossing;
    private readonly int[][] _first;
    private readonly (int Place, int Distance)[]?[][] _near;

    /// <summary>Sets it up.</summary>
    public Neighbours(CellSystem system, Crossing crossing)
    {
        _system = system;
        _crossing = crossing;
        _first = [.. crossing.Sizes.Select(size => Enumerable.Repeat(-1, size).ToArray())];
        _near = [.. crossing.Sizes.Select(size => new (int, int)[]?[size])];
        for (var unknown = system.Truth.Length - 1; unknown >= 0; unknown--)
        {
            for (var axis = 0; axis < _first.Length; axis++)
            {
                _first[axis][crossing.Place(unknown, axis)] = unknown;
            }
        }
    }

    /// <summary>The other places on an axis with their distances, the nearest first.</summary>
    public IReadOnlyList<(int Place, int Distance)> Of(int axis, int place) => _near[axis][place] ??= [.. Measure(axis, place).OrderBy(other => other.Distance)];

    private IEnumerable<(int Place, int Distance)> Measure(int axis, int place)
    {
        var unknown = _first[axis][place];
        var own = _system.CellsOf.Forms(unknown).ToArray().ToHashSet();
        for (var to = 0; to < _crossing.Sizes[axis]; to++)
        {
            if (to != place && _crossing.Shift(unknown, axis, to) is var other and >= 0)
            {
                var cells = _system.CellsOf.Forms(other).ToArray();
                yield return (to, own.Count + cells.Length - (2 * cells.Count(own.Contains)));
            }
        }
    }
}
