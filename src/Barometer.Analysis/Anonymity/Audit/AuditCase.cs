namespace Barometer.Analysis.Anonymity.Audit;

/// <summary>What an auditor is told: the cells, what is secret, and who knows what.</summary>
internal sealed class AuditCase
{
    /// <summary>The cells and the truth.</summary>
    public required CellSystem System { get; init; }

    /// <summary>The numbers of the cells that must not be worked out (primary).</summary>
    public required IReadOnlyList<int> Primary { get; init; }

    /// <summary>Whether the cells are whole numbers.</summary>
    public bool AreCounts { get; init; } = true;

    /// <summary>The least distance between a reader's bounds and a hidden count.</summary>
    public double Width { get; init; } = 1;

    /// <summary>The organisations with their own parts.</summary>
    public IReadOnlyList<Holding> Holdings { get; init; } = [];

    /// <summary>The groups and answers that must not be learnt.</summary>
    public IReadOnlyList<GroupSecret> Groups { get; init; } = [];

    /// <summary>How many of a group may put together what they know.</summary>
    public int Coalition { get; init; } = 1;

    /// <summary>For amounts: how far above a primary cell a reader's upper bound must lie, by cell.</summary>
    public IReadOnlyDictionary<int, double> UpperProtection { get; init; } = new Dictionary<int, double>();
}
