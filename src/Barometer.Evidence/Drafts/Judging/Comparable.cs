namespace Barometer.Evidence.Drafts.Judging;

/// <summary>
/// Whether two numbers may be compared. Of published figures the registry decides (<see cref="PublishedComparison"/>); released ones may when they have one base.
/// A released share of those that innovate is compared with others' by the published figure of the same question.
/// </summary>
internal static class Comparable
{
    private static readonly LocalizedText Bases = new("Tallene er andeler av ulike grupper: {0} og {1}.", "The numbers are shares of different groups: {0} and {1}.");
    private static readonly LocalizedText Broken = new("Spørsmålet eller svarene er ikke de samme i begge år: serien er brutt.", "The question or its answers aren't the same in both years: the series is broken.");
    private static readonly LocalizedText NoRule = new("Registeret sier ikke om tallene kan sammenlignes.", "The registry doesn't say whether the numbers can be compared.");
    private static readonly LocalizedText Fine = new("", "");

    /// <summary>The judgement, null where nothing decides it, with its reason.</summary>
    public static (Comparability? Comparability, LocalizedText Reason) Of(Fact one, Fact other, IReadOnlyList<Fact> all)
    {
        if ((one.Figure ?? Counterpart(one, other, all)) is { } first && (other.Figure ?? Counterpart(other, one, all)) is { } second)
        {
            var comparison = PublishedComparison.Of(first, second);
            // That they can't be compared is the verdict; the reasons say why.
            return (comparison.Comparability, comparison.Comparability == Comparability.NotComparable && comparison.Reasons.Count > 0
                ? new(string.Join(" ", comparison.Reasons.Select(reason => reason.Nb)), string.Join(" ", comparison.Reasons.Select(reason => reason.En))) : comparison.Why);
        }

        return (one.Figure, other.Figure) is not (null, null) ? (null, NoRule)
            : one.Base == other.Base ? (Comparability.Comparable, Fine)
            : one.Topic == other.Topic && !one.Years.Intersect(other.Years).Any() ? (Comparability.NotComparable, Broken)
            : (Comparability.NotComparable, new(Told(Bases.Nb, one, other), Told(Bases.En, one, other)));
    }

    // Only where the other is published: two released numbers are compared as they are.
    private static PublishedFigure? Counterpart(Fact fact, Fact other, IReadOnlyList<Fact> all) => fact.Figure is null && other.Figure is not null && fact.Topic.IsActivity && fact.Groups.Count == 0
        ? all.FirstOrDefault(one => one.Figure is { Series: PublishedSeries.WorksWith } && one.Country == fact.Country && one.Counted == fact.Counted && one.Years.Intersect(fact.Years).Any())?.Figure : null;

    private static string Told(string form, Fact one, Fact other) => string.Format(System.Globalization.CultureInfo.InvariantCulture, form, Who(one), Who(other));

    private static string Who(Fact fact) => fact.Base.Split('|') is [_, { Length: > 0 } who, ..] ? who : fact.Base;
}
