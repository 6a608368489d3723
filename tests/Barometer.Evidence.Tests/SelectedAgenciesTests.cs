namespace Barometer.Evidence.Tests;

/// <summary>A share of all but one of the agencies that answered, beside the share of all, is that agency's answer.</summary>
public class SelectedAgenciesTests
{
    [Fact]
    public void Release_ShareThatDiffersFromItsParentByOneAgency_HidesIt()
    {
        var barometer = TestSchemes.Open();
        var design = barometer.Design("operational-2018");
        var agencies = CodedColumn.Of(design.Engine.Data["agency_id"]).Categories;

        var all = barometer.Release(design.Proportion("innovated"), id: "all");
        var others = barometer.Release(design.Where("agency_id", [.. agencies.Skip(1)]).Proportion("innovated"), id: "all-but-one");

        Assert.DoesNotContain(all.Released.Content.Estimates, one => one.Status == CellStatus.Suppressed);
        Assert.All(others.Released.Content.Estimates, one => Assert.Equal(CellStatus.Suppressed, one.Status));
        Assert.All(agencies, agency => Assert.DoesNotContain(agency, others.ToString(), StringComparison.Ordinal));
    }
}
