using System.Text.RegularExpressions;

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

/// <summary>The line of code that makes a coarser table, written from the one that made the table.</summary>
internal static partial class CoarserCode
{
    /// <summary>The line; only what changes in it where the code of the table isn't known.</summary>
    /// <param name="code">The code of the table as the researcher wrote it, or a variable's name.</param>
    /// <param name="way">How the table is made coarser.</param>
    public static string Of(string code, Coarsening way)
    {
        var by = way.By.Count switch
        {
            0 => "",
            1 => $"by: \"{way.By[0]}\"",
            _ => $"by: [{string.Join(", ", way.By.Select(name => $"\"{name}\""))}]",
        };
        var line = Space().Replace(code, " ").Trim();
        if (Grouping().Match(line) is not { Success: true } found)
        {
            return way.Before + (way.Before.Length > 0 ? " " : "") + (by.Length > 0 ? by : "without by:");
        }

        var call = Call().Match(line);
        line = line[..found.Index] + (by.Length > 0 ? found.Groups["comma"].Value + by : "") + line[(found.Index + found.Length)..];
        return call.Success ? line.Insert(call.Index, way.Before) : line;
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();

    [GeneratedRegex(@"(?<comma>,\s*)?\bby:\s*(""[^""]*""|\[[^\]]*\])")]
    private static partial Regex Grouping();

    [GeneratedRegex(@"\.\w+\((?=[^()]*\bby:)")]
    private static partial Regex Call();
}
