using System.Text.Json;
using System.Text.Json.Nodes;

namespace Barometer.Cli.Checking.Gate;

/// <summary>
/// The gate for one notebook: its outputs, and every other place in the file where a number can hide (attachments,
/// metadata of notebook and cells, comments, raw cells). It reads the text as it is stored, so that it can check what is
/// about to be committed.
/// </summary>
internal sealed class NotebookGate(StampRegister register)
{
    private readonly OutputGate _outputs = new(register);

    /// <summary>All that may not be stored in the notebook <paramref name="name"/>.</summary>
    public IReadOnlyList<RuleFault> Check(string json, string name)
    {
        try
        {
            var root = (JsonObject)JsonNode.Parse(json, documentOptions: new JsonDocumentOptions { AllowDuplicateProperties = false })!;
            return
            [
                .. HidingPlaces.OfNotebook(root).Select(fault => new RuleFault(name, null, fault)),
                .. from cell in root["cells"]!.AsArray().Cast<JsonObject>()
                   from fault in HidingPlaces.OfCell(cell).Concat(_outputs.Check(cell))
                   select new RuleFault(name, HidingPlaces.HasUsualId(cell) ? (string?)cell["id"] : null, fault),
            ];
        }
        catch (Exception exception) when (exception is JsonException or InvalidCastException or InvalidOperationException or NullReferenceException)
        {
            return [new RuleFault(name, null, "the notebook can't be read, so nothing is known of what it shows")];
        }
    }
}
