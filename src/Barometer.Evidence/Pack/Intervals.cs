namespace Barometer.Evidence.Pack;

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
