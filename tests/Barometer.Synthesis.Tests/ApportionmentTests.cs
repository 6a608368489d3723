namespace Barometer.Synthesis.Tests;

public class ApportionmentTests
{
    [Fact]
    public void Share_NoBoundMet_IsSainteLague() =>
        Assert.Equal([53, 24, 23], Apportionment.Share(100, [53, 24, 23], [0, 0, 0], [100, 100, 100]));

    [Fact]
    public void Share_FloorsAndCeilings_AreKept() =>
        Assert.Equal([3, 5, 12], Apportionment.Share(20, [1, 50, 49], [3, 3, 3], [5, 5, 20]));

    [Fact]
    public void Share_Ties_GoToTheEarlierPart() => Assert.Equal([1, 1, 0], Apportionment.Share(2, [1, 1, 1], [0, 0, 0], [9, 9, 9]));

    [Theory]
    [InlineData(5, 3, 9)]
    [InlineData(30, 0, 9)]
    public void Share_ImpossibleTotal_IsRefused(int total, int floor, int ceiling) => Assert.Throws<ArgumentException>(
        () => Apportionment.Share(total, [1, 1, 1], [floor, floor, floor], [ceiling, ceiling, ceiling]));
}
