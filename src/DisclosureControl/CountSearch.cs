namespace DisclosureControl;

/// <summary>Lists the vectors of counts that agree with what is shown, for given bases, stratum by stratum.</summary>
internal sealed class CountSearch
{
    private const double Near = 1e-6;
    private readonly Func<int[], int[], bool> _visit;
    private readonly int[] _bases;
    private readonly int[] _limits;
    private readonly int[] _counts;
    private readonly int[] _from;
    private readonly List<int> _order;
    private readonly Row[] _rows;
    private readonly (int Row, double Weight)[][] _rowsAt;
    private long _steps;
    private bool _ended;

    public CountSearch(IReadOnlyList<RoundedShare> shown, int[] bases, Func<int[], int[], bool> visit, IReadOnlyList<int>? from, IReadOnlyList<int>? slowest)
    {
        (_visit, _bases, _counts, _from) = (visit, bases, new int[bases.Length], from is null ? new int[bases.Length] : [.. from]);

        // The smallest sets first, in each the largest stratum last: it follows from the others, and the loop that is saved is the longest.
        var sorted = shown.OrderBy(share => share.Strata.Count).ToList();
        _order = [.. (slowest ?? []).Where(stratum => shown.Any(share => share.Strata.Contains(stratum)))];
        foreach (var share in sorted)
        {
            _order.AddRange(share.Strata.Except(_order).OrderBy(stratum => bases[stratum]));
        }

        _limits = [.. bases];
        foreach (var (share, i) in sorted.Where(share => share.Bases is not null).SelectMany(share => share.Strata.Select((_, i) => (share, i))))
        {
            _limits[share.Strata[i]] = Math.Min(_limits[share.Strata[i]], share.Bases![i]);
        }

        _rows = [.. sorted.Select(share => new Row(share, bases, _limits, _order))];
        _rowsAt = [.. _order.Select(stratum => _rows.Index()
            .Where(row => row.Item.WeightOf(stratum) != 0).Select(row => (row.Index, row.Item.WeightOf(stratum))).ToArray())];
    }

    public bool Run(ref long steps)
    {
        _steps = steps;
        Fill(0);
        steps = _steps;
        return !_ended;
    }

    private void Fill(int at)
    {
        if (at == _order.Count)
        {
            _ended |= !_visit(_counts, _bases);
            return;
        }

        var (stratum, low, high) = (_order[at], 0, _limits[_order[at]]);
        foreach (var (row, weight) in _rowsAt[at])
        {
            // By what the strata still open can add at least and at most: a share's last stratum is left next to nothing.
            var one = _rows[row];
            var (least, most) = ((one.Low - one.Sum - one.Above[at]) / weight, (one.High - one.Sum - one.Below[at]) / weight);
            low = Math.Max(low, (int)Math.Ceiling(Math.Max(Math.Min(least, most), -1) - Near));
            high = Math.Min(high, (int)Math.Floor(Math.Min(Math.Max(least, most), high) + Near));
        }

        // Outward from where the search starts: what is near is looked at first.
        var start = Math.Clamp(_from[stratum], low, Math.Max(low, high));
        for (var distance = 0; !_ended && (start + distance <= high || start - distance >= low); distance++)
        {
            Try(at, start + distance, low, high);
            if (distance > 0)
            {
                Try(at, start - distance, low, high);
            }
        }

        _counts[stratum] = 0;
    }

    private void Try(int at, int count, int low, int high)
    {
        if (count < low || count > high || _ended)
        {
            return;
        }

        if (_steps-- <= 0)
        {
            _ended = true;
            return;
        }

        _counts[_order[at]] = count;
        var agrees = true;
        foreach (var (row, weight) in _rowsAt[at])
        {
            _rows[row].Sum += weight * count;
            agrees &= _rows[row].Last != at || _rows[row].Agrees(_counts);
        }

        if (agrees)
        {
            Fill(at + 1);
        }

        foreach (var (row, weight) in _rowsAt[at])
        {
            _rows[row].Sum -= weight * count;
        }
    }

    /// <summary>A share whose base is known: the weighted sum of its counts lies between two numbers.</summary>
    private sealed class Row
    {
        private readonly RoundedShare _share;
        private readonly IReadOnlyList<int> _known;
        private readonly double _size;
        private readonly Dictionary<int, double> _weights;

        public Row(RoundedShare share, int[] bases, int[] limits, List<int> order)
        {
            _share = share;
            _known = share.BasesAmong(bases);
            _size = share.SizeOf(_known);
            _weights = share.Strata.Zip(share.Weights).ToDictionary(pair => pair.First, pair => pair.Second);
            (Low, High) = ((share.Value - (share.Step / 2)) * _size, (share.Value + (share.Step / 2)) * _size);
            Last = share.Strata.Max(order.IndexOf);
            (Below, Above) = (new double[order.Count], new double[order.Count]);
            for (var at = order.Count - 2; at >= 0; at--)
            {
                var next = WeightOf(order[at + 1]) * limits[order[at + 1]];
                (Below[at], Above[at]) = (Below[at + 1] + Math.Min(0, next), Above[at + 1] + Math.Max(0, next));
            }
        }

        public double Low { get; }

        public double High { get; }

        /// <summary>The place in the order of its last stratum.</summary>
        public int Last { get; }

        /// <summary>By place, what the strata after it can add at least.</summary>
        public double[] Below { get; }

        /// <summary>By place, what the strata after it can add at most.</summary>
        public double[] Above { get; }

        /// <summary>The weighted sum of the counts chosen so far.</summary>
        public double Sum { get; set; }

        public double WeightOf(int stratum) => _weights.GetValueOrDefault(stratum);

        public bool Agrees(int[] counts) => _share.Agrees(counts, _known, _size);
    }
}
