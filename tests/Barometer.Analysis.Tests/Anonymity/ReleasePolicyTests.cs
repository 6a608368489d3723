using System.Text.Json.Nodes;

namespace Barometer.Analysis.Tests.Anonymity;

public sealed class ReleasePolicyTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("barometer-policy-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Read_RepositoryFile_HoldsTheThresholds()
    {
        var policy = ReleasePolicy.Read(RepositoryFile());

        Assert.Equal(5, policy.MinRespondents);
        Assert.Equal(3, policy.MinOrganisations);
        Assert.Contains("våre egne", policy.Note.Nb, StringComparison.Ordinal);
        Assert.Contains(new PublicCount("population", true), policy.PublicCounts);
    }

    [Fact]
    public void Read_ManyFaults_ReportsAllOfThem()
    {
        var path = Changed(json =>
        {
            var thresholds = json["thresholds"]!.AsObject();
            thresholds.Remove("minBase");
            thresholds["minRespondents"]!["value"] = 0;
            thresholds["groupCoalition"]!["origin"] = "Difi";
            thresholds["minOrganizations"] = 3;
        });

        var error = Assert.Throws<BarometerException>(() => ReleasePolicy.Read(path));

        Assert.Equal(
            ["groupCoalition", "minBase", "minOrganizations", "minRespondents"],
            error.Problems.Select(problem => problem.Column).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Read_NoJson_SaysWhere()
    {
        var path = Path.Combine(_folder, "policy.json");
        File.WriteAllText(path, "{\n  \"version\": 1,\n");

        var error = Assert.Throws<BarometerException>(() => ReleasePolicy.Read(path));

        Assert.Contains("JSON", error.Message, StringComparison.Ordinal);
        Assert.Equal(3, error.Problems[0].Row);
    }

    [Fact]
    public void Read_NoFile_SaysWhichIsExpected()
    {
        var error = Assert.Throws<BarometerException>(() => ReleasePolicy.Read(Path.Combine(_folder, "none.json")));

        Assert.Contains("data/releases/policy.json", error.Message, StringComparison.Ordinal);
    }

    private string Changed(Action<JsonNode> change)
    {
        var json = JsonNode.Parse(File.ReadAllText(RepositoryFile()))!;
        change(json);
        var path = Path.Combine(_folder, "policy.json");
        File.WriteAllText(path, json.ToJsonString());
        return path;
    }

    private static string RepositoryFile()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Barometer.Analysis.sln")))
        {
            folder = folder.Parent!;
        }

        return Path.Combine(folder.FullName, "data", "releases", "policy.json");
    }
}
