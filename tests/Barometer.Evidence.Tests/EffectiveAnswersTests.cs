namespace Barometer.Evidence.Tests;

/// <summary>
/// What the effective number of answers of the base weights tells of strata whose number of answers is hidden: a reader knows the
/// population of each stratum, the numbers of answers that are shown, and those by agency group and by size.
/// </summary>
public class EffectiveAnswersTests
{
    private readonly Workbench _barometer = Workbench.Open(data: DataFolder.Find(AppContext.BaseDirectory));

    [Fact]
    public void Rounded_EveryHiddenStratum_KeepsTheRangeItHasWithoutIt()
    {
        var strata = Strata();
        var (hidden, shown) = (strata.Where(one => one.IsHidden).ToList(), strata.Where(one => !one.IsHidden).ToList());
        var ways = Ways(hidden).Where(way => way.All(count => count > 0)).ToList();
        double Effective(IReadOnlyList<int> way) => Math.Pow(strata.Sum(one => one.Population), 2)
            / (shown.Where(one => one.Answered > 0).Sum(one => Math.Pow(one.Population, 2) / one.Answered) + hidden.Select((one, i) => Math.Pow(one.Population, 2) / way[i]).Sum());
        double Rounded(double number, int step) => Math.Round(number / step, MidpointRounding.AwayFromZero) * step;
        List<int[]> Left(int step) => ways.FindAll(way => Rounded(Effective(way), step) == Rounded(Effective([.. hidden.Select(one => one.Answered)]), step));

        Assert.True(hidden.Count > 1 && ways.Count > 20, $"{hidden.Count} hidden, {ways.Count} ways");
        var policy = ReleasePolicy.Read(Path.Combine(DataFolder.Find(AppContext.BaseDirectory), "releases", "policy.json"));
        Assert.Equal(Ranges(ways), Ranges(Left(policy.EffectiveRounding)));
        Assert.NotEqual(Ranges(ways), Ranges(Left(policy.BaseRounding)));
    }

    private static List<(int Low, int High)> Ranges(List<int[]> ways) =>
        [.. Enumerable.Range(0, ways[0].Length).Select(i => (ways.Min(way => way[i]), ways.Max(way => way[i])))];

    /// <summary>The strata as they are shown beside the numbers by agency group and by size.</summary>
    private List<Stratum> Strata()
    {
        var survey = _barometer.Survey("operational-2018");
        _barometer.Release(survey.ResponseCounts("agency_group"), "by-group");
        _barometer.Release(survey.ResponseCounts("size_band"), "by-size");
        var counts = survey.ResponseCounts(["agency_group", "size_band"]);
        var released = _barometer.Release(counts, "by-stratum").Released.Content;
        return [.. counts.Estimates.Zip(released.Estimates)
            .Where(one => one.First.Groups.Count > 0)
            .GroupBy(one => (Group: one.First.Groups[0].Code, Size: one.First.Groups[1].Code))
            .Select(same => new Stratum(
                same.Key.Group,
                same.Key.Size,
                (int)same.First(one => one.First.Outcome.Variable == "population").First.Numbers.Value,
                (int)same.First(one => one.First.Outcome.Variable == "answered").First.Numbers.Value,
                same.Any(one => one.Second.Status == CellStatus.Suppressed)))];
    }

    /// <summary>The numbers of answers of the hidden strata that agree with those of each agency group and size.</summary>
    private static List<int[]> Ways(List<Stratum> hidden)
    {
        var found = new List<int[]>();
        var left = hidden.SelectMany(one => new[] { one.Group, one.Size }).Distinct()
            .ToDictionary(code => code, code => hidden.Where(one => one.Group == code || one.Size == code).Sum(one => one.Answered));
        Fill([]);
        return found;

        void Fill(int[] way)
        {
            if (way.Length == hidden.Count)
            {
                found.AddRange(left.Values.All(rest => rest == 0) ? [way] : []);
                return;
            }

            var stratum = hidden[way.Length];
            for (var count = 0; count <= Math.Min(stratum.Population, Math.Min(left[stratum.Group], left[stratum.Size])); count++)
            {
                left[stratum.Group] -= count;
                left[stratum.Size] -= count;
                Fill([.. way, count]);
                left[stratum.Group] += count;
                left[stratum.Size] += count;
            }
        }
    }

    private sealed record Stratum(string Group, string Size, int Population, int Answered, bool IsHidden);
}
