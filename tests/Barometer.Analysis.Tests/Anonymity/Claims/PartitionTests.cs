namespace Barometer.Analysis.Tests.Anonymity.Claims;

public class PartitionTests
{
    private static RowSet Rows(int from, int count) => new([.. Enumerable.Range(from, count)]);

    [Fact]
    public void Between_SmallAtoms_GivesTwoAndThreeOfThemTogether()
    {
        var all = Rows(0, 30);
        RowSet[] small = [Rows(0, 2), Rows(2, 2), Rows(4, 3)];
        var partition = new Partition([all, .. small]);

        var between = partition.Between(all, small, 5).ToHashSet();

        Assert.Contains(small[0].With(small[2]), between);
        Assert.Contains(small[0].With(small[1]).With(small[2]), between);
        Assert.Contains(all.Except(small[1]), between);
    }

    [Fact]
    public void Between_ManySmallAtoms_LeavesThreeTogetherOut()
    {
        var all = Rows(0, 60);
        var small = Enumerable.Range(0, 14).Select(i => Rows(2 * i, 2)).ToArray();
        var between = new Partition([all, .. small]).Between(all, small, 5).ToHashSet();

        Assert.Contains(small[0].With(small[13]), between);
        Assert.DoesNotContain(small[0].With(small[1]).With(small[2]), between);
    }
}
