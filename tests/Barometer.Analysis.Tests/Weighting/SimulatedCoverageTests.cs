namespace Barometer.Analysis.Tests.Weighting;

public sealed class SimulatedCoverageTests : IDisposable
{
    private const string Header = "batch,draw,variance,variable,code,samples,truth,held,below,above,estimates,widths\n";
    private readonly string _data = Directory.CreateTempSubdirectory("barometer-simulated-").FullName;

    public void Dispose() => Directory.Delete(_data, recursive: true);

    [Fact]
    public void Read_TwoBatches_AddsThemUp()
    {
        var read = Read("1,by-stratum,taylor,,,10,8500,9,1,0,85100,5000\n2,by-stratum,taylor,,,10,8500,10,0,0,84900,5200\n");

        var total = Assert.Single(read.Totals);
        Assert.Equal((20, 19, 0.95, 0.85, 0.051), (total.Samples, total.Held, total.Coverage, total.MeanEstimate, Math.Round(total.MeanWidth, 12)));
        Assert.Equal("2,by-stratum,taylor,,,10,8500,10,0,0,84900,5200\n", read.Batch(2));
    }

    [Theory]
    [InlineData("1,by-stratum,taylor,,,10,8500,10,1,0,85100,5000\n")] // more than there are
    [InlineData("1,by-stratum,taylor,,,10,8500,9,1,0,185100,5000\n")] // a mean above all
    [InlineData("1,by-stratum,taylor,,,10,85.5,9,1,0,85100,5000\n")]
    [InlineData("1,by-stratum,taylor,,,10,8500,9,1,0,85100,5000,17\n")]
    [InlineData("1,by-stratum,taylor,,,010,8500,9,1,0,85100,5000\n")]
    [InlineData("1,by-lot,taylor,,,10,8500,9,1,0,85100,5000\n")]
    [InlineData("1,by-stratum,1,,,10,8500,9,1,0,85100,5000\n")]
    [InlineData("2,by-stratum,taylor,,,10,8500,9,1,0,85100,5000\n")]
    [InlineData("1,by-stratum,taylor,,,10,8500,9,1,0,85100,5000\n2,by-stratum,taylor,,,12,8500,11,1,0,85100,5000\n")]
    [InlineData("1,by-stratum,taylor,,,10,8500,9,1,0,85100,5000\nmore")]
    [InlineData("")]
    public void Read_WhatNoSimulationWrites_IsRefusedWithoutANumberOfIt(string lines)
    {
        var error = Assert.Throws<BarometerException>(() => Read(lines));

        Assert.Contains("data/simulated/other-survey.csv", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("85", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_None_ProposesTheCommand() =>
        Assert.Contains("barometer simulate", Assert.Throws<BarometerException>(() => SimulatedCoverage.Read(_data, "other-survey")).Message, StringComparison.Ordinal);

    private SimulatedCoverage Read(string lines)
    {
        var path = SimulatedCoverage.PathOf(_data, "other-survey");
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, Header + lines);
        return SimulatedCoverage.Read(_data, "other-survey");
    }
}
