namespace Barometer.Analysis.Tests.Anonymity.Claims;

/// <summary>What strata in proportion meet, a linear program finds possible as well: in drawn systems of weighted shares of overlapping groups.</summary>
public class ProportionalStrataTests
{
    private const int Groups = 3;

    [Fact]
    public void Meet_DrawnSystems_MeetsNothingThatALinearProgramCannotReach()
    {
        var (random, met, asked) = (new Random(1302), 0, 0);
        for (var draw = 0; draw < 60; draw++)
        {
            var (shown, strata, needs) = Draw(random);
            var unreachable = strata.System().Unreachable([.. needs.Select(need => ((IReadOnlyList<int>)need.Strata, (double)need.Bound, need.IsAbove))]).Select(one => one.Need).ToHashSet();
            foreach (var (number, need) in needs.Index().Where(one => strata.IsMetInProportion(one.Item)))
            {
                met++;
                Assert.False(unreachable.Contains(number), $"draw {draw}: {shown.Count} numbers, strata {string.Join(' ', need.Strata)} to {need.Bound}");
            }

            asked += needs.Count;
        }

        // It is there to spare most linear programs, and doesn't say yes to everything.
        Assert.InRange(met / (double)asked, 0.3, 0.9);
    }

    [Fact]
    public void Meet_NobodyOfTheSameKindIsLeft_IsNotMet()
    {
        // Two strata in the group; in the other all gave the answer, so that none more can take up what the first loses.
        int[][] members = [[0, 1, 2, 3], [4, 5]];
        var all = new RowSet([0, 1, 2, 3, 4, 5]);
        var number = new ShownNumber("q=yes", all, [0.1, 0.1, 0.1, 0.1, 0.3, 0.3], new RowSet([0, 4, 5]), 0.01);
        var strata = new ShownStrata([number], new RowSet([0, 4, 5]), new ClaimRules(Policies.Standard, [0, 1, 2, 3, 4, 5]), [.. members.Select(rows => new RowSet(rows))]);

        Assert.True(strata.IsMetInProportion(new Need([0], 2, true)));
        Assert.False(strata.IsMetInProportion(new Need([0], 0, false)));
    }

    private static (List<ShownNumber> Shown, ShownStrata Strata, List<Need> Needs) Draw(Random random)
    {
        // Strata within a crossing of groups; each has its weight, and some gave the answer.
        var strata = Enumerable.Range(0, 9).Select(number => (Group: number % Groups, Size: random.Next(1, 9), Weight: 1 + (random.Next(20) / 10.0))).ToList();
        var rows = new List<(int Stratum, double Weight, int Group)>();
        rows.AddRange(strata.SelectMany((one, i) => Enumerable.Repeat((i, one.Weight, one.Group), one.Size)));
        var rarity = random.Next(2, 12);
        var givers = new RowSet([.. Enumerable.Range(0, rows.Count).Where(_ => random.Next(rarity) == 0)]);
        double[] weights = [.. rows.Select(row => row.Weight)];
        var shown = new List<ShownNumber>();
        foreach (var group in Enumerable.Range(-1, 1 + random.Next(1, Groups)))
        {
            var set = new RowSet([.. rows.Index().Where(row => group < 0 || row.Item.Group == group).Select(row => row.Index)]);
            var own = givers.Intersect(set);
            shown.Add(ShownNumber.Of("q=yes", set, own, weights, 1, isShare: true, 0.01) with { AtLeast = Math.Min(own.Count, set.Count - own.Count) });
        }

        List<ShownNumber> all = [.. shown, .. shown.Select(one => one.Floor())];
        var sets = rows.Index().GroupBy(row => row.Item.Stratum).Select(same => new RowSet([.. same.Select(row => row.Index)])).ToList();
        var made = new ShownStrata(all, givers, new ClaimRules(Policies.Standard, [.. Enumerable.Range(0, rows.Count)]), sets);
        var needs = Enumerable.Range(0, sets.Count).Select(stratum => (int[])[stratum]).Append([0, Groups, 1]).SelectMany(made.Needs).ToList();
        return (shown, made, needs);
    }
}
