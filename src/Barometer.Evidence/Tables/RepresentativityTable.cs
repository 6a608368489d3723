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

    /// <summary>The table of a design, by the variables of released response counts.</summary>
    /// <exception cref="BarometerException">There are none, or a number of answers is hidden.</exception>
    public static EvidenceTable Of(string id, BarometerDesign design, IReadOnlyList<Released<ReleasedTable>> counts)
    {
        if (counts.Count == 0 || counts.FirstOrDefault(one => !IsComplete(one.Content)) is not null)
        {
            throw new BarometerException(new Problem(
                "The representativity of the response can't be shown",
                Expected: "released response counts by one variable each, none of them hidden",
                Hint: "barometer.Release(survey.ResponseCounts(\"…\"), …), of a coarser variable where a number is hidden"));
        }

        var labels = counts.ToDictionary(one => one.Content.By[0], one => one.Content.ByLabels[0], StringComparer.Ordinal);
        var found = design.Representativity([.. labels.Keys]);
        var content = new TableContent
        {
            Id = id,
            Title = new LocalizedText("Hvor representativt svarte de inviterte?", "How representative is the response of the invited?"),
            Columns = Columns,
            Rows =
            [
                .. found.Variables.Select(one => new TableRow(
                    [TableCell.Text(labels[one.Variable]), TableCell.Number(one.Unconditional, Decimals), TableCell.Number(one.Conditional, Decimals)])),
                new TableRow(
                    [TableCell.Text(new LocalizedText("Alle variablene", "All the variables")), TableCell.Number((1 - found.Indicator) / 2, Decimals), TableCell.Symbol(StandardSymbol.CannotOccur)],
                    IsTotal: true),
            ],
            Notes = [new TableNote("", Reading(found))],
            Source = EstimateWording.Source(counts[0].Content),
        };
        return new EvidenceTable(content, counts[0].Stamp.And(counts.Select(one => one.Stamp)) with { Id = id });
    }

    private static bool IsComplete(ReleasedTable table) => table.Measure == Measure.Count && table.By.Count == 1
        && table.Estimates.Any(estimate => estimate.Outcome.Variable == "answered") && table.Estimates.All(ReleasedCell.IsExact);

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
