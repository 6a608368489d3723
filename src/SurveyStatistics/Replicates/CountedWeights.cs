namespace SurveyStatistics.Replicates;

/// <summary>
/// Replicate weights made of counts, a byte for each sampling unit and replicate: the weight before times the factors of
/// the row's units at all stages. Totals of 0/1 variables only need sums of counts where weights are equal, and those are
/// whole numbers, 32 or 64 at a time.
/// </summary>
internal sealed class CountedWeights(
    double[] weights, IReadOnlyList<CountedStage> stages, ReplicateScaling scaling, int count, int degreesOfFreedom)
    : RowwiseWeights(scaling, weights.Length, count, degreesOfFreedom)
{
    private readonly Lazy<WeightClasses> _classes = new(() => new WeightClasses(weights, stages[0]));

    /// <inheritdoc/>
    internal override double[][] Totals(int[] group, int groups, IReadOnlyList<double[]> columns)
    {
        if (stages.Count > 1 || (long)_classes.Value.Count * groups > Rows / 4)
        {
            return base.Totals(group, groups, columns);
        }

        var values = columns.Select(column => WeightClasses.OnlyValue(group, column)).ToArray();
        var others = columns.Where((_, i) => double.IsNaN(values[i])).ToArray();
        var summed = others.Length == 0 ? [] : base.Totals(group, groups, others);
        var next = 0;
        return [.. columns.SelectMany((column, i) => double.IsNaN(values[i])
            ? summed.AsSpan(groups * next++, groups).ToArray()
            : _classes.Value.Totals(group, groups, column, values[i], Count))];
    }

    /// <inheritdoc/>
    internal override void Row(int row, int from, Span<double> block)
    {
        Factors(stages[0], row, from, weights[row], block);
        if (stages.Count > 1)
        {
            Span<double> factors = stackalloc double[block.Length];
            foreach (var stage in stages.Skip(1))
            {
                Factors(stage, row, from, 1, factors);
                for (var i = 0; i < block.Length; i++)
                {
                    block[i] *= factors[i];
                }
            }
        }
    }

    /// <inheritdoc/>
    internal override void Fill(int replicate, Span<double> result)
    {
        weights.CopyTo(result);
        foreach (var stage in stages)
        {
            for (var row = 0; row < result.Length; row++)
            {
                var unit = stage.UnitOf(row);
                result[row] *= stage.Base[unit] + (stage.Step[unit] * stage.Count(unit, replicate));
            }
        }
    }

    /// <inheritdoc/>
    internal override ReplicateWeights Times(double[] factors) =>
        new CountedWeights([.. weights.Zip(factors, (weight, factor) => weight * factor)], stages, Scaling, Count, DegreesOfFreedom);

    private static void Factors(CountedStage stage, int row, int from, double weight, Span<double> factors)
    {
        var unit = stage.UnitOf(row);
        var counts = stage.Tile(from).Slice(unit * CountedStage.TileLength, factors.Length);
        BlockArithmetic.Affine(counts, weight * stage.Base[unit], weight * stage.Step[unit], factors);
    }
}

/// <summary>
/// How often each sampling unit of a stage is in each replicate, in a byte each, and what that makes of its weight: a unit
/// counted m times gets the factor base + step × m of its stratum. The counts lie in tiles of 64 replicates, units below
/// each other, so that a tile is read from one end to the other.
/// </summary>
internal sealed class CountedStage
{
    /// <summary>The replicates of a tile: a line of the cache.</summary>
    public const int TileLength = 64;

    private readonly byte[] _counts;

    /// <summary>A stage without counts yet.</summary>
    /// <param name="unit">For each row its unit; null when every row is its own unit.</param>
    /// <param name="units">The number of units.</param>
    /// <param name="replicates">The number of replicates.</param>
    /// <exception cref="SurveyException">The counts are more than an array holds.</exception>
    public CountedStage(int[]? unit, int units, int replicates)
    {
        var tiles = (replicates + TileLength - 1) / TileLength;
        var size = (long)units * tiles * TileLength;
        _counts = size <= Array.MaxLength ? new byte[size] : throw new SurveyException(new Problem(
            FormattableString.Invariant($"{replicates} replicates of {units} sampling units do not fit into memory"),
            Hint: "take fewer replicates, or variances by linearisation (without Replicated)"));
        (Unit, Base, Step) = (unit, new double[units], new double[units]);
    }

    /// <summary>For each row its unit; null when every row is its own unit.</summary>
    public int[]? Unit { get; }

    /// <summary>For each unit the factor of a unit not counted.</summary>
    public double[] Base { get; }

    /// <summary>For each unit what each count adds.</summary>
    public double[] Step { get; }

    /// <summary>The unit of a row.</summary>
    public int UnitOf(int row) => Unit is null ? row : Unit[row];

    /// <summary>The tile that begins with the replicate <paramref name="from"/>: units by 64 replicates.</summary>
    public Span<byte> Tile(int from) => _counts.AsSpan(from * Base.Length, Base.Length * TileLength);

    /// <summary>The count of a unit in a replicate.</summary>
    public byte Count(int unit, int replicate) => _counts[Place(unit, replicate)];

    /// <summary>Sets the count of a unit in a replicate.</summary>
    public void Set(int unit, int replicate, byte count) => _counts[Place(unit, replicate)] = count;

    private int Place(int unit, int replicate) =>
        (((replicate / TileLength * Base.Length) + unit) * TileLength) + (replicate % TileLength);
}

/// <summary>
/// Rows in classes in which a count adds the same weight, such as the strata of a sample before any weighting step: in a
/// class a variable that is zero or one number has a total that follows from the sum of the counts.
/// </summary>
internal sealed class WeightClasses
{
    private readonly CountedStage _stage;
    private readonly int[] _ofRow;
    private readonly double[] _added;
    private readonly double[] _fixed;

    /// <summary>Forms the classes.</summary>
    public WeightClasses(double[] weights, CountedStage stage)
    {
        _stage = stage;
        (_ofRow, _fixed) = (new int[weights.Length], new double[weights.Length]);
        var numbers = new Dictionary<double, int>();
        for (var row = 0; row < weights.Length; row++)
        {
            var unit = stage.UnitOf(row);
            _fixed[row] = weights[row] * stage.Base[unit];
            _ofRow[row] = numbers.TryGetValue(weights[row] * stage.Step[unit], out var number) ? number : numbers.Count;
            numbers.TryAdd(weights[row] * stage.Step[unit], _ofRow[row]);
        }

        _added = [.. numbers.Keys];
    }

    /// <summary>The number of classes.</summary>
    public int Count => _added.Length;

    /// <summary>The one number besides zero that a column has in the base; NaN when there are more.</summary>
    public static double OnlyValue(int[] group, double[] column)
    {
        var only = 0.0;
        for (var row = 0; row < group.Length; row++)
        {
            if (group[row] >= 0 && column[row] != 0)
            {
                if (only != 0 && column[row] != only)
                {
                    return double.NaN;
                }

                only = column[row];
            }
        }

        return only;
    }

    /// <summary>The totals of a column that is zero or <paramref name="value"/>, for each group in every replicate.</summary>
    public double[][] Totals(int[] group, int groups, double[] column, double value, int replicates)
    {
        var (units, ends) = Cells(group, groups, column);
        var totals = new double[groups][];
        for (var g = 0; g < groups; g++)
        {
            totals[g] = new double[replicates];
        }

        Start(totals, group, column, value);
        RowwiseWeights.ForBlocks(replicates, CountedStage.TileLength, (long)units.Length * replicates / 16, (from, length) =>
        {
            var tile = _stage.Tile(from);
            var begin = 0;
            for (var cell = 0; cell < ends.Length; cell++)
            {
                BlockArithmetic.AddCounts(
                    tile, units.AsSpan(begin..ends[cell]), _added[cell / groups] * value, totals[cell % groups].AsSpan(from, length));
                begin = ends[cell];
            }
        });
        return totals;
    }

    // What a total has without any count.
    private void Start(double[][] totals, int[] group, double[] column, double value)
    {
        var starts = new double[totals.Length];
        for (var row = 0; row < group.Length; row++)
        {
            if (group[row] >= 0 && column[row] != 0)
            {
                starts[group[row]] += _fixed[row] * value;
            }
        }

        for (var g = 0; g < totals.Length; g++)
        {
            Array.Fill(totals[g], starts[g]);
        }
    }

    // The units of the rows that count, class by class, in each group by group, and where each cell ends.
    private (int[] Units, int[] Ends) Cells(int[] group, int groups, double[] column)
    {
        var ends = new int[Count * groups];
        for (var row = 0; row < group.Length; row++)
        {
            if (group[row] >= 0 && column[row] != 0)
            {
                ends[(_ofRow[row] * groups) + group[row]]++;
            }
        }

        var total = 0;
        for (var cell = 0; cell < ends.Length; cell++)
        {
            (ends[cell], total) = (total, total + ends[cell]);
        }

        var units = new int[total];
        for (var row = 0; row < group.Length; row++)
        {
            if (group[row] >= 0 && column[row] != 0)
            {
                units[ends[(_ofRow[row] * groups) + group[row]]++] = _stage.UnitOf(row);
            }
        }

        return (units, ends);
    }
}
