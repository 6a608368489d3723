using System.Text.Json;
using System.Text.Json.Nodes;

namespace Barometer.Notebooks.Running;

/// <summary>
/// Makes what a cell showed the same for every run, before it is stored or sent to somebody who stores it: no machine's
/// paths, and <c>\n</c> for line ends.
/// </summary>
internal sealed class OutputCleaner(PathRedactor paths)
{
    /// <summary>The text.</summary>
    public string Clean(string text) => paths.Redact(text.Replace("\r\n", "\n", StringComparison.Ordinal));

    /// <summary>The output.</summary>
    public MimeBundle Clean(MimeBundle bundle) =>
        bundle.Select((mediaType, content) => MimeBundle.IsText(mediaType) || MimeBundle.IsJson(mediaType) ? Clean(content) : content);

    /// <summary>Name, message and places of a failure.</summary>
    public JsonObject Error(CellFailure failure)
    {
        var message = Clean(failure.Message);
        var place = failure.Line is { } line ? FormattableString.Invariant($"cell {failure.CellNumber}, line {line}") : $"cell {failure.CellNumber}";
        string[] trace = [$"{failure.Name}: {message}", .. (failure.Trace.Count > 0 ? failure.Trace : [place]).Select(frame => $"  at {frame}")];
        return new JsonObject
        {
            ["ename"] = failure.Name,
            ["evalue"] = message,
            ["traceback"] = new JsonArray([.. trace.Select(frame => (JsonNode)JsonValue.Create(frame))]),
        };
    }

    /// <summary>The forms of <paramref name="bundle"/> as JSON: what is JSON as itself, everything else as text.</summary>
    /// <param name="bundle">The forms.</param>
    /// <param name="text">How text that a person may read is written.</param>
    /// <exception cref="NotebookException">One should be JSON, and isn't.</exception>
    public static JsonObject Data(MimeBundle bundle, Func<string, JsonNode> text) =>
        new(bundle.Forms.Select(form => KeyValuePair.Create(form.Key, Content(form.Key, form.Value, text))));

    private static JsonNode? Content(string mediaType, string content, Func<string, JsonNode> text)
    {
        try
        {
            return MimeBundle.IsJson(mediaType) ? JsonNode.Parse(content)
                : MimeBundle.IsText(mediaType) ? text(content)
                : JsonValue.Create(content);
        }
        catch (JsonException exception)
        {
            throw new NotebookException(new NotebookProblem($"An output of type {mediaType} can't be stored", Expected: "JSON", Got: "text that is no JSON"), exception);
        }
    }
}

/// <summary>One output of a cell, as the notebook stores it.</summary>
/// <param name="CellNumber">The cell's number among the code cells, from 1.</param>
/// <param name="CellId">The cell's id.</param>
/// <param name="Bundle">The object that was shown, and its forms with the machine's paths taken out.</param>
internal sealed record CellOutput(int CellNumber, string CellId, MimeBundle Bundle);
