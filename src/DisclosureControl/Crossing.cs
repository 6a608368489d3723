namespace DisclosureControl;

/// <summary>The inner cells of tables by their places on the axes of the crossed categories.</summary>
internal sealed class Crossing
{
    // A table of all places, 64 MB at most; crossings that are larger are sparse, and hypercubes seldom exist in them.
    private const int Most = 1 << 24;
    private readonly int[] _strides;
    private readonly int[] _places;
    private readonly int[] _innerAt;

    private Crossing(int[] sizes, IReadOnlyList<IReadOnlyList<int>> places)
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
        _innerAt = new int[product];
        Array.Fill(_innerAt, -1);
        for (var inner = 0; inner < _places.Length; inner++)
        {
            _innerAt[_places[inner]] = inner;
        }
    }

    /// <summary>The number of places on each axis.</summary>
    public IReadOnlyList<int> Sizes { get; }

    /// <summary>The crossing in which each inner cell has the places given; null when there are too many combinations, or two inner cells share one.</summary>
    public static Crossing? Of(IReadOnlyList<IReadOnlyList<int>> places)
    {
        if (places.Count == 0)
        {
            return null;
        }

        var sizes = Enumerable.Range(0, places[0].Count).Select(axis => places.Max(place => place[axis]) + 1).ToArray();
        if (sizes.Aggregate(1.0, (product, size) => product * size) > Most)
        {
            return null;
        }

        var crossing = new Crossing(sizes, places);
        return crossing._innerAt.Count(inner => inner >= 0) == places.Count ? crossing : null;
    }

    /// <summary>The place of an inner cell on an axis.</summary>
    public int Place(int inner, int axis) => _places[inner] / _strides[axis] % Sizes[axis];

    /// <summary>The inner cell that differs from another by its place on one axis; -1 when there is none.</summary>
    public int Shift(int inner, int axis, int to) => _innerAt[_places[inner] + ((to - Place(inner, axis)) * _strides[axis])];
}

/// <summary>
/// Which places on an axis are near each other: the fewer cells an inner cell leaves and enters when it changes its place,
/// the nearer. In a hierarchy, categories of the same group are nearest.
/// </summary>
internal sealed class Neighbours
{
    private readonly LinkedTables _tables;
    private readonly Crossing _crossing;
    private readonly int[][] _first;
    private readonly (int Place, int Distance)[]?[][] _near;

    public Neighbours(LinkedTables tables, Crossing crossing)
    {
        _tables = tables;
        _crossing = crossing;
        _first = [.. crossing.Sizes.Select(size => Enumerable.Repeat(-1, size).ToArray())];
        _near = [.. crossing.Sizes.Select(size => new (int, int)[]?[size])];
        // One inner cell stands for its place: backwards, so that the first one is left.
        for (var inner = tables.Inner.Length - 1; inner >= 0; inner--)
        {
            for (var axis = 0; axis < _first.Length; axis++)
            {
                _first[axis][crossing.Place(inner, axis)] = inner;
            }
        }
    }

    /// <summary>The other places on an axis with their distances, the nearest first.</summary>
    public IReadOnlyList<(int Place, int Distance)> Of(int axis, int place) => _near[axis][place] ??= [.. Measure(axis, place).OrderBy(other => other.Distance)];

    private IEnumerable<(int Place, int Distance)> Measure(int axis, int place)
    {
        var inner = _first[axis][place];
        var own = _tables.CellsOf.Sums(inner).ToArray().ToHashSet();
        for (var to = 0; to < _crossing.Sizes[axis]; to++)
        {
            if (to != place && _crossing.Shift(inner, axis, to) is var other and >= 0)
            {
                var cells = _tables.CellsOf.Sums(other).ToArray();
                yield return (to, own.Count + cells.Length - (2 * cells.Count(own.Contains)));
            }
        }
    }
}
