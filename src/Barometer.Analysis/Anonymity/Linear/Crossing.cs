namespace Barometer.Analysis.Anonymity.Linear;

/// <summary>How the unknowns of a system come from crossing some classifications: the place of each on every axis.</summary>
internal sealed class Crossing
{
    private const int Most = 1 << 24;
    private readonly int[] _strides;
    private readonly int[] _places;
    private readonly int[] _unknownAt;

    private Crossing(int[] sizes, IReadOnlyList<int[]> places)
    {
        Sizes = sizes;
        _strides = new int[sizes.Length];
        var product = 1;
        for (var axis = sizes.Length - 1; axis >= 0; axis--)
        {
            _strides[axis] = product;
            product *= sizes[axis];
        }

        _places = [.. places.Select(place => place.Select((at, axis) => at * _strides[axis]).Sum())];
        _unknownAt = new int[product];
        Array.Fill(_unknownAt, -1);
        for (var unknown = 0; unknown < _places.Length; unknown++)
        {
            _unknownAt[_places[unknown]] = unknown;
        }
    }

    /// <summary>The number of places on each axis.</summary>
    public IReadOnlyList<int> Sizes { get; }

    /// <summary>The crossing in which each unknown has the places given; null when there are too many combinations, or two unknowns share one.</summary>
    public static Crossing? Of(IReadOnlyList<int[]> places)
    {
        if (places.Count == 0)
        {
            return null;
        }

        var sizes = Enumerable.Range(0, places[0].Length).Select(axis => places.Max(place => place[axis]) + 1).ToArray();
        if (sizes.Aggregate(1.0, (product, size) => product * size) > Most)
        {
            return null;
        }

        var crossing = new Crossing(sizes, places);
        return crossing._unknownAt.Count(unknown => unknown >= 0) == places.Count ? crossing : null;
    }

    /// <summary>The place of an unknown on an axis.</summary>
    public int Place(int unknown, int axis) => _places[unknown] / _strides[axis] % Sizes[axis];

    /// <summary>The unknown that differs from another by its place on one axis; -1 when there is none.</summary>
    public int Shift(int unknown, int axis, int to) => _unknownAt[_places[unknown] + ((to - Place(unknown, axis)) * _strides[axis])];
}
