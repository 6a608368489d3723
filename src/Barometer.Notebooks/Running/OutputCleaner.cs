using System.Text.Json;
using System.Text.Json.Nodes;

namespace Barometer.Notebooks.Running;

/// <summary>
/// Makes what a cell showed the same for every run, before it is stored or sent to somebody who stores it: no machine's
/// paths, <c>\n</c> for line ends, and no forms that the caller keeps for himself.
/// </summary>
internal sealed class OutputCleaner(PathRedactor paths, Func<CellOutput, MimeBundle?>? filter)
{
    /// <summary>The text.</summary>
    public string Clean(string text) => paths.Redact(text.Replace("\r\n", "\n", StringComparison.Ordinal));

    /// <summary>The output, or null when nothing of it is left.</summary>
    public MimeBundle? Clean(CellOutput output)
    {
        var clean = output with { Bundle = new MimeBundle(output.Bundle.Forms.Select(Clean)) };
        return (filter is null ? clean.Bundle : filter(clean)) is { Forms.Count: > 0 } bundle ? bundle : null;
    }

    /// <summary>Name, message and places of a failure, without what may be data.</summary>
    public JsonObject Error(CellFailure failure)
    {
        var message = Clean(failure.StoredMessage);
        var place = failure.Line is { } line ? FormattableString.Invariant($"cell {failure.CellNumber}, line {line}") : $"cell {failure.CellNumber}";
        string[] trace = [$"{failure.Name}: {message}", .. (failure.Trace.Count > 0 ? failure.Trace : [place]).Select(frame => $"  at {frame}")];
        return new JsonObject
        {
            ["ename"] = failure.Name,
            ["evalue"] = message,
            ["traceback"] = new JsonArray([.. trace.Select(frame => (JsonNode)JsonValue.Create(frame))]),
        };
    }

    /// <summary>A form as JSON: what is JSON as itself, everything else as text.</summary>
    /// <param name="mediaType">The form's media type.</param>
    /// <param name="content">The form.</param>
    /// <param name="text">How text that a person may read is written.</param>
    /// <exception cref="NotebookException">It should be JSON, and isn't.</exception>
    public static JsonNode? Content(string mediaType, string content, Func<string, JsonNode> text)
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

    private KeyValuePair<string, string> Clean(KeyValuePair<string, string> form) =>
        MimeBundle.IsText(form.Key) || MimeBundle.IsJson(form.Key) ? KeyValuePair.Create(form.Key, Clean(form.Value)) : form;
}
