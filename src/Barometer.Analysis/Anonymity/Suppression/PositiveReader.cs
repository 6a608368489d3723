namespace Barometer.Analysis.Anonymity.Suppression;

/// <summary>
/// A reader who takes it that no hidden cell is empty: who hides something, hides something that is there. Where that
/// contradicts the published figures, the reader learns nothing by it.
/// </summary>
/// <param name="system">The cells.</param>
internal sealed class PositiveReader(CellSystem system)
{
    private const double Near = 1e-6;

    /// <summary>The linear program of such a reader.</summary>
    /// <param name="isPublished">Whether a reader sees the cell.</param>
    /// <param name="isShown">Whether the cell has a place in a table, where it shows that it is hidden; null when all have.</param>
    public LinearProgram Program(Func<int, bool> isPublished, Func<int, bool>? isShown = null)
    {
        var program = system.Reader(isPublished);
        for (var cell = 0; cell < system.Cells.Count; cell++)
        {
            if (!isPublished(cell) && (isShown is null || isShown(cell)))
            {
                program.Require(system.Cells[cell], 1, double.PositiveInfinity);
            }
        }

        return program;
    }

    /// <summary>Hides more, until the reader can't work out any of the secrets.</summary>
    public void Protect(Pattern pattern, IReadOnlyList<LinearForm> secrets)
    {
        foreach (var secret in secrets)
        {
            while (Exact(secret, pattern) is { } world)
            {
                var shadow = new CellSystem(world, system.Cells, system.Structure, system.Floors);
                var floors = Enumerable.Range(0, system.Cells.Count).Select(cell => pattern.IsShown(cell) ? Math.Min(1, shadow.Value(cell)) : double.NegativeInfinity).ToArray();
                var demand = new Demand(secret, 1, true, Knowledge.Outsider(system));
                using var finder = new AlternativeFinder(shadow, floors);
                if (finder.Find(demand, pattern.CostOfHiding) is not { } other || !pattern.Hide(system.MovedBy(other.World)))
                {
                    break;
                }
            }
        }
    }

    /// <summary>The only world left to the reader, as far as the secret is concerned; null if there are several or none.</summary>
    private double[]? Exact(LinearForm secret, Pattern pattern)
    {
        using var program = Program(pattern.IsPublished, pattern.IsShown);
        var low = program.Extreme(secret, highest: false);
        if (double.IsNaN(low))
        {
            return null;
        }

        var world = program.Solution();
        return program.Extreme(secret, highest: true) - low < Near ? world : null;
    }
}
