namespace Barometer.Analysis.Tests.Anonymity.Claims;

/// <summary>Who was invited is known, and no more can have answered.</summary>
public class InvitedUnitsTests
{
    /// <summary>One small group; «c» is the smallest of the others, and so the cheapest to hide with it.</summary>
    private static Survey Groups(Func<string, int> silent) => new SmallSurvey().Add(30, "a").Add(3, "b").Add(11, "c").Add(13, "d").Make(silent);

    private static string Hidden(ReleasedTable table) =>
        string.Concat(table.Estimates.Where(one => one.Status == CellStatus.Suppressed).Select(one => one.Groups[0].Code));

    private static ReleasedTable Release(Survey survey) => new ReleaseSession(Policies.Standard, survey.Codebook).Release(survey.Unweighted().Count(by: "group"), "x").Content;

    [Fact]
    public void Release_AllOfThePartnerAnswered_HidesAnother()
    {
        // 14 answered in the two together. Where all eleven of the one may have been silent too, the other is anything; where there are only
        // eleven, it is three at least.
        Assert.Equal("bc", Hidden(Release(Groups(_ => 10))));
        Assert.Equal("bd", Hidden(Release(Groups(group => group == "c" ? 0 : 10))));
    }

    [Fact]
    public void Attack_BothGroupsAnsweredInFull_FindsThemWhereTheirSumIsShown()
    {
        var survey = Groups(group => group is "b" or "c" ? 0 : 10);
        var journal = ReleaseAuditTests.Journal(survey.Unweighted().Count(by: "group"), "x", new ReleaseSession(Policies.Standard, survey.Codebook));
        var open = journal with { Entry = journal.Entry with { Cells = [.. journal.Entry.Cells.Select((cell, i) => cell with { Status = i is 1 or 2 ? CellStatus.Suppressed : CellStatus.Published })] } };
        var unknown = open with { Claims = [.. open.Claims.Select(claim => claim with { Invited = null })] };

        Assert.Contains(new ReleaseAudit(Policies.Standard).Attack([open]), one => one.Question == LinkedClaims.Respondents && one.Who == "a reader");
        Assert.DoesNotContain(new ReleaseAudit(Policies.Standard).Attack([unknown]), one => one.Question == LinkedClaims.Respondents);
        Assert.DoesNotContain(new ReleaseAudit(Policies.Standard).Attack([journal]), one => one.Question == LinkedClaims.Respondents);
    }

    [Fact]
    public void Release_EverybodyAnswered_HidesNoMoreForWhatIsKnownAnyway() => Assert.Equal("b", Hidden(Release(Groups(_ => 0)))[..1]);

    [Fact]
    public void Sizes_MarginsShown_AreBoundByTheInvitationsOfTheCrossing()
    {
        // Of «a» everybody answered. 25 answered in «x», where 15 of «b» were invited: ten of «a» at least. The margins' invitations leave three.
        var survey = new SmallSurvey().Add(20, "a", "x").Add(5, "b", "x").Add(3, "a", "y").Add(9, "b", "y").Make(group => group == "a" ? 0 : 10);
        var claims = new[] { "group", "area" }.SelectMany(by => survey.Unweighted().Count(by) is var table ? table.Estimates.Select(new ClaimReader(table, survey.Codebook, Policies.Standard).Read) : []).ToList();

        var problem = LinkedClaims.Of(claims.ConvertAll(claim => claim with { IsPublished = true }), new ClaimRules(Policies.Standard, survey.OrganisationOfRow!)).Single().Problem;
        int Cell(int claim) => problem.Units[claim].Cells[0];
        using var reader = new FeasibilityIntervals(problem.Tables, cell => cell == Cell(3) || cell == Cell(4) || cell == Cell(5));

        Assert.Equal(new FeasibilityInterval(10, 23), reader.Of(problem.Tables.Cells[Cell(0)]));
    }

    [Fact]
    public void Of_Crossing_CountsItsInvited()
    {
        var survey = new SmallSurvey().Add(20, "a", "x").Add(20, "b", "x").Add(3, "a", "y").Add(9, "b", "y").Make(_ => 1);
        var table = survey.Unweighted().Count(by: ["group", "area"]);

        var claims = table.Estimates.Select(new ClaimReader(table, survey.Codebook, Policies.Standard).Read).ToList();

        Assert.Equal([21, 4, 21, 10, 25, 31, 42, 14, 56], claims.Select(claim => claim.Invited!.Units.Count));
        Assert.All(claims, claim => Assert.True(claim.Invited!.IsWhole));
    }

    [Fact]
    public void Of_QuestionLeftOpen_IsABoundOfALargerGroup()
    {
        var survey = new SmallSurvey().Add(10, "a", innovated: "yes", detail: "yes").Add(10, "a").Add(10, "b", innovated: "yes", detail: "no").Make(_ => 1);
        var table = survey.Unweighted().Proportion("detail", by: "group");
        var claim = new ClaimReader(table, survey.Codebook, Policies.Standard).Read(table.Estimates[0]);

        Assert.Equal((10, 21, false), (claim.Base.Count, claim.Invited!.Units.Count, claim.Invited.IsWhole));
    }

    [Fact]
    public void Of_DomainOfTheFrame_CountsItsInvited()
    {
        var survey = Groups(_ => 2);
        var table = survey.Unweighted().Where("group", "a", "b").Count();
        var claim = new ClaimReader(table, survey.Codebook, Policies.Standard).Read(table.Estimates[^1]);

        Assert.Equal((33, 37, true), (claim.Base.Count, claim.Invited!.Units.Count, claim.Invited.IsWhole));
    }

    [Fact]
    public void In_OtherRowsOfASeries_KeepsTheAmounts()
    {
        var survey = new SmallSurvey().Add(3, "a", staff: 7).Make();
        var table = survey.Unweighted().Mean("staff");
        var claim = new ClaimReader(table, survey.Codebook, Policies.Standard).Read(table.Estimates[0]).In([5, 6, 9]);

        Assert.Equal([5, 6, 9], claim.Base.Rows.ToArray());
        Assert.Equal(7, claim.Sums[0].AmountOf!(9));
    }
}
