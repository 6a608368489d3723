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

    /// <summary>
    /// Raked weights follow from who answered, not from the strata's numbers alone. So for each hidden stratum other respondents are found, of whom
    /// one more, and one fewer, is in it, who show the same numbers by group, size, area and region and in every shown stratum, and, raked anew,
    /// the same effective number.
    /// </summary>
    [Fact]
    public void Raked_EveryHiddenStratum_StaysOpenByTheProtectionInterval()
    {
        var survey = _barometer.Survey("operational-2018");
        var hidden = Strata().Where(one => one.IsHidden).ToList();
        var step = ReleasePolicy.Read(Path.Combine(DataFolder.Find(AppContext.BaseDirectory), "releases", "policy.json")).EffectiveRounding;
        double Effective(int[] answered)
        {
            var design = SurveyDesign.Of(survey.Frame.Take(answered), survey.Frame).StratifiedBy(["agency_group", "size_band"]).WithLonelyStrata(LonelyStratum.Adjust);
            var weights = design.RakedTo("ministry_area", "agency_group", "size_band").Weights.ToArray();
            return weights.Length / GeneralisedVariance.DesignEffect(weights);
        }

        double Told(int[] answered) => Math.Round(Effective(answered) / step, MidpointRounding.AwayFromZero);
        var (others, random, told) = (new OtherRespondents(survey.Frame), new Random(2018), Told(OtherRespondents.Answered(survey.Frame)));
        var ways = Ways(hidden);
        bool IsFound(int stratum, int count) => ways.Where(way => way[stratum] == count).OrderBy(way => way.Zip(hidden, (number, one) => Math.Abs(number - one.Answered)).Sum()).Take(5).SelectMany(way => Enumerable.Repeat(way, 4))
            .Select(way => others.Find(hidden.Zip(way, (one, number) => (Key: $"{one.Group}/{one.Size}", Change: number - one.Answered)).ToDictionary(one => one.Key, one => one.Change), random))
            .Any(set => set is not null && Told(set) == told);

        Assert.All(hidden.Index(), one => Assert.True(
            IsFound(one.Index, one.Item.Answered + 1) && (one.Item.Answered == 1 || IsFound(one.Index, one.Item.Answered - 1)), $"{one.Item.Group} {one.Item.Size}"));
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

/// <summary>Sets of respondents with given numbers in the hidden strata, and the same numbers as the real ones by area, by region and in every other stratum.</summary>
internal sealed class OtherRespondents(DataSet frame)
{
    private const int MostExchanges = 200_000;
    private readonly string[] _stratum = [.. Codes(frame, "agency_group").Zip(Codes(frame, "size_band"), (group, size) => $"{group}/{size}")];
    private readonly string[][] _margins = [Codes(frame, "ministry_area"), Codes(frame, "region")];
    private readonly bool[] _invited = [.. Codes(frame, "invited").Select(code => code == "yes")];

    public static int[] Answered(DataSet frame) => [.. Codes(frame, "answered").Index().Where(one => one.Item == "yes").Select(one => one.Index)];

    /// <summary>
    /// A set with these changes of strata, or null: units are exchanged within strata, at random, until the numbers by area and region are those
    /// of the real respondents.
    /// </summary>
    public int[]? Find(IReadOnlyDictionary<string, int> changes, Random random)
    {
        var answered = Answered(frame).ToHashSet();
        var off = _margins.Select(_ => new Dictionary<string, int>(StringComparer.Ordinal)).ToArray();
        foreach (var (stratum, change) in changes)
        {
            var units = Enumerable.Range(0, frame.RowCount).Where(row => _stratum[row] == stratum && _invited[row] && answered.Contains(row) == change < 0).ToArray();
            random.Shuffle(units);
            foreach (var unit in units.Take(Math.Abs(change)))
            {
                Move(unit, Math.Sign(change));
            }
        }

        var strata = Enumerable.Range(0, frame.RowCount).Where(row => _invited[row]).GroupBy(row => _stratum[row]).Select(rows => rows.ToArray()).ToArray();
        for (var i = 0; i < MostExchanges && Off() > 0; i++)
        {
            var stratum = strata[random.Next(strata.Length)];
            var (one, other) = (stratum[random.Next(stratum.Length)], stratum[random.Next(stratum.Length)]);
            if (answered.Contains(one) && !answered.Contains(other))
            {
                var before = Off();
                Move(one, -1);
                Move(other, 1);
                if (Off() > before)
                {
                    Move(one, 1);
                    Move(other, -1);
                }
            }
        }

        return Off() == 0 ? [.. answered.Order()] : null;

        int Off() => off.Sum(margin => margin.Values.Sum(Math.Abs));

        void Move(int unit, int change)
        {
            _ = change > 0 ? answered.Add(unit) : answered.Remove(unit);
            foreach (var (margin, codes) in off.Zip(_margins))
            {
                margin[codes[unit]] = margin.GetValueOrDefault(codes[unit]) + change;
            }
        }
    }

    private static string[] Codes(DataSet frame, string name) => frame[name] is CategoricalColumn column ? [.. column.Codes.ToArray().Select(code => code < 0 ? "" : column.Categories[code])] : [];
}
