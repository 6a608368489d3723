using System.Text.Json;
using System.Text.Json.Nodes;

namespace Barometer.Cli.Checking.Gate;

/// <summary>
/// A draft is run alone: what it releases is weighed against the statuses of the notebooks' releases, but not solved together
/// with them, and <c>reproduce</c> passes it over. So no draft is kept with results in it.
/// </summary>
internal static class DraftRule
{
    private const string Release = "release ";

    /// <summary>What is wrong with a notebook, if it is a draft: its name doesn't start with a digit.</summary>
    /// <param name="path">The notebook's path.</param>
    /// <param name="name">How messages call it.</param>
    /// <param name="json">Its text.</param>
    /// <param name="shown">The register of what is stored.</param>
    public static IEnumerable<RuleFault> Check(string path, string name, string json, StampRegister shown)
    {
        var place = Path.GetFileNameWithoutExtension(path);
        if (place.Length > 0 && !char.IsAsciiDigit(place[0]) && HasOutputs(json)
            && shown.Forms.Any(form => form.Place == place && form.Stamp.StartsWith(Release, StringComparison.Ordinal)))
        {
            yield return new RuleFault(
                name,
                null,
                "it is a draft with results in it, which nothing has weighed together with those of the other notebooks: "
                    + "clear its outputs, or give it a number (15-my-theme) and reproduce");
        }
    }

    // What can't be read is the gate's to tell.
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
}
