namespace DisclosureControl.Tests;

/// <summary>What printed figures tell; the conformance cases c6, c6b, c16 and c18 have more of them.</summary>
public class PrintedFiguresTests
{
    [Fact]
    public void Counts_PercentageOfFew_IsOneCount()
    {
        Assert.Equal([11], PrintedFigures.Counts(84.6m, 1, 13));
        Assert.Equal([85, 86, 87, 88, 89, 90, 91, 92, 93, 94], PrintedFigures.Counts(9m, 0, 990));
        Assert.Empty(PrintedFigures.Counts(50.5m, 1, 10));
    }

    [Fact]
    public void CountsAndBases_HiddenBase_FollowsFromTheInterval() =>
        Assert.Equal([(68, 80)], PrintedFigures.CountsAndBases(85.0m, 5.8m, 1, 180));

    [Fact]
    public void Answers_MeanAndDeviationOfFive_LeaveTwoSets() =>
        Assert.Equal(2, PrintedFigures.Answers((1, 5), 5, 3.8m, 1.64m, 2, null).Count);
}
