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

    [Fact]
    public void Named_AColumnAndDecimals_AreWhatReadersSee()
    {
        var table = new ComputedTable(new DataFrame(new DoubleDataFrameColumn("p", [0.818182]), new DoubleDataFrameColumn("N", [1154])), "1", Language.Nb);

        var named = table.Named("p", "Andel", "Share").WithDecimals(3);

        Assert.Contains("Andel      N\n", named.ToString(), StringComparison.Ordinal);
        Assert.Contains("0,818  1\u00A0154\n", named.ToString(), StringComparison.Ordinal);
        Assert.Contains("Share", named.StoredHtml(Language.En), StringComparison.Ordinal);
        Assert.Contains("«q»", Assert.Throws<BarometerException>(() => table.Named("q", "Andel", "Share")).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => table.WithDecimals(7));
    }
}
