namespace Barometer.Synthesis.Model;

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
