using System.Text.Json.Nodes;

namespace Barometer.Notebooks.Tests;

/// <summary>Makes notebooks for tests and reads what they hold.</summary>
internal static class NotebookText
{
    /// <summary>The text of a notebook with those code cells, called c1, c2, ….</summary>
    public static string Of(params string[] cells) => JupyterJson.Write(new JsonObject
    {
        ["cells"] = new JsonArray([.. cells.Select((code, i) => (JsonNode)new JsonObject
        {
            ["cell_type"] = "code",
            ["execution_count"] = null,
            ["id"] = $"c{i + 1}",
            ["metadata"] = new JsonObject(),
            ["outputs"] = new JsonArray(),
            ["source"] = JupyterJson.SplitLines(code),
        })]),
        ["metadata"] = new JsonObject { ["kernelspec"] = new JsonObject { ["language"] = "C#", ["name"] = ".net-csharp" } },
        ["nbformat"] = 4,
        ["nbformat_minor"] = 5,
    }) + "\n";

    /// <summary>The outputs of a code cell, counted from 1.</summary>
    public static JsonArray Outputs(this NotebookRunResult result, int cell)
    {
        var cells = (JsonArray)JsonNode.Parse(result.Document.ToJson())!["cells"]!;
        return (JsonArray)cells.Where(node => (string)node!["cell_type"]! == "code").ElementAt(cell - 1)!["outputs"]!;
    }

    /// <summary>The plain text and console text that a code cell shows.</summary>
    public static string Shown(this NotebookRunResult result, int cell) => string.Concat(result.Outputs(cell).Select(output =>
        JupyterJson.JoinLines(output!["text"] ?? output["data"]?["text/plain"] ?? output["evalue"])));
}
