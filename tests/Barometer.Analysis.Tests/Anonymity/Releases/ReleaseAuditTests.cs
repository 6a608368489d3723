namespace Barometer.Analysis.Tests.Anonymity.Releases;

public class ReleaseAuditTests
{
    [Fact]
    public void Attack_OrganisationAloneInItsGroup_KnowsItsOwnAnswerAndNothingElse()
    {
        var survey = SurveyReader.Read(SurveyFixture.Committed, "strategic-2018");
        var journal = new List<JournalEntry>();
        var session = new ReleaseSession(Policies.Standard, ReleaseLedger.Empty, journal.Add, [survey.Codebook]);

        session.Release(survey.Unweighted().Proportion("earmarked_money", by: "region"), "x");

        Assert.Contains(journal[0].Claims, claim => claim.Base.Count == 1);
        Assert.Empty(new ReleaseAudit(Policies.Standard).Attack(journal));
    }

    [Fact]
    public void Attack_TwoNotebooksGiveBackAGroup_TellsFromWhichCells()
    {
        var survey = DerivedQuantityTests.Groups().Make();
        var groups = survey.Unweighted().Proportion("innovated", by: "group");
        var rest = survey.Unweighted().Where("group", "a", "b", "c").Proportion("innovated");
        JournalEntry Alone(UnreleasedTable table, string id) => Journal(table, id, new ReleaseSession(Policies.Standard, survey.Codebook));

        var found = new ReleaseAudit(Policies.Standard).Attack([Alone(groups, "groups"), Alone(rest, "rest")]);

        Assert.NotEmpty(found);
        Assert.Contains(found, one => one.Who == "a reader" && one.Path.Any(cell => cell.Contains("rest", StringComparison.Ordinal)) && one.Path.Count >= 2);
    }

    [Fact]
    public void Attack_ReleasedTogether_FindsNothing()
    {
        var survey = DerivedQuantityTests.Groups().Make();
        var session = new ReleaseSession(Policies.Standard, survey.Codebook);
        UnreleasedTable[] tables =
        [
            survey.Unweighted().Proportion("innovated", by: "group"),
            survey.Unweighted().Where("group", "a", "b", "c").Proportion("innovated"),
            survey.Unweighted().Proportion("detail", by: "group"),
            survey.Unweighted().Count(by: "group"),
        ];

        var audit = new ReleaseAudit(Policies.Standard);

        Assert.Empty(audit.Attack([.. tables.Select((table, i) => Journal(table, $"t{i}", session))]));
        Assert.True(audit.Attacked > 0);
    }

    [Fact]
    public void Attack_CellThatBreaksARuleIsShown_IsFound()
    {
        var survey = DerivedQuantityTests.Groups().Make();
        var journal = Journal(survey.Unweighted().Proportion("innovated", by: "group"), "x", new ReleaseSession(Policies.Standard, survey.Codebook));
        var open = journal with { Entry = journal.Entry with { Cells = [.. journal.Entry.Cells.Select(cell => cell with { Status = CellStatus.Published })] } };

        Assert.Contains(new ReleaseAudit(Policies.Standard).Attack([open]), one => one.Who == "anybody");
    }

    internal static JournalEntry Journal(UnreleasedTable table, string id, ReleaseSession session) =>
        Journals.Of(table, session.Release(table, id), DerivedQuantityTests.Groups().Make().Codebook);
}
