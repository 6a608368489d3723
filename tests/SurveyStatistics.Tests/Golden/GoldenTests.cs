namespace SurveyStatistics.Tests.Golden;

public class GoldenTests
{
    public static TheoryData<string, string> Covered()
    {
        var data = new TheoryData<string, string>();
        foreach (var one in GoldenSuite.All.Values.SelectMany(suite => suite.Cases).Where(one => GoldenCalls.Compare(one) is not null))
        {
            data.Add(one.Suite, one.Id);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Covered), DisableDiscoveryEnumeration = true)]
    public void Library_GoldenCase_AgreesWithR(string suite, string id)
    {
        var one = GoldenSuite.All[suite].Cases.Single(one => one.Id == id);

        var differences = GoldenCalls.Compare(one)!.Select(comparison => comparison.Difference()).Where(difference => difference is not null);

        Assert.True(!differences.Any(), $"{suite} {id}: {one.Text}\n{string.Join("\n", differences)}");
    }

    [Fact]
    public void Coverage_OperationsListed_NoneDropped()
    {
        var covered = GoldenSuite.All.Values.SelectMany(suite => suite.Cases)
            .Where(one => GoldenCalls.Compare(one) is not null)
            .CountBy(GoldenCalls.Operation)
            .Select(count => FormattableString.Invariant($"{count.Key} {count.Value}"))
            .Order(StringComparer.Ordinal)
            .ToArray();

        // Beside the tests for whoever extends the coverage: copy it over Golden/coverage.txt.
        File.WriteAllLines(Path.Combine(AppContext.BaseDirectory, "Golden", "coverage.actual.txt"), covered);
        Assert.Equal(File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Golden", "coverage.txt")), covered);
    }
}
