using static Barometer.Evidence.Tests.TestReleases;

namespace Barometer.Evidence.Tests;

/// <summary>Released answers to batteries of questions, made up for these tests. They say nothing about any survey.</summary>
internal static class TestAnswers
{
    private static readonly LocalizedText Title = new("Forhold som hemmet eller fremmet innovasjonen", "Drivers and barriers");
    private static readonly (string Name, LocalizedText Label)[] ByAgencyGroup = [("agency_group", new LocalizedText("Virksomhetsgruppe", "Agency group"))];

    private static readonly LocalizedText[] Factors =
    [
        new("Ledelsen", "The leader"),
        new("De ansatte", "Employees"),
        new("Brukermedvirkning", "Users’ involvement"),
        new("Politiske vedtak", "Political decisions"),
        new("Knappe økonomiske rammer", "Limited economic resources"),
        new("Øremerkede midler", "Earmarked funds"),
        new("Ny teknologi", "New technology"),
        new("Lover og regler", "Laws and rules"),
        new("Internt samarbeid på tvers av avdelinger og enheter", "Internal collaboration across departments and units"),
        new("Samarbeid med andre", "External collaboration"),
        new("Hvordan feil håndteres", "Handling of failure"),
        new("Vekt på sikker drift", "Focus on safe operation"),
        new("Kompetanse", "Competence"),
        new("Tid", "Time"),
    ];

    private static readonly (string Code, LocalizedText Label)[] Scale =
    [
        ("inhibited_strongly", new("Hemmet sterkt", "Inhibited strongly")),
        ("inhibited_somewhat", new("Hemmet noe", "Inhibited somewhat")),
        ("neither", new("Verken eller", "Neither")),
        ("promoted_somewhat", new("Fremmet noe", "Promoted somewhat")),
        ("promoted_strongly", new("Fremmet sterkt", "Promoted strongly")),
        ("dont_know", new("Vet ikke", "Don’t know")),
        ("not_relevant", new("Ikke relevant", "Not relevant")),
    ];

    /// <summary>Net balances of a number of factors, from clearly above to clearly below zero.</summary>
    public static Released<ReleasedTable> Balances(int items) => Release(
        "factors-net", Title, [], [.. Enumerable.Range(0, items).Select(i => Balance(i, 0.61 - (i * 0.087), 0.04, 640))], measure: Measure.Balance);

    /// <summary>The same variables out of another, smaller survey; one hidden, and not all of them asked.</summary>
    public static Released<ReleasedTable> OtherBalances() => Release(
        "factors-net-agencies",
        Title,
        [],
        [.. Enumerable.Range(0, 6).Select(i => i == 2 ? Hidden([]) with { Outcome = Item(i, "balance") } : Balance(i, 0.42 - (i * 0.16), 0.12, 78))],
        measure: Measure.Balance);

    /// <summary>Balances at both limits, at zero, and hidden.</summary>
    public static Released<ReleasedTable> ExtremeBalances() => Release(
        "extreme-net",
        Title,
        [],
        [Balance(8, 1, 0, 640), Balance(1, 0, 0.03, 640), Balance(2, -1, 0, 640), Hidden([]) with { Outcome = Item(3, "balance") }, Balance(4, 0.004, 0.02, 640)],
        measure: Measure.Balance);

    /// <summary>The distribution of answers on a number of factors, with both reasons for having no view.</summary>
    public static Released<ReleasedTable> Distribution(int items) => Release(
        "factors", Title, [], [.. Enumerable.Range(0, items).SelectMany(i => Answers(i, Shares(i)))]);

    /// <summary>Distributions with two answers hidden, one hidden, all hidden, and one that everybody gave.</summary>
    public static Released<ReleasedTable> HiddenAnswers() => Release(
        "factors-hidden",
        Title,
        [],
        [
            .. Answers(8, Shares(0)),
            .. Answers(1, Shares(1)).Select((one, k) => k is 0 or 5 ? Withheld(one) : one),
            .. Answers(2, Shares(2)).Select((one, k) => k is 3 ? Withheld(one) : one),
            .. Answers(3, Shares(3)).Select(Withheld),
            .. Answers(4, [0, 0, 1, 0, 0, 0, 0]),
        ]);

    /// <summary>One question without a scale, by group.</summary>
    public static Released<ReleasedTable> Novelty()
    {
        (string Code, LocalizedText Label)[] answers =
        [
            ("first", new("Først ute", "First")), ("adapted", new("Tilpasset fra andre", "Adapted from others")),
            ("copy", new("I hovedsak en kopi", "Largely a copy")), ("dont_know", new("Vet ikke", "Don’t know")),
        ];
        return Release(
            "novelty",
            new LocalizedText("Hvor ny er innovasjonen?", "How new is the innovation?"),
            ByAgencyGroup,
            [.. new[] { "Departement|Ministry", "Direktorat|Directorate", "Statsforvalter og annen ytre etat|County governor and other external agency", "" }.SelectMany((group, g) =>
                answers.Select((answer, k) => Cell(group.Length == 0 ? [] : [group], new[] { 0.31, 0.42, 0.15, 0.12 }[(k + g) % 4], 0.1, 0.5, 60 + (80 * g)) with
                {
                    Outcome = new LabelledOutcome("novelty", answer.Code, answer.Label) { IsReason = k == 3 },
                }))]);
    }

    /// <summary>Population, invited and answered of the operational survey, as published.</summary>
    public static Released<ReleasedTable> Counts() => Release(
        "response", new LocalizedText("Fra populasjon til svar", "From population to answers"), [], [.. Steps([], 2267, 1686, 762)], measure: Measure.Count);

    /// <summary>The same by group, one number of answers hidden; made up.</summary>
    public static Released<ReleasedTable> CountsByGroup() => Release(
        "response-by-group",
        new LocalizedText("Fra populasjon til svar", "From population to answers"),
        ByAgencyGroup,
        [
            .. Steps(["Departement|Ministry"], 300, 200, 90),
            .. Steps(["Statlig foretak|State enterprise"], 40, 30, 4).Select((one, k) => k == 2 ? Withheld(one) : one),
            .. Steps([], 2267, 1686, 762),
        ],
        measure: Measure.Count);

    /// <summary>The odds ratios or effects of a model of two variables.</summary>
    public static Released<ReleasedTable> Model(bool odds)
    {
        LocalizedText size = new("Antall ansatte (mot 1–19 ansatte)", "Number of employees (against 1–19 employees)");
        LocalizedText type = new("Virksomhetstype (mot departement)", "Type of agency (against ministry)");
        (string Code, LocalizedText Label, LocalizedText Section, double Odds, double Points)[] rows =
        [
            ("medium", new("20–99 ansatte", "20–99 employees"), size, 1.62, 0.062),
            ("large", new("100 ansatte eller flere", "100 employees or more"), size, 3.4, 0.131),
            ("directorate", new("Direktorat", "Directorate"), type, 0.94, -0.008),
            ("external", new("Statsforvalter og annen ytre etat", "County governor and other external agency"), type, 0.41, -0.105),
        ];
        return Release(
            odds ? "innovated-odds" : "innovated-effects",
            new LocalizedText("Jobber med innovasjon", "Works with innovation"),
            [("effect", new LocalizedText("Sammenlignet med", "Compared with"))],
            [.. rows.Select(row => Cell([], 0, 0, 0, 748) with
            {
                Groups = [new LabelledGroup("size", row.Code, row.Label) { Section = row.Section }],
                Value = odds ? row.Odds : row.Points,
                Interval = odds
                    ? new ConfidenceInterval(Math.Round(row.Odds / 1.5, 1), Math.Round(row.Odds * 1.6, 1), 0.95, "exp t")
                    : new ConfidenceInterval(row.Points - 0.04, row.Points + 0.04, 0.95, "t"),
            })],
            measure: odds ? Measure.OddsRatio : Measure.Difference);
    }

    private static IEnumerable<ReleasedEstimate> Steps(string[] groups, params int[] numbers) => numbers.Select((number, i) => Cell(groups, number, 0, 0, number) with
    {
        Interval = null,
        Outcome = new[]
        {
            new LabelledOutcome("population", null, new("Populasjon", "Population")),
            new LabelledOutcome("invited", null, new("Invitert", "Invited")),
            new LabelledOutcome("answered", null, new("Svart", "Answered")),
        }[i],
    });

    private static ReleasedEstimate Balance(int i, double value, double half, int n) =>
        Cell([], value, Math.Max(-1, value - half), Math.Min(1, value + half), n) with { Outcome = Item(i, "balance") };

    private static LabelledOutcome Item(int i, string code) => new($"factor_{i}", code, Factors[i]);

    private static IEnumerable<ReleasedEstimate> Answers(int i, double[] shares) => shares.Select((share, k) =>
        Cell([], share, Math.Max(0, share - 0.03), Math.Min(1, share + 0.03), 640) with
        {
            Outcome = new LabelledOutcome($"factor_{i}", Scale[k].Code, Scale[k].Label) { Item = Factors[i], IsReason = k > 4 },
        });

    /// <summary>Shares in tenths of a per cent that add up to one.</summary>
    private static double[] Shares(int i)
    {
        var up = 0.45 - (i * 0.028);
        double[] shares = [0.03 + (i * 0.012), 0.06 + (i * 0.019), 0.2, up * 0.6, up * 0.4, 0.03];
        var rounded = Array.ConvertAll(shares, share => Math.Round(share, 3));
        return [.. rounded, Math.Round(1 - rounded.Sum(), 3)];
    }

    private static ReleasedEstimate Withheld(ReleasedEstimate estimate) => Hidden([]) with { Outcome = estimate.Outcome, Groups = estimate.Groups };
}
