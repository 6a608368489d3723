namespace Barometer.Evidence.Drafts.Reports;

/// <summary>Verdicts and what is said of a whole draft, in words for its author.</summary>
internal static class DraftWords
{
    /// <summary>What is said when the notebooks haven't been reproduced here.</summary>
    public static readonly LocalizedText NothingReleased = new(
        "Det finnes ingen frigitte tall her å sammenligne med, bare publiserte. «barometer reproduce» lager dem.",
        "There are no released numbers here to compare with, only published ones. “barometer reproduce” makes them.");

    /// <summary>A verdict.</summary>
    public static LocalizedText Of(Verdict verdict) => verdict switch
    {
        Verdict.Agrees => new("Stemmer", "Agrees"),
        Verdict.Disagrees => new("Stemmer ikke", "Disagrees"),
        Verdict.RoundedWrongly => new("Feil avrundet", "Rounded wrongly"),
        Verdict.WithinChance => new("Kan være tilfeldig", "Within chance"),
        Verdict.NotComparable => new("Kan ikke sammenlignes", "Not comparable"),
        Verdict.Synthetic => new("Syntetisk tall", "Synthetic number"),
        _ => new("Kan ikke avgjøres", "Undecided"),
    };

    /// <summary>How many claims there are, and how many have to be looked at.</summary>
    public static string Summary(DraftReport report)
    {
        var (all, alarms, open) = (report.Findings.Count, report.Alarms.Count(), report.Findings.Count(finding => finding.Verdict == Verdict.Undecided));
        return report.Language == Language.Nb
            ? FormattableString.Invariant($"{all} påstander: {alarms} å se på, {open} som ikke kan avgjøres, {all - alarms - open} som stemmer.")
            : FormattableString.Invariant($"{all} claims: {alarms} to look at, {open} undecided, {all - alarms - open} that agree.");
    }

    /// <summary>A finding in one line, without its sentence.</summary>
    public static string Line(DraftFinding finding, Language language) => string.Join(
        " ", new[] { $"{Of(finding.Verdict).In(language)}: {finding.Reason.In(language)}", finding.Expected is { } expected ? $"{(language == Language.Nb ? "I kilden" : "In the source")}: {expected.In(language)}." : null, finding.Source is { } source ? $"({source.In(language)})" : null }.OfType<string>());
}
