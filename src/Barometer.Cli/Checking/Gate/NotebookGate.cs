using System.Text.Json;
using System.Text.Json.Nodes;

namespace Barometer.Cli.Checking.Gate;

/// <summary>
/// Lets nothing be stored in a notebook but what the library stamped: every form of every output must be on the register, and
/// every other place in the file where a number can hide (<see cref="HidingPlaces"/>) is looked at. What isn't stamped may be a
/// printed value, a row of answers, an estimate that wasn't released, or a figure edited by hand; messages say where it stands
/// and what kind it is, and repeat nothing of it. The text is read as it is stored, so that what is about to be committed can
/// be checked.
/// </summary>
/// <param name="register">What may be shown.</param>
internal sealed class NotebookGate(StampRegister register)
{
    private const string Release = "show released tables, figures and sentences instead, and have «barometer run» store them";

    private static readonly Dictionary<string, string> Kinds = new(StringComparer.Ordinal)
    {
        ["text/plain"] = "plain text",
        ["text/html"] = "HTML",
        ["text/markdown"] = "markdown",
        ["image/png"] = "a picture (PNG)",
        ["image/jpeg"] = "a picture (JPEG)",
        ["image/svg+xml"] = "a picture (SVG)",
        ["text/csv"] = "CSV",
        ["application/json"] = "JSON",
        ["application/vnd.plotly.v1+json"] = "chart data",
    };

    /// <summary>Whether a notebook is a draft: its name doesn't start with a digit.</summary>
    /// <param name="name">The notebook's name without folder and ending.</param>
    public static bool IsDraft(string name) => !(name.Length > 0 && char.IsAsciiDigit(name[0]));

    /// <summary>All that may not be stored in a notebook.</summary>
    /// <param name="json">Its text.</param>
    /// <param name="name">Its path in the repository, for messages.</param>
    public IReadOnlyList<RuleFault> Check(string json, string name)
    {
        try
        {
            var root = (JsonObject)JsonNode.Parse(json, documentOptions: new JsonDocumentOptions { AllowDuplicateProperties = false })!;
            var faults = HidingPlaces.OfNotebook(root).Select(fault => new RuleFault(name, null, fault)).ToList();
            var number = 0;
            foreach (var (index, node) in root["cells"]!.AsArray().Index())
            {
                var cell = (JsonObject)node!;
                int? own = (string?)cell["cell_type"] == "code" ? ++number : null;
                var isUsual = HidingPlaces.HasUsualId(cell, index + 1, own);
                var id = isUsual ? (string?)cell["id"] : null;
                faults.AddRange(HidingPlaces.OfCell(cell, index + 1, own).Concat(isUsual ? Outputs(cell, PlaceOf(name), id) : []).Select(fault => new RuleFault(name, id, fault)));
            }

            return faults;
        }
        catch (Exception exception) when (exception is JsonException or InvalidCastException or InvalidOperationException or NullReferenceException)
        {
            return [new RuleFault(name, null, "the notebook can't be read, so nothing is known of what it shows")];
        }
    }

    /// <summary>
    /// All that may not be kept in a notebook: a draft is run alone, its releases weighed against the statuses of the notebooks'
    /// releases but not solved together with them, and <c>reproduce</c> passes it over. So none is kept with results in it.
    /// </summary>
    /// <param name="json">Its text.</param>
    /// <param name="name">Its path in the repository, for messages.</param>
    public IReadOnlyList<RuleFault> CheckKept(string json, string name)
    {
        var place = Path.GetFileNameWithoutExtension(name);
        var hasResults = IsDraft(place) && HasOutputs(json) && register.Forms.Any(form => form.Place == place && form.Stamp != OutputStamp.Notice);
        return !hasResults ? Check(json, name) :
        [
            .. Check(json, name),
            new RuleFault(
                name,
                null,
                "it is a draft with results in it, which nothing has weighed together with those of the other notebooks: "
                    + $"«barometer clear {place}», or give it a number (15-my-theme) and reproduce; «barometer export {place}» writes what it shows to a folder of drafts"),
        ];
    }

    // A notebook that can't be read is a fault already.
    private static bool HasOutputs(string json)
    {
        try
        {
            return JsonNode.Parse(json) is JsonObject notebook && notebook["cells"] is JsonArray cells
                && cells.Any(cell => cell is JsonObject one && one["outputs"] is JsonArray { Count: > 0 });
        }
        catch (Exception exception) when (exception is JsonException or ArgumentException)
        {
            return false;
        }
    }

    // What a notebook shows is registered by its name and the cell's: the same picture under another cell says something else.
    private List<string> Outputs(JsonObject cell, string place, string? id)
    {
        if (cell["outputs"] is not JsonArray outputs)
        {
            return cell["outputs"] is null ? [] : ["its outputs aren't of nbformat: clear them"];
        }

        var registered = register.In(place, id ?? "");
        List<string> faults = [.. outputs.SelectMany(output => Output(output, registered)).Distinct()];
        return faults.Count > 0 || outputs.Count == 0 || Forms(outputs).SequenceEqual(registered.Select(form => (form.Form, form.Digest)))
            ? faults
            : ["its outputs aren't those of a run, in their order: run the notebook by «barometer run»"];
    }

    private static IEnumerable<(string, string)> Forms(JsonArray outputs) =>
        outputs.SelectMany(output => (JsonObject)output!["data"]!).Select(form => (form.Key, FormDigest.Of(form.Key, form.Value))).Distinct();

    // Notebooks lie in their folder; one that lies elsewhere shows nothing.
    private static string PlaceOf(string name) =>
        name.Split('/') is ["notebooks", var file] ? Path.GetFileNameWithoutExtension(file) : "";

    private static IEnumerable<string> Output(JsonNode? node, IReadOnlyList<StampedForm> registered)
    {
        if (node is not JsonObject output)
        {
            return ["an output isn't of nbformat: clear it"];
        }

        return (string?)output["output_type"] switch
        {
            "stream" => [$"{StreamOf(output)} is printed: what a cell prints carries no release; {Release}"],
            "error" => ["an error and its trace were stored: clear them, and mend the cell"],
            "display_data" or "execute_result" => Shown(output, registered),
            _ => ["an output of an unknown type was stored: clear it"],
        };
    }

    private static IEnumerable<string> Shown(JsonObject output, IReadOnlyList<StampedForm> registered)
    {
        if (output.Any(one => one.Key is not ("data" or "metadata" or "output_type")) || !IsOfThePicture(output))
        {
            yield return "an output carries metadata: clear it, and run the notebook by «barometer run»";
        }

        if (output["data"] is not JsonObject forms)
        {
            yield return "an output isn't of nbformat: clear it";
            yield break;
        }

        foreach (var (mediaType, content) in forms)
        {
            var digest = FormDigest.Of(mediaType, content);
            if (!registered.Any(form => form.Form == mediaType && form.Digest == digest))
            {
                yield return $"{Kind(mediaType, content)} carries no release, or was changed since; {Release}";
            }
        }
    }

    // Metadata are a place to hide something: what the picture says of its own size, and nothing else.
    private static bool IsOfThePicture(JsonObject output) => output["metadata"] is null or JsonObject { Count: 0 }
        || JsonNode.DeepEquals(output["metadata"], PictureSize.Metadata(form => (output["data"] as JsonObject)?[form] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null));

    private static string StreamOf(JsonObject output) => (string?)output["name"] is "stdout" or "stderr" ? $"text on {output["name"]}" : "printed text";

    private static string Kind(string mediaType, JsonNode? content)
    {
        if (FormDigest.Text(content).Contains(Exploration.Warning, StringComparison.Ordinal))
        {
            return "what exploring showed";
        }

        var kind = Kinds.GetValueOrDefault(mediaType, MimeBundle.IsJson(mediaType) ? "JSON of an unknown type" : "an output of an unknown type");
        return mediaType == "text/html" && content?.ToJsonString().Contains("table", StringComparison.OrdinalIgnoreCase) == true ? $"{kind} with a table" : kind;
    }
}
