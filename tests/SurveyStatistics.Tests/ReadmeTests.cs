using Readme;

namespace SurveyStatistics.Tests;

/// <summary>The examples of the README do what stands under them.</summary>
public class ReadmeTests
{
    public static TheoryData<int> Examples => [.. Enumerable.Range(0, ReadmeExamples.All.Count)];

    [Theory]
    [MemberData(nameof(Examples))]
    public void Example_CompiledAndRun_PrintsWhatStandsUnderIt(int number) =>
        Assert.Equal(ReadmeExamples.All[number].Output, ReadmeExamples.Run(ReadmeExamples.All[number].Code));

    [Fact]
    public void Examples_IsOne() => Assert.Single(ReadmeExamples.All);
}
