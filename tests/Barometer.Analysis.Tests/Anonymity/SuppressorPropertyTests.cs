using CsCheck;

namespace Barometer.Analysis.Tests.Anonymity;

/// <summary>Whatever the tables, the auditor, who knows nothing of how a pattern was found, must not find a primary cell.</summary>
public class SuppressorPropertyTests
{
    [Fact]
    public void Suppress_RandomLinkedTables_LeaveNothingToFind() =>
        Gen.Int[0, 1_000_000].Sample(seed => Faults(seed, SearchEffort.Quick) == "", iter: 2000, seed: "0000000000001");

    [Fact]
    public void SuppressThoroughly_RandomLinkedTables_LeavesNothingToFindAndHidesNoMore() =>
        Gen.Int[0, 1_000_000].Sample(
            seed =>
            {
                var (about, items) = RandomTables.Make(seed);
                var quick = Suppressor.Suppress(SuppressionCase.Of(about, items));
                var thorough = Suppressor.Suppress(SuppressionCase.Of(about, items), SearchEffort.Thorough);
                return Faults(seed, SearchEffort.Thorough) == "" && (thorough.Pattern.Cost <= quick.Pattern.Cost + 1e-9 || !thorough.IsProvenCheapest);
            },
            iter: 6,
            seed: "0000000000002");

    [Fact]
    public void Suppress_SameTablesAgain_GivesTheSamePattern()
    {
        var (about, items) = RandomTables.Make(7);

        var one = Suppressor.Suppress(SuppressionCase.Of(about, items), SearchEffort.Thorough);
        var other = Suppressor.Suppress(SuppressionCase.Of(about, items), SearchEffort.Thorough);

        Assert.Equal(one.Pattern.Hidden, other.Pattern.Hidden);
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
        IEnumerable<LinearForm> Sums(Func<int, int> of) => Enumerable.Range(0, truth.Length).GroupBy(of).Select(LinearForm.Sum);
        LinearForm[] cells = [.. Sums(i => i), .. Sums(i => i / columns), .. Sums(i => i % columns), .. Sums(i => (i / columns / 5 * columns) + (i % columns)), .. Sums(_ => 0)];
        var system = new CellSystem(truth, cells, []) { Crossing = crossed ? Crossing.Of([.. truth.Select((_, i) => (int[])[i / columns, i % columns])]) : null };
        var about = new AuditCase { System = system, Primary = [.. Enumerable.Range(0, truth.Length).Where(i => truth[i] < 4)] };
        var items = cells.Select((_, cell) => new Item([cell], 1 + Math.Log(1 + system.Value(cell)), about.Primary.Contains(cell) ? ItemRole.MustHide : ItemRole.Free));

        Assert.Equal("", Faults(about, [.. items], SearchEffort.Quick));
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
            .Select(LinearForm.Sum).Distinct().ToArray();
        var system = new CellSystem([.. truth], cells, []) { Crossing = Crossing.Of(places) };
        var about = new AuditCase { System = system, Primary = [.. Enumerable.Range(0, cells.Length).Where(cell => system.Value(cell) is > 0 and < 4)] };
        var items = cells.Select((_, cell) => new Item([cell], 1 + Math.Log(1 + system.Value(cell)), about.Primary.Contains(cell) ? ItemRole.MustHide : ItemRole.Free));

        Assert.Equal("", Faults(about, [.. items], SearchEffort.Quick));
    }

    private static string Faults(int seed, SearchEffort effort)
    {
        var (about, items) = RandomTables.Make(seed);
        return Faults(about, items, effort);
    }

    private static string Faults(AuditCase about, IReadOnlyList<Item> items, SearchEffort effort)
    {
        var result = Suppressor.Suppress(SuppressionCase.Of(about, items), effort);
        var audit = Auditor.Audit(about, [.. result.Pattern.Hidden.Select(hidden => !hidden)]);
        return string.Join("; ", new (string Name, int Count)[]
        {
            ("unmet", result.Unmet.Count),
            ("published", audit.PublishedPrimary.Count),
            ("exact", audit.Exact.Count),
            ("exact in wholes", audit.ExactInWholes.Count),
            ("exact if positive", audit.ExactIfPositive.Count),
            ("narrow", audit.Narrow.Count),
            ("groups", audit.GroupDisclosures.Count),
            ("insiders", audit.InsiderDisclosures.Count),
            ("derivable", audit.Derivable.Intersect(about.Primary).Count()),
        }.Where(fault => fault.Count > 0).Select(fault => $"{fault.Name} {fault.Count}"));
    }
}
