namespace Barometer.Analysis.Tests.Anonymity.Releases;

public class ReleaseSessionTests
{
    private static TableMaker Ordinary() => new TableMaker()
        .Add("a", "yes", 20).Add("a", "no", 12)
        .Add("b", "yes", 30).Add("b", "no", 9)
        .Add("c", "yes", 25).Add("c", "no", 15);

    [Fact]
    public void Release_EveryCellLarge_PublishesRoundedNumbers()
    {
        var released = new ReleaseSession(Policies.Standard).Release(Ordinary().Shares(), "innovated-by-group");

        Assert.All(released.Content.Estimates, estimate => Assert.Equal(CellStatus.Published, estimate.Status));
        var first = released.Content.Estimates[0];
        Assert.Equal((0.63, 0), (first.Value, first.Steps?.PercentDecimals)); // 32 answers bear no decimals
        Assert.Null(first.Interval); // no design, so no weights to compute one with
        Assert.Equal((0.676, 1), (released.Content.Estimates[^1].Value, released.Content.Estimates[^1].Steps?.PercentDecimals));
        Assert.Equal(0.12, released.Content.Estimates[^1].Interval!.Lower);
        Assert.Equal(30, first.Base);
        Assert.Equal(new ReleaseStamp("innovated-by-group", "test", "test", true) { Ledger = $"innovated-by-group@{TableDigest.Of(released)}" }, released.Stamp);
    }

    [Fact]
    public void Release_OneSmallGroup_HidesItAndAnotherButKeepsTheTotal()
    {
        var maker = Ordinary().Add("small", "yes", 2).Add("small", "no", 2);

        var released = new ReleaseSession(Policies.Standard).Release(maker.Shares(), "x");

        var status = released.Content.Estimates.ToDictionary(e => e.Groups.Count == 0 ? "all" : e.Groups[0].Code, e => e.Status);
        Assert.Equal(CellStatus.Suppressed, status["small"]);
        Assert.Equal(CellStatus.Published, status["all"]);
        Assert.Equal(2, status.Values.Count(one => one == CellStatus.Suppressed));
    }

    [Theory]
    [InlineData("agency_id")]
    [InlineData("unit_id")]
    public void Release_ByWhoAnswered_IsRefusedAtOnce(string by)
    {
        var survey = SurveyReader.Read(SurveyFixture.Committed, "operational-2018");

        var refusal = Assert.Throws<BarometerException>(() => new ReleaseSession(Policies.Standard, survey.Codebook).Release(SurveyDesigns.ChosenDesign(survey).Proportion("innovated", by: by), "x"));

        Assert.Contains($"by «{by}»", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("size_group", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Release_HiddenEstimate_KeepsLabelsAndLosesEveryNumber()
    {
        var maker = Ordinary().Add("small", "yes", 2).Add("small", "no", 2);

        var hidden = new ReleaseSession(Policies.Standard).Release(maker.Shares(), "x").Content.Estimates[3];

        Assert.Equal("small", hidden.Groups[0].Code);
        Assert.True(double.IsNaN(hidden.Value) && double.IsNaN(hidden.Base));
        Assert.Null(hidden.Respondents);
        Assert.Null(hidden.Interval);
    }

    [Theory]
    [InlineData(12, 0)]
    [InlineData(11, 1)]
    [InlineData(0, 12)]
    [InlineData(8, 4)]
    public void Release_GroupOfOneMindOrNearly_IsHidden(int yes, int no)
    {
        var maker = Ordinary().Add("alike", "yes", yes).Add("alike", "no", no);

        var released = new ReleaseSession(Policies.Standard).Release(maker.Shares(), "x");

        Assert.Equal(CellStatus.Suppressed, released.Content.Estimates[3].Status);
    }

    [Fact]
    public void Release_ManyWorkplacesOfOneAgency_CountAsOne()
    {
        var maker = Ordinary().Add("agency", "yes", 12, organisation: 1).Add("agency", "no", 12, organisation: 1);

        var released = new ReleaseSession(Policies.Standard).Release(maker.Shares(), "x");

        Assert.Equal(CellStatus.Suppressed, released.Content.Estimates[3].Status);
    }

    [Fact]
    public void Release_OneAgencyDominates_IsHidden()
    {
        var maker = Ordinary().Add("led", "yes", 30, organisation: 1).Add("led", "yes", 6).Add("led", "no", 6);

        var released = new ReleaseSession(Policies.Standard).Release(maker.Shares(), "x");

        Assert.Equal(CellStatus.Suppressed, released.Content.Estimates[3].Status);
    }

    [Fact]
    public void Release_SecondTableDiffersByOneRespondent_IsNotPublishedBeside()
    {
        var maker = Ordinary();
        var session = new ReleaseSession(Policies.Standard);
        session.Release(maker.Shares(), "all");

        var again = session.Release(maker.Shares(where: row => row != 0), "all-but-one");

        var open = again.Content.Estimates.Where(e => e.Status == CellStatus.Published).Select(e => e.Groups.Count == 0 ? "all" : e.Groups[0].Code);
        Assert.Equal(["b", "c"], open);
    }

    [Fact]
    public void Release_SameTableUnderAnotherName_IsPublishedAlike()
    {
        var maker = Ordinary().Add("small", "yes", 2).Add("small", "no", 2);
        var session = new ReleaseSession(Policies.Standard);

        var first = session.Release(maker.Shares(), "first").Content.Estimates.Select(e => e.Status);
        var second = session.Release(maker.Shares(), "second").Content.Estimates.Select(e => e.Status);

        Assert.Equal(first, second);
    }

    [Fact]
    public void Release_EveryAnswerOfAQuestion_KeepsAHiddenAnswerUnderivable()
    {
        var maker = Ordinary().Add("a", "unsure", 2).Add("b", "unsure", 9).Add("c", "unsure", 9);

        var released = new ReleaseSession(Policies.Standard).Release(maker.Shares("q", null, "yes", "no", "unsure"), "x");

        var inA = released.Content.Estimates.Take(3).Select(e => e.Status).ToList();
        Assert.Equal(CellStatus.Suppressed, inA[2]);
        Assert.Contains(CellStatus.Suppressed, inA[..2]);
        Assert.Contains(released.Content.Estimates.Skip(3).Take(6), e => e.Status == CellStatus.Suppressed);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Innovated")]
    [InlineData("innovated by group")]
    [InlineData("-innovated")]
    [InlineData("innovated--by")]
    [InlineData("innovasjon-på-arbeid")]
    public void Release_IdOfAnotherForm_IsRefused(string id)
    {
        var error = Assert.Throws<BarometerException>(() => new ReleaseSession(Policies.Standard).Release(Ordinary().Shares(), id));

        Assert.Contains("id", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Release_IdUsedBeforeInARun_IsRefused()
    {
        var session = new ReleaseSession(Policies.Standard) { IsDecidedAfterwards = true };
        session.Release(Ordinary().Shares(), "x");

        var error = Assert.Throws<BarometerException>(() => session.Release(Ordinary().Shares(), "x"));

        Assert.Contains("taken", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Release_PublicCountsOfTheFrame_ArePublishedAsTheyAre()
    {
        var table = new TableMaker().Table(Measure.Count, [Count("population", "a"), Count("population", null), Count("answered", null)]);

        var released = new ReleaseSession(Policies.Standard).Release(table, "response");

        Assert.All(released.Content.Estimates, estimate => Assert.Equal(CellStatus.Published, estimate.Status));
        Assert.Equal(3, released.Content.Estimates[0].Value);
    }

    [Fact]
    public void Release_CountThatIsNotPublicWithoutRespondents_IsRefused()
    {
        var table = new TableMaker().Table(Measure.Count, [Count("answered", "a")]);

        var error = Assert.Throws<BarometerException>(() => new ReleaseSession(Policies.Standard).Release(table, "response"));

        Assert.Contains("publicCounts", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Release_CountByAPublicNameThatNobodyCountedInTheFrame_IsRefused()
    {
        var table = new TableMaker().Table(Measure.Count, [Count("population", null, isOfFrame: false)]);

        Assert.Throws<BarometerException>(() => new ReleaseSession(Policies.Standard).Release(table, "response"));
    }

    [Fact]
    public void Release_SurveyWithoutAnOrganisation_IsRefused()
    {
        var survey = SurveyMaker.Make(organisation: DisclosureRole.Identifier);
        var share = survey.Design().Proportion("q1");

        Assert.Throws<BarometerException>(() => new ReleaseSession(Policies.Standard, survey.Codebook).Release(share, "x"));
    }

    [Theory]
    [InlineData(typeof(ReleasedEstimate))]
    [InlineData(typeof(UnreleasedTable))]
    [InlineData(typeof(Survey))]
    [InlineData(typeof(Released<ReleasedTable>))]
    [InlineData(typeof(ReleaseSession))]
    public void Construction_WhatARelease_StandsOn_IsNotPublic(Type type) => Assert.Empty(type.GetConstructors());

    private static UnreleasedEstimate Count(string outcome, string? group, bool isOfFrame = true) => new(
        new Estimate { Outcome = new Outcome(outcome, null), Groups = group is null ? [] : [new GroupValue("group", group)], Value = 3, Respondents = null },
        new LabelledOutcome(outcome, null, new LocalizedText(outcome, outcome)),
        group is null ? [] : [new LabelledGroup("group", group, new LocalizedText(group, group))])
    {
        IsFrameCount = isOfFrame,
    };
}
