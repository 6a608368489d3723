using System.Text.Json.Nodes;

namespace Barometer.Cli.Tests.Checking;

/// <summary>A notebook that keeps every rule, to break one of them.</summary>
internal static class RuleTestNotebook
{
    private const string Name = "01-first";

    /// <summary>What the rules say of the notebook once it is changed.</summary>
    public static IReadOnlyList<RuleFault> Faults(Action<JsonObject> change, params string[] code)
    {
        var document = NotebookText.Document(code);
        change(document);
        return FaultsOf(NotebookText.Write(document));
    }

    /// <summary>What the rules say of a file with this text.</summary>
    public static IReadOnlyList<RuleFault> FaultsOf(string text)
    {
        using var clone = Clone.With((Name, text));
        return [.. NotebookRules.Check(clone.Notebook(Name), Name)];
    }

    /// <summary>What the rules say of the notebook with this cell in it.</summary>
    public static IReadOnlyList<string> FaultsOfCode(string code) => [.. Faults(_ => { }, code).Select(fault => fault.ToString())];

    /// <summary>What the rules say when this is stored under a cell, beside a table.</summary>
    public static IReadOnlyList<string> FaultsOfOutput(JsonObject output) =>
        [.. Faults(notebook => notebook.Cell("c2")["outputs"] = new JsonArray(output, Table()), "1 + 1").Select(fault => fault.ToString())];

    private static JsonObject Table() => new()
    {
        ["output_type"] = "display_data",
        ["metadata"] = new JsonObject(),
        ["data"] = new JsonObject { ["text/html"] = "<table></table>" },
    };
}
