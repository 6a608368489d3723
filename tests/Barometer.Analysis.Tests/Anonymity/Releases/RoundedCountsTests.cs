namespace Barometer.Analysis.Tests.Anonymity.Releases;

/// <summary>
/// What a reader learns who knows the program: it is run on every table there can be, and those that show the same numbers are what
/// the reader can't tell apart.
/// </summary>
public class RoundedCountsTests
{
    private const int Base = 5;
    private const int Most = 6;

    /// <summary>Three groups, then their total; the middle one is on an odd place.</summary>
    private static readonly bool[] Odd = [false, true, false, false];

    [Fact]
    public void Of_EveryTableOfThreeGroups_TellsOfEachNumberItsRangeAndNoMore()
    {
        foreach (var alike in Tables().GroupBy(table => string.Join(' ', Rounded(table).Values)))
        {
            for (var group = 0; group < 3; group++)
            {
                var range = Rounded(alike.First()).Ranges[group]!;
                Assert.Equal(Enumerable.Range(range.Low, range.High - range.Low + 1), alike.Select(table => table[group]).Distinct().Order());
                Assert.All(alike, table => Assert.Equal(range, Rounded(table).Ranges[group]));
            }
        }
    }

    [Fact]
    public void Of_SmallNumbers_KeepAtLeastTwoNumbersToOneSide() => Assert.All(Tables().SelectMany(table => table.Take(3).Zip(Rounded(table).Ranges)), one =>
        Assert.True(one.First is 0 or >= Base || one.Second!.High - one.Second.Low == Base - 1));

    [Fact]
    public void Round_ChosenByTheCounts_TellsOfAZeroThatItWasInTheLowerHalf()
    {
        // A number in no rounded sum, chosen so that it changes little: the leak that places close.
        var alike = Enumerable.Range(0, Most + 1).Where(count => Shown(count, null) == 0);

        Assert.Equal([0, 1, 2], alike);
        Assert.Equal([0, 1, 2, 3, 4], Enumerable.Range(0, Most + 1).Where(count => Shown(count, [false]) == 0));
        Assert.Equal([1, 2, 3, 4, 5], Enumerable.Range(0, Most + 1).Where(count => Shown(count, [true]) == Base));

        static double Shown(int count, bool[]? raised) => SmallCountRounding.Round(new LinkedTables([count], [CellSum.Of([0])]), Base, raised)[0];
    }

    [Fact]
    public void OddPlaces_TwoVariables_AreThoseOfAChessboard()
    {
        var survey = new SmallSurvey();
        foreach (var (group, area) in from g in new[] { "a", "b", "c" } from a in new[] { "x", "y" } select (g, a))
        {
            survey.Add(1, group, area);
        }

        var table = survey.Make().Unweighted().Count(by: ["group", "area"]);

        Assert.Equal([false, true, true, false, false, true, .. new bool[6]], RoundedCounts.OddPlaces(table.Estimates));
    }

    private static IEnumerable<int[]> Tables() =>
        from one in Enumerable.Range(0, Most + 1) from two in Enumerable.Range(0, Most + 1) from three in Enumerable.Range(0, Most + 1) select (int[])[one, two, three];

    private static RoundedCounts Rounded(int[] table)
    {
        var starts = new[] { 0, table[0], table[0] + table[1], 0 };
        return RoundedCounts.Of([.. table.Append(table.Sum()).Select((count, i) => new RowSet([.. Enumerable.Range(starts[i], count)]))], [false, false, false, false], Odd, Base);
    }
}
