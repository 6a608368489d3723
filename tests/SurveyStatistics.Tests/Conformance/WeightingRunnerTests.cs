using Barometer.Conformance.Weighting;
namespace SurveyStatistics.Tests.Conformance;

public sealed class WeightingRunnerTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("conformance").FullName;

    public void Dispose() => Directory.Delete(_folder, true);

    [Fact]
    public void Runner_NumbersAgree_OkAndExitCode0()
    {
        var (code, lines, _) = Run("""{"id": "a", "design": "d", "estimator": "mean", "variables": ["x"], "expected": {"rows": [{"estimate": 2.5}]}}""");

        Assert.Equal(0, code);
        Assert.StartsWith("ok            made-up a: 1 numbers, largest relative difference", lines[0], StringComparison.Ordinal);
        Assert.Equal("1 cases: 1 ok, 0 differ, 0 refused (0 of them not expected), 0 not supported", lines[1]);
    }

    [Fact]
    public void Runner_ANumberDiffers_NamesItAndExitCode1()
    {
        var (code, lines, _) = Run("""{"id": "a", "design": "d", "estimator": "mean", "variables": ["x"], "expected": {"rows": [{"variable": "x", "estimate": 2.6}]}}""");

        Assert.Equal(1, code);
        Assert.StartsWith("differs       made-up a: x estimate: expected 2.6, got 2.5, relative difference", lines[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Runner_DifferenceWithinTheCasesTolerance_Ok()
    {
        var (code, _, _) = Run("""{"id": "a", "design": "d", "estimator": "mean", "variables": ["x"], "tolerance": {"estimate": 0.1}, "expected": {"rows": [{"estimate": 2.6}]}}""");

        Assert.Equal(0, code);
    }

    [Fact]
    public void Runner_RefusalExpected_ShowsTheMessage()
    {
        var (code, lines, _) = Run("""{"id": "a", "design": "negative", "estimator": "mean", "variables": ["x"], "expected": {"refuses": true, "message": "negative"}}""");

        Assert.Equal(0, code);
        Assert.Contains("1 row has a weight that is missing, negative or infinite", lines[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Runner_NumbersWhereARefusalWasExpected_Differs()
    {
        var (code, _, _) = Run("""{"id": "a", "design": "d", "estimator": "mean", "variables": ["x"], "expected": {"refuses": true}}""");

        Assert.Equal(1, code);
    }

    [Fact]
    public void Runner_UnknownEstimator_NotSupported()
    {
        var (code, lines, _) = Run("""{"id": "a", "design": "d", "estimator": "tea-leaves", "expected": {"values": {"luck": 7}}}""");

        Assert.Equal(0, code);
        Assert.Equal("not supported made-up a: the estimator «tea-leaves»", lines[0]);
    }

    [Theory]
    [InlineData("""{"id": "a", "design": "d", "estimator": "mean", "variabels": ["x"], "expected": {"rows": []}}""")]
    [InlineData("""{"id": "a", "design": "no-such", "estimator": "mean", "variables": ["x"], "expected": {"rows": [{"estimate": 1}]}}""")]
    [InlineData("""{"id": "a", "design": "d", "estimator": "mean", "variables": ["x"], "expected": {"rows": []}}""")]
    public void Runner_FileNotInTheForm_SaysWhereAndExitCode2(string one)
    {
        var (code, _, errors) = Run(one);

        Assert.Equal(2, code);
        Assert.NotEmpty(errors);
    }

    [Fact]
    public void Runner_EmptyFolder_ExitCode2() =>
        Assert.Equal(2, WeightingCommand.Run(Path.Combine(_folder, "none"), TextWriter.Null, TextWriter.Null));

    // Four respondents, each with the weight 1; one of the other weights is negative, one zero.
    private (int Code, string[] Lines, string Errors) Run(string one)
    {
        File.WriteAllText(Path.Combine(_folder, "data.csv"), "x,w,bad\n1,1,1\n2,1,-1\n3,1,0\n4,1,1\n");
        File.WriteAllText(Path.Combine(_folder, "cases.json"), $$$"""
            {
              "format": "barometer-weighting/1", "suite": "made-up",
              "data": {"four": {"file": "data.csv", "columns": {"x": {"type": "number"}, "w": {"type": "number"}, "bad": {"type": "number"} } } },
              "designs": {"d": {"data": "four", "weights": "w"}, "negative": {"data": "four", "weights": "bad"} },
              "cases": [{{{one}}}]
            }
            """);
        var (output, errors) = (new StringWriter(), new StringWriter());
        var code = WeightingCommand.Run(_folder, output, errors);
        return (code, output.ToString().Split(output.NewLine, StringSplitOptions.RemoveEmptyEntries), errors.ToString());
    }
}
