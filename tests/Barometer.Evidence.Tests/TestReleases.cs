namespace Barometer.Evidence.Tests;

/// <summary>Released tables made up for these tests. They say nothing about any survey.</summary>
internal static class TestReleases
{
    public static readonly LocalizedText Survey = new(
        "Innovasjonsbarometeret for staten 2018, operasjonelt nivå", "The Innovation Barometer for the state 2018, operational level");

    /// <summary>A share by agency group, one group suppressed, one uncertain, everybody last.</summary>
    public static Released<ReleasedTable> ByGroup(bool synthetic = true) => Release(
        "innovated-by-group",
        new LocalizedText("Har innført minst én innovasjon", "Introduced at least one innovation"),
        [("agency_group", new LocalizedText("Virksomhetsgruppe", "Agency group"))],
        [
            Cell(["Departement|Ministry"], 0.912, 0.791, 0.966, 41) with { Reliability = Reliability.FewEffective },
            Cell(["Direktorat|Directorate"], 0.874, 0.832, 0.907, 243),
            Cell(["Statsforvalter og annen ytre etat|County governor and other external agency"], 0.826, 0.781, 0.863, 312),
            Cell(["Universitet, høgskole og forskning|University, college and research"], 0.853, 0.790, 0.900, 158),
            Hidden(["Statlig foretak|State enterprise"]),
            Cell([], 0.850, 0.825, 0.872, 762),
        ],
        synthetic);

    /// <summary>A battery of answers for everybody.</summary>
    public static Released<ReleasedTable> Battery(int items = 9) => Release(
        "partners",
        new LocalizedText("Samarbeidspartnere om den nyeste innovasjonen", "Partners in the newest innovation"),
        [],
        [.. Enumerable.Range(0, items).Select(i => Cell([], Share(i), Share(i) * 0.88, Share(i) + ((1 - Share(i)) * 0.05), 648) with { Outcome = Item(i) })]);

    /// <summary>One outcome by size, with as many groups as asked for.</summary>
    public static Released<ReleasedTable> BySize(int groups) => Release(
        "innovated-by-size",
        new LocalizedText("Har innført minst én innovasjon", "Introduced at least one innovation"),
        [("size_band", new LocalizedText("Antall ansatte", "Number of employees"))],
        [.. Enumerable.Range(0, groups).Select(i => Cell([$"{(i * 10) + 1}–{(i + 1) * 10} ansatte|{(i * 10) + 1}–{(i + 1) * 10} employees"], Share(i), Share(i) * 0.8, Share(i) + ((1 - Share(i)) * 0.1), 20 + i))]);

    /// <summary>A table of which nothing may be seen.</summary>
    public static Released<ReleasedTable> AllHidden() => Release(
        "hidden",
        new LocalizedText("Har evaluert innovasjonen", "Evaluated the innovation"),
        [("agency_group", new LocalizedText("Virksomhetsgruppe", "Agency group"))],
        [Hidden(["Departement|Ministry"]), Hidden(["Direktorat|Directorate"]), Hidden([])]);

    /// <summary>Several outcomes in groups: one section a group.</summary>
    public static Released<ReleasedTable> Sections() => Release(
        "types-by-group",
        new LocalizedText("Type innovasjon", "Type of innovation"),
        [("agency_group", new LocalizedText("Virksomhetsgruppe", "Agency group"))],
        [
            .. new[] { "Departement|Ministry", "Direktorat|Directorate" }.SelectMany((group, g) => Enumerable.Range(0, 3)
                .Select(i => Cell([group], Share(i + g), Share(i + g) * 0.85, Share(i + g) + ((1 - Share(i + g)) * 0.08), 100 + g) with { Outcome = Item(i) })),
            .. Enumerable.Range(0, 3).Select(i => Cell([], Share(i), Share(i) * 0.95, Share(i) + ((1 - Share(i)) * 0.03), 762) with { Outcome = Item(i) }),
        ]);

    /// <summary>Long Norwegian labels, and labels that would be markup if nobody escaped them.</summary>
    public static Released<ReleasedTable> AwkwardLabels() => Release(
        "awkward",
        new LocalizedText("Hva mener dere med «æ, ø og å» & </script><b>fet</b>?", "What of “æ, ø and å” & </script><b>bold</b>?"),
        [("agency_group", new LocalizedText("Virksomhetsgruppe", "Agency group"))],
        [
            Cell(["</script><script>alert(1)</script>|</script><script>alert(1)</script>"], 0.99, 0.95, 1, 1_234_567),
            Cell(["Menneskerettighetsorganisasjonsombudsmannsskjønnhetskonkurranseøvelsesårsmøte|Long"], 0.5, 0.4, 0.6, 50),
            Cell(["Samarbeid med kommuner, fylkeskommuner, universiteter, høyskoler, private bedrifter, brukere og frivillige organisasjoner om å øke kvaliteten|Longer"], 0.02, 0, 0.3, 60),
            Cell([], 1, 1, 1, 99),
        ]);

    /// <summary>Net balances around zero.</summary>
    public static Released<ReleasedTable> Balances() => Release(
        "drivers",
        new LocalizedText("Fremmet eller hemmet innovasjonen", "Promoted or inhibited the innovation"),
        [],
        [.. Enumerable.Range(0, 6).Select(i => Cell([], 0.6 - (i * 0.22), 0.52 - (i * 0.22), 0.68 - (i * 0.22), 640) with { Outcome = Item(i) })],
        measure: Measure.Balance);

    /// <summary>Three counts of one group and of everybody.</summary>
    public static Released<ReleasedTable> Counts() => Release(
        "response",
        new LocalizedText("Populasjon, invitasjoner og svar", "Population, invitations and answers"),
        [("agency_group", new LocalizedText("Virksomhetsgruppe", "Agency group"))],
        [
            .. Counted(["Departement|Ministry"], 300, 200, 90),
            .. Counted([], 2267, 1686, 762),
        ],
        measure: Measure.Count);

    /// <summary>Facts about how something was made.</summary>
    public static EvidenceTable Facts() => FactTable.Of(
        "provenance",
        new LocalizedText("Om dataene", "About the data"),
        new ReleaseStamp("provenance", "1", "operational-2018", IsSynthetic: true),
        (new LocalizedText("Populasjon", "Population"), TableCell.Number(2267)),
        (new LocalizedText("Trekkplan", "Sampling plan"), TableCell.Symbol(StandardSymbol.Missing)));

    /// <summary>The registry of published figures.</summary>
    public static PublishedRegistry Published() => PublishedFiles.Registry;

    /// <summary>A figure of every wording that the registry has, as if all measured the same.</summary>
    public static Released<PublishedSelection> Statements() => new(
        new PublishedSelection(
            new LocalizedText("Slik tall er sagt", "How figures are told"),
            [.. Published().Figures.Where(figure => figure.Unit == PublishedUnit.Share)
                .GroupBy(figure => (figure.Kind, figure.Qualifier)).Select(group => group.First())
                .Select(figure => figure with { Topic = "any", Series = PublishedSeries.None, StatisticalUnit = StatisticalUnit.Workplace, Level = GovernmentLevel.State })]),
        new ReleaseStamp("statements", PolicyVersion: "-", Survey: "published", IsSynthetic: false));

    /// <summary>One outcome by two variables.</summary>
    public static Released<ReleasedTable> TwoGroupings() => Release(
        "innovated-by-group-and-size",
        new LocalizedText("Har arbeidsplassen innført innovasjon?", "Has the workplace introduced an innovation?"),
        [("agency_group", new LocalizedText("Virksomhetsgruppe", "Agency group")), ("size_band", new LocalizedText("Størrelse", "Size"))],
        [
            Cell(["Departement|Ministry", "1–49 ansatte|1–49 employees"], 0.8, 0.7, 0.9, 40),
            Hidden(["Departement|Ministry", "50 ansatte eller flere|50 employees or more"]),
            Cell(["Direktorat|Directorate", "1–49 ansatte|1–49 employees"], 0.7, 0.6, 0.8, 41),
            Cell(["Direktorat|Directorate", "50 ansatte eller flere|50 employees or more"], 0.9, 0.8, 0.95, 42),
            Cell([], 0.85, 0.82, 0.88, 762),
        ]);

    /// <summary>Some figures of each series, in panels.</summary>
    public static Released<PublishedSelection> BothSeries()
    {
        var registry = Published();
        return registry.Panels(
            "both-series",
            new LocalizedText("Innovasjon i offentlig sektor", "Innovation in the public sector"),
            registry.Find(PublishedSeries.WorksWith).Concat(registry.Find(PublishedSeries.Introduced, year: 2018)).Select(figure => figure.Id));
    }

    public static Released<ReleasedTable> Release(
        string id,
        LocalizedText title,
        (string Name, LocalizedText Label)[] by,
        IReadOnlyList<ReleasedEstimate> estimates,
        bool synthetic = true,
        Measure measure = Measure.Share) =>
        new(
            new ReleasedTable
            {
                Measure = measure,
                Survey = "operational-2018",
                Year = 2018,
                Source = Survey,
                IsSynthetic = synthetic,
                Title = title,
                Universe = new LocalizedText("statlige arbeidsplasser", "central government workplaces"),
                Weighting = new LocalizedText("vektet etter virksomhetsgruppe og størrelse", "weighted by agency group and size"),
                By = [.. by.Select(variable => variable.Name)],
                ByLabels = [.. by.Select(variable => variable.Label)],
                Estimates = estimates,
            },
            new ReleaseStamp(id, "1", "operational-2018", synthetic));

    /// <summary>The same release of other estimates.</summary>
    public static Released<ReleasedTable> With(this Released<ReleasedTable> released, params IEnumerable<ReleasedEstimate> estimates) =>
        new(released.Content with { Estimates = [.. estimates] }, released.Stamp);

    /// <summary>The same release with its largest estimate marked as the codebook marks «Annet».</summary>
    public static Released<ReleasedTable> LargestResidual(this Released<ReleasedTable> released)
    {
        var largest = released.Content.Estimates.MaxBy(one => one.Value);
        return released.With(released.Content.Estimates.Select(one => one == largest ? one with { Outcome = one.Outcome with { IsResidual = true } } : one));
    }

    public static ReleasedEstimate Cell(string[] groups, double value, double lower, double upper, int n) => new()
    {
        Outcome = new LabelledOutcome("innovated", "yes", new LocalizedText("Ja", "Yes")),
        Groups = [.. groups.Select((group, i) => new LabelledGroup(i == 0 ? "agency_group" : "size_band", group.Split('|')[^1], Text(group)))],
        Value = value,
        Interval = new ConfidenceInterval(lower, upper, 0.95, "logit"),
        Respondents = n,
        Base = n * 3,
        Status = CellStatus.Published,
    };

    public static ReleasedEstimate Hidden(string[] groups) => Cell(groups, double.NaN, 0, 0, 0) with
    {
        Interval = null,
        Respondents = null,
        Base = double.NaN,
        Status = CellStatus.Suppressed,
    };

    private static IEnumerable<ReleasedEstimate> Counted(string[] groups, params int[] numbers) => numbers.Zip(
        ["Populasjon|Population", "Invitert|Invited", "Svart|Answered"],
        (number, label) => Cell(groups, number, 0, 0, number) with
        {
            Interval = null,
            Outcome = new LabelledOutcome(label.Split('|')[1], null, Text(label)),
        });

    private static double Share(int i) => Math.Abs(Math.Cos(1 + (i * 0.7))) * 0.7 + 0.05;

    private static LabelledOutcome Item(int i)
    {
        string[] items =
        [
            "Andre enheter i virksomheten|Other units of the agency",
            "Andre statlige virksomheter|Other state agencies",
            "Kommuner eller fylkeskommuner|Municipalities or counties",
            "Universiteter, høgskoler og forskningsinstitutter|Universities and research institutes",
            "Private bedrifter|Private companies",
            "Brukere eller innbyggere|Users or citizens",
            "Frivillige organisasjoner|Voluntary organisations",
            "Utenlandske aktører|Foreign bodies",
            "Ingen samarbeidspartnere|None",
        ];
        return new LabelledOutcome($"q5_{i}", "yes", Text(items[i % items.Length]));
    }

    private static LocalizedText Text(string pair) => new(pair.Split('|')[0], pair.Split('|')[^1]);
}
