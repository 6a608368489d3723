using System.Text.Json.Nodes;

namespace Barometer.Notebooks.Kernel.Requests;

/// <summary>Answers what editors ask about code.</summary>
internal sealed class LanguageRequests(Completion completion, Inspection inspection)
{
    /// <summary>Whether code may be run as it is.</summary>
    public static JsonObject IsComplete(JupyterMessage request)
    {
        var status = Completeness.Of(request.Content.Required("code"));
        return status == "incomplete"
            ? new JsonObject { ["status"] = status, ["indent"] = "    " }
            : new JsonObject { ["status"] = status };
    }

    /// <summary>What may stand at a place.</summary>
    public JsonObject Complete(JupyterMessage request) => completion.Complete(Place(request));

    /// <summary>What stands at a place.</summary>
    public JsonObject Inspect(JupyterMessage request)
    {
        var found = inspection.Inspect(Place(request));
        return new JsonObject
        {
            ["status"] = "ok",
            ["found"] = found is not null,
            ["data"] = found is null ? [] : new JsonObject(found.Forms.Select(form => KeyValuePair.Create(form.Key, (JsonNode?)form.Value))),
            ["metadata"] = new JsonObject(),
        };
    }

    private static CellText Place(JupyterMessage request)
    {
        var code = request.Content.Required("code");
        return CellText.At(code, request.Content.NumberOf("cursor_pos") ?? int.MaxValue);
    }
}
