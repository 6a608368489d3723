namespace Barometer.Evidence.Tables;

/// <summary>
/// The R-indicator with its partials. A logistic regression on groups takes from the answers nothing but the
/// number of answers in each group; since these numbers must be released first, the indicators tell nothing new.
/// </summary>
internal static class RepresentativityTable
{
    private const int Decimals = 3;

    private static readonly TableColumn[] Columns =
    [
        new("variable", new("Variabel", "Variable"), IsNumeric: false, IsRowHeader: true),
        new("unconditional", new("Spredning i svarandel mellom gruppene", "Spread of response between groups"), IsNumeric: true),
        new("conditional", new("Det variabelen legger til de andre", "What it adds to the others"), IsNumeric: true),
    ];

    private static readonly LocalizedText Hidden = new(
        "Et antall svar kan ikke vises. Da kan heller ikke det som regnes av alle antallene, vises; grovere grupper kan.",
        "A number of answers may not be shown. Nor may then what is computed from all of the numbers; that of coarser groups may.");

    /// <summary>The table of a design, by the variables of released response counts.</summary>
    /// <remarks>Where a number of answers is hidden the indicators are, too: they are made of all of them.</remarks>
    /// <exception cref="BarometerException">There are none, or they are of another survey than the design or of other groups.</exception>
    public static EvidenceTable Of(string id, BarometerDesign design, IReadOnlyList<Released<ReleasedTable>> counts)
    {
        if (counts.Count == 0 || counts.Any(one => !AreCounts(one.Content) || !AreOf(design, one.Content)))
        {
            throw new BarometerException(new Problem(
                "The representativity of the response can't be shown",
                Expected: "released response counts by one variable each, of the design's own survey and groups",
                Hint: "barometer.Release(survey.ResponseCounts(\"…\"), …)"));
        }

        var labels = counts.ToDictionary(one => one.Content.By[0], one => one.Content.ByLabels[0], StringComparer.Ordinal);
        var found = counts.All(one => one.Content.Estimates.All(ReleasedCell.IsExact)) ? design.Representativity([.. labels.Keys]) : null;
        var hidden = TableCell.Symbol(StandardSymbol.NotPublishable);
        var content = new TableContent
        {
            Id = id,
            Title = new LocalizedText("Hvor representativt svarte de inviterte?", "How representative is the response of the invited?"),
            Columns = Columns,
            Rows =
            [
                .. found is null ? labels.Values.Select(label => new TableRow([TableCell.Text(label), hidden, hidden])) : found.Variables.Select(one => new TableRow(
                    [TableCell.Text(labels[one.Variable]), TableCell.Number(one.Unconditional, Decimals), TableCell.Number(one.Conditional, Decimals)])),
                new TableRow(
                    [TableCell.Text(new LocalizedText("Alle variablene", "All the variables")), found is null ? hidden : TableCell.Number((1 - found.Indicator) / 2, Decimals), TableCell.Symbol(StandardSymbol.CannotOccur)],
                    IsTotal: true),
            ],
            Notes = [new TableNote("", found is null ? Hidden : Reading(found))],
            Source = EstimateWording.Source(counts[0].Content),
        };
        return new EvidenceTable(content, counts[0].Stamp.And(counts.Select(one => one.Stamp)) with { Id = id });
    }

    private static bool AreCounts(ReleasedTable table) => table.Measure == Measure.Count && table.By.Count == 1
        && table.Estimates.Any(estimate => estimate.Outcome.Variable == "answered");

    // The numbers of another survey's groups, or of fewer groups, would let through what is hidden of these.
    private static bool AreOf(BarometerDesign design, ReleasedTable table) => table.Survey == design.Codebook.Id && design.Engine.Frame?.Categorical(table.By[0]) is { } column
        && column.Codes.ToArray().Distinct().Select(code => column.Categories[code]).ToHashSet().SetEquals(table.Estimates.SelectMany(one => one.Groups).Select(group => group.Code));

    private static LocalizedText Reading(Representativity found)
    {
        var (nb, en) = (NumberFormat.For(Language.Nb), NumberFormat.For(Language.En));
        return new LocalizedText(
            $"R-indikator: {nb.Number(found.Indicator, 2)} (1 når alle inviterte var like tilbøyelige til å svare). "
                + $"Så langt disse variablene rekker, kan frafallet flytte et gjennomsnitt med høyst {nb.Number(found.MaximalBias, 2)} standardavvik.",
            $"R-indicator: {en.Number(found.Indicator, 2)} (1 when all invited were equally likely to answer). "
                + $"As far as these variables tell, non-response can move a mean by at most {en.Number(found.MaximalBias, 2)} standard deviations.");
    }
}
