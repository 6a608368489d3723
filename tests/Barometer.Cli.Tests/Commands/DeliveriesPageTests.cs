using System.Text;
using System.Text.RegularExpressions;

namespace Barometer.Cli.Tests.Commands;

/// <summary>docs/deliveries.md shows what the program says: its commands are run in their order, and their screens compared. <c>BAROMETER_RENEW=1</c> writes them anew.</summary>
public sealed partial class DeliveriesPageTests : IDisposable
{
    private const string Survey = "strategic-2018";

    private static readonly string Page = Path.Combine(Clone.Original, "docs", "deliveries.md");

    private readonly Clone _clone = Clone.With();

    [Fact]
    public async Task Page_EveryCommand_SaysWhatItShows()
    {
        Deliver();
        var text = await File.ReadAllTextAsync(Page, TestContext.Current.CancellationToken);
        var shown = new StringBuilder();
        var at = 0;
        foreach (Match block in Block().Matches(text))
        {
            shown.Append(text, at, block.Index - at).Append("```").Append(block.Groups["kind"].Value).Append('\n').Append(await Shown(block)).Append("```");
            at = block.Index + block.Length;
        }

        shown.Append(text, at, text.Length - at);
        if (Environment.GetEnvironmentVariable("BAROMETER_RENEW") == "1")
        {
            await File.WriteAllTextAsync(Page, shown.ToString(), TestContext.Current.CancellationToken);
        }
        else
        {
            Assert.Equal(shown.ToString(), text);
        }

        foreach (var file in new[] { "responses.csv", "frame.csv" })
        {
            Assert.Equal(_clone.Read($"data/synthetic/{Survey}/{file}"), _clone.Read($"data/restricted/{Survey}/{file}"));
        }

        await ReleaseOfNewSurvey();
    }

    public void Dispose() => _clone.Dispose();

    // A console's command with what it says; the mapping as the import wrote it, which is then completed as a person does.
    private async Task<string> Shown(Match block)
    {
        if (block.Groups["kind"].Value == "json")
        {
            var mapping = _clone.Read($"data/restricted/{Survey}.map.json");
            _clone.Replace($"data/restricted/{Survey}.map.json", "\"confirmed\": false", "\"confirmed\": true");
            return mapping;
        }

        var command = block.Groups["text"].Value.Split('\n')[0];
        var run = await Tool.RunAsync(_clone, command["$ barometer ".Length..].Split(' '));
        return command + "\n" + Progress().Replace(run.Out, "") + run.Error;
    }

    // The page's last word: the new survey is one as the others.
    private async Task ReleaseOfNewSurvey()
    {
        (await Tool.RunAsync(_clone, "import", "tjeneste.csv", "--survey", "service-2024", "--frame", "tjeneste.csv")).Succeeded();
        Directory.Move(_clone["data/restricted/service-2024"], _clone["data/synthetic/service-2024"]);
        Directory.Delete(_clone["data/restricted"], recursive: true); // a workbench without a judge opens no real answers
        var barometer = Workbench.Open(data: _clone["data"]);
        var design = barometer.Design("service-2024");
        string[] questions = ["svartid", "sprak", "again", "ofte"];
        foreach (var question in questions)
        {
            Assert.Contains("%", barometer.Release(design.Proportion(question), id: "service-" + question).ToString(), StringComparison.Ordinal);
        }

        Assert.Contains("%", barometer.Release(design.Proportion("again", by: ["sektor"]), id: "service-again-by-sector").ToString(), StringComparison.Ordinal);
    }

    private void Deliver()
    {
        var codebook = SurveyCatalog.Codebook(_clone["data"], Survey);
        var windows = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;
        File.WriteAllText(_clone["svar.csv"], Labelled("responses.csv", codebook.Responses).Replace("Hva er den viktigste grunnen til at virksomheten arbeider med innovasjon?", "Viktig grunn", StringComparison.Ordinal)
            .Replace("Universiteter, høyskoler og forskningsinstitutter", "Universitet, høyskole og forskningsinstitutt", StringComparison.Ordinal), windows);
        File.WriteAllText(_clone["ramme.csv"], Labelled("frame.csv", codebook.Frame), Encoding.UTF8);
        string[] satisfied = ["Lite fornøyd", "Noe fornøyd", "Svært fornøyd", "Vet ikke"];
        string[] often = ["Aldri", "Sjelden", "Ofte"];
        File.WriteAllLines(_clone["tjeneste.csv"], Enumerable.Range(0, 120).Select(i => string.Join(';', 1000 + i, i % 2 == 0 ? "Stat" : "Kommune", satisfied[i * 7 % 11 % 4], satisfied[i * 5 % 13 % 4], often[i * 3 % 7 % 3], i % 5 < 2 ? "Nei" : "Ja"))
            .Prepend("id;sektor;svartid;sprak;ofte;again"), Encoding.UTF8);
    }

    private string Labelled(string file, IReadOnlyList<Variable> variables)
    {
        var rows = _clone.Read($"data/synthetic/{Survey}/{file}").TrimEnd('\n').Split('\n').Skip(1).Select(line => line.Split(','));
        string Label(Variable variable, string code) => variable.Categories.Select(one => (one.Code, one.Label.Nb)).Concat(variable.MissingCodes.Where(one => one.Code.Length > 0).Select(one => (one.Code, one.Label.Nb)))
            .Where(one => one.Code == code).Select(one => one.Nb).FirstOrDefault() ?? code;
        return string.Join("\r\n", rows.Select(row => string.Join(';', row.Select((field, i) => Label(variables[i], field)))).Prepend(string.Join(';', variables.Select(one => one.Question?.Nb ?? one.Label.Nb)))) + "\r\n";
    }

    [GeneratedRegex(@"```(?<kind>console|json)\n(?<text>.*?)```", RegexOptions.Singleline)]
    private static partial Regex Block();

    // What is told while one waits.
    [GeneratedRegex(@"^(?:import(?:: .*)?|…)\n", RegexOptions.Multiline)]
    private static partial Regex Progress();
}
