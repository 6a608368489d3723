namespace Barometer.Interactive.Tests;

/// <summary>Nothing here judges cells, so that real answers are refused; the stand-ins for them here are the synthetic files.</summary>
public sealed class RealAnswersTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("barometer-real-").FullName;

    public RealAnswersTests()
    {
        CloneFolder.Copy(Environment.GetEnvironmentVariable("BAROMETER_DATA")!, Data);
        Directory.Move(Path.Combine(Data, "synthetic"), Path.Combine(Data, "restricted"));
    }

    private string Data => Path.Combine(_root, "data");

    [Fact]
    public async Task Open_RealAnswers_AreRefusedWithTheReason()
    {
        using var session = await EngineSession.WithLibraryAsync();

        var opened = await session.RunAsync($"var barometer = Workbench.Open(data: @\"{Data}\");\nbarometer.Provenance(\"operational-2018\")");

        Assert.Empty(opened.Outputs);
        Assert.Contains("data/restricted", opened.Failure, StringComparison.Ordinal);
        Assert.Contains("BAROMETER_EXPLORE=1", opened.Failure, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Open_RealAnswersWhileExploring_StandUnderTheBanner()
    {
        Environment.SetEnvironmentVariable("BAROMETER_EXPLORE", "1");
        try
        {
            using var session = await EngineSession.WithLibraryAsync();

            var shown = await session.RunAsync($"Workbench.Open(data: @\"{Data}\").Design(\"operational-2018\").Proportion(\"innovated\")");

            Assert.Null(shown.Failure);
            Assert.Contains("IKKE FRIGITT", shown.Everything, StringComparison.Ordinal);
        }
        finally
        {
            Environment.SetEnvironmentVariable("BAROMETER_EXPLORE", null);
        }
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);
}
