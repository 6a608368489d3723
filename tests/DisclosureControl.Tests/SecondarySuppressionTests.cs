using CsCheck;

namespace DisclosureControl.Tests;

/// <summary>Whatever the tables, the audit, which knows nothing of how a pattern was found, must not find a sensitive cell.</summary>
public class SecondarySuppressionTests
{
    [Fact]
    public void Suppress_RandomLinkedTables_LeaveNothingToFind() =>
        Gen.Int[0, 1_000_000].Sample(seed => Faults(RandomTables.Make(seed)) == "", iter: 1000, seed: "0000000000001");

    [Fact]
    public void SuppressThoroughly_RandomLinkedTables_LeavesNothingToFindAndHidesNoMore() =>
        Gen.Int[0, 1_000_000].Sample(
            seed =>
            {
                var sensitive = RandomTables.Make(seed);
                var quick = sensitive.Suppress();
                var thorough = sensitive.Suppress(SearchEffort.Thorough);
                return Faults(sensitive, thorough) == "" && (thorough.Cost <= quick.Cost + 1e-9 || !thorough.IsOptimal);
            },
            iter: 3,
            seed: "0000000000002");

    [Fact]
    public void Suppress_OutOfSteps_SuppressesAllThatMayBeAndSaysSo()
    {
        var problem = RandomTables.Make(7).ToProblem();
        var free = problem.Suppress();
        var (few, many) = (problem.Suppress(SearchEffort.Quick, null, new SearchSteps(1)), problem.Suppress(SearchEffort.Quick, null, new SearchSteps(long.MaxValue)));

        Assert.False(free.IsStopped || many.IsStopped);
        Assert.Equal(free.Suppressed, many.Suppressed);
        Assert.True(few.IsStopped);
        Assert.Equal(problem.Units.Select(unit => unit.Role != SuppressionRole.Forced), few.Suppressed);
    }

    [Fact]
    public void Suppress_SameTablesAgain_GivesTheSamePattern()
    {
        var sensitive = RandomTables.Make(7);

        var one = sensitive.Suppress(SearchEffort.Thorough);
        var other = sensitive.Suppress(SearchEffort.Thorough);

        Assert.Equal(one.Suppressed, other.Suppressed);
    }

    [Theory]
    [InlineData(1, true)]
    [InlineData(2, false)]
    [InlineData(3, true)]
    public void Suppress_LargeTable_LeavesNothingToFind(int seed, bool crossed)
    {
        var random = new Random(seed);
        var (rows, columns) = (20, 16);
        var truth = Enumerable.Range(0, rows * columns).Select(_ => (double)(random.Next(9) == 0 ? random.Next(1, 4) : random.Next(4, 30))).ToArray();
        IEnumerable<CellSum> Sums(Func<int, int> of) => Enumerable.Range(0, truth.Length).GroupBy(of).Select(CellSum.Of);
        CellSum[] cells = [.. Sums(i => i), .. Sums(i => i / columns), .. Sums(i => i % columns), .. Sums(i => (i / columns / 5 * columns) + (i % columns)), .. Sums(_ => 0)];
        var tables = new LinkedTables(truth, cells) { Axes = crossed ? [.. truth.Select((_, i) => (int[])[i / columns, i % columns])] : null };

        Assert.Equal("", Faults(new SensitiveCells { Tables = tables, Cells = [.. Enumerable.Range(0, truth.Length).Where(i => truth[i] < 4)] }));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Suppress_ThreeWayTableWithZeros_LeavesNothingToFind(int seed)
    {
        var random = new Random(seed);
        int[] sizes = [8, 6, 5];
        var places = Enumerable.Range(0, 240).Select(i => (int[])[i / 30, i / 5 % 6, i % 5]).ToList();
        var truth = places.ConvertAll(_ => (double)(random.Next(6) == 0 ? random.Next(0, 3) : random.Next(3, 25)));
        var cells = Enumerable.Range(0, 8).SelectMany(kept => Enumerable.Range(0, 240).GroupBy(i => string.Join(',', sizes.Select((_, axis) => (kept >> axis & 1) == 1 ? places[i][axis] : -1))))
            .Concat(Enumerable.Range(0, 240).GroupBy(i => $"half {places[i][0] / 4},{places[i][1]}"))
            .Select(CellSum.Of).Distinct().ToArray();
        var tables = new LinkedTables(truth, cells) { Axes = places };

        Assert.Equal("", Faults(SensitiveCells.Of(tables, new SensitivityRule { MinContributions = 4 })));
    }

    [Fact]
    public void Suppress_CellShownTwice_IsHiddenInBothOrInNeither()
    {
        // 2 is hidden in 2 + 9 + 20 = 31; one of the others has to go with it, and the 9 stands in two figures.
        CellSum[] cells = [CellSum.Of([0]), CellSum.Of([1]), CellSum.Of([2]), CellSum.Of([0, 1, 2])];
        SuppressionProblem Problem(double costOfOne) => new()
        {
            Tables = new LinkedTables([2, 9, 20], cells),
            Units = [new([0], 1, SuppressionRole.Primary), new([1], costOfOne, SuppressionRole.Candidate), new([1], costOfOne, SuppressionRole.Candidate), new([2], 5, SuppressionRole.Candidate), new([3], 50, SuppressionRole.Candidate)],
            Requirements = [new ProtectionLevel(new LinkedTables([2, 9, 20], cells), 1).NotDerivable(cells[0])],
            Sensitive = [cells[0]],
        };

        Assert.Equal([true, true, true, false, false], Problem(costOfOne: 2).Suppress(SearchEffort.Thorough).Suppressed);
        Assert.Equal([true, false, false, true, false], Problem(costOfOne: 3).Suppress(SearchEffort.Thorough).Suppressed);
    }

    [Fact]
    public void Suppress_WhatEverybodyKnows_IsNoSecretOfWhatIsPublished()
    {
        // The first inner cell is known to all, though nothing shows it; the second follows from what stays published.
        CellSum[] cells = [CellSum.Of([1]), CellSum.Of([0, 1])];
        SuppressionPattern Pattern(CellSum sensitive, bool isKnownBeforehand, params CellSum[] known)
        {
            var tables = new LinkedTables([2, 9], cells, known);
            return new SuppressionProblem
            {
                Tables = tables,
                Units = [new([0], 1, SuppressionRole.Forced), new([1], 1, SuppressionRole.Forced)],
                Requirements = [new ProtectionLevel(tables, 1).NotDerivable(sensitive)],
                Sensitive = [sensitive],
                IsKnownBeforehand = isKnownBeforehand,
            }.Suppress();
        }

        Assert.Empty(Pattern(CellSum.Of([0]), true, CellSum.Of([0])).Unmet);
        Assert.Single(Pattern(CellSum.Of([0]), false, CellSum.Of([0])).Unmet);
        Assert.Single(Pattern(CellSum.Of([0]), true).Unmet);
    }

    private static string Faults(SensitiveCells sensitive) => Faults(sensitive, sensitive.Suppress());

    [Theory]
    [InlineData(3, 0, 100, "4 2")]   // a level to each side
    [InlineData(0, 0, 100, "2")]     // no room below zero
    [InlineData(3, 0, 3, "1")]       // no more were invited: all of it lies below
    [InlineData(1, 0, 1, "0")]       // as far as there is room
    [InlineData(3, 3, 3, "")]        // known anyway
    public void Count_LimitedRoom_AsksForMoreOnTheOtherSide(int value, int low, int high, string expected)
    {
        var tables = new LinkedTables([value], [CellSum.Of([0])]);

        var asked = new ProtectionLevel(tables, 1).Count(tables.Cells[0], new FeasibilityInterval(low, high));

        Assert.Equal(expected, string.Join(' ', asked.Select(requirement => value + requirement.Change)));
    }

    private static string Faults(SensitiveCells sensitive, SuppressionPattern pattern)
    {
        var audit = sensitive.Audit(pattern);
        return string.Join("; ", new (string Name, int Count)[]
        {
            ("unmet", pattern.Unmet.Count),
            ("published", audit.PublishedSensitive.Count),
            ("exact", audit.Exact.Count),
            ("exact in whole numbers", audit.ExactInWholeNumbers.Count),
            ("exact if nonzero", audit.ExactIfNonzero.Count),
            ("narrow", audit.TooNarrow.Count),
            ("groups", audit.GroupDisclosures.Count),
            ("contributors", audit.ContributorDisclosures.Count),
            ("derivable", audit.Derivable.Intersect(sensitive.Cells).Count()),
        }.Where(fault => fault.Count > 0).Select(fault => $"{fault.Name} {fault.Count}"));
    }
}
