using Microsoft.Data.Analysis;

namespace Barometer.Evidence.Tests.Tables;

public class ComputedTableTests
{
    [Fact]
    public void Table_OfAFrame_ShowsSixDigitsInTheLanguageAndTheSyntheticMark()
    {
        var frame = new DataFrame(
            new BooleanDataFrameColumn("synthetic", [true, true]),
            new StringDataFrameColumn("size", ["1–19", "20–49"]),
            new DoubleDataFrameColumn("w", [4.371212121, null]),
            new DoubleDataFrameColumn("N", [1154, double.NaN]),
            new BooleanDataFrameColumn("beyond", [true, false]));

        var (nb, en) = (new ComputedTable(frame, "1", Language.Nb), new ComputedTable(frame, "1", Language.En));

        Assert.StartsWith("[Syntetiske data]\nRegnet ut av frigitte tall\n", nb.ToString(), StringComparison.Ordinal);
        Assert.Contains("4,37121", nb.ToString(), StringComparison.Ordinal);
        Assert.Contains("4.37121", en.ToString(), StringComparison.Ordinal);
        Assert.Contains("20–49        :      :  nei\n", nb.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("synthetic", nb.ToHtml(), StringComparison.Ordinal);
        Assert.Equal(OutputStamp.Computed, nb.Stored);
        Assert.Null(Exhibit.Of(nb, "n", 1, "c"));
    }
}
