using System.Text.Json.Nodes;

namespace Barometer.Notebooks.Running;

/// <summary>
/// Turns what a cell showed into the outputs of nbformat, in a form that is the same for every run: no times, keys in
/// the order of their names as Jupyter sorts them.
/// </summary>
/// <remarks>
/// Everything shown is <c>display_data</c>, a trailing expression too: an <c>execute_result</c> repeats the execution
/// count, so that a new cell would change the outputs of all cells after it, and there may be one for a cell only.
/// </remarks>
internal sealed class OutputWriter(OutputCleaner cleaner)
{
    /// <summary>The outputs of <paramref name="cell"/>.</summary>
    public JsonArray Write(NotebookCell cell, IEnumerable<object> shown)
    {
        var outputs = new JsonArray();
        var position = 0;
        foreach (var output in shown)
        {
            if (output is OutputCollector.ConsoleText text)
            {
                outputs.Add((JsonNode)Console(text));
            }
            else if (cleaner.Clean(new CellOutput(cell.Number!.Value, cell.Id, ++position, ((OutputCollector.Shown)output).Bundle)) is { } bundle)
            {
                outputs.Add((JsonNode)Display(bundle));
            }
        }

        return outputs;
    }

    /// <summary>The output that tells of a failure, without what may be data.</summary>
    public JsonObject Error(CellFailure failure)
    {
        var error = cleaner.Error(failure);
        error.Insert(2, "output_type", "error");
        return error;
    }

    private JsonObject Console(OutputCollector.ConsoleText text) => new()
    {
        ["name"] = text.Channel == TextChannel.Out ? "stdout" : "stderr",
        ["output_type"] = "stream",
        ["text"] = MultilineText.Split(cleaner.Clean(text.Text.ToString())),
    };

    private static JsonObject Display(MimeBundle bundle) => new()
    {
        ["data"] = new JsonObject(bundle.Forms.Select(form => KeyValuePair.Create(form.Key, OutputCleaner.Content(form.Key, form.Value, MultilineText.Split)))),
        ["metadata"] = new JsonObject(),
        ["output_type"] = "display_data",
    };
}
