using System.Text.Json;
using System.Text.Json.Nodes;
using Barometer.Notebooks.Display;
using Barometer.Notebooks.Documents;
using Barometer.Notebooks.Sessions;

namespace Barometer.Notebooks.Running;

/// <summary>
/// Turns what a cell showed into the outputs of nbformat, in a form that is the same for every run: no times, no
/// machine's paths, <c>\n</c> for line ends, keys in the order of their names as Jupyter sorts them.
/// </summary>
/// <remarks>
/// Everything shown is <c>display_data</c>, a trailing expression too: an <c>execute_result</c> repeats the execution
/// count, so that a new cell would change the outputs of all cells after it, and there may be one for a cell only.
/// </remarks>
internal sealed class OutputWriter(PathRedactor paths, Func<CellOutput, MimeBundle?>? filter)
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
            else if (Filter(new CellOutput(cell.Number!.Value, cell.Id, ++position, Clean((MimeBundle)output))) is { Forms.Count: > 0 } bundle)
            {
                outputs.Add((JsonNode)Display(bundle));
            }
        }

        return outputs;
    }

    /// <summary>The output that tells of a failure, without what may be data.</summary>
    public JsonObject Error(CellFailure failure)
    {
        var message = paths.Redact(Lines(failure.StoredMessage));
        var place = failure.Line is { } line ? FormattableString.Invariant($"cell {failure.CellNumber}, line {line}") : $"cell {failure.CellNumber}";
        string[] trace = [$"{failure.Name}: {message}", .. (failure.Trace.Count > 0 ? failure.Trace : [place]).Select(frame => $"  at {frame}")];
        return new JsonObject
        {
            ["ename"] = failure.Name,
            ["evalue"] = message,
            ["output_type"] = "error",
            ["traceback"] = new JsonArray([.. trace.Select(frame => (JsonNode)JsonValue.Create(frame))]),
        };
    }

    private MimeBundle? Filter(CellOutput output) => filter is null ? output.Bundle : filter(output);

    private MimeBundle Clean(MimeBundle bundle) => new(bundle.Forms.Select(form => MimeBundle.IsText(form.Key) || MimeBundle.IsJson(form.Key)
        ? KeyValuePair.Create(form.Key, paths.Redact(Lines(form.Value)))
        : form));

    private JsonObject Console(OutputCollector.ConsoleText text) => new()
    {
        ["name"] = text.Channel == TextChannel.Out ? "stdout" : "stderr",
        ["output_type"] = "stream",
        ["text"] = MultilineText.Split(paths.Redact(Lines(text.Text.ToString()))),
    };

    private static JsonObject Display(MimeBundle bundle) => new()
    {
        ["data"] = new JsonObject(bundle.Forms.Select(form => KeyValuePair.Create(form.Key, Content(form.Key, form.Value)))),
        ["metadata"] = new JsonObject(),
        ["output_type"] = "display_data",
    };

    private static JsonNode? Content(string mediaType, string content) =>
        MimeBundle.IsJson(mediaType) ? Json(mediaType, content)
        : MimeBundle.IsText(mediaType) ? MultilineText.Split(content)
        : JsonValue.Create(content);

    private static JsonNode? Json(string mediaType, string content)
    {
        try
        {
            return JsonNode.Parse(content);
        }
        catch (JsonException exception)
        {
            throw new NotebookException(new NotebookProblem($"An output of type {mediaType} can't be stored", Expected: "JSON", Got: "text that is no JSON"), exception);
        }
    }

    private static string Lines(string text) => text.Replace("\r\n", "\n", StringComparison.Ordinal);
}
