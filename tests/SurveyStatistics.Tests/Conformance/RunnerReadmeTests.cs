using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Barometer.Conformance.Weighting;
using Outcome = Barometer.Conformance.Weighting.Outcome;

namespace SurveyStatistics.Tests.Conformance;

/// <summary>
/// The examples in the conformance runner's README are a file of cases when they are put together: it is run, with the data beside it, and what
/// stands there comes out. Designs, steps and replicates that no case is about are each tried.
/// </summary>
public sealed partial class RunnerReadmeTests : IDisposable
{
    private static readonly string Source = Path.Combine(AppContext.BaseDirectory, "cases", "readme");
    private static readonly string[] OfInvited = ["adjust-nonresponse", "response-phase", "adjust-propensity"];
    private static readonly JsonDocumentOptions Loose = new() { AllowTrailingCommas = true };

    private readonly string _folder = Directory.CreateTempSubdirectory("readme").FullName;

    public void Dispose() => Directory.Delete(_folder, true);

    [Fact]
    public void Examples_PutTogether_GiveWhatTheySay()
    {
        var (file, own) = PutTogether();
        Directory.CreateDirectory(Path.Combine(_folder, "data"));
        foreach (var path in Directory.GetFiles(Path.Combine(Source, "data")))
        {
            File.Copy(path, Path.Combine(_folder, "data", Path.GetFileName(path)));
        }

        File.WriteAllText(Path.Combine(_folder, "readme.json"), file.ToJsonString());

        List<Outcome> outcomes = [.. WeightingCommand.Outcomes(_folder)];

        Assert.Equal(23, own);
        Assert.Empty(outcomes.Take(own).Where(one => !one.IsExpected).Select(one => one.ToString()));
        Assert.DoesNotContain(outcomes.Take(own), one => one.Verdict == Verdict.NotSupported);

        // Of the rest a number is asked for that it can't be: that it differs shows that there was one.
        Assert.Equal(25, outcomes.Count - own);
        Assert.Empty(outcomes.Skip(own).Where(one => one.Verdict != Verdict.Differs).Select(one => one.ToString()));
    }

    [Fact]
    public void Commands_OfTheReadme_AreTheProgramsOwn() => Assert.Equal(
        ["weighting FOLDER", "disclosure FOLDER [--patterns OUT]", "deliveries FOLDER"],
        File.ReadLines(Path.Combine(Source, "README.md")).Take(10).Where(line => line.StartsWith("    dotnet run", StringComparison.Ordinal)).Select(line => line[(line.LastIndexOf("-- ", StringComparison.Ordinal) + 3)..]));

    // The file, and how many of its cases are the README's.
    private static (JsonObject File, int Own) PutTogether()
    {
        var text = File.ReadAllText(Path.Combine(Source, "README.md"));
        string[] blocks = [.. Block().Matches(text).Select(match => match.Groups[1].Value)];
        var file = Object(blocks[0]);
        var (data, designs) = (Object($"{{{blocks[1]}}}"), Object($"{{{blocks[2]}}}"));
        foreach (var (i, step) in List($"[{blocks[3]}]").Index())
        {
            var isOfInvited = OfInvited.Contains(step["kind"]!.GetValue<string>());
            designs[$"step {i}"] = new JsonObject { ["base"] = isOfInvited ? "invited" : "of-a-frame", ["steps"] = new JsonArray(step.DeepClone()) };
        }

        foreach (var (i, line) in blocks[4].Split('\n', StringSplitOptions.RemoveEmptyEntries).Index())
        {
            // Fay's replicates are of two units a stratum, and given ones of the data itself.
            var design = Object($"{{{line}}}");
            var method = design["replicates"]!["method"]!.GetValue<string>();
            design[method == "given" ? "data" : "base"] = method switch { "given" => "schools", "fay" => "nested", _ => "stratified" };
            design["weights"] = method == "given" ? "pw" : null;
            designs[$"replicates {i}"] = design;
        }

        foreach (var (name, design) in Object($"{{{blocks[5]}}}"))
        {
            designs[name] = design!.DeepClone();
        }

        List<JsonObject> cases = [Object(blocks[6]), .. List($"[{blocks[7]}]")];
        var own = cases.Count;
        cases.AddRange(designs.Select(design => new JsonObject
        {
            ["id"] = design.Key,
            ["design"] = design.Key,
            ["estimator"] = "weight-summary",
            ["expected"] = new JsonObject { ["values"] = new JsonObject { ["n"] = -1 } },
        }));
        (file["data"], file["designs"], file["cases"]) = (data, designs, new JsonArray([.. cases.Select(one => one.DeepClone())]));

        // The numbers have as many digits as are good to read.
        file["tolerance"] = new JsonObject { ["*"] = 1e-4 };
        return (file, own);
    }

    private static JsonObject Object(string text) => JsonNode.Parse(text, documentOptions: Loose)!.AsObject();

    private static IEnumerable<JsonObject> List(string text) => JsonNode.Parse(text, documentOptions: Loose)!.AsArray().Select(node => node!.AsObject());

    [GeneratedRegex("```json\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Block();
}
