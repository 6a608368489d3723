using System.Text.Json.Nodes;

namespace Barometer.Cli.Checking.Gate;

/// <summary>
/// Lets nothing be stored under a cell but what the library stamped: every form of every output must be on the register.
/// What isn't may be a printed value, a row of answers, an estimate that wasn't released, or a figure edited by hand;
/// messages say where it stands and what kind it is, and repeat nothing of it.
/// </summary>
/// <param name="register">What may be shown.</param>
internal sealed class OutputGate(StampRegister register)
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

    /// <summary>What is wrong with the outputs of a code cell.</summary>
    public IEnumerable<string> Check(JsonObject cell) => cell["outputs"] switch
    {
        null => [],
        JsonArray outputs => outputs.SelectMany(Check).Distinct(),
        _ => ["its outputs aren't of nbformat: clear them"],
    };

    private IEnumerable<string> Check(JsonNode? node)
    {
        if (node is not JsonObject output)
        {
            return ["an output isn't of nbformat: clear it"];
        }

        return (string?)output["output_type"] switch
        {
            "stream" => [$"{StreamOf(output)} is printed: what a cell prints carries no release; {Release}"],
            "error" => ["an error and its trace were stored: clear them, and mend the cell"],
            "display_data" or "execute_result" => Shown(output),
            _ => ["an output of an unknown type was stored: clear it"],
        };
    }

    private IEnumerable<string> Shown(JsonObject output)
    {
        if (output.Any(one => one.Key is not ("data" or "metadata" or "output_type" or "execution_count")) || output["metadata"] is not (null or JsonObject { Count: 0 }))
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
            if (!register.Holds(mediaType, FormDigest.Of(mediaType, content)))
            {
                yield return $"{Kind(mediaType, content)} carries no release, or was changed since; {Release}";
            }
        }
    }

    private static string StreamOf(JsonObject output) => (string?)output["name"] is "stdout" or "stderr" ? $"text on {output["name"]}" : "printed text";

    private static string Kind(string mediaType, JsonNode? content)
    {
        var kind = Kinds.GetValueOrDefault(mediaType, MimeBundle.IsJson(mediaType) ? "JSON of an unknown type" : "an output of an unknown type");
        return mediaType == "text/html" && content?.ToJsonString().Contains("table", StringComparison.OrdinalIgnoreCase) == true ? $"{kind} with a table" : kind;
    }
}
