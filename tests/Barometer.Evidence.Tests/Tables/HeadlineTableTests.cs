namespace Barometer.Evidence.Tests.Tables;

public class HeadlineTableTests
{
    [Fact]
    public void Build_SharesOfEverybody_AreRowsWithTheIdsOfTheNumbers()
    {
        var table = HeadlineTable.Of("headlines", [TestAnswers.HiddenAnswers()]);
        var numbers = EvidenceNumbers.Of(table).Select(number => number.Id).ToArray();

        Assert.Equal(numbers, table.Content.Rows.Select(row => row.Cells[^1].Words!.Nb));
        Assert.All(numbers, id => Assert.StartsWith("headlines/", id, StringComparison.Ordinal));
    }

    [Fact]
    public void Build_HiddenShare_ShowsNoNumber()
    {
        var hidden = HeadlineTable.Of("headlines", [TestAnswers.HiddenAnswers()]).Content.Rows
            .Where(row => row.Cells[2].Kind == TableCellKind.Symbol).ToArray();

        Assert.NotEmpty(hidden);
        Assert.All(hidden, row => Assert.All(row.Cells.Skip(2).SkipLast(1), cell => Assert.Equal(TableCellKind.Symbol, cell.Kind)));
    }

    [Fact]
    public void Build_SharesOfGroups_AreRefused() =>
        Assert.Throws<BarometerException>(() => HeadlineTable.Of("headlines", [TestReleases.ByGroup()]));

    [Fact]
    public void Build_Nothing_IsRefused() => Assert.Throws<BarometerException>(() => HeadlineTable.Of("headlines", []));
}
