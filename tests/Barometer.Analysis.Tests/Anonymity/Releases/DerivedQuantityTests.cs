namespace Barometer.Analysis.Tests.Anonymity.Releases;

/// <summary>What is made of shares must not give back a share that is hidden.</summary>
public class DerivedQuantityTests
{
    [Fact]
    public void Release_DifferenceWithAGroupOfOneMind_IsHidden()
    {
        var design = Groups().Make().Unweighted();
        var session = Session();

        Assert.Equal(CellStatus.Suppressed, Status(session.Release(design.Proportion("innovated", by: "group"), "shares"), "alike"));
        Assert.Equal(CellStatus.Suppressed, session.Release(design.Difference("innovated", "group", "alike", "a"), "difference").Content.Estimates[0].Status);
    }

    [Fact]
    public void Release_DifferenceOfShownGroups_IsPublished()
    {
        var released = Session().Release(Groups().Make().Unweighted().Difference("innovated", "group", "a", "b"), "difference");

        Assert.Equal(CellStatus.Published, released.Content.Estimates[0].Status);
    }

    [Fact]
    public void Release_DifferenceWithAGroupTooSmallForAShare_IsHidden()
    {
        var design = Groups().Add(4, "few", innovated: "yes", detail: "yes").Add(4, "few").Make().Unweighted();

        var released = Session().Release(design.Difference("innovated", "group", "few", "a"), "difference");

        Assert.Equal(CellStatus.Suppressed, released.Content.Estimates[0].Status);
    }

    [Fact]
    public void Contrast_CoefficientZero_IsRefused()
    {
        var design = Groups().Make().Unweighted();

        Assert.Throws<BarometerException>(() => design.Contrast("innovated", "group", new Dictionary<string, double> { ["a"] = 1, ["b"] = 0 }));
    }

    [Fact]
    public void Release_TotalOfAGroupOfOneMind_IsHidden() => Assert.Equal(
        CellStatus.Suppressed, Status(Session().Release(Groups().Make().Unweighted().TotalWith("innovated", by: "group"), "total"), "alike"));

    [Fact]
    public void Release_SameShareWeightedOtherwise_HidesTheSame()
    {
        var survey = Groups().Make();
        var session = Session();

        var one = session.Release(survey.Unweighted().Proportion("innovated", by: "group"), "one").Content.Estimates.Select(estimate => estimate.Status);
        var other = session.Release(survey.Design().StratifiedBy("area").Proportion("innovated", by: "group"), "other").Content.Estimates.Select(estimate => estimate.Status);

        Assert.Equal(one, other);
    }

    [Fact]
    public void Release_RoutedQuestion_HidesItsNumberOfRespondentsWithTheAnswerThatLeadsToIt()
    {
        var design = Groups().Add(8, "nearly", innovated: "yes", detail: "yes").Add(8, "nearly", innovated: "yes", detail: "no").Add(1, "nearly").Make().Unweighted();
        var session = Session();

        session.Release(design.Count(by: "group"), "respondents");
        var detail = session.Release(design.Proportion("detail", by: "group"), "detail");

        Assert.Equal(CellStatus.Published, Status(detail, "a"));
        Assert.Equal(CellStatus.Suppressed, Status(detail, "nearly"));
    }

    [Fact]
    public void Release_GroupsFormedByAnAnswer_AreHeldToItsRules()
    {
        var design = new SmallSurvey().Add(30, innovated: "yes", detail: "yes").Add(2).Make().Unweighted();

        var released = Session().Release(design.Count(by: "innovated"), "answers");

        Assert.All(released.Content.Estimates.Where(estimate => estimate.Groups.Count > 0), estimate => Assert.NotEqual(CellStatus.Published, estimate.Status));
    }

    [Fact]
    public void Release_AllLessTwoOrganisations_IsNotShownBesideAll()
    {
        var design = new SmallSurvey()
            .Add(20, area: "x", innovated: "yes", detail: "yes").Add(20, area: "x")
            .Add(4, area: "y", organisation: 1, innovated: "yes", detail: "yes").Add(3, area: "y", organisation: 2).Make().Unweighted();
        var session = Session();

        session.Release(design.Proportion("innovated"), "all");
        var most = session.Release(design.Where("area", "x").Proportion("innovated"), "most");

        Assert.NotEqual(CellStatus.Published, most.Content.Estimates[0].Status);
    }

    [Fact]
    public void Release_TotalBesideAHiddenMean_IsHiddenToo()
    {
        var design = Groups().Add(20, "led", organisation: 7).Add(3, "led").Make().Unweighted();
        var session = Session();

        Assert.Equal(CellStatus.Suppressed, Status(session.Release(design.Mean("staff", by: "group"), "mean"), "led"));
        Assert.Equal(CellStatus.Suppressed, Status(session.Release(design.Total("staff", by: "group"), "total"), "led"));
    }

    [Fact]
    public void Release_ExtremeQuantile_IsHidden()
    {
        var design = Groups().Make().Unweighted();
        var session = Session();

        Assert.Equal(CellStatus.Suppressed, Status(session.Release(design.Quantile("staff", 0.99, by: "group"), "extreme"), "a"));
        Assert.Equal(CellStatus.Published, Status(session.Release(design.Quantile("staff", 0.5, by: "group"), "median"), "a"));
    }

    internal static SmallSurvey Groups() => new SmallSurvey()
        .Add(14, "a", innovated: "yes", detail: "yes").Add(12, "a", innovated: "yes", detail: "no").Add(20, "a")
        .Add(12, "b", innovated: "yes", detail: "yes").Add(14, "b", innovated: "yes", detail: "no").Add(24, "b")
        .Add(12, "c", innovated: "yes", detail: "yes").Add(11, "c", innovated: "yes", detail: "no").Add(24, "c")
        .Add(12, "alike");

    private static ReleaseSession Session() => new(Policies.Standard, new SmallSurvey().Add(1).Make().Codebook);

    private static CellStatus Status(Released<ReleasedTable> released, string group) =>
        released.Content.Estimates.Single(estimate => estimate.Groups.Count > 0 && estimate.Groups[0].Code == group).Status;
}
