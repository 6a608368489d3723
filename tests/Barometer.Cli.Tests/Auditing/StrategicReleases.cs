namespace Barometer.Cli.Tests.Auditing;

/// <summary>What the notebooks release of the strategic survey, in their order: a test holds it to the ledger.</summary>
internal static class StrategicReleases
{
    private const string Survey = "strategic-2018";

    public static readonly IReadOnlyList<(string Id, Action<Workbench, string> Release)> All =
    [
        ("response-strategic", (barometer, id) => barometer.Release(barometer.Survey(Survey).ResponseCounts(), id)),
        ("response-rate-strategic", (barometer, id) => barometer.Release(barometer.Survey(Survey).ResponseRates(), id)),
        ("anonymity-by-ministry-area", (barometer, id) => barometer.Release(barometer.Survey(Survey).Unweighted().Proportion("earmarked_money", by: "ministry_area"), id)),
        ("anonymity-by-agency-type", (barometer, id) => barometer.Release(barometer.Survey(Survey).Unweighted().Proportion("earmarked_money", by: "agency_type"), id)),
        ("anonymity-rounded", (barometer, id) => barometer.Release(barometer.Survey(Survey).ResponseCounts("ministry_area"), id, DisclosureMethod.SmallCountRounding)),
        ("innovation-strategy", (barometer, id) => barometer.Release(barometer.Design(Survey).Proportion("strategy"), id)),
        ("money-and-letter", (barometer, id) => barometer.Release(barometer.Design(Survey).Proportions(["earmarked_money", "allocation_letter"]), id)),
        ("main-reason", (barometer, id) => barometer.Release(barometer.Design(Survey).Proportion("main_reason"), id)),
        ("external-conditions-net-balance", (barometer, id) => barometer.Release(barometer.Design(Survey).NetBalance(["factor_law", "factor_budget", "factor_technology", "factor_expectations"]), id)),
        ("law-and-technology-agencies", (barometer, id) => barometer.Release(barometer.Design(Survey).NetBalance(["factor_law", "factor_technology"]), id)),
        ("strategy-finite", (barometer, id) => barometer.Schemes(
            barometer.Survey(Survey),
            new("endless", "Uten endelig populasjon", "Without a finite population", barometer.Survey(Survey).Design().StratifiedBy("agency_group")),
            new("finite", "Med endelig populasjon", "With a finite population", barometer.Design(Survey)) { IsChosen = true }).Share("strategy", id: id, category: "adopted")),
        ("published-response-strategic", (barometer, id) => barometer.Release(barometer.Survey(Survey).ResponseCounts(), id)),
        ("published-rates-strategic", (barometer, id) => barometer.Release(barometer.Survey(Survey).ResponseRates(), id)),
        ("headline-strategy", (barometer, id) => barometer.Release(barometer.Design(Survey).Proportion("strategy", category: "adopted"), id)),
    ];

    /// <summary>What a researcher may ask besides: the same answers by type and size, weighted and not, of everybody and of a domain.</summary>
    public static readonly IReadOnlyList<(string Id, Action<Workbench, string> Release)> More =
    [
        .. new[] { "strategy", "earmarked_money", "allocation_letter", "main_reason" }.SelectMany(question => new (string, Action<Workbench, string>)[]
        {
            ($"more-{question.Replace('_', '-')}-by-type", (barometer, id) => barometer.Release(barometer.Design(Survey).Proportion(question, by: "agency_type"), id)),
            ($"more-{question.Replace('_', '-')}-by-type-unweighted", (barometer, id) => barometer.Release(barometer.Survey(Survey).Unweighted().Proportion(question, by: "agency_type"), id)),
        }),
        ("more-strategy-by-group", (barometer, id) => barometer.Release(barometer.Design(Survey).Proportion("strategy", by: "agency_group"), id)),
        ("more-letter-by-size", (barometer, id) => barometer.Release(barometer.Design(Survey).Proportion("allocation_letter", by: "size_group"), id)),
        ("more-letter-in-oslo", (barometer, id) => barometer.Release(barometer.Design(Survey).Where("region", "oslo_akershus").Proportion("allocation_letter"), id)),
    ];

    /// <summary>Releases everything; what can't be released is left out, as the notebook would stop there and show nothing.</summary>
    /// <param name="barometer">The workbench.</param>
    /// <param name="releases">What to release.</param>
    /// <returns>How many were refused.</returns>
    public static int Release(Workbench barometer, IEnumerable<(string Id, Action<Workbench, string> Release)> releases)
    {
        var refused = 0;
        foreach (var (id, release) in releases)
        {
            try
            {
                release(barometer, id);
            }
            catch (BarometerException)
            {
                refused++;
            }
        }

        return refused;
    }
}
