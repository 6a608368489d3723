using System.Text.RegularExpressions;

namespace Barometer.Analysis.Anonymity.Coarser;

/// <summary>Says what a table shows, what a coarser one could show, and what is lost by it.</summary>
internal static class CoarserWords
{
    /// <summary>That there is no proposal.</summary>
    public static readonly LocalizedText None = new("Ingen grovere inndeling som kan vises, ble funnet.", "No coarser grouping that can be shown was found.");

    /// <summary>The proposal in words.</summary>
    /// <param name="table">The table.</param>
    /// <param name="now">Its cells; null for what is shown only with all of them.</param>
    /// <param name="way">How it is made coarser.</param>
    /// <param name="then">The cells of the coarser table.</param>
    public static LocalizedText Of(UnreleasedTable table, GroupedCells? now, Coarsening way, GroupedCells then)
    {
        var isOne = table.Estimates.Select(estimate => estimate.Outcome).Distinct().Count() == 1;
        var (nb, en) = isOne ? ("grupper", "groups") : ("tall", "numbers");
        var shows = now is null ? new LocalizedText("", "") : new LocalizedText(
            FormattableString.Invariant($"Viser {now.Shown} av {now.Count} {nb} etter {List(table, Language.Nb)}. "),
            FormattableString.Invariant($"Shows {now.Shown} of {now.Count} {en} by {List(table, Language.En)}. "));
        var could = now is null
            ? new LocalizedText($"Etter {way.How.Nb} kan alle tallene det bygger på, vises", $"By {way.How.En}, all the numbers it follows from can be shown")
            : way.By.Count == 0
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
    /// <param name="from">The grouping variables of the table: where there is no <c>by:</c> they are replaced by their names.</param>
    public static string Of(string code, Coarsening way, IReadOnlyList<string> from)
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
            // A test names its groups without «by:».
            if (LastCall().Match(line) is { Success: true } last && way.By.Count == from.Count && from.All(name => last.Value.Contains($"\"{name}\"", StringComparison.Ordinal)))
            {
                return line[..last.Index] + way.Before + from.Zip(way.By).Aggregate(last.Value, (text, one) => text.Replace($"\"{one.First}\"", $"\"{one.Second}\"", StringComparison.Ordinal));
            }

            return way.Before + (way.Before.Length > 0 ? " " : "") + (by.Length > 0 ? by : "without by:");
        }

        var call = Call().Match(line);
        line = line[..found.Index] + (by.Length > 0 ? found.Groups["comma"].Value + by : "") + line[(found.Index + found.Length)..];
        return call.Success ? line.Insert(call.Index, way.Before) : line;
    }

    /// <summary>The line with the items that are left as its first argument; only these where the code isn't known.</summary>
    /// <param name="code">The code as the researcher wrote it.</param>
    /// <param name="items">The items.</param>
    public static string OfItems(string code, IReadOnlyList<string> items)
    {
        var list = $"[{string.Join(", ", items.Select(item => $"\"{item}\""))}]";
        return Ranks().Match(Space().Replace(code, " ")) is { Success: true } call ? call.Groups["before"].Value + list + call.Groups["after"].Value : list;
    }

    [GeneratedRegex(@"^\s*(?<before>.*\.Ranks\()(""[^""]*""|\[[^\]]*\])(?<after>.*?)\s*$")]
    private static partial Regex Ranks();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();

    [GeneratedRegex(@"(?<comma>,\s*)?\bby:\s*(""[^""]*""|\[[^\]]*\])")]
    private static partial Regex Grouping();

    [GeneratedRegex(@"\.\w+\([^()]*\)\s*$")]
    private static partial Regex LastCall();

    [GeneratedRegex(@"\.\w+\((?=[^()]*\bby:)")]
    private static partial Regex Call();
}

/// <summary>What is proposed in the place of a ranking of which a share is suppressed: to rank the others.</summary>
internal static class FewerItems
{
    private const int Fewest = 2;

    /// <summary>The proposal; null when fewer than two shares are shown.</summary>
    /// <param name="shares">The shares.</param>
    /// <param name="code">The code that made the ranking.</param>
    public static CoarserTable? Of(ReleasedTable shares, string code)
    {
        var shown = shares.Estimates.Where(share => share.Status == CellStatus.Published).ToList();
        return shown.Count < Fewest ? null : new CoarserTable([], shown.Count, shares.Estimates.Count, CoarserCode.OfItems(code, [.. shown.Select(share => share.Outcome.Variable)]), new LocalizedText(
            FormattableString.Invariant($"Viser {shown.Count} av {shares.Estimates.Count} andeler. De {shown.Count} kan rangeres uten de andre."),
            FormattableString.Invariant($"Shows {shown.Count} of {shares.Estimates.Count} shares. These {shown.Count} can be ranked without the others.")));
    }
}
