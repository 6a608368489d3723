namespace DisclosureControl.Tests;

/// <summary>Hypercubes in a table of three rows and three columns with all its totals.</summary>
public class HypercubeSearchTests
{
    private static readonly double[] Counts = [2, 5, 6, 7, 4, 9, 8, 1, 5];

    [Fact]
    public void Find_InnerCell_MovesFourCornersAndNoMargin()
    {
        var tables = Table(Counts);

        var found = Find(tables, new ProtectionRequirement(CellSum.Of([0]), 1, false, Attacker.Outsider(tables)), cell => 1 + tables.Value(cell))!;

        Assert.Equal([0, 1, 6, 7], found.InnerCells.ToArray());
        Assert.Equal([1, -1, -1, 1], found.Changes.ToArray());
        Assert.Equal(4, tables.CellsThatDiffer(found).Length);
    }

    [Fact]
    public void Find_HiddenCellsAtHand_UsesThem()
    {
        var tables = Table(Counts);
        int[] hidden = [0, 2, 3, 5];

        var found = Find(tables, new ProtectionRequirement(CellSum.Of([0]), -1, false, Attacker.Outsider(tables)), cell => hidden.Contains(cell) ? 0 : 1);

        Assert.Equal(hidden, found!.InnerCells.ToArray());
    }

    [Fact]
    public void Find_EmptyCorners_GoesRoundThem()
    {
        var tables = Table([2, 0, 6, 7, 4, 9, 8, 3, 0]);

        var found = Find(tables, new ProtectionRequirement(CellSum.Of([0]), 1, false, Attacker.Outsider(tables)), _ => 1);

        Assert.Equal([0, 2, 3, 5], found!.InnerCells.ToArray());
    }

    [Fact]
    public void Find_NothingMayChange_IsNull()
    {
        var tables = Table(Counts);

        Assert.Null(Find(tables, new ProtectionRequirement(CellSum.Of([0]), 1, false, Attacker.Outsider(tables)), _ => double.PositiveInfinity));
    }

    [Fact]
    public void Find_SumKnownToEverybody_StaysAsItIs()
    {
        var tables = Table(Counts, [CellSum.Of([0, 3])]);

        var found = Find(tables, new ProtectionRequirement(CellSum.Of([0]), 1, false, Attacker.Outsider(tables)), _ => 1);

        Assert.Equal(-1, found!.ChangeOf(3));
    }

    [Fact]
    public void Find_RowTotal_LeavesColumnsAsTheyAre()
    {
        var tables = Table(Counts);

        var found = Find(tables, new ProtectionRequirement(CellSum.Of([0, 1, 2]), 1, false, Attacker.Outsider(tables)), _ => 1)!;

        Assert.Equal(2, found.Length);
        Assert.Equal(found.InnerCells[0] % 3, found.InnerCells[1] % 3);
    }

    private static AlternativeTable? Find(LinkedTables tables, ProtectionRequirement requirement, Func<int, double> costOf) =>
        new HypercubeMethod(tables, tables.Crossing!).Find(requirement, costOf);

    private static LinkedTables Table(double[] counts, IReadOnlyList<CellSum>? known = null)
    {
        IEnumerable<CellSum> Sums(Func<int, int> of) => Enumerable.Range(0, 9).GroupBy(of).Select(CellSum.Of);
        CellSum[] cells = [.. Sums(i => i), .. Sums(i => i / 3), .. Sums(i => i % 3), .. Sums(_ => 0)];
        return new LinkedTables(counts, cells, known ?? []) { Axes = [.. counts.Select((_, i) => (int[])[i / 3, i % 3])] };
    }
}
