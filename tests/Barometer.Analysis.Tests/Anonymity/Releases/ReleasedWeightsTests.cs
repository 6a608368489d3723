namespace Barometer.Analysis.Tests.Anonymity.Releases;

/// <summary>Weights that can put nearly everything on chosen respondents make a share of everybody theirs.</summary>
public class ReleasedWeightsTests
{
    private static readonly Survey Survey = SurveyReader.Read(DataFolder.Find(AppContext.BaseDirectory), "operational-2018");

    public static TheoryData<string> Unsafe => [.. Designs.Keys.Where(name => name != "groups of the frame")];

    private static Dictionary<string, Func<BarometerDesign, BarometerDesign>> Designs { get; } = new()
    {
        ["groups of the frame"] = design => design.RakedTo("ministry_area", "size_band").TrimmedAtQuantiles(0.05, 0.95),
        ["stated counts"] = design => design.PostStratifiedTo("size_group", [(["under_20"], 1), (["from_20"], 1), (["from_50"], 2265)]),
        ["stated margin"] = design => design.RakedTo(
            KnownTotals.Counts("size_group", new Dictionary<string, double> { ["under_20"] = 700, ["from_20"] = 700, ["from_50"] = 867 })),
        ["organisation"] = design => design.AdjustedForNonResponse("agency_id"),
        ["then a safe step"] = design => design.PostStratifiedTo("size_group", [(["under_20"], 1), (["from_20"], 1), (["from_50"], 2265)]).RakedTo("ministry_area"),
    };

    [Fact]
    public void Release_WeightsOfGroupsOfTheFrame_AreReleased() =>
        Assert.Equal(CellStatus.Published, Release(Designs["groups of the frame"]).Estimates[0].Status);

    [Theory]
    [MemberData(nameof(Unsafe))]
    public void Release_WeightsThatCanSingleOut_AreRefused(string name)
    {
        // Some of these steps fail by themselves on this survey: then there is nothing to release.
        var error = Assert.Throws<BarometerException>(() => Release(Designs[name]));

        Assert.DoesNotContain("V0", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Release_StatedCounts_SaysWhatWouldDo()
    {
        var error = Assert.Throws<BarometerException>(() => Release(Designs["stated margin"]));

        Assert.Contains("fitted to stated totals", error.Message, StringComparison.Ordinal);
        Assert.Contains("grouping variables", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Release_TrimmedAndMergedStrata_TellNoNumberOfThem()
    {
        var design = Survey.Design().StratifiedBy(["agency_group", "size_band"]).CollapsingStrata(5).WithFinitePopulation().TrimmedTo(0, 4);

        var note = new ReleaseSession(Policies.Standard, Survey.Codebook).Release(design.Proportion("innovated"), "x").Content.Weighting.Nb;

        Assert.Contains("små strata slått sammen", note, StringComparison.Ordinal);
        Assert.DoesNotContain("kuttet", note, StringComparison.Ordinal);
        Assert.DoesNotContain("ansatte", note, StringComparison.Ordinal);
    }

    private static ReleasedTable Release(Func<BarometerDesign, BarometerDesign> step) => new ReleaseSession(Policies.Standard, Survey.Codebook)
        .Release(step(Survey.Design().StratifiedBy("agency_group").WithFinitePopulation()).Proportion("innovated"), "x").Content;
}
