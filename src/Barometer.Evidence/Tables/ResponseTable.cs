namespace Barometer.Evidence.Tables;

/// <summary>
/// Released response counts as a table: one row a survey or group, with population, invited, answered, the response rate
/// (answered / invited) and the coverage (answered / population). A rate is computed from released counts only, so that
/// it is hidden when a count behind it is.
/// </summary>
internal static class ResponseTable
{
    private static readonly TableColumn[] Columns =
    [
        new("group", new("Undersøkelse", "Survey"), IsNumeric: false, IsRowHeader: true),
        new("population", new("Populasjon", "Population"), IsNumeric: true),
        new("invited", new("Invitert (bruttoutvalg)", "Invited (gross sample)"), IsNumeric: true),
        new("answered", new("Svart (nettoutvalg)", "Answered (net sample)"), IsNumeric: true),
        new("rate", new("Svarandel av de inviterte", "Response rate of the invited"), IsNumeric: true),
        new("coverage", new("Andel av populasjonen", "Share of the population"), IsNumeric: true),
    ];

    /// <summary>The table of one or more releases of response counts.</summary>
    /// <exception cref="BarometerException">There is none, or one holds something else.</exception>
    public static EvidenceTable Of(string id, IReadOnlyList<Released<ReleasedTable>> releases)
    {
        if (releases.Count == 0 || releases.Any(release => release.Content.Measure != Measure.Count))
        {
            throw new BarometerException(new Problem("A response table needs released response counts", Hint: "survey.ResponseCounts()"));
        }

        if (releases.Any(release => release.Content.Rounding is not null))
        {
            throw new BarometerException(new Problem(
                "A response table needs exact counts: the rates of rounded ones would be others", Hint: "release the counts with suppression, or show the rounded table itself"));
        }

        var first = releases[0];
        var content = new TableContent
        {
            Id = id,
            Title = EstimateWording.WhatByWhat(first.Content),
            Columns = releases is [{ Content.ByLabels: [.., var by] }] ? [Columns[0] with { Header = by }, .. Columns[1..]] : Columns,
            Rows = [.. releases.SelectMany(release => Rows(release.Content, releases.Count > 1))],
            Source = Source(releases),
        };
        return new EvidenceTable(content, first.Stamp.And(releases.Select(one => one.Stamp)) with { IsSynthetic = releases.Any(release => release.Stamp.IsSynthetic) });
    }

    /// <summary>The source; of several surveys what their titles begin with in common, as the rows name the levels.</summary>
    private static LocalizedText Source(IReadOnlyList<Released<ReleasedTable>> releases)
    {
        var sources = releases.Select(release => EstimateWording.Source(release.Content, isShort: releases.Count > 1)).Distinct().ToList();
        return new LocalizedText(string.Join("; ", sources.Select(source => source.Nb)), string.Join("; ", sources.Select(source => source.En)));
    }

    private static IEnumerable<TableRow> Rows(ReleasedTable table, bool named) => table.Estimates
        .GroupBy(estimate => string.Join('\u001f', estimate.Groups.Select(group => group.Code)))
        .Select(group => Row(table, [.. group], named));

    private static TableRow Row(ReleasedTable table, List<ReleasedEstimate> counts, bool named)
    {
        var (population, invited, answered) = (Count(counts, "population"), Count(counts, "invited"), Count(counts, "answered"));
        var groups = counts[0].Groups;
        var label = groups.Count > 0 ? groups[^1].Label
            : named && table.Source is not null ? table.Source
            : Wording.All;
        return new TableRow(
            [TableCell.Text(label), Number(population), Number(invited), Number(answered), Share(answered, invited, 0), Share(answered, population, 1)],
            Wording.Heading(groups.SkipLast(1).Select(group => group.Label)) ?? (table.By.Count > 1 && groups.Count <= 1 ? Wording.All : null), // everybody stands under «Alle» beside divided groups
            IsTotal: groups.Count == 0 && table.By.Count > 0)
        {
            Groups = groups,
        };
    }

    private static ReleasedEstimate Count(List<ReleasedEstimate> counts, string outcome) => counts.Find(estimate => estimate.Outcome.Variable == outcome)
        ?? throw new BarometerException(new Problem($"The release has no count called «{outcome}»", Hint: "survey.ResponseCounts()"));

    private static TableCell Number(ReleasedEstimate count) => ReleasedCell.IsShown(count)
        ? TableCell.Number(count.Value)
        : TableCell.Symbol(StandardSymbol.NotPublishable);

    private static TableCell Share(ReleasedEstimate part, ReleasedEstimate whole, int decimals) => !ReleasedCell.IsShown(part) || !ReleasedCell.IsShown(whole)
        ? TableCell.Symbol(StandardSymbol.NotPublishable)
        : whole.Value > 0 ? TableCell.Percent(part.Value / whole.Value, decimals)
        : TableCell.Symbol(StandardSymbol.CannotOccur);
}
