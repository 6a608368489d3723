namespace Barometer.Synthesis.Tests;

public class AnswerModelTests
{
    [Fact]
    public void Cut_EqualWeights_GivesTheHighestScoresTheLastAnswer() =>
        Assert.Equal([0, 2, 1, 0, 1], AnswerModel.Cut([10, 50, 40, 20, 30], [1, 1, 1, 1, 1], 5, [400, 200]));

    [Fact]
    public void Cut_UnequalWeights_CutsWhereTheShareIsNearest()
    {
        Assert.Equal([0, 1], AnswerModel.Cut([1, 2], [60, 40], 100, [400]));
        Assert.Equal([0, 1], AnswerModel.Cut([1, 2], [60, 40], 100, [650]));
        Assert.Equal([1, 1], AnswerModel.Cut([1, 2], [60, 40], 100, [750]));
    }

    [Fact]
    public void Cut_BaseWithOthers_CountsSharesOfTheWholeBase() =>
        Assert.Equal([1, 1, 0], AnswerModel.Cut([3, 2, 1], [10, 10, 10], 40, [500]));

    [Fact]
    public void Cut_Nobody_GivesNothing() => Assert.Empty(AnswerModel.Cut([], [], 0, [500]));
}
