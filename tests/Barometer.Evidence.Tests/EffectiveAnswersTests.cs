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
        var ways = Ways(hidden);
        var squares = hidden.ConvertAll(one => Math.Pow(one.Population, 2));
        var (all, ofShown) = (Math.Pow(strata.Sum(one => one.Population), 2), shown.Where(one => one.Answered > 0).Sum(one => Math.Pow(one.Population, 2) / one.Answered));
        double Effective(int[] way) => all / (ofShown + squares.Select((square, i) => square / way[i]).Sum());
        double Rounded(double number, int step) => Math.Round(number / step, MidpointRounding.AwayFromZero) * step;
        List<int[]> Left(int step)
        {
            var told = Rounded(Effective([.. hidden.Select(one => one.Answered)]), step);
            return ways.FindAll(way => Rounded(Effective(way), step) == told);
        }

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

    /// <summary>The numbers of answers of the hidden strata, none of them zero, that agree with those of each agency group and size.</summary>
    private static List<int[]> Ways(List<Stratum> hidden)
    {
        var found = new List<int[]>();
        var way = new int[hidden.Count];
        var left = hidden.SelectMany(one => new[] { one.Group, one.Size }).Distinct()
            .ToDictionary(code => code, code => hidden.Where(one => one.Group == code || one.Size == code).Sum(one => one.Answered));
        Fill(0);
        return found;

        void Fill(int at)
        {
            if (at == hidden.Count)
            {
                found.Add([.. way]);
                return;
            }

            // The last stratum of a group or a size has what is left of it.
            var stratum = hidden[at];
            var (ofGroup, ofSize) = (left[stratum.Group], left[stratum.Size]);
            var most = Math.Min(stratum.Population, Math.Min(ofGroup, ofSize));
            var least = Math.Max(IsLast(one => one.Group == stratum.Group) ? ofGroup : 1, IsLast(one => one.Size == stratum.Size) ? ofSize : 1);
            for (way[at] = least; way[at] <= most; way[at]++)
            {
                (left[stratum.Group], left[stratum.Size]) = (ofGroup - way[at], ofSize - way[at]);
                Fill(at + 1);
            }

            (left[stratum.Group], left[stratum.Size]) = (ofGroup, ofSize);

            bool IsLast(Predicate<Stratum> same) => hidden.FindLastIndex(same) == at;
        }
    }

    private sealed record Stratum(string Group, string Size, int Population, int Answered, bool IsHidden);
}
