namespace Barometer.Analysis.Tests.Anonymity.Ledger;

/// <summary>Releases of several notebooks, each of which saw only its own.</summary>
public class JointPlanTests
{
    private static readonly Survey Answers = DerivedQuantityTests.Groups().Make();

    [Fact]
    public void Decide_OneNotebookGivesBackWhatAnotherHides_HidesMore()
    {
        var groups = Answers.Unweighted().Proportion("innovated", by: "group");
        var rest = Answers.Unweighted().Where("group", "a", "b", "c").Proportion("innovated");
        Assert.Equal(CellStatus.Published, new ReleaseSession(Policies.Standard, Answers.Codebook).Release(rest, "rest").Content.Estimates[0].Status);

        var ledger = Plan(ReleaseLedger.Empty, (groups, "groups"), (rest, "rest"));

        var hidden = ledger.Entries.SelectMany(entry => entry.Cells.Where(cell => cell.Status == CellStatus.Suppressed)).ToList();
        Assert.True(hidden.Count > 1);
        Assert.Equal(CellStatus.Published, ledger.Find("groups")!.Cells[^1].Status);
    }

    [Fact]
    public void Decide_PublishedEntry_StaysAsItIs()
    {
        var rest = Answers.Unweighted().Where("group", "a", "b", "c").Proportion("innovated");
        var published = new ReleaseLedger(Plan(ReleaseLedger.Empty, (rest, "rest")).Entries.Select(entry => entry with { IsPublished = true, Version = 3 }));

        var ledger = Plan(published, (Answers.Unweighted().Proportion("innovated", by: "group"), "groups"), (rest, "rest"));

        Assert.True(ledger.Find("rest") is { IsPublished: true, Version: 3 });
        Assert.Equal(CellStatus.Published, ledger.Find("rest")!.Cells[0].Status);
        Assert.Equal(CellStatus.Suppressed, ledger.Find("groups")!.Cells[^1].Status);
    }

    [Fact]
    public void Decide_PublishedEntryThatNothingReleases_IsKeptAndToldOf()
    {
        var groups = Answers.Unweighted().Proportion("innovated", by: "group");
        var rest = Answers.Unweighted().Where("group", "a", "b", "c").Proportion("innovated");
        var published = new ReleaseLedger(Plan(ReleaseLedger.Empty, (rest, "rest")).Entries.Select(entry => entry with { IsPublished = true }));

        var kept = Plan(published, (groups, "groups"));

        Assert.Equal(published.Find("rest")!.Digest, kept.Find("rest")!.Digest);
        Assert.Contains("no notebook releases it any more", Assert.Single(new JointPlan(Policies.Standard, published).Undone([Journal(groups, "groups")])), StringComparison.Ordinal);
    }

    [Fact]
    public void Decide_PublishedIdWithAnotherContent_StaysAndIsToldOf()
    {
        var groups = Answers.Unweighted().Proportion("innovated", by: "group");
        var rest = Answers.Unweighted().Where("group", "a", "b", "c").Proportion("innovated");
        var published = new ReleaseLedger(Plan(ReleaseLedger.Empty, (rest, "rest")).Entries.Select(entry => entry with { IsPublished = true }));

        var kept = Plan(published, (groups, "rest"));

        Assert.Equal(published.ToJson(), kept.ToJson());
        Assert.Contains("a fresh run gives another content", Assert.Single(new JointPlan(Policies.Standard, published).Undone([Journal(groups, "rest")])), StringComparison.Ordinal);
        Assert.Empty(new JointPlan(Policies.Standard, published).Undone([Journal(rest, "rest")]));
    }

    [Fact]
    public void Release_LedgerSaysHidden_IsHidden()
    {
        var groups = Answers.Unweighted().Proportion("innovated", by: "group");
        var rest = Answers.Unweighted().Where("group", "a", "b", "c").Proportion("innovated");
        var ledger = Plan(ReleaseLedger.Empty, (groups, "groups"), (rest, "rest"));

        var session = new ReleaseSession(Policies.Standard, ledger, null, [Answers.Codebook]);

        Assert.Equal(ledger.Find("rest")!.Cells.Select(cell => cell.Status), session.Release(rest, "rest").Content.Estimates.Select(estimate => estimate.Status));
        Assert.Equal(ledger.Find("groups")!.Cells.Select(cell => cell.Status), session.Release(groups, "groups").Content.Estimates.Select(estimate => estimate.Status));
    }

    [Fact]
    public void Release_LedgerSaysADraftIsShownThatBreaksARule_IsHidden()
    {
        var groups = Answers.Unweighted().Proportion("innovated", by: "group");
        var forged = new ReleaseLedger(Plan(ReleaseLedger.Empty, (groups, "groups")).Entries
            .Select(entry => entry with { Cells = [.. entry.Cells.Select(cell => cell with { Status = CellStatus.Published })] }));

        var released = new ReleaseSession(Policies.Standard, forged, null, [Answers.Codebook]).Release(groups, "groups");

        Assert.Contains(released.Content.Estimates, estimate => estimate.Status == CellStatus.Suppressed);
    }

    private static ReleaseLedger Plan(ReleaseLedger stored, params (UnreleasedTable Table, string Id)[] tables) =>
        new JointPlan(Policies.Standard, stored).Decide([.. tables.Select(one => Journal(one.Table, one.Id))]);

    private static JournalEntry Journal(UnreleasedTable table, string id) =>
        Journals.Of(table, new ReleaseSession(Policies.Standard, Answers.Codebook).Release(table, id), Answers.Codebook);
}
