namespace Barometer.Analysis.Tests.Loading;

public class FrameCountsTests
{
    private static readonly Survey Survey = SurveyReader.Read(SurveyFixture.Committed, "operational-2018");

    [Fact]
    public void FrameCounts_ByNothing_GivesTheResponseTable() => Assert.Equal(
        (1, 2267, 1686, 762),
        (Survey.FrameCounts().Strata.Count, Survey.FrameCounts().Total.Population, Survey.FrameCounts().Total.Invited, Survey.FrameCounts().Total.Answered));

    [Fact]
    public void FrameCounts_ByTwoGroups_AgreesWithCountingTheFileLineByLine()
    {
        var lines = File.ReadAllLines(Path.Combine(SurveyFixture.Committed, "synthetic", "operational-2018", "frame.csv"));
        var names = lines[0].Split(',').ToList();
        var (group, size, answered) = (names.IndexOf("agency_group"), names.IndexOf("size_band"), names.IndexOf("answered"));
        var expected = lines.Skip(1).Select(line => line.Split(','))
            .GroupBy(fields => (fields[group], fields[size]))
            .ToDictionary(g => g.Key, g => (g.Count(), g.Count(fields => fields[answered] == "yes")));

        var counts = Survey.FrameCounts("agency_group", "size_band");

        Assert.Equal(["agency_group", "size_band"], counts.By);
        Assert.Equal(expected, counts.Strata.ToDictionary(s => (s.Categories[0].Code, s.Categories[1].Code), s => (s.Population, s.Answered)));
    }

    [Fact]
    public void FrameCounts_Strata_StandInTheCodebooksOrder()
    {
        var codes = Survey.FrameCounts("agency_group").Strata.Select(s => s.Categories[0].Code);

        Assert.Equal(Survey.Codebook["agency_group"].Categories.Select(c => c.Code), codes);
    }

    [Fact]
    public void FrameCounts_NumericVariable_IsRefused() =>
        Assert.Throws<BarometerException>(() => Survey.FrameCounts("employees"));

    [Fact]
    public void Of_UnitWithoutACategory_IsRefused()
    {
        var yes = new Category("yes", new LocalizedText("Ja", "Yes"));
        var frame = new DataSet("frame",
        [
            new CategoricalColumn("group", [yes], [0, -1]),
            new CategoricalColumn("invited", [yes], [0, 0]),
            new CategoricalColumn("answered", [yes], [0, 0]),
        ]);

        var error = Assert.Throws<BarometerException>(() => FrameCounts.Of(frame, "group"));
        Assert.Equal("group", error.Problems[0].Column);
    }

    [Fact]
    public void ToHtml_SmallStrata_ShowsNoCountOfThem()
    {
        var counts = Survey.FrameCounts("agency_group", "size_band");

        Assert.Contains("32 strata", counts.ToHtml(), StringComparison.Ordinal);
        Assert.DoesNotContain("enterprise", counts.ToHtml(), StringComparison.Ordinal);
    }
}
