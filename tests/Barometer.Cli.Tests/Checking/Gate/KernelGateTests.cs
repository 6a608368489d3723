using System.Collections.Concurrent;
using Barometer.Notebooks.Tests.Kernel;

namespace Barometer.Cli.Tests.Checking.Gate;

/// <summary>What a kernel shows of what isn't released, to a reader who asks it in every way, and of what is.</summary>
public sealed class KernelGateTests
{
    private readonly ConcurrentQueue<string> _log = new();

    [Fact]
    public Task Kernel_WhatIsNotReleased_YieldsNoNumber() => WithKernelAsync(isExploring: false, kernel =>
    {
        string[] tries =
        [
            "share.Estimates[0].Value", "share.Explore()", "share.Explore().Estimates[0].Value", "design.Engine", "design.Regression(\"innovated\", \"size_group\").Coefficients",
            "System.Text.Json.JsonSerializer.Serialize(share)", "share.GetType().GetProperty(\"Estimates\")", "Console.WriteLine(share)", "System.IO.File.ReadAllText(\"../data/synthetic/operational-2018/responses.csv\")",
            "survey.Responses", "design.Where(\"employees\", number => { Console.Write(number); return true; }, new LocalizedText(\"alle\", \"all\"))", "throw new Exception($\"{share}\")",
            "#r \"elsewhere.dll\"", "Environment.SetEnvironmentVariable(\"BAROMETER_EXPLORE\", \"on\")",
        ];

        Assert.All(tries, code =>
        {
            var answer = kernel.Run(code);
            Assert.Equal("error", answer.Status);
            Assert.DoesNotMatch("[0-9]\\.[0-9]", (string?)answer.Content["evalue"]);
            Assert.Empty(answer.Of("display_data"));
            Assert.Empty(answer.Of("stream"));
        });
        Assert.All(new[] { "share", "design", "$\"{share}\"", "share.ToString()", "share.ToHtml()", "design.Trend(\"innovated\", \"size_group\")" }, code => Assert.DoesNotMatch("[0-9][.,][0-9]", kernel.Run(code).Text));
        Assert.All(_log, line => Assert.DoesNotMatch("[0-9]\\.[0-9]", line));
    });

    [Fact]
    public Task Kernel_WhatIsReleased_IsComputedWithAndShown() => WithKernelAsync(isExploring: false, kernel =>
    {
        Assert.Equal("ok", kernel.Run("var released = barometer.Release(share, id: \"of-the-kernel\");\nvar rows = released.ToDataFrame();").Status);

        Assert.Matches("^0\\.8[0-9]*$", kernel.Run("released.Released.Content.Estimates[0].Value").Text);
        Assert.Matches("^8[0-9]\\.[0-9] %$", kernel.Run("$\"{released.Released.Content.Estimates[0].Value:P1}\"").Text);
        Assert.StartsWith("release\tsynthetic", kernel.Run("rows").Text, StringComparison.Ordinal);
    });

    [Fact]
    public Task Kernel_ExceptionOfDotNet_TellsItsTypeInTheAnswerAndInTheLog() => WithKernelAsync(isExploring: false, kernel =>
    {
        var answer = kernel.Run("int.Parse($\"{survey.Population} workplaces\")");

        Assert.Equal("System.FormatException", (string?)answer.Content["ename"]);
        Assert.DoesNotContain("2267", answer.Content.ToJsonString(), StringComparison.Ordinal);
        Assert.Contains(_log, line => line.Contains("System.FormatException", StringComparison.Ordinal));
        Assert.DoesNotContain(_log, line => line.Contains("2267", StringComparison.Ordinal));
    });

    [Fact]
    public Task Kernel_Exploring_LetsACellPrintButNotReachOut() => WithKernelAsync(isExploring: true, kernel =>
    {
        Assert.Equal("31", kernel.Run("Console.Write(31);").Text);
        Assert.Equal("Refused", (string?)kernel.Run("System.IO.File.ReadAllText(\"x\")").Content["ename"]);
    });

    // A kernel takes the console of its process, which a run of the program in another test has, too.
    private async Task WithKernelAsync(bool isExploring, Action<KernelClient> test) => await Tool.AloneAsync(() =>
    {
        using var kernel = new KernelClient(KernelCommand.Options(new Repository(Clone.Original), isExploring, _log.Enqueue) with { Folder = Path.Combine(Clone.Original, "notebooks") });
        Assert.Equal("ok", kernel.Run("#!import load.cs").Status);
        Assert.Equal(
            "ok", kernel.Run("var barometer = Workbench.Open();\nvar survey = barometer.Survey(\"operational-2018\");\nvar design = barometer.Design(\"operational-2018\");\nvar share = design.Proportion(\"innovated\");").Status);
        test(kernel);
        return Task.FromResult(true);
    });
}
