namespace Barometer.Analysis.Tests;

public class CountedTests
{
    [Theory]
    [InlineData(0, "0 releases")]
    [InlineData(1, "1 release")]
    [InlineData(2, "2 releases")]
    [InlineData(1200, "1200 releases")]
    public void Of_Number_HasItsForm(int count, string said) => Assert.Equal(said, Counted.Of(count, "release", "releases"));
}
