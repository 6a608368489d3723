using System.Text.Json.Nodes;

namespace Barometer.Cli.Tests.Checking.Gate;

/// <summary>A reproduced clone in which something was left behind, and what the gate says of it.</summary>
internal sealed class Planted : IDisposable
{
    private const string First = "notebooks/01-first.ipynb";
    private readonly Clone _clone;

    public Planted(Clone reproduced) => _clone = reproduced.Copy();

    public Clone Clone => _clone;

    /// <summary>What the gate says of the clone.</summary>
    public IReadOnlyList<string> Faults => [.. RepositoryGate.Check(new Repository(_clone.Root)).Select(fault => fault.ToString())];

    /// <summary>Changes the first notebook as it is stored.</summary>
    public Planted Change(Action<JsonObject> change)
    {
        var root = (JsonObject)JsonNode.Parse(_clone.Read(First))!;
        change(root);
        File.WriteAllText(_clone[First], root.ToJsonString());
        return this;
    }

    /// <summary>Stores an output under cell c2 of the first notebook, beside the one that is there.</summary>
    public Planted Output(JsonObject output) => Change(root => ((JsonArray)root.Cell("c2")["outputs"]!).Add((JsonNode)output));

    /// <summary>Stores one form as an output of its own.</summary>
    public Planted Shown(string mediaType, JsonNode content) => Output(new JsonObject
    {
        ["data"] = new JsonObject { [mediaType] = content },
        ["metadata"] = new JsonObject(),
        ["output_type"] = "display_data",
    });

    /// <summary>Changes the stored form of that media type of cell c4, the figure's.</summary>
    public Planted Edit(string mediaType, Func<string, string> edit) => Change(root =>
    {
        var data = ((JsonArray)root.Cell("c4")["outputs"]!).Select(output => (JsonObject)output!["data"]!).First(forms => forms.ContainsKey(mediaType));
        data[mediaType] = mediaType.EndsWith("+json", StringComparison.Ordinal)
            ? JsonNode.Parse(Edited(data[mediaType]!.ToJsonString(), edit))
            : Edited(FormDigest.Text(data[mediaType]), edit);
    });

    /// <summary>The gate finds one thing, says where and of what kind it is and what to do, and doesn't repeat it.</summary>
    public void IsStopped(string where, string kind, params string[] leak)
    {
        var fault = Assert.Single(Faults);
        Assert.StartsWith($"{where}: ", fault, StringComparison.Ordinal);
        Assert.Contains(kind, fault, StringComparison.Ordinal);
        Assert.Matches("(run the notebook|remove|clear|instead|reproduce)", fault);
        Assert.All(leak, part => Assert.DoesNotContain(part, fault.Replace(where, "", StringComparison.Ordinal), StringComparison.Ordinal));
    }

    public void Dispose() => _clone.Dispose();

    private static string Edited(string text, Func<string, string> edit)
    {
        var edited = edit(text);
        Assert.NotEqual(text, edited);
        return edited;
    }
}
