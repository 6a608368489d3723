namespace SurveyStatistics.Replicates;

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
