using System.Collections.Frozen;
using System.Runtime.CompilerServices;

namespace Barometer.Evidence.Checks;

/// <summary>
/// The estimate that would check a published figure if its survey's answers were at hand: by the names of our codebooks, in the
/// words of a cell, ready to run on any survey whose file follows them (docs/concordance.md says how the Danish lists do).
/// </summary>
/// <param name="Code">The estimate as a cell writes it.</param>
/// <param name="Make">The same, made of a survey and its design.</param>
internal sealed record CheckEstimate(string Code, Func<Survey, BarometerDesign, UnreleasedTable> Make)
{
    // To have introduced an innovation is to have introduced one of the four types; «innovated» asks whether a workplace works with it.
    private const string Introduced = "innovation-activity, introduced";

    private static readonly FrozenDictionary<string, CheckEstimate> Of = new Dictionary<string, CheckEstimate>(StringComparer.Ordinal)
    {
        ["innovation-activity"] = Design(design => design.Proportion("innovated")),
        [Introduced] = Design(design => design.Derive("introduced", Rule.AnyOf("inno_product", "inno_service", "inno_process", "inno_communication")).Proportion("introduced")),
        ["innovation-activity-change"] = Design(design => design.Derive("introduced", Rule.AnyOf("inno_product", "inno_service", "inno_process", "inno_communication")).Proportion("introduced")),
        ["innovation-activity-by-size"] = Design(design => design.Derive("introduced", Rule.AnyOf("inno_product", "inno_service", "inno_process", "inno_communication")).Proportion("introduced", by: "size_band")),
        ["type-process-any"] = Design(design => design.Proportion("inno_process")),
        ["type-communication-any"] = Design(design => design.Proportion("inno_communication")),
        ["type-product-any"] = Design(design => design.Proportion("inno_product")),
        ["type-process-undertaken"] = Design(design => design.Proportion("inno_process")),
        ["type-communication-undertaken"] = Design(design => design.Proportion("inno_communication")),
        ["type-product-or-service-undertaken"] = Design(design => design.Derive("product_or_service", Rule.AnyOf("inno_product", "inno_service")).Proportion("product_or_service")),
        ["type-top"] = Design(design => design.Battery("types")),
        ["novelty-dont-know"] = Design(design => design.Proportion("novelty")),
        ["novelty-order"] = Design(design => design.Proportion("novelty")),
        ["reuse"] = Design(design => design.Derive("reused", Rule.Is("novelty", "adapted", "copy")).Proportion("reused")),
        ["new-approach"] = Design(design => design.Proportion("closeness", category: "new_approach")),
        ["new-approach-dont-know"] = Design(design => design.Proportion("closeness")),
        ["initiated-technology"] = Design(design => design.Proportion("initiated_by_technology")),
        ["initiated-politics"] = Design(design => design.Proportion("initiated_by_politics")),
        ["initiated-employees"] = Design(design => design.Proportion("initiated_by_employees")),
        ["partner-private"] = Design(design => design.Proportion("partner_private")),
        ["partner-users"] = Design(design => design.Proportion("partner_users")),
        ["financing-own-budget"] = Design(design => design.Proportion("financing_own")),
        ["technology-solution"] = Design(design => design.Proportion("technology_role", category: "solution")),
        ["technology-important"] = Design(design => design.Proportion("technology_role", category: "important")),
        ["technology-minor"] = Design(design => design.Proportion("technology_role", category: "some")),
        ["technology-none"] = Design(design => design.Proportion("technology_role", category: "none")),
        ["technology-dont-know"] = Design(design => design.Proportion("technology_role")),
        ["technology-change"] = Design(design => design.Proportion("technology_role")),
        ["technology-solution-or-important"] = Design(design => design.Derive("technological", Rule.Is("technology_role", "solution", "important")).Proportion("technological")),
        ["core-tasks"] = Design(design => design.Proportion("core_task")),
        ["spread"] = Design(design => design.Proportion("spread")),
        ["evaluated"] = Design(design => design.Derive("has_evaluated", Rule.Is("evaluated", "internal", "external")).Proportion("has_evaluated")),
        ["value-quality"] = Design(design => design.Proportion("value_quality")),
        ["value-efficiency"] = Design(design => design.Proportion("value_efficiency")),
        ["value-employees"] = Design(design => design.Proportion("value_employees")),
        ["value-citizens"] = Design(design => design.Proportion("value_citizens")),
        ["value-top"] = Design(design => design.Battery("values")),
        ["value-order"] = Design(design => design.Battery("values")),
        ["driver-technology"] = Design(design => design.TopShare("factor_technology")),
        ["driver-politics"] = Design(design => design.TopShare("factor_politics")),
        ["economy-promotes"] = Design(design => design.TopShare("factor_economy")),
        ["barrier-safe-operation"] = Design(design => design.Proportion("factor_safety")),
        ["driver-top"] = Design(design => design.Battery("factors", category: "promoted_strongly")),
        ["barrier-top"] = Design(design => design.Battery("factors", category: "inhibited_strongly")),
        ["development-under-way"] = Design(design => design.Proportion("under_way")),
        ["development-dont-know"] = Design(design => design.Proportion("under_way")),
        ["strategy-written"] = Design(design => design.Proportion("strategy", category: "adopted")),
        ["strategy-has-or-develops"] = Design(design => design.Derive("has_or_develops", Rule.Is("strategy", "under_way", "adopted")).Proportion("has_or_develops")),
        ["response-rate"] = Survey(survey => survey.ResponseRates()),
        ["non-response"] = Survey(survey => survey.ResponseRates()),
        ["answers"] = Survey(survey => survey.ResponseCounts()),
        ["invited"] = Survey(survey => survey.ResponseCounts()),
        ["population"] = Survey(survey => survey.ResponseCounts()),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    // What is told of a survey or a register, and follows from no answers.
    private static readonly string[] Facts =
    [
        "fieldwork", "reference-period", "countries", "definition-of-activity", "scale-of-factors", "number-of-factors", "number-of-rounds", "number-of-surveys",
        "number-of-sectors", "comparability-over-time", "comparability-between-countries", "size-limit", "sampling-fraction", "population-before-exclusions",
        "directorates", "ministries", "employees-of-the-state",
    ];

    private static readonly string[] OfAnySurvey = ["response-rate", "non-response", "answers", "invited", "population"];

    // Units that innovate or don't, and innovations: what our forms ask about. Employees and leaders are asked in other surveys.
    private static readonly StatisticalUnit[] Asked =
        [StatisticalUnit.None, StatisticalUnit.Workplace, StatisticalUnit.Organisation, StatisticalUnit.Innovation, StatisticalUnit.NonInnovator];

    /// <summary>Whether a figure tells of a survey or a register what no answers could check.</summary>
    public static bool IsFact(PublishedFigure figure) => Facts.Contains(figure.Topic) || figure.Topic.StartsWith("register-units-", StringComparison.Ordinal);

    /// <summary>The estimate for a figure; null when our codebooks don't ask what it is of.</summary>
    public static CheckEstimate? For(PublishedFigure figure) =>
        (Asked.Contains(figure.StatisticalUnit) || OfAnySurvey.Contains(figure.Topic)) && !(figure.Topic.StartsWith("partner-", StringComparison.Ordinal) && figure.StatisticalUnit == StatisticalUnit.Organisation)
            ? figure.Series switch
            {
                PublishedSeries.Introduced or PublishedSeries.Undertaken => Of[Introduced],
                PublishedSeries.Unclear => null,
                _ => Of.GetValueOrDefault(figure.Topic),
            }
            : null;

    private static CheckEstimate Design(Func<BarometerDesign, UnreleasedTable> make, [CallerArgumentExpression(nameof(make))] string code = "") =>
        new(code.Split("=> ", 2)[1], (_, design) => make(design));

    private static CheckEstimate Survey(Func<Survey, UnreleasedTable> make, [CallerArgumentExpression(nameof(make))] string code = "") =>
        new(code.Split("=> ", 2)[1], (survey, _) => make(survey));
}
