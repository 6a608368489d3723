using System.Globalization;
using Microsoft.Data.Analysis;
using Sylvan.Data.Csv;

namespace Barometer.Evidence.Tests.Tables;

public class ReleasedFrameTests
{
    private static readonly (string Column, string Field)[] Pairs =
    [
        ("value", "estimate"), ("lower", "ci_lower"), ("upper", "ci_upper"), ("n", "n"), ("agency_group", "agency_group"), ("size_band", "size_band"), ("code", "code"),
    ];

    [Fact]
    public void ToDataFrame_Release_HasARowForEachEstimateWithCodesAndLabels()
    {
        var frame = Frame(TestReleases.ByGroup());

        Assert.Equal(
            ["release", "synthetic", "agency_group", "agency_group_label", "variable", "code", "outcome", "value", "lower", "upper", "n", "status"],
            frame.Columns.Select(column => column.Name));
        Assert.Equal(6, frame.Rows.Count);
        Assert.Equal("Direktorat", frame["agency_group_label"][1]);
        Assert.Equal((0.874, 0.832, 0.907, 243), (frame["value"][1], frame["lower"][1], frame["upper"][1], frame["n"][1]));
        Assert.Equal(("published", true), (frame["status"][1], frame["synthetic"][1]));
        Assert.Null(frame["agency_group"][5]); // everybody
    }

    [Fact]
    public void ToDataFrame_English_HasEnglishLabels() =>
        Assert.Equal("Directorate", Frame(TestReleases.ByGroup(), Language.En)["agency_group_label"][1]);

    /// <summary>What a data frame is for: those with enough answers, the largest first.</summary>
    [Fact]
    public void ToDataFrame_Filtered_LeavesOutWhatIsHidden()
    {
        var byGroup = Frame(TestReleases.ByGroup());
        var many = byGroup.Filter(byGroup["n"].ElementwiseGreaterThanOrEqual(200)).OrderByDescending("value");

        Assert.Equal(["Direktorat", null, "Statsforvalter og annen ytre etat"], ((StringDataFrameColumn)many["agency_group_label"]).Cast<string?>());
    }

    [Fact]
    public void ToDataFrame_HiddenEstimate_IsNullInEveryColumnOfNumbers()
    {
        var frame = Frame(TestReleases.ByGroup());
        var numbers = frame.Columns.Where(column => column.IsNumericColumn()).ToList();

        Assert.Equal(["value", "lower", "upper", "n"], numbers.Select(column => column.Name));
        Assert.Equal("suppressed", frame["status"][4]);
        Assert.All(numbers, column => Assert.Null(column[4]));
        Assert.All(numbers, column => Assert.Equal(1, column.NullCount));
    }

    /// <summary>A hidden estimate that still carried its numbers would be a fault of the release; the frame withholds them all the same.</summary>
    [Fact]
    public void ToDataFrame_HiddenEstimateWithNumbers_WithholdsThem()
    {
        var group = new LocalizedText("Virksomhetsgruppe", "Agency group");
        var leaky = TestReleases.Cell(["Departement|Ministry"], 0.9, 0.8, 0.95, 41) with { Status = CellStatus.Suppressed };
        var frame = Frame(TestReleases.Release("leaky", group, [("agency_group", group)], [leaky]));

        Assert.All(frame.Columns.Where(column => column.IsNumericColumn()), column => Assert.Equal(frame.Rows.Count, column.NullCount));
    }

    [Fact]
    public void ToDataFrame_RepositorysRelease_HoldsTheNumbersOfItsCsv()
    {
        var barometer = Workbench.Open(data: DataFolder.Find(AppContext.BaseDirectory));
        var design = barometer.Design("operational-2018");
        var released = barometer.Release(design.Proportion("evaluated", by: ["agency_group", "size_band"]), id: "frame-trial");

        var frame = released.ToDataFrame();
        using var csv = CsvDataReader.Create(new StringReader(released.Table().ToCsv()), new CsvDataReaderOptions { Delimiter = ',' });
        var row = 0;
        for (; csv.Read(); row++)
        {
            foreach (var (column, field) in Pairs)
            {
                Assert.Equal(csv.GetString(csv.GetOrdinal(field)), Convert.ToString(frame[column][row], CultureInfo.InvariantCulture) ?? "");
            }
        }

        Assert.Equal(row, frame.Rows.Count);
        Assert.InRange(frame["value"].NullCount, 1, row - 1); // some are hidden, some are shown
    }

    private static DataFrame Frame(Released<ReleasedTable> released, Language language = Language.Nb) =>
        new ReleasedEstimates(released, language).ToDataFrame();
}
