using System.Text.Json;

namespace Barometer.Cli.Tests.Auditing;

public class PublishedCasesTests(ReproducedClone reproduced)
{
    [Fact]
    public async Task Audit_Cases_WritesACaseOfEachAnswerAndSaysWhatIsLeftOut()
    {
        using var clone = reproduced.Clone.Copy();
        File.Delete(clone["data/synthetic/operational-2018/responses.csv"]); // published material alone: nothing reads the answers
        File.WriteAllText(clone["data/synthetic/operational-2018/responses.csv"], "");

        var run = (await Tool.RunAsync(clone, "audit", "--cases", clone["cases"])).Succeeded();

        Assert.Equal(["cases/operational-2018/innovated-yes.json"], clone.Snapshot("cases").Select(line => line.Split(' ')[0]));
        using var json = JsonDocument.Parse(clone.Read("cases/operational-2018/innovated-yes.json"));
        Assert.Contains("sample-share", json.RootElement.GetProperty("source").GetString(), StringComparison.Ordinal);
        Assert.Contains("operational-2018, innovated=yes: bounds only, nothing told", run.Out, StringComparison.Ordinal);
        Assert.Contains("hidden", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Audit_CasesWithoutAReproduction_SaysWhatMakesThem()
    {
        using var clone = Samples.NewClone();

        var run = (await Tool.RunAsync(clone, "audit", "--cases", clone["cases"])).Ended(ExitCode.Failure);

        Assert.Contains("barometer reproduce writes them", run.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(clone["cases"]));
    }
}
