namespace Barometer.Analysis.Tests.Anonymity.Releases;

/// <summary>A session of the kernel, in which cells are run again, taken back and in any order; and a run, in which all is decided on together.</summary>
public class ReleaseOrderTests
{
    private static readonly Survey Answers = DerivedQuantityTests.Groups().Make();

    private static UnreleasedTable Groups => Answers.Unweighted().Proportion("innovated", by: "group");

    private static UnreleasedTable Rest => Answers.Unweighted().Where("group", "a", "b", "c").Proportion("innovated");

    [Fact]
    public void Release_SameIdAgain_ReplacesWhatWasReleased()
    {
        var alone = Shown(Session().Release(Groups, "groups"));
        var session = Session();
        session.Release(Rest, "rest");
        Assert.NotEqual(alone, Shown(session.Release(Groups, "groups")));

        session = Session();
        session.Release(Rest, "mine");

        Assert.Equal(alone, Shown(session.Release(Groups, "mine")));
        Assert.Equal(alone, Shown(session.Release(Groups, "mine")));
    }

    [Fact]
    public void Forget_ARelease_TakesItBack()
    {
        var session = Session();
        session.Release(Rest, "rest");
        session.Forget("rest");

        Assert.Equal(Shown(Session().Release(Groups, "groups")), Shown(session.Release(Groups, "groups")));
        var error = Assert.Throws<BarometerException>(() => session.Forget("rest"));
        Assert.Equal("groups", error.Problems[0].Expected);
    }

    [Fact]
    public void Release_BesideEarlierOnes_SaysWhatThoseHideAndThatReproduceDecides()
    {
        var session = Session();
        var first = session.Release(Rest, "rest").Content;
        var second = session.Release(Groups, "groups").Content;

        Assert.Contains("«reproduce»", first.Session!.Nb, StringComparison.Ordinal);
        Assert.Contains("er vist tidligere i denne økten («rest»)", second.Session!.Nb, StringComparison.Ordinal);
        Assert.Contains("was shown earlier in this session", second.Session.En, StringComparison.Ordinal);
        Assert.DoesNotContain("publisert", second.Session.Nb, StringComparison.Ordinal);
    }

    [Fact]
    public void Release_BesideAPublishedOne_SaysPublished()
    {
        var published = Published(new ReleaseSession(Policies.Standard, Answers.Codebook).Release(Rest, "rest"), Rest);
        var session = new ReleaseSession(Policies.Standard, published, null, [Answers.Codebook]);
        Assert.Null(session.Release(Rest, "rest").Content.Session);

        Assert.Contains("er publisert («rest»)", session.Release(Groups, "groups").Content.Session!.Nb, StringComparison.Ordinal);
    }

    [Fact]
    public void Release_WhatFollowsFromEarlierOnes_IsHiddenWhole()
    {
        // Everybody less the three groups is the fourth, which may not be told: nothing that is hidden now changes that.
        var session = Session();
        var published = Published(session.Release(Rest, "rest"), Rest);
        var everybody = Answers.Unweighted().Proportion("innovated");
        published = new ReleaseLedger([.. published.Entries, .. Published(session.Release(everybody, "everybody"), everybody).Entries.Select(entry => entry with { Cells = [.. entry.Cells.Select(cell => cell with { Status = CellStatus.Published })] })]);
        session = new ReleaseSession(Policies.Standard, published, null, [Answers.Codebook]);
        session.Release(Rest, "rest");
        session.Release(everybody, "everybody");

        var groups = session.Release(Groups, "groups").Content;

        Assert.All(groups.Estimates, estimate => Assert.Equal(CellStatus.Suppressed, estimate.Status));
        Assert.Contains("«everybody»", groups.Session!.Nb, StringComparison.Ordinal);

        // Together with all else: it is named with what it collides with, and stops no other.
        var plan = new JointPlan(Policies.Standard, published);
        UnreleasedTable[] tables = [Groups, Rest, everybody];
        var ledger = plan.Decide([.. tables.Zip(["groups", "rest", "everybody"], (table, id) => Journals.Of(table, Run().Release(table, id), Answers.Codebook) with { Table = table })]);
        var (release, collision) = Assert.Single(plan.Collisions);
        Assert.Equal(("groups", "innovated"), (release.Entry.Id, collision.Question));
        Assert.Contains("everybody", collision.With);
        Assert.All(ledger.Find("groups")!.Cells, cell => Assert.Equal(CellStatus.Suppressed, cell.Status));
        Assert.Equal(3, ledger.Entries.Count);
    }

    [Fact]
    public void Release_DecidedAfterwards_DecidesEachByItself()
    {
        var (one, other) = (Run(), Run());
        var (first, second) = (Shown(one.Release(Rest, "rest")), Shown(one.Release(Groups, "groups")));

        Assert.Equal(second, Shown(other.Release(Groups, "groups")));
        Assert.Equal(first, Shown(other.Release(Rest, "rest")));
        Assert.Null(one.Release(Groups, "again").Content.Session);
        Assert.Contains("is taken", Assert.Throws<BarometerException>(() => one.Release(Rest, "rest")).Message, StringComparison.Ordinal);
        Assert.Contains("delete the cell", Assert.Throws<BarometerException>(() => one.Forget("rest")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Release_SearchIsStopped_HidesTheTableAndSaysSo()
    {
        var session = new ReleaseSession(Policies.Standard, Answers.Codebook) { MostSteps = 1 };

        var groups = session.Release(Groups, "groups").Content;

        Assert.All(groups.Estimates, estimate => Assert.Equal(CellStatus.Suppressed, estimate.Status));
        Assert.Contains("stanset etter et fast antall steg", groups.Session!.Nb, StringComparison.Ordinal);

        // As if it hadn't been asked: what needs no search is shown after it.
        Assert.Equal(CellStatus.Published, session.Release(Answers.Unweighted().Proportion("innovated"), "everybody").Content.Estimates[0].Status);
    }

    [Fact]
    public void Decide_ReleasesInAnyOrder_ShowsTheSame()
    {
        (UnreleasedTable Table, string Id)[] tables = [(Groups, "groups"), (Rest, "rest"), (Answers.Unweighted().Proportion("innovated"), "everybody"), (Answers.Unweighted().Where("group", "b", "c").Proportion("innovated"), "two")];
        var journal = tables.Select(one => Journals.Of(one.Table, Run().Release(one.Table, one.Id), Answers.Codebook) with { Table = one.Table }).ToList();

        var ledgers = new[] { journal, [.. journal.AsEnumerable().Reverse()], [journal[2], journal[0], journal[3], journal[1]] }
            .Select(order => new JointPlan(Policies.Standard, ReleaseLedger.Empty).Decide([.. order.Select(one => one with { Entry = one.Entry with { Notebook = "15-own" } })]).ToJson()).ToList();

        Assert.Equal(CellStatus.Published, ReleaseLedger.Parse(System.Text.Encoding.UTF8.GetBytes(ledgers[0]), "ledger").Find("everybody")!.Cells[0].Status);
        Assert.All(ledgers, ledger => Assert.Equal(ledgers[0], ledger));
    }

    private static ReleaseLedger Published(Released<ReleasedTable> released, UnreleasedTable table) =>
        new([Journals.Of(table, released, Answers.Codebook).Entry with { IsPublished = true }]);

    private static List<CellStatus> Shown(Released<ReleasedTable> released) => [.. released.Content.Estimates.Select(estimate => estimate.Status)];

    private static ReleaseSession Session() => new(Policies.Standard, Answers.Codebook);

    private static ReleaseSession Run() => new(Policies.Standard, Answers.Codebook) { IsDecidedAfterwards = true };
}
