namespace Barometer.Analysis.Tests.Anonymity.Claims;

/// <summary>What is hidden may have a total that is known: no such total may break a rule, of however many sets it is.</summary>
public class UnionsOfHiddenSetsTests
{
    /// <summary>Two groups that may be shown, and small ones of which no two, three or four together are what lies between two tables.</summary>
    private static Survey Groups(int small, int each, int yes, int organisations)
    {
        var survey = new SmallSurvey().Add(10, "a", innovated: "yes").Add(10, "a").Add(9, "c", innovated: "yes").Add(11, "c");
        for (var i = 0; i < small; i++)
        {
            int? organisation = organisations > 0 ? i % organisations : null;
            survey.Add(i < yes ? 1 : 0, $"s{i:00}", innovated: "yes", organisation: organisation).Add(i < yes ? each - 1 : each, $"s{i:00}", organisation: organisation);
        }

        return survey.Make();
    }

    public static TheoryData<int, int, int, int> Small => new()
    {
        { 16, 2, 3, 0 },  // three of 32 gave the answer
        { 7, 4, 1, 0 },   // all but one of 28 answered no
        { 6, 4, 6, 2 },   // 24 respondents of two organisations
    };

    [Theory]
    [MemberData(nameof(Small))]
    public void Release_TotalLessTwoGroupsIsManySmallOnes_HidesOneMore(int small, int each, int yes, int organisations)
    {
        var survey = Groups(small, each, yes, organisations);
        var table = survey.Unweighted().Proportion("innovated", by: "group");
        var journal = ReleaseAuditTests.Journal(table, "x", new ReleaseSession(Policies.Standard, survey.Codebook));
        var status = journal.Entry.Cells.Select(cell => cell.Status).ToList();

        // With the small ones hidden alone, the leak is there: the two groups and the total give the number of givers among them.
        var open = journal with { Entry = journal.Entry with { Cells = [.. journal.Entry.Cells.Select((cell, i) => cell with { Status = IsSmall(i) ? CellStatus.Suppressed : CellStatus.Published })] } };
        var found = new ReleaseAudit(Policies.Standard).Attack([open]);
        Assert.Contains(found, one => one.Who == "a reader" && one.Path.Count == 3);

        Assert.Contains(status.Where((_, i) => !IsSmall(i)), one => one == CellStatus.Suppressed);
        Assert.Empty(new ReleaseAudit(Policies.Standard).Attack([journal]));

        bool IsSmall(int cell) => table.Estimates[cell].Groups is [{ Code: ['s', ..] }];
    }

    [Fact]
    public void Release_LargeSetIsLeftOver_HidesNoMore()
    {
        var survey = Groups(16, 4, 12, 0);

        var released = new ReleaseSession(Policies.Standard, survey.Codebook).Release(survey.Unweighted().Proportion("innovated", by: "group"), "x").Content;

        Assert.Equal(["a", "c", ""], released.Estimates.Where(one => one.Status == CellStatus.Published).Select(one => one.Groups.Count == 0 ? "" : one.Groups[0].Code));
    }

    [Fact]
    public void Release_MeanOfADominatedGroupFollowsFromTheTotal_HidesOneMore()
    {
        var survey = new SmallSurvey().Add(20, "a", staff: 10).Add(20, "b", staff: 12).Add(11, "c", staff: 1).Add(1, "c", staff: 300).Make();

        var released = new ReleaseSession(Policies.Standard, survey.Codebook).Release(survey.Unweighted().Mean("staff", by: "group"), "x").Content;

        Assert.Equal(CellStatus.Suppressed, released.Estimates[2].Status);
        Assert.Equal(2, released.Estimates.Count(one => one.Status == CellStatus.Suppressed));
    }

    [Fact]
    public void Release_TwoHiddenMeansAreOneAgencysTogether_HidesALargerOne()
    {
        // «c» is dominated; with the smallest neighbour, which would be hidden with it, the two are dominated still.
        var survey = new SmallSurvey().Add(20, "a", staff: 10).Add(25, "b", staff: 12).Add(11, "c", staff: 1).Add(1, "c", staff: 300).Add(10, "d", staff: 1).Make();
        var table = survey.Unweighted().Mean("staff", by: "group");
        var journal = ReleaseAuditTests.Journal(table, "x", new ReleaseSession(Policies.Standard, survey.Codebook));

        var open = journal with { Entry = journal.Entry with { Cells = [.. journal.Entry.Cells.Select((cell, i) => cell with { Status = i is 2 or 3 ? CellStatus.Suppressed : CellStatus.Published })] } };
        Assert.Contains(new ReleaseAudit(Policies.Standard).Attack([open]), one => one.Question == "amount of staff" && one.Path.Count == 3);

        Assert.Empty(new ReleaseAudit(Policies.Standard).Attack([journal]));
        Assert.Contains(journal.Entry.Cells.Index(), one => one.Index is 0 or 1 && one.Item.Status == CellStatus.Suppressed);
    }
}
