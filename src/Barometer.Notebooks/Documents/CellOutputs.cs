using System.Text.Json.Nodes;

namespace Barometer.Notebooks.Documents;

/// <summary>What a run puts into a code cell.</summary>
/// <param name="ExecutionCount">The cell's place among the cells run, from 1; null when it wasn't run.</param>
/// <param name="Outputs">The outputs as nbformat has them.</param>
internal sealed record CellOutputs(int? ExecutionCount, JsonArray Outputs)
{
    /// <summary>A cell that wasn't run: no count, no outputs.</summary>
    public static CellOutputs None => new(null, []);
}
