namespace Barometer.Synthesis;

/// <summary>
/// How one question is answered. A respondent's score is <c>Capacity·θ + Openness·ω + 100·ε</c> in hundredths, and the
/// scores are cut so that the weighted shares of the answers are the wanted ones.
/// </summary>
/// <param name="Variable">The variable's name in the codebook.</param>
/// <param name="Answers">The codes from the lowest score to the highest.</param>
/// <param name="PerMille">
/// The wanted share of each answer but the first, which takes the rest; in thousandths of the weighted base, «don't know»
/// and «not relevant» included.
/// </param>
/// <param name="Capacity">The loading on the capacity factor θ, in hundredths.</param>
/// <param name="Openness">The loading on the openness factor ω, in hundredths.</param>
internal sealed record Question(string Variable, string[] Answers, int[] PerMille, int Capacity, int Openness)
{
    /// <summary>How many in 1000 say they don't know.</summary>
    public int DontKnow { get; init; }

    /// <summary>Whether a respondent who doesn't know says so to the whole battery.</summary>
    public bool DontKnowTogether { get; init; }

    /// <summary>How many in 1000 find it not relevant.</summary>
    public int NotRelevant { get; init; }

    /// <summary>How many in 1000 leave it, and with it the battery it belongs to, unanswered.</summary>
    public int NoAnswer { get; init; } = 12;

    /// <summary>A yes/no question.</summary>
    public static Question YesNo(string variable, int yesPerMille, int capacity, int openness = 0) =>
        new(variable, ["no", "yes"], [yesPerMille], capacity, openness);

    /// <summary>A question on a five-step scale, from the lowest step to the highest.</summary>
    public static Question Scale(string variable, string[] steps, int[] perMille, int capacity, int openness = 0) =>
        new(variable, steps, perMille, capacity, openness) { DontKnow = 20, NoAnswer = 20 };
}

/// <summary>
/// How the operational form is answered. Three wanted shares are published (see docs/synthetic-data.md): works with
/// innovation 85 %, private partners about 20 %, users as partners about 15 %. That efficiency is the most common value
/// is published too. All else is invented.
/// </summary>
internal static class OperationalQuestions
{
    private static readonly string[] Factor =
        ["inhibited_strongly", "inhibited_somewhat", "neither", "promoted_somewhat", "promoted_strongly"];

    private static readonly string[] Agreement = ["strongly_disagree", "disagree", "neither", "agree", "strongly_agree"];

    /// <summary>The questions, in any order: the codebook decides who is asked.</summary>
    public static readonly IReadOnlyList<Question> All =
    [
        Question.YesNo("innovated", 850, 110) with { NoAnswer = 0 },
        .. Newest(),
        .. Multiple(),
        .. Factors(),
        .. Culture(),
        Question.YesNo("under_way", 260, 60) with { DontKnow = 60 },
    ];

    private static IEnumerable<Question> Newest() =>
    [
        Question.YesNo("inno_product", 220, 40) with { DontKnow = 25 },
        Question.YesNo("inno_service", 480, 45, 10) with { DontKnow = 20 },
        Question.YesNo("inno_process", 680, 35) with { DontKnow = 15 },
        Question.YesNo("inno_communication", 370, 30, 20) with { DontKnow = 25 },
        new("novelty", ["copy", "adapted", "first"], [480, 260], 50, 20) { DontKnow = 110 },
        new("closeness", ["further_development", "new_approach"], [310], 45, 10) { DontKnow = 60 },
        new("technology_role", ["none", "some", "important", "solution"], [270, 390, 150], 35, 0),
        new("core_task", ["none", "future", "present"], [120, 800], 20, 0),
        Question.YesNo("spread", 520, 45, 35) with { DontKnow = 70 },
        new("evaluated", ["no", "under_way", "internal", "external"], [220, 300, 70], 40, 10) { DontKnow = 50 },
    ];

    private static IEnumerable<Question> Multiple() =>
    [
        Question.YesNo("initiated_by_leader", 520, 20),
        Question.YesNo("initiated_by_employees", 490, 40),
        Question.YesNo("initiated_by_users", 190, 20, 50),
        Question.YesNo("initiated_by_politics", 230, -10),
        Question.YesNo("initiated_by_economy", 260, -15),
        Question.YesNo("initiated_by_technology", 310, 35),
        Question.YesNo("initiated_by_law", 140, -10),
        Question.YesNo("initiated_by_other", 60, 0),
        Question.YesNo("partner_own_units", 540, 25, 20),
        Question.YesNo("partner_state", 330, 15, 55),
        Question.YesNo("partner_municipal", 170, 0, 60),
        Question.YesNo("partner_research", 160, 35, 70),
        Question.YesNo("partner_private", 200, 35, 60),
        Question.YesNo("partner_users", 150, 20, 70),
        Question.YesNo("partner_voluntary", 60, 0, 70),
        Question.YesNo("partner_foreign", 70, 30, 60),
        .. new[]
        {
            Question.YesNo("financing_own", 800, 10),
            Question.YesNo("financing_earmarked", 160, 25),
            Question.YesNo("financing_research_eu", 80, 40, 40),
            Question.YesNo("financing_foundations", 30, 20, 30),
            Question.YesNo("financing_other", 60, 0),
        }.Select(question => question with { DontKnow = 40, DontKnowTogether = true }),
        Question.YesNo("value_quality", 550, 40),
        Question.YesNo("value_efficiency", 620, 35),
        Question.YesNo("value_employees", 350, 30),
        Question.YesNo("value_citizens", 140, 20, 55),
        Question.YesNo("value_business", 110, 25, 45),
        Question.YesNo("value_political", 200, 10, 10),
    ];

    private static IEnumerable<Question> Factors() =>
    [
        Promoted("leader", [60, 220, 410, 250], 50),
        Promoted("employees", [70, 190, 430, 250], 45),
        Promoted("users", [60, 390, 280, 90], 35, 50, notRelevant: 120),
        Promoted("politics", [110, 480, 190, 70], 10, 10, notRelevant: 110),
        Promoted("economy", [300, 330, 130, 40], 15, 0, notRelevant: 40),
        Promoted("earmarked", [80, 420, 150, 90], 25, 0, notRelevant: 200),
        Promoted("technology", [80, 250, 370, 200], 40, 0, notRelevant: 50),
        Promoted("law", [260, 380, 130, 40], 5, 0, notRelevant: 70),
        Promoted("internal", [110, 240, 420, 150], 40, 20),
        Promoted("external", [70, 400, 290, 90], 25, 60, notRelevant: 110),
        Promoted("failure", [80, 560, 200, 50], 40, 10, notRelevant: 60),
        Promoted("safety", [180, 440, 210, 60], 5, 0, notRelevant: 50),
        Promoted("competence", [170, 220, 380, 160], 45, 10),
        Promoted("time", [390, 210, 120, 30], 35),
    ];

    private static Question Promoted(string item, int[] perMille, int capacity, int openness = 0, int notRelevant = 20) =>
        Question.Scale("factor_" + item, Factor, perMille, capacity, openness) with { NotRelevant = notRelevant };

    private static IEnumerable<Question> Culture() =>
    [
        Question.Scale("culture_encouraged", Agreement, [90, 180, 410, 270], 80),
        Question.Scale("culture_room", Agreement, [220, 240, 330, 110], 70),
        Question.Scale("culture_risk", Agreement, [140, 250, 390, 150], 75, 10),
        Question.Scale("culture_learning", Agreement, [170, 290, 360, 100], 60),
        Question.Scale("culture_users", Agreement, [70, 190, 430, 260], 40, 60),
        Question.Scale("culture_sharing", Agreement, [100, 220, 420, 200], 40, 50),
    ];
}

/// <summary>How the strategic form is answered. No 2018 figure for agencies was found: all shares are invented.</summary>
internal static class StrategicQuestions
{
    private static readonly string[] Factor =
        ["inhibits_strongly", "inhibits_somewhat", "neither", "promotes_somewhat", "promotes_strongly"];

    /// <summary>The questions, in any order: the codebook decides who is asked.</summary>
    public static readonly IReadOnlyList<Question> All =
    [
        new("strategy", ["none", "under_way", "adopted"], [270, 240], 90, 0) { DontKnow = 10, NoAnswer = 0 },
        Question.YesNo("strategy_services", 740, 30, 10),
        Question.YesNo("strategy_processes", 680, 20),
        Question.YesNo("strategy_technology", 830, 40),
        Question.YesNo("strategy_users", 560, 20, 60),
        Question.YesNo("strategy_competence", 610, 40),
        Question.YesNo("strategy_collaboration", 500, 20, 60),
        new("staff_central", ["0", "0.5", "1", "2", "3.5", "5", "8", "12"], [130, 200, 160, 90, 70, 40, 20], 70, 0) { DontKnow = 30 },
        new("staff_decentral", ["0", "0.5", "1", "2", "4.5", "10", "20"], [90, 130, 140, 110, 50, 20], 60, 0) { DontKnow = 90 },
        Question.YesNo("earmarked_money", 240, 60) with { DontKnow = 20 },
        Question.YesNo("allocation_letter", 610, 30) with { DontKnow = 40 },
        new("main_reason", ["economy", "politics", "efficiency", "quality", "users", "technology", "other"], [110, 330, 240, 140, 60, 20], 15, 10) { DontKnow = 10 },
        new("main_partner", ["none", "state", "municipal", "private", "research", "users", "foreign", "voluntary"], [340, 130, 150, 190, 70, 30, 20], 10, 50) { DontKnow = 20 },
        .. new[]
        {
            Question.Scale("factor_law", Factor, [290, 330, 190, 50], 10),
            Question.Scale("factor_budget", Factor, [330, 230, 150, 40], 15),
            Question.Scale("factor_technology", Factor, [60, 140, 450, 280], 35),
            Question.Scale("factor_expectations", Factor, [80, 260, 440, 160], 20, 30),
        }.Select(question => question with { NotRelevant = 15 }),
    ];
}
