namespace Barometer.Analysis.Anonymity.Coarser;

/// <summary>Says what a table shows, what a coarser one could show, and what is lost by it.</summary>
internal static class CoarserWords
{
    /// <summary>The proposal in words.</summary>
    /// <param name="table">The table.</param>
    /// <param name="now">Its cells; null when it is refused.</param>
    /// <param name="way">How it is made coarser.</param>
    /// <param name="then">The cells of the coarser table.</param>
    public static LocalizedText Of(UnreleasedTable table, GroupedCells? now, Coarsening way, GroupedCells then)
    {
        var isOne = table.Estimates.Select(estimate => estimate.Outcome).Distinct().Count() == 1;
        var (nb, en) = isOne ? ("grupper", "groups") : ("tall", "numbers");
        var shows = now is null ? new LocalizedText("", "") : new LocalizedText(
            FormattableString.Invariant($"Viser {now.Shown} av {now.Count} {nb} etter {List(table, Language.Nb)}. "),
            FormattableString.Invariant($"Shows {now.Shown} of {now.Count} {en} by {List(table, Language.En)}. "));
        var could = way.By.Count == 0
            ? new LocalizedText($"For alle samlet kan {Number(then, "alle", "av")} vises", $"For everybody together, {Number(then, "all", "of")} can be shown")
            : new LocalizedText($"Etter {way.How.Nb} kan {Number(then, "alle", "av")} vises", $"By {way.How.En}, {Number(then, "all", "of")} can be shown");
        return new LocalizedText($"{shows.Nb}{could.Nb}; {way.Lost.Nb}.", $"{shows.En}{could.En}; {way.Lost.En}.");
    }

    private static string Number(GroupedCells cells, string every, string of) => cells.Shown == cells.Count
        ? FormattableString.Invariant($"{every} {cells.Count}")
        : FormattableString.Invariant($"{cells.Shown} {of} {cells.Count}");

    private static string List(UnreleasedTable table, Language language) =>
        string.Join(language == Language.Nb ? " og " : " and ", table.ByLabels.Select(label => SentenceCase.Inside(label.In(language))));
}
