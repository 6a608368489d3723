using System.Text.RegularExpressions;

namespace Barometer.Synthesis.Tests;

public partial class FrameStructureTests
{
    private static readonly DataSet Workplaces = Surveys.Operational.Frame;
    private static readonly DataSet Agencies = Surveys.Strategic.Frame;

    [Theory]
    [InlineData("agency_group")]
    [InlineData("ministry_area")]
    public void Workplaces_OfOneAgency_ShareItsGroupAsInTheStrategicFrame(string variable)
    {
        var ofAgency = Pairs(Agencies, "agency_id", variable).ToDictionary();

        Assert.All(Pairs(Workplaces, "agency_id", variable), pair => Assert.Equal(ofAgency[pair.Key], pair.Value));
    }

    [Fact]
    public void Agencies_OfBothFrames_AreTheSame180()
    {
        var agencies = Pairs(Agencies, "agency_id", "unit_id").ToDictionary();

        Assert.Equal(Enumerable.Range(1, 180).Select(i => $"V{i:000}"), agencies.Keys);
        Assert.All(agencies, pair => Assert.Equal(pair.Key, pair.Value));
        Assert.Equal(agencies.Keys, Pairs(Workplaces, "agency_id", "unit_id").Select(pair => pair.Key).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void MinistryAreas_EachHaveOneMinistryAndOtherAgencies()
    {
        var byArea = Pairs(Agencies, "ministry_area", "agency_group").GroupBy(pair => pair.Key, pair => pair.Value).ToList();

        Assert.Equal(16, byArea.Count);
        Assert.All(byArea, area => Assert.Single(area, "ministry"));
        Assert.All(byArea, area => Assert.True(area.Count() > 1));
    }

    [Fact]
    public void Identifiers_Order_TellsNothingOfTheGroups()
    {
        var agencies = Pairs(Agencies, "agency_id", "agency_group").Select(pair => pair.Value).ToList();

        Assert.All(Pairs(Workplaces, "unit_id", "agency_id"), pair => Assert.Matches(WorkplaceId(), pair.Key));
        Assert.True(agencies.Zip(agencies.Skip(1)).Count(pair => pair.First != pair.Second) > 100);
    }

    [Fact]
    public void Strata_OfGroupAndSize_AllHaveThreeAnswersAndNoMoreThanInvited()
    {
        var strata = Surveys.Operational.FrameCounts("agency_group", "size_band").Strata;

        Assert.Equal(Surveys.Groups.Units.Sum(row => row.Count(n => n > 0)), strata.Count);
        Assert.All(strata, s => Assert.InRange(s.Answered, 3, s.Invited));
        Assert.All(strata, s => Assert.InRange(s.Invited, s.Answered, s.Population));
    }

    [Fact]
    public void Answering_ByGroupAndBySize_Differs()
    {
        var byGroup = Surveys.Operational.FrameCounts("agency_group").Strata.ToDictionary(s => s.Categories[0], Rate);
        var bySize = Surveys.Operational.FrameCounts("size_band").Strata.Select(Rate).ToList();

        Assert.True(byGroup["university"] > byGroup["external_agency"] + 0.1);
        Assert.Equal(bySize.Order(), bySize);
        Assert.True(bySize[^1] > 2 * bySize[0]);
    }

    [Fact]
    public void Employees_OfEveryUnit_LieInItsSizeBand()
    {
        foreach (var frame in new[] { Workplaces, Agencies })
        {
            var bands = frame.Categorical("size_band");
            var employees = frame.Numeric("employees").Values;
            for (var row = 0; row < frame.RowCount; row++)
            {
                Assert.Equal(Surveys.Bands.Of((int)employees[row]), bands.Codes[row]);
            }
        }
    }

    [Fact]
    public void Employees_OfAnAgency_AreThoseOfItsWorkplaces()
    {
        var sums = Pairs(Workplaces, "agency_id", "employees").GroupBy(p => p.Key).ToDictionary(g => g.Key, g => g.Sum(p => int.Parse(p.Value, null)));

        Assert.All(Pairs(Agencies, "agency_id", "employees"), pair => Assert.Equal(sums[pair.Key], int.Parse(pair.Value, null)));
    }

    private static double Rate(FrameCount stratum) => stratum.Answered / (double)stratum.Invited;

    private static IEnumerable<KeyValuePair<string, string>> Pairs(DataSet data, string key, string value) =>
        Enumerable.Range(0, data.RowCount).Select(row => KeyValuePair.Create(Surveys.Code(data[key], row), Surveys.Code(data[value], row)));

    [GeneratedRegex(@"^W\d{4}$")]
    private static partial Regex WorkplaceId();
}
