using Barometer.Analysis.Anonymity.Linear;

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
    public LinearProgram Program(Func<int, bool> isPublished)
    {
        var program = new LinearProgram(new double[system.Truth.Length]);
        foreach (var known in system.Structure)
        {
            program.Require(known, 0, 0);
        }

        for (var cell = 0; cell < system.Cells.Count; cell++)
        {
            var value = system.Value(cell);
            var published = isPublished(cell);
            program.Require(system.Cells[cell], published ? value : 1, published ? value : double.PositiveInfinity);
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
                var shadow = new CellSystem(world, system.Cells, system.Structure);
                var floors = Enumerable.Range(0, system.Cells.Count).Select(cell => Math.Min(1, shadow.Value(cell))).ToArray();
                var demand = new Demand(secret, 1, true, Knowledge.Outsider(world.Length));
                using var finder = new AlternativeFinder(shadow, floors);
                var moves = finder.Find(demand, pattern.CostOfHiding)?.Moves;
                if (moves is null || !pattern.HideWhatShows(system, moves))
                {
                    break;
                }
            }
        }
    }

    /// <summary>The only world left to the reader, as far as the secret is concerned; null if there are several or none.</summary>
    private double[]? Exact(LinearForm secret, Pattern pattern)
    {
        using var program = Program(pattern.IsPublished);
        var low = program.Extreme(secret, highest: false);
        if (double.IsNaN(low))
        {
            return null;
        }

        var world = program.Solution();
        return program.Extreme(secret, highest: true) - low < Near ? world : null;
    }
}
