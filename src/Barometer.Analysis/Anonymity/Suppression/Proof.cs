namespace Barometer.Analysis.Anonymity.Suppression;

/// <summary>A world that proves demands met.</summary>
/// <param name="World">The world.</param>
/// <param name="Cells">The cells that differ in it, all of which must be hidden.</param>
internal sealed record Proof(World World, int[] Cells)
{
    /// <summary>The numbers of the demands that rest on it.</summary>
    public HashSet<int> Demands { get; } = [];
}
