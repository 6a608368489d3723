using System.Text.Json.Nodes;

namespace Barometer.Cli.Checking;

/// <summary>The metadata by which every host knows the notebook as C#.</summary>
internal static class MetadataRules
{
    private static readonly (string[] Path, string Value)[] Expected =
    [
        (["kernelspec", "name"], ".net-csharp"),
        (["kernelspec", "language"], "C#"),
        (["polyglot_notebook", "kernelInfo", "defaultKernelName"], "csharp"),
    ];

    /// <summary>The metadata that differ from what hosts look for.</summary>
    public static IEnumerable<string> Check(string path)
    {
        var metadata = JsonNode.Parse(File.ReadAllText(path))?["metadata"];
        return
        [
            .. from expected in Expected
               where expected.Path.Aggregate(metadata, (node, name) => (node as JsonObject)?[name])?.ToString() != expected.Value
               select $"metadata {string.Join('.', expected.Path)} is «{expected.Value}»",
        ];
    }
}
