using System.Text.Json;

namespace DisclosureControl.Tests;

/// <summary>
/// Synthetic cases of what is shown of one answer, with what an attacker that shares no code with ours finds: the number of vectors that agree,
/// the range of every union of strata, and which of them are told.
/// </summary>
public class RoundedSharesTests
{
    [Theory]
    [InlineData("strategy-none-by-type")]
    [InlineData("strategy-none-by-type-coarse")]
    [InlineData("strategy-none-total")]
    [InlineData("earmarked-money")]
    public void Visit_FewStrata_ListsTheVectorsOfTheCase(string name)
    {
        var (one, expected) = Read(name);
        var vectors = new List<int[]>();

        Assert.True(one.System.Visit((counts, _) => Add(vectors, counts)));

        Assert.Equal(expected.GetProperty("worlds").GetInt32(), vectors.Count);
        var told = new List<string>();
        var truth = expected.GetProperty("truth").EnumerateArray().Select(value => value.GetInt32()).ToArray();
        foreach (var (target, strata) in one.Targets())
        {
            var (low, high) = (vectors.Min(Sum(strata)), vectors.Max(Sum(strata)));
            var size = strata.Sum(stratum => one.Sizes[stratum]);
            Assert.Equal(expected.GetProperty("ranges").GetProperty(target).EnumerateArray().Select(value => value.GetInt32()), [low, high, size]);
            told.AddRange(one.IsTold(Sum(strata)(truth), size, low, high) ? [target] : Array.Empty<string>());
        }

        Assert.Equal(expected.GetProperty("told").EnumerateObject().Select(set => set.Name).Order(), told.Order());
    }

    [Fact]
    public void Bounds_ManyStrata_AreThoseOfTheCase()
    {
        var (one, expected) = Read("innovated-by-agency-group-raked");

        foreach (var (target, strata) in one.Targets())
        {
            var range = expected.GetProperty("ranges").GetProperty(target).EnumerateArray().Select(value => value.GetDouble()).ToArray();
            Assert.Equal(new FeasibilityInterval(range[0], range[1]), one.System.Bounds(strata));
        }
    }

    [Fact]
    public void Bounds_WithoutLimits_HoldAllVectors()
    {
        var (one, _) = Read("earmarked-money");
        var system = new RoundedShares(one.Sizes, [.. one.Shown.Select(share => share with { ShowsLimits = null })]);
        var vectors = new List<int[]>();
        system.Visit((counts, _) => Add(vectors, counts));

        Assert.Equal(14, vectors.Count);
        Assert.All(one.Targets(), target => Assert.Equal(new FeasibilityInterval(vectors.Min(Sum(target.Strata)), vectors.Max(Sum(target.Strata))), system.Bounds(target.Strata)));
    }

    [Fact]
    public void Visit_QuestionLeftOpen_TriesEveryWayToSpreadIt()
    {
        // 3 of 5 and, somewhere, one who didn't answer: in the first stratum 1 of 2 or 2 of 3, in the second 2 of 3 or 1 of 2.
        var share = new RoundedShare { Strata = [0, 1], Weights = [1, 1], Value = 0.6, Step = 0.001, Respondents = 5 };
        var found = new List<(int, int, int)>();
        new RoundedShares([3, 3], [share]).Visit((counts, bases) =>
        {
            found.Add((counts[0], counts[1], bases[0]));
            return true;
        });

        Assert.Equal([(0, 3, 2), (1, 2, 2), (1, 2, 3), (2, 1, 2), (2, 1, 3), (3, 0, 3)], found.Order());
        Assert.Equal(new FeasibilityInterval(0, 3), new RoundedShares([3, 3], [share]).Bounds([0]));
    }

    [Fact]
    public void Agrees_VectorsOfTheCase_AndNoOthers()
    {
        var (one, _) = Read("strategy-none-total");
        var vectors = new List<int[]>();
        one.System.Visit((counts, _) => Add(vectors, counts));

        Assert.All(vectors, vector => Assert.True(one.System.Agrees(vector)));
        Assert.False(one.System.Agrees([4, 16, 8, 6, 7]));
        Assert.False(one.System.Agrees([10, 16, 8, 6, 4])); // more ministries than answered
    }

    [Fact]
    public void Unreachable_ManySumsAtOnce_FindsThoseThatEachByItselfFinds()
    {
        // Drawn: 60 strata, shares of everybody and of three groups, and of each stratum one more and one fewer, two of them out of reach.
        var random = new Random(2018);
        var found = 0;
        for (var draw = 0; draw < 10; draw++)
        {
            int[] sizes = [.. Enumerable.Range(0, 60).Select(_ => random.Next(1, 12))];
            int[] counts = [.. sizes.Select(size => random.Next(size + 1))];
            double[] weights = [.. sizes.Select(_ => 1 + (3 * random.NextDouble()))];
            var shown = Enumerable.Range(0, 4).Select(group => Share([.. Enumerable.Range(0, 60).Where(stratum => group == 0 || stratum % 3 == group - 1)])).ToList();
            var system = new RoundedShares(sizes, shown);
            List<(IReadOnlyList<int> Strata, double Bound, bool IsAbove)> needs =
            [
                .. Enumerable.Range(0, 60).Select(stratum => ((IReadOnlyList<int>)[stratum], (double)Math.Min(sizes[stratum], counts[stratum] + 3), true)),
                .. Enumerable.Range(0, 60).Select(stratum => ((IReadOnlyList<int>)[stratum], (double)Math.Max(0, counts[stratum] - 3), false)),
                (shown[1].Strata, counts.Where((_, stratum) => stratum % 3 == 0).Sum() + 40, true), (shown[2].Strata, counts.Where((_, stratum) => stratum % 3 == 1).Sum() - 40, false),
            ];

            var together = system.Unreachable(needs).Select(one => one.Need).Order().ToList();

            Assert.Equal(needs.Index().Where(need => system.Unreachable([need.Item]).Count > 0).Select(need => need.Index), together);
            found += together.Count;

            RoundedShare Share(int[] strata) => new()
            {
                Strata = strata,
                Weights = [.. strata.Select(stratum => weights[stratum])],
                Value = Math.Round(strata.Sum(stratum => weights[stratum] * counts[stratum]) / strata.Sum(stratum => weights[stratum] * sizes[stratum]), 2, MidpointRounding.AwayFromZero),
                Step = 0.01,
            };
        }

        Assert.True(found >= 10, $"{found}");
    }

    [Fact]
    public void Visit_OutOfSteps_SaysSo() => Assert.False(Read("strategy-none-total").Case.System.Visit((_, _) => true, mostSteps: 100));

    [Fact]
    public void Constructor_UnknownStratum_IsRefused()
    {
        var error = Assert.Throws<DisclosureException>(() => new RoundedShares([3], [new RoundedShare { Strata = [1], Weights = [1], Value = 0.5, Step = 0.01 }]));
        Assert.Contains("strata that exist", error.Message, StringComparison.Ordinal);
    }

    private static (ShownAnswerCase Case, JsonElement Expected) Read(string name)
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "cases");
        using var expected = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, name + ".expected.json")));
        return (ShownAnswerCase.Read(Path.Combine(folder, name + ".json")), expected.RootElement.Clone());
    }

    private static bool Add(List<int[]> vectors, int[] counts)
    {
        vectors.Add([.. counts]);
        return true;
    }

    private static Func<int[], int> Sum(int[] strata) => counts => strata.Sum(stratum => counts[stratum]);
}
