namespace Barometer.Cli.Tests.Reproduction;

/// <summary>The same bytes come out whatever culture the program is started in.</summary>
public class CultureTests(ReproducedClone reproduced)
{
    // The farthest from ours, with its two letters i, and none at all; the clone compared with was made in the culture of whoever runs the tests.
    [Theory]
    [InlineData("LC_ALL=tr_TR.UTF-8")]
    [InlineData("LC_ALL=nb_NO.UTF-8", "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=1")]
    public async Task Reproduce_InAnyCulture_MakesTheSameBytes(params string[] settings)
    {
        using var clone = Samples.NewClone();
        var environment = settings.Select(setting => setting.Split('=')).ToDictionary(parts => parts[0], parts => parts[1]);

        var run = (await Tool.RunProcessAsync(clone, environment, "reproduce")).Succeeded();

        Assert.Equal(reproduced.Clone.Snapshot(), clone.Snapshot());
        Assert.Matches(@"\ntime       \d+\.\d s, 0[12]-\w+ the longest: \d+\.\d s\n", run.Out);
    }
}
