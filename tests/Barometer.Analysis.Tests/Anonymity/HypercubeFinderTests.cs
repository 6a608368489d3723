namespace Barometer.Analysis.Tests.Anonymity;

/// <summary>Hypercubes in a table of three rows and three columns with all its totals.</summary>
public class HypercubeFinderTests
{
    private static readonly double[] Counts = [2, 5, 6, 7, 4, 9, 8, 1, 5];

    [Fact]
    public void Find_InnerCell_MovesFourCornersAndNoMargin()
    {
        var system = Table(Counts);

        var world = Find(system, new Demand(LinearForm.Sum([0]), 1, false, Knowledge.Outsider(system)), cell => 1 + system.Value(cell))!;

        Assert.Equal([0, 1, 6, 7], world.Unknowns.ToArray());
        Assert.Equal([1, -1, -1, 1], world.Moves.ToArray());
        Assert.Equal(4, system.MovedBy(world).Length);
    }

    [Fact]
    public void Find_HiddenCellsAtHand_UsesThem()
    {
        var system = Table(Counts);
        int[] hidden = [0, 2, 3, 5];

        var world = Find(system, new Demand(LinearForm.Sum([0]), -1, false, Knowledge.Outsider(system)), cell => hidden.Contains(cell) ? 0 : 1);

        Assert.Equal(hidden, world!.Unknowns.ToArray());
    }

    [Fact]
    public void Find_EmptyCorners_GoesRoundThem()
    {
        var system = Table([2, 0, 6, 7, 4, 9, 8, 3, 0]);

        var world = Find(system, new Demand(LinearForm.Sum([0]), 1, false, Knowledge.Outsider(system)), _ => 1);

        Assert.Equal([0, 2, 3, 5], world!.Unknowns.ToArray());
    }

    [Fact]
    public void Find_NothingMayChange_IsNull()
    {
        var system = Table(Counts);

        Assert.Null(Find(system, new Demand(LinearForm.Sum([0]), 1, false, Knowledge.Outsider(system)), _ => double.PositiveInfinity));
    }

    [Fact]
    public void Find_SumKnownToEverybody_StaysAsItIs()
    {
        var system = Table(Counts, [LinearForm.Sum([0, 3])]);

        var world = Find(system, new Demand(LinearForm.Sum([0]), 1, false, Knowledge.Outsider(system)), _ => 1);

        Assert.Equal(-1, world!.Move(3));
    }

    [Fact]
    public void Find_RowTotal_LeavesColumnsAsTheyAre()
    {
        var system = Table(Counts);

        var world = Find(system, new Demand(LinearForm.Sum([0, 1, 2]), 1, false, Knowledge.Outsider(system)), _ => 1)!;

        Assert.Equal(2, world.Length);
        Assert.Equal(world.Unknowns[0] % 3, world.Unknowns[1] % 3);
    }

    private static World? Find(CellSystem system, Demand demand, Func<int, double> costOf) =>
        new HypercubeFinder(system, system.Crossing!).Find(demand, costOf);

    private static CellSystem Table(double[] counts, IReadOnlyList<LinearForm>? known = null)
    {
        IEnumerable<LinearForm> Sums(Func<int, int> of) => Enumerable.Range(0, 9).GroupBy(of).Select(LinearForm.Sum);
        LinearForm[] cells = [.. Sums(i => i), .. Sums(i => i / 3), .. Sums(i => i % 3), .. Sums(_ => 0)];
        return new CellSystem(counts, cells, known ?? []) { Crossing = Crossing.Of([.. counts.Select((_, i) => (int[])[i / 3, i % 3])]) };
    }
}
