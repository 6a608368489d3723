using CsCheck;

namespace DisclosureControl.Tests;

public class AlternativeTablesTests
{
    private static readonly double[] Truth = [2, 1, 0, 3];
    private static readonly LinkedTables Tables = new(Truth, [CellSum.Of([0, 1, 2, 3]), CellSum.Of([0, 1]), CellSum.Of([1, 3])]);

    [Fact]
    public void Of_TwoMargins_ListsEveryTable()
    {
        var alternatives = AlternativeTables.Of(Tables, _ => true);

        // Rows (3, 3), second column 4: the upper right cell is 1, 2 or 3.
        Assert.True(alternatives.AreAll);
        Assert.Equal([1, 2, 3], alternatives.Values(CellSum.Of([1])));
        Assert.Equal(3, alternatives.Found.Count);
    }

    [Fact]
    public void Of_MoreThanAsked_SaysThatThereAreOthers()
    {
        Assert.False(AlternativeTables.Of(Tables, cell => cell == 0, most: 5).AreAll);
        Assert.False(AlternativeTables.Of(Tables, cell => cell == 0, steps: 10).AreAll);
    }

    [Fact]
    public void Of_NothingLimitsACell_IsRefused() =>
        Assert.Throws<DisclosureException>(() => AlternativeTables.Of(Tables, cell => cell == 1));

    [Fact]
    public void Values_RandomTables_EndWhereTheIntervalsInWholeNumbersEnd() => Gen.Int[0, 1_000_000].Sample(
        seed =>
        {
            var random = new Random(seed);
            var truth = Enumerable.Range(0, 5).Select(_ => (double)random.Next(0, 3)).ToArray();
            var cells = Enumerable.Range(0, 3).Select(_ => CellSum.Of(Enumerable.Range(0, 5).Select(inner => (inner, random.Next(-1, 3))))).Append(CellSum.Of([0, 1, 2, 3, 4]));
            var tables = new LinkedTables(truth, cells);
            var alternatives = AlternativeTables.Of(tables, _ => true);
            using var bounds = new FeasibilityIntervals(tables, _ => true, wholeNumbers: true);
            return alternatives.AreAll && Enumerable.Range(0, 5).All(inner =>
            {
                var (values, interval) = (alternatives.Values(CellSum.Of([inner])), bounds.Of(CellSum.Of([inner])));
                return Math.Abs(values[0] - interval.Low) < 1e-6 && Math.Abs(values[^1] - interval.High) < 1e-6;
            });
        },
        iter: 100,
        seed: "0000000000001",
        threads: 1);
}
