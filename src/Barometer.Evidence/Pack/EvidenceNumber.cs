using System.Text.Json.Serialization;

namespace Barometer.Evidence.Pack;

/// <summary>
/// One number of the pack as <c>evidence.json</c> has it, with what a reader needs to know of it: of what and of whom it is, how answers
/// count, how its interval is made, and what its last digit is worth. docs/evidence.schema.json describes each part.
/// </summary>
/// <param name="Id">Its id: release, variable, answer and group.</param>
/// <param name="Value">The number; null when it may not be shown or is missing. Shares are 0–1.</param>
internal sealed record EvidenceNumber(string Id, decimal? Value)
{
    /// <summary>What kind of number it is: <c>share</c>, <c>balance</c>, <c>difference</c>, <c>p-value</c>, <c>rank</c>, <c>function</c>, … or <c>cell</c>.</summary>
    public string Measure { get; init; } = Cell;

    /// <summary>What it is of.</summary>
    public LocalizedText Definition { get; init; } = new("", "");

    /// <summary>The unit, of whom, and the year.</summary>
    public LocalizedText Unit { get; init; } = new("", "");

    /// <summary>The lower confidence limit; of a rank the highest that the sample leaves open.</summary>
    [JsonPropertyName("ciLower")]
    public decimal? Lower { get; init; }

    /// <summary>The upper confidence limit; of a rank the lowest that the sample leaves open.</summary>
    [JsonPropertyName("ciUpper")]
    public decimal? Upper { get; init; }

    /// <summary>The confidence level, 0–1.</summary>
    [JsonPropertyName("ciLevel")]
    public decimal? Level { get; init; }

    /// <summary>How the limits are made: a key of <c>intervals</c>; null where there are none.</summary>
    [JsonPropertyName("ciMethod")]
    public string? IntervalMethod { get; init; }

    /// <summary>The number of answers.</summary>
    [JsonPropertyName("n")]
    public decimal? Respondents { get; init; }

    /// <summary>The weighted base: the number of population units that it speaks of; of a response rate the invited.</summary>
    [JsonPropertyName("base")]
    public decimal? Base { get; init; }

    /// <summary>What the numbers are rounded to.</summary>
    public EvidenceSteps? Steps { get; init; }

    /// <summary>Whether the number is a share, told in per cent or percentage points: a hundred times its value.</summary>
    [JsonPropertyName("inPercent")]
    public bool IsPercent { get; init; }

    /// <summary>«published», «rounded» after small count rounding, or the standard symbol in its place.</summary>
    public string Status { get; init; } = "published";

    /// <summary>Reasons to read it with care, such as <c>wide-interval</c>.</summary>
    public IReadOnlyList<string> Flags { get; init; } = [];

    /// <summary>The variable and, for a share, the answer; null where it is of several.</summary>
    public EvidenceOutcome? Outcome { get; init; }

    /// <summary>The group, a value for each grouping variable; empty for everybody.</summary>
    public IReadOnlyList<EvidenceGroup> Groups { get; init; } = [];

    /// <summary>Who is in it; null for figures that others published, and for what is worked out from several releases.</summary>
    public EvidencePopulation? Population { get; init; }

    /// <summary>How answers count: a key of <c>weightings</c>; null where no answers, or answers weighted in several ways, are behind it.</summary>
    public string? Weighting { get; init; }

    /// <summary>The regression whose effect it is; null for all others.</summary>
    public EvidenceModel? Model { get; init; }

    /// <summary>The test whose p-value it is, by name; null for all others.</summary>
    public LocalizedText? Test { get; init; }

    /// <summary>Whether the number itself is less: of few answers a p-value is only said to lie below one of the usual levels.</summary>
    public bool IsBound { get; init; }

    /// <summary>The figure or table that shows it first; null where none does in full.</summary>
    public LocalizedText? Exhibit { get; init; }

    /// <summary>The notebook that shows or releases it.</summary>
    public string Notebook { get; init; } = "";

    /// <summary>The cell that shows it; null where none does in full.</summary>
    [JsonPropertyName("cell")]
    public string? CellId { get; init; }

    /// <summary>The version of the code that made it.</summary>
    public string CodeVersion { get; init; } = "";

    /// <summary>The release it is of.</summary>
    public EvidenceRelease Release { get; init; } = new("", "", IsSynthetic: false, "");

    /// <summary>The releases that it is worked out from, by their ids; empty for a number that was released itself.</summary>
    public IReadOnlyList<string> DerivedFrom { get; init; } = [];

    /// <summary>The measure of a number that stands in a table and was not released by itself.</summary>
    internal const string Cell = "cell";

    /// <summary>The measure of a p-value.</summary>
    internal const string PValue = "p-value";

    /// <summary>The measure of a function of a release's estimates.</summary>
    internal const string Function = "function";

    /// <summary>The measure of a rank among items.</summary>
    internal const string Rank = "rank";

    /// <summary>Whether it is made of synthetic answers.</summary>
    [JsonIgnore]
    public bool IsSynthetic => Release.IsSynthetic;

    /// <summary>A part of the number as it is told: shares in per cent.</summary>
    public decimal? Told(decimal? part) => IsPercent ? part * 100 : part;
}

/// <summary>The units that a number's parts are multiples of: 0.001 of a share is a tenth of a per cent. Null where a part isn't rounded.</summary>
internal sealed record EvidenceSteps(decimal? Value, decimal? Limits, decimal? N, decimal? Base);

/// <summary>What a number is of.</summary>
/// <param name="Variable">The variable's name in the codebook.</param>
/// <param name="Code">The answer's code; null for a mean, a total or a number of respondents.</param>
/// <param name="Label">The answer in words, after the item it is about.</param>
internal sealed record EvidenceOutcome(string Variable, string? Code, LocalizedText Label);

/// <summary>One coordinate of a group.</summary>
/// <param name="Variable">The grouping variable's name in the codebook.</param>
/// <param name="Name">The variable in words.</param>
/// <param name="Code">The category's code; of a contrast the coefficient before each.</param>
/// <param name="Label">The category in words.</param>
/// <param name="Reference">Of an effect the code of the category that it is compared with.</param>
internal sealed record EvidenceGroup(string Variable, LocalizedText? Name, string Code, LocalizedText Label, string? Reference);

/// <summary>Who is in the base of a number.</summary>
/// <param name="Label">In words.</param>
/// <param name="Answers">Whose answers count: <c>asked</c>, <c>asked-with-a-view</c> (without «don't know» and «not relevant») or <c>everybody</c>.</param>
/// <param name="AskedIf">Who is asked the question; null when everybody is.</param>
/// <param name="Domain">The conditions of the domain; empty for everybody.</param>
internal sealed record EvidencePopulation(LocalizedText Label, string? Answers, EvidenceCondition? AskedIf, IReadOnlyList<EvidenceCondition> Domain);

/// <summary>A condition on who is in the base.</summary>
/// <param name="Variable">The variable's name.</param>
/// <param name="Codes">The categories that meet it; empty for a condition on a number.</param>
/// <param name="Label">In words.</param>
internal sealed record EvidenceCondition(string Variable, IReadOnlyList<string> Codes, LocalizedText Label);

/// <summary>The regression behind an effect.</summary>
/// <param name="Family"><c>linear</c>, <c>logistic</c> or <c>poisson</c>.</param>
/// <param name="Predictors">The predictors.</param>
internal sealed record EvidenceModel(string Family, IReadOnlyList<string> Predictors);

/// <summary>The release of a number.</summary>
/// <param name="Id">Its id in the ledger.</param>
/// <param name="Survey">The survey's id, or <c>published</c>.</param>
/// <param name="IsSynthetic">Whether the answers behind it are synthetic.</param>
/// <param name="Policy">The version of the policy that decided.</param>
internal sealed record EvidenceRelease(string Id, string Survey, [property: JsonPropertyName("synthetic")] bool IsSynthetic, string Policy);

/// <summary>How the limits of released numbers are made, in words, and of what: of the answers themselves, or of what is shown anyway.</summary>
internal static class Intervals
{
    /// <summary>The limits of ranks.</summary>
    public const string Ranks = "holm";

    private const string FromAnswers = "answers";
    private const string FromShown = "shown";
    private const string WithoutVariance = "n_eff = n";

    private static readonly Dictionary<string, EvidenceInterval> Known = new(StringComparer.Ordinal)
    {
        ["logit"] = new(
            new("Symmetrisk på logit-skalaen med standardfeil og t-kvantil fra designet; uten varians Clopper og Pearsons", "Symmetric on the logit scale with the design's standard error and t quantile; Clopper and Pearson's without a variance"), FromAnswers),
        ["wilson"] = new(new("Wilsons intervall med effektivt antall svar", "Wilson's interval with the effective number of answers"), FromAnswers),
        ["beta"] = new(new("Clopper og Pearsons intervall med effektivt antall svar (Korn og Graubard)", "Clopper and Pearson's interval with the effective number of answers (Korn and Graubard)"), FromAnswers),
        ["beta, n_eff ≤ n"] = new(new("Som beta, med et effektivt antall på høyst antall svar", "As beta, with an effective number of at most the answers"), FromAnswers),
        ["asin-sqrt"] = new(new("Symmetrisk på arcsinus-skalaen med standardfeil og t-kvantil fra designet", "Symmetric on the arcsine square root scale with the design's standard error and t quantile"), FromAnswers),
        ["hypergeometric"] = new(new("Eksakt for et tilfeldig utvalg uten tilbakelegging", "Exact for a simple random sample without replacement"), FromAnswers),
        ["t"] = new(new("Anslaget ± t · standardfeilen fra designet", "The estimate ± t · the design's standard error"), FromAnswers),
        ["exp t"] = new(new("Grensene for logaritmen, opphøyd", "The limits of the logarithm, exponentiated"), FromAnswers),
        ["log"] = new(new("Symmetrisk på logaritmeskalaen med standardfeil og t-kvantil fra designet", "Symmetric on the logarithm's scale with the design's standard error and t quantile"), FromAnswers),
        ["fixed"] = new(new("Tallet selv: strata eller vekter bestemmer det", "The number itself: strata or weights decide it"), FromShown),
        ["generalised"] = new(
            new("Regnet av det som er vist: andelen, antall svar, designeffekten av vektene (én desimal) og populasjonen", "Computed from what is shown: the share, the number of answers, the design effect of the weights (one decimal) and the population"), FromShown),
        ["recovered"] = new(
            new("Regnet av de viste grensene for tallene det er laget av (MOVER)", "Computed from the shown limits of the numbers it is made of (MOVER)"), FromShown),
        [Ranks] = new(new("De rangeringene som parvise t-tester med Holms justering holder åpne", "The ranks that pairwise t tests with Holm's adjustment leave open"), FromAnswers),
    };

    /// <summary>
    /// The name of the method of an interval. The one that stands in where answers have no variance is told as the design's: that it
    /// stood in says that all in a stratum gave the same answer.
    /// </summary>
    public static string Name(ConfidenceInterval interval, EstimationMethod? method) => interval.Method switch
    {
        "census" => Of(method?.Intervals ?? IntervalMethod.Logit),
        var name when name.EndsWith(WithoutVariance, StringComparison.Ordinal) => Of(method?.Intervals ?? IntervalMethod.Logit),
        var name => name,
    };

    /// <summary>A method by its name; of one that isn't known, the name.</summary>
    public static EvidenceInterval Find(string name) => Known.GetValueOrDefault(name) ?? new EvidenceInterval(new(name, name), FromAnswers);

    private static string Of(IntervalMethod method) => method switch
    {
        IntervalMethod.Wilson => "wilson",
        IntervalMethod.Beta => "beta",
        IntervalMethod.CappedBeta => "beta, n_eff ≤ n",
        IntervalMethod.ArcSine => "asin-sqrt",
        IntervalMethod.Hypergeometric => "hypergeometric",
        IntervalMethod.Plain => "t",
        _ => "logit",
    };
}

/// <summary>How limits are made.</summary>
/// <param name="Label">In words.</param>
/// <param name="MadeOf"><c>answers</c>, or <c>shown</c> where they follow from numbers that are shown, and tell nothing more.</param>
internal sealed record EvidenceInterval(LocalizedText Label, string MadeOf);
