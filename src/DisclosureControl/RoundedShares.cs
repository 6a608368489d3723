namespace DisclosureControl;

/// <summary>
/// A number as it is shown of one answer: a share or a count of some strata, rounded. With the sizes and the weights of the
/// strata it is an equation in whole numbers for how many of each gave the answer.
/// </summary>
public sealed record RoundedShare
{
    // What binary fractions add to a number that lies on the edge between two values.
    private const double Noise = 1e-9;

    /// <summary>The numbers of the strata it is of, each once.</summary>
    public required IReadOnlyList<int> Strata { get; init; }

    /// <summary>
    /// The weight of a respondent of each of these strata; ones for a share or a count that isn't weighted. In a count they may be
    /// negative: a difference of shares is a count whose weights are shares of the two bases.
    /// </summary>
    public required IReadOnlyList<double> Weights { get; init; }

    /// <summary>The value shown: a share is 0–1.</summary>
    public required double Value { get; init; }

    /// <summary>The unit of its last digit: 0.001 for a share in per cent with one decimal. Values are rounded half away from zero.</summary>
    public required double Step { get; init; }

    /// <summary>Whether it is the (weighted) number of those who gave the answer, not their share.</summary>
    public bool IsCount { get; init; }

    /// <summary>For each of its strata the respondents in its base; null when they are all of the stratum, or not known.</summary>
    public IReadOnlyList<int>? Bases { get; init; }

    /// <summary>
    /// The number of respondents in its base. Where it is less than the strata hold, some left the question open, and nobody knows in
    /// which stratum; null when nothing is said, and then all answered.
    /// </summary>
    public int? Respondents { get; init; }

    /// <summary>Its weighted base as it is shown; null when it isn't.</summary>
    public double? WeightedBase { get; init; }

    /// <summary>The unit to which the weighted base is rounded.</summary>
    public double WeightedBaseStep { get; init; } = 1;

    /// <summary>
    /// Whether counts of its strata (in their order), with their bases, give the limits shown beside it; null where limits tell nothing.
    /// </summary>
    public Func<IReadOnlyList<int>, IReadOnlyList<int>, bool>? ShowsLimits { get; init; }

    /// <summary>The bases of its strata, where nothing else is known those of all of each stratum.</summary>
    internal IReadOnlyList<int> BasesAmong(int[] sizes) => Bases ?? [.. Strata.Select(stratum => sizes[stratum])];

    /// <summary>What the weighted sum of givers is divided by: the weighted base of a share, 1 of a count.</summary>
    internal double SizeOf(IReadOnlyList<int> bases) => IsCount ? 1 : Weights.Zip(bases, (weight, size) => weight * size).Sum();

    /// <summary>Whether counts of all strata show this value, and these limits.</summary>
    internal bool Agrees(int[] counts, IReadOnlyList<int> bases, double size)
    {
        // Added anew, in one order: a running sum carries the noise of what was tried before.
        var sum = 0.0;
        for (var i = 0; i < Strata.Count; i++)
        {
            sum += Weights[i] * counts[Strata[i]];
        }

        return size > 0 && Shows(sum / size) && (ShowsLimits is not { } limits || limits([.. Strata.Select(stratum => counts[stratum])], bases));
    }

    /// <summary>Whether a number would be shown as this value: rounded half away from zero.</summary>
    internal bool Shows(double number)
    {
        var distance = (number - Value) / Step;
        return Value > 0 ? distance is >= -0.5 - Noise and < 0.5 - Noise
            : Value < 0 ? distance is > -0.5 + Noise and <= 0.5 + Noise
            : Math.Abs(distance) < 0.5 - Noise;
    }

    /// <summary>The number of whole units of the last digit, as a value is shown.</summary>
    /// <param name="value">The value.</param>
    /// <param name="step">The unit.</param>
    public static double Rounded(double value, double step) => Math.Sign(value) * Math.Floor((Math.Abs(value) / step) + 0.5 + Noise);
}

/// <summary>
/// Everything that is shown of one answer as one system: which whole numbers of givers of the strata agree with all of it? A single
/// weighted share of few strata can have one solution, which is the count of each.
/// </summary>
/// <remarks>
/// While there are few, the vectors are listed, stratum by stratum, the last stratum of each share following from it; limits
/// are compared then too. Bounds of sums come from integer programs where there are many; they leave the limits out.
/// </remarks>
public sealed class RoundedShares
{
    private const double Near = 1e-6;
    private const double Tolerance = 1e-5; // of the linear programs, added up over many strata

    // Fewer sums than these are looked at by themselves.
    private const int FewNeeds = 4;
    private readonly int[] _sizes;
    private readonly IReadOnlyList<RoundedShare> _shown;

    /// <summary>Sets the system up.</summary>
    /// <param name="sizes">The number of respondents of each stratum.</param>
    /// <param name="shown">All that is shown of the answer.</param>
    /// <exception cref="DisclosureException">A share has other weights or bases than strata, no strata, or names one that isn't there.</exception>
    public RoundedShares(IReadOnlyList<int> sizes, IReadOnlyList<RoundedShare> shown)
    {
        ArgumentNullException.ThrowIfNull(sizes);
        ArgumentNullException.ThrowIfNull(shown);
        foreach (var (number, share) in shown.Index())
        {
            if (share.Strata.Count == 0 || share.Weights.Count != share.Strata.Count || (share.Bases is { } bases && bases.Count != share.Strata.Count)
                || share.Strata.Any(stratum => stratum < 0 || stratum >= sizes.Count) || !(share.Step > 0) || (!share.IsCount && share.Weights.Any(weight => weight <= 0)))
            {
                throw new DisclosureException(
                    FormattableString.Invariant($"Share {number} doesn't fit the strata"),
                    expected: "one weight (and base, where given) for each of its strata, strata that exist, a step above zero, and in a share weights above zero");
            }
        }

        (_sizes, _shown) = ([.. sizes], shown);
    }

    /// <summary>Goes through the vectors of counts that agree with everything shown.</summary>
    /// <param name="visit">
    /// Gets the counts and the bases by stratum, in arrays that are used again; false ends the search. A stratum of which nothing is
    /// said is not gone through: it stays zero.
    /// </param>
    /// <param name="mostSteps">The number of counts to try.</param>
    /// <param name="from">The counts from which the search starts outward; null to begin at zero.</param>
    /// <param name="slowest">Strata whose counts change last, in this order: those that a search is about; null for the order that is quickest.</param>
    /// <returns>Whether the search ended by itself: false when the steps ran out, or <paramref name="visit"/> ended it.</returns>
    public bool Visit(Func<int[], int[], bool> visit, long mostSteps = long.MaxValue, IReadOnlyList<int>? from = null, IReadOnlyList<int>? slowest = null)
    {
        ArgumentNullException.ThrowIfNull(visit);
        var steps = mostSteps;
        return OpenBases().All(bases => new CountSearch(_shown, bases, visit, from, slowest).Run(ref steps));
    }

    /// <summary>Whether these counts agree with everything shown, where all bases are known.</summary>
    /// <param name="counts">For each stratum the number who gave the answer.</param>
    public bool Agrees(int[] counts)
    {
        ArgumentNullException.ThrowIfNull(counts);
        return counts.Zip(_sizes).All(one => one.First >= 0 && one.First <= one.Second) && _shown.All(share => share.BasesAmong(_sizes) is var bases && share.Agrees(counts, bases, share.SizeOf(bases)));
    }

    /// <summary>
    /// The least and the most who can have given the answer in some strata together, by integer programs. Limits are left out, so that the
    /// true bounds may be narrower.
    /// </summary>
    /// <param name="strata">The numbers of the strata.</param>
    /// <param name="mostNodes">How many nodes each search may have; when it isn't finished then, the bound is the best proven.</param>
    public FeasibilityInterval Bounds(IReadOnlyList<int> strata, long mostNodes = 100_000)
    {
        ArgumentNullException.ThrowIfNull(strata);
        using var program = new CountProgram(_sizes, _shown);
        return program.Bounds(strata, mostNodes);
    }

    /// <summary>
    /// Of sums of strata that must possibly be at least, or at most, so much, those that can't be: by linear programs, for any number of strata.
    /// What isn't reached in fractions of respondents isn't in whole numbers either; the reverse is not said.
    /// </summary>
    /// <param name="needs">The strata of each sum, the bound, and whether it is asked for at least.</param>
    /// <returns>The numbers of the needs that can't be met, each with the numbers of the shares that this follows from.</returns>
    /// <exception cref="DisclosureException">No counts agree with what is shown.</exception>
    public IReadOnlyList<(int Need, IReadOnlyList<int> From)> Unreachable(IReadOnlyList<(IReadOnlyList<int> Strata, double Bound, bool IsAbove)> needs)
    {
        ArgumentNullException.ThrowIfNull(needs);
        var unreachable = new List<(int, IReadOnlyList<int>)>();
        var open = Enumerable.Range(0, needs.Count).ToList();
        using var program = new CountProgram(_sizes, _shown, wholeNumbers: false);

        // An extreme case of many sums at once is far enough for many of them: by themselves are looked at those that are left.
        foreach (var isAbove in (bool[])[true, false])
        {
            List<int> same;
            var before = int.MaxValue;
            while ((same = open.FindAll(number => needs[number].IsAbove == isAbove)).Count > FewNeeds && same.Count <= before - FewNeeds)
            {
                before = same.Count;
                Solve([.. same.SelectMany(number => needs[number].Strata).Distinct()], isAbove);
            }
        }

        while (open.Count > 0)
        {
            var (number, need) = (open[0], needs[open[0]]);
            open.RemoveAt(0);
            var extreme = Solve(need.Strata, need.IsAbove);
            if (need.IsAbove ? extreme < need.Bound - Tolerance : extreme > need.Bound + Tolerance)
            {
                unreachable.Add((number, program.Binding()));
            }
        }

        return unreachable;

        double Solve(IReadOnlyList<int> strata, bool isAbove)
        {
            var extreme = program.Extreme(strata, isAbove);
            if (double.IsNaN(extreme))
            {
                throw new DisclosureException("What is shown of the answer contradicts itself", expected: "numbers that some counts of givers give");
            }

            var counts = program.Solution();
            open.RemoveAll(other => needs[other].Strata.Sum(stratum => counts[stratum]) is var sum
                && (needs[other].IsAbove ? sum >= needs[other].Bound - Tolerance : sum <= needs[other].Bound + Tolerance));
            return extreme;
        }
    }

    /// <summary>Every way in which the questions left open can be spread over the strata.</summary>
    private IEnumerable<int[]> OpenBases()
    {
        var most = new int[_sizes.Length];
        foreach (var share in _shown.Where(share => share.Bases is null && share.Respondents is not null).OrderByDescending(share => share.Strata.Count))
        {
            var missing = share.Strata.Sum(stratum => _sizes[stratum]) - share.Respondents!.Value;
            foreach (var stratum in share.Strata)
            {
                // The smallest set that holds a stratum says how many of it can be missing.
                most[stratum] = Math.Min(_sizes[stratum], missing);
            }
        }

        return Spread(0, new int[_sizes.Length], most);
    }

    private IEnumerable<int[]> Spread(int at, int[] gone, int[] most)
    {
        if (at == gone.Length)
        {
            var bases = _sizes.Zip(gone, (size, missing) => size - missing).ToArray();
            if (_shown.All(share => AgreesWithBase(share, bases)))
            {
                yield return bases;
            }

            yield break;
        }

        for (var missing = 0; missing <= most[at]; missing++)
        {
            gone[at] = missing;
            foreach (var found in Spread(at + 1, gone, most))
            {
                yield return found;
            }
        }

        gone[at] = 0;
    }

    private static bool AgreesWithBase(RoundedShare share, int[] bases)
    {
        var known = share.BasesAmong(bases);
        return (share.Respondents is not { } respondents || known.Sum() == respondents)
            && (share.WeightedBase is not { } weighted
                || RoundedShare.Rounded(share.Weights.Zip(known, (weight, size) => weight * size).Sum(), share.WeightedBaseStep) == RoundedShare.Rounded(weighted, share.WeightedBaseStep));
    }

    /// <summary>Lists the vectors for given bases.</summary>
    private sealed class CountSearch
    {
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
