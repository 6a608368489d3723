namespace Barometer.Analysis.Tests.Anonymity.Claims;

public class WeightedCountsTests
{
    private static WeightClass Class(double population, int from, int respondents, int givers) => new(
        population / respondents, new RowSet([.. Enumerable.Range(from, respondents)]), new RowSet([.. Enumerable.Range(from, givers)]));

    [Fact]
    public void Ranges_ShareOfTwoStrataInOneDecimal_HasASingleSolution()
    {
        var ranges = new WeightedCounts([Class(68, 0, 33, 9), Class(16, 40, 9, 3)], 0.0005).Ranges();

        Assert.Equal([new CountRange(9, 9), new CountRange(3, 3)], ranges);
    }

    [Fact]
    public void Ranges_FiveStrata_LeaveEachOpen()
    {
        var ranges = new WeightedCounts([Class(68, 0, 33, 9), Class(38, 40, 15, 2), Class(34, 60, 15, 6), Class(16, 80, 9, 3), Class(24, 90, 8, 0)], 0.0005).Ranges();

        Assert.Equal([new CountRange(0, 18), new CountRange(0, 15), new CountRange(0, 15), new CountRange(0, 9), new CountRange(0, 8)], ranges);
    }

    [Fact]
    public void IsSensitive_RoundedShareHasASingleSolution_MayNotBeSeen() => Assert.True(
        IsSensitive(Class(68, 0, 33, 9), Class(16, 40, 9, 3)));

    [Fact]
    public void IsSensitive_TwoStrataWhoseCountsMayBeTold_MayBeSeen() => Assert.False(
        IsSensitive(Class(68, 0, 33, 9), Class(30, 40, 18, 6)));

    [Fact]
    public void IsSensitive_FiveStrata_MayBeSeen() => Assert.False(
        IsSensitive(Class(68, 0, 33, 9), Class(38, 40, 15, 2), Class(34, 60, 15, 6), Class(16, 80, 9, 3), Class(24, 90, 8, 0)));

    private static bool IsSensitive(params WeightClass[] classes) =>
        new ClaimRules(Policies.Standard, [.. Enumerable.Range(0, 100)]).IsSensitive(
            new Claim("a share", new RowSet([.. classes.SelectMany(one => one.Base.Rows.ToArray())]), [], 1) { ByWeight = classes });

    [Fact]
    public void Ranges_EqualWeights_AreNotSearched() => Assert.Empty(new WeightedCounts([Class(68, 0, 33, 9)], 0.0005).Ranges());
}
