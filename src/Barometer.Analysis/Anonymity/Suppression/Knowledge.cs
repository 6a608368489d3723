namespace Barometer.Analysis.Anonymity.Suppression;

/// <summary>What somebody knows about the unknowns before reading any table.</summary>
/// <param name="Floors">The least each unknown can be, to somebody who knows this much.</param>
/// <param name="Known">Whether somebody knows the unknown exactly.</param>
internal sealed record Knowledge(double[] Floors, bool[] Known)
{
    /// <summary>A reader who knows nothing but that counts aren't negative.</summary>
    public static Knowledge Outsider(CellSystem system) => new(system.Floors, new bool[system.Truth.Length]);
}
