using static Barometer.Analysis.Tests.Anonymity.MadeUp;

namespace Barometer.Analysis.Tests.Anonymity.Releases;

/// <summary>
/// Two made waves of one survey, and a file of the organisations that answered both. In 2021 one ministry and six directorates are new:
/// what is shown of everybody in 2021, less what is shown of those who answered both times, is the new ones, and one ministry is nobody else.
/// </summary>
public class WavesTests
{
    private const string Yes = "yes";
    private static readonly (string Group, int Both, int BothYes, int New, int NewYes)[] Groups = [("ministry", 12, 5, 1, 1), ("directorate", 44, 32, 6, 5)];

    [Fact]
    public void Release_EverybodyThenThePanel_TheNewMinistryIsNotTold()
    {
        var session = Session();
        var all = session.Release(Wave(2021).Proportion("strategy", by: "group"), "in-2021").Content;
        var panel = session.Release(Panel().Where("wave", "made-2021").Proportion("strategy", by: "group"), "panel-in-2021").Content;

        Assert.All(all.Estimates, estimate => Assert.Equal(CellStatus.Published, estimate.Status));
        Assert.Equal(CellStatus.Suppressed, Of(panel, "ministry").Status);
    }

    [Fact]
    public void Release_ThePanelOfAnotherSeries_ShowsWhatIsLinkedElsewhere()
    {
        // The control: in files that aren't of one series nothing says that the rows are the same.
        var session = Session();
        session.Release(Wave(2021).Proportion("strategy", by: "group"), "in-2021");
        var panel = session.Release(Panel(series: "other").Where("wave", "made-2021").Proportion("strategy", by: "group"), "panel-in-2021").Content;

        Assert.Equal(CellStatus.Published, Of(panel, "ministry").Status);
    }

    [Fact]
    public void Decide_EarlierWaveIsPublished_ItsEntriesBindTheNextWaves()
    {
        var journal = new List<JournalEntry>();
        var first = new ReleaseSession(Policies.Standard, ReleaseLedger.Empty, journal.Add, []);
        first.Release(Wave(2021).Proportion("strategy", by: "group"), "in-2021");
        var published = new ReleaseLedger(journal.Select(one => one.Entry with { IsPublished = true }));
        new ReleaseSession(Policies.Standard, ReleaseLedger.Empty, journal.Add, []).Release(Panel().Where("wave", "made-2021").Proportion("strategy", by: "group"), "panel-in-2021");
        Assert.All(journal[1].Entry.Cells, cell => Assert.Equal(CellStatus.Published, cell.Status)); // alone it can all be shown

        var ledger = new JointPlan(Policies.Standard, published).Decide(journal);

        Assert.Equal(published.Find("in-2021")!.Cells, ledger.Find("in-2021")!.Cells);
        Assert.Contains(ledger.Find("panel-in-2021")!.Cells, cell => cell.Status == CellStatus.Suppressed && cell.About.Contains("ministry", StringComparison.Ordinal));
    }

    [Fact]
    public void Attack_AChangeForcedThrough_IsFoundWithTheCellsOfBothWaves()
    {
        // The change of the ministries from wave to wave tells the share of those who answered both in 2021: beside that of all, the new one's answer.
        var journal = new List<JournalEntry>();
        new ReleaseSession(Policies.Standard, ReleaseLedger.Empty, journal.Add, []).Release(Wave(2021).Proportion("strategy", by: "group"), "in-2021");
        new ReleaseSession(Policies.Standard, ReleaseLedger.Empty, journal.Add, []).Release(Change(), "change");
        Assert.All(journal, one => Assert.All(one.Entry.Cells, cell => Assert.Equal(CellStatus.Published, cell.Status)));

        var found = new ReleaseAudit(Policies.Standard).Attack(journal);

        Assert.Contains(found, one => one.Path.Any(cell => cell.Contains("«in-2021»", StringComparison.Ordinal)) && one.Path.Any(cell => cell.Contains("«change»", StringComparison.Ordinal)));
        Assert.Empty(new ReleaseAudit(Policies.Standard).Attack(journal[..1]));
    }

    [Fact]
    public void Release_AChange_IsHiddenWhereItTells()
    {
        var session = Session();
        session.Release(Wave(2021).Proportion("strategy", by: "group"), "in-2021");

        Assert.All(session.Release(Change(), "change").Content.Estimates, estimate => Assert.Equal(CellStatus.Suppressed, estimate.Status));
    }

    [Fact]
    public void Rules_OrganisationInBothWaves_IsOne()
    {
        var rows = new SeriesRows();
        var panel = Survey("panel", "made", Rows(2018, isPanel: true).Concat(Rows(2021, isPanel: true)));
        rows.Add("panel", panel.OrganisationOfRow!, panel.Respondents);
        var map = rows.Add("made-2021", Survey("made-2021", "made", Rows(2021, false)).OrganisationOfRow!, Survey("made-2021", "made", Rows(2021, false)).Respondents);

        Assert.Equal(56 + 56 + 7, rows.OrganisationOfRow.Length);
        Assert.Equal(63, rows.OrganisationOfRow.Distinct().Count());
        Assert.Equal(63, map.Distinct().Count());
    }

    private static ReleaseSession Session() => new(Policies.Standard);

    private static ReleasedEstimate Of(ReleasedTable table, string group) => table.Estimates.Single(estimate => estimate.Groups.Any(one => one.Code == group));

    private static UnreleasedTable Change() => Panel().Where("group", "ministry").Difference("strategy", "wave", "made-2021", "made-2018");

    private static BarometerDesign Wave(int year) => Survey($"made-{year}", "made", Rows(year, isPanel: false)).Design();

    private static BarometerDesign Panel(string series = "made") => Survey("panel", series, Rows(2018, isPanel: true).Concat(Rows(2021, isPanel: true))).Design();

    /// <summary>The answers of a wave: in 2018 the first half of those who answered both times said yes.</summary>
    private static IEnumerable<(string Wave, string Unit, string Group, string Answer)> Rows(int year, bool isPanel)
    {
        foreach (var (group, both, bothYes, added, addedYes) in Groups)
        {
            for (var unit = 0; unit < both + (year == 2021 && !isPanel ? added : 0); unit++)
            {
                var yes = year == 2018 ? unit < both / 2 : unit < both ? unit < bothYes : unit - both < addedYes;
                yield return ($"made-{year}", $"{group}{unit}", group, yes ? Yes : "no");
            }
        }
    }

    private static Survey Survey(string id, string series, IEnumerable<(string Wave, string Unit, string Group, string Answer)> given)
    {
        var rows = given.ToList();
        CategoricalColumn Coded(string name, string[] codes, Func<(string Wave, string Unit, string Group, string Answer), string> of) =>
            new(name, codes, [.. rows.Select(row => Array.IndexOf(codes, of(row)))]) { IsConfidential = name == "strategy" };
        Column[] frame =
        [
            Coded("wave", ["made-2018", "made-2021"], row => row.Wave),
            Coded("group", ["ministry", "directorate"], row => row.Group),
            new TextColumn("unit", [.. rows.Select(row => row.Unit)]),
            new TextColumn("agency", [.. rows.Select(row => row.Unit)]),
        ];
        return new Survey
        {
            IsSynthetic = true,
            Frame = new DataSet("frame", [.. frame, new CategoricalColumn("invited", [Yes, "no"], new int[rows.Count])]),
            Responses = new DataSet("responses", [.. frame, Coded("strategy", [Yes, "no"], row => row.Answer)]),
            Codebook = new Codebook
            {
                Id = id,
                Series = series,
                Title = Text(id),
                Universe = Text("virksomheter"),
                Provenance = Text("laget for testene"),
                Batteries = new Dictionary<string, LocalizedText>(),
                Responses = [Categorical("strategy", DisclosureRole.Sensitive, Yes, "no")],
                Frame =
                [
                    Categorical("wave", DisclosureRole.Wave, "made-2018", "made-2021"),
                    Categorical("group", DisclosureRole.Group, "ministry", "directorate"),
                    new Variable { Name = "unit", Kind = VariableKind.Identifier, Label = Text("Enhet"), Role = DisclosureRole.Identifier },
                    Agency,
                ],
            },
        };
    }
}
