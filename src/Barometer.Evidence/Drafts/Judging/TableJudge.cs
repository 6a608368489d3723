using System.Text.RegularExpressions;

namespace Barometer.Evidence.Drafts.Judging;

/// <summary>Judges the cells of a table that was pasted in: each is named by its row's label, its column's header and the caption.</summary>
internal static partial class TableJudge
{
    /// <summary>The findings of a row; none for the header.</summary>
    /// <param name="matcher">Finds numbers.</param>
    /// <param name="facts">All numbers.</param>
    /// <param name="isDeclared">Whether the table's numbers are said to be synthetic.</param>
    /// <param name="row">The row.</param>
    /// <param name="trail">What stands above it; remembers the row.</param>
    /// <param name="language">The draft's language.</param>
    public static IEnumerable<DraftFinding> Of(Matcher matcher, FactBase facts, bool isDeclared, DraftBlock row, Trail trail, Language language)
    {
        trail.Rows.Add(row);
        var header = trail.Rows[0];
        if (header == row || row.Cells.Count < 2)
        {
            return [];
        }

        var over = Number().Replace(trail.Over, "");
        var judged = Enumerable.Range(1, row.Cells.Count - 1).Select(i => Cell(i)).OfType<(Bench Bench, Claim Claim, DraftFinding Finding)>().ToList();
        return judged.Select(one => one.Finding with { Sentence = new DraftSentence(row, 0, row.Text.Trim()) });

        (Bench, Claim, DraftFinding)? Cell(int i)
        {
            var (cell, column) = (row.Cells[i].Trim(), i < header.Cells.Count ? header.Cells[i] : "");
            if (!Numeric().IsMatch(PlainText.Of(cell).Text))
            {
                return null;
            }

            // The words of a cell as a sentence, its number at the end as its column has it.
            if (header.Cells.Any(one => Frame().IsMatch(one.Trim())) && Role().IsMatch(column.Trim()))
            {
                return Counted(cell, column);
            }

            var isCount = Answers().IsMatch(column);
            var isLimits = Limits().Match(PlainText.Of(cell).Text) is { Success: true };
            var isPoints = column.Contains("poeng", StringComparison.OrdinalIgnoreCase) || column.Contains("points", StringComparison.OrdinalIgnoreCase);
            var words = $"{over}: {row.Cells[0]}{(isCount || isLimits ? "" : $" ({Unit().Replace(column, "")})")} ";
            var value = Mark().Replace(cell.TrimEnd('%', ' '), "");
            var number = isLimits ? $"KI {value}" : isCount ? $"n = {value}" : isPoints ? $"{value} prosentpoeng" : $"{value} prosent";
            var start = words.Length;
            var passage = new Passage(new DraftSentence(new DraftBlock(BlockKind.Row, words + number) { Marks = Moved(i, start, number.Length) }, 0, words + number), language, facts.Groups);
            var claim = passage.Claims.LastOrDefault(claim => claim.End > start && claim.Start >= start - 1) is { } found ? found
                : Numerals.Of(value, language) is { } n && !isLimits ? new Claim(isCount ? ClaimKind.Count : ClaimKind.Share, start, start + number.Length) { Value = isCount ? n.Value : n.Value / 100, Decimals = n.Decimals, IsOfShare = isCount } : null;
            if (claim is null || (!isCount && !isLimits && !isPoints && (claim.Value > 1 || claim.Value < 0)))
            {
                return null;
            }

            var bench = new Bench(matcher, isDeclared, passage, trail.Thread);
            var whole = claim with { Kind = ClaimKind.Share };
            var finding = claim.Kind switch
            {
                ClaimKind.Count or ClaimKind.Interval or ClaimKind.Margin => ShareJudge.Beside(bench, claim, whole),
                ClaimKind.Points => PairJudge.Of(bench, claim),
                _ => ShareJudge.Share(bench, claim),
            };
            return finding is null || (finding.Verdict == Verdict.Undecided && finding.Source is null) ? null : (bench, claim, finding with { Claim = cell, Found = cell });
        }

        // «| Virksomheter | 180 | 180 | 80 |» under «Populasjon», «Invitert», «Svart».
        (Bench, Claim, DraftFinding)? Counted(string cell, string column)
        {
            var words = $"{row.Cells[0]}: {column.Trim()} ";
            var passage = new Passage(new DraftSentence(new DraftBlock(BlockKind.Row, words + cell), 0, words + cell), language, facts.Groups);
            if (Numerals.Of(cell, language) is not { Decimals: 0 } number)
            {
                return null;
            }

            var (bench, claim) = (new Bench(matcher, isDeclared, passage, trail.Thread), new Claim(ClaimKind.Count, words.Length, words.Length + cell.Length) { Value = number.Value });
            return CountJudge.Of(bench, claim) is { Source: not null } finding ? (bench, claim, finding with { Claim = cell, Found = cell }) : null;
        }

        List<DraftMark> Moved(int i, int start, int length)
        {
            var from = row.Cells.Take(i).Sum(cell => cell.Length + 3);
            return [.. row.Marks.Where(mark => mark.Start < from + row.Cells[i].Length + 1 && mark.End > from - 1).Select(mark => new DraftMark(start, start + length, mark.Name))];
        }
    }

    [GeneratedRegex(@"^(?:Tabell|Table|Figur|Figure)\s+[\d.]+\.?\s*", RegexOptions.IgnoreCase)]
    private static partial Regex Number();

    [GeneratedRegex(@"^[<>≈~]?\s?[-−]?\d[\d .,–-]*(?:%|prosent|pst\.?|per cent|percent)?\s*(?:\p{L}\)?)?$|^\d[\d.,]*\s(?:til|to)\s\d[\d.,]*\s?%?$")]
    private static partial Regex Numeric();

    [GeneratedRegex(@"^\d+(?:[.,]\d+)?\s?(?:–|-|til|to)\s?\d+(?:[.,]\d+)?\s?%?$")]
    private static partial Regex Limits();

    [GeneratedRegex(@"^(?:n|n\s?=.*|antall(?: svar)?(?: \(n\))?|svar|answers?(?: \(n\))?|number of answers(?: \(n\))?|respondent\w*|antall.*\bn\b.*)$", RegexOptions.IgnoreCase)]
    private static partial Regex Answers();

    [GeneratedRegex(@"^(?:populasjon\w*|population|(?:antall |number )?inviter\w*|invited)$", RegexOptions.IgnoreCase)]
    private static partial Regex Frame();

    [GeneratedRegex(@"^(?:populasjon\w*|population|(?:antall |number )?(?:inviter\w*|invited|svar|svart|svarte|besvart|answered|responded|answers|responses))$", RegexOptions.IgnoreCase)]
    private static partial Regex Role();

    // What a header says of the unit is no name.
    [GeneratedRegex(@"\b(?:prosent\w*|andel\w*|per ?cent\w*|share|percent\w*|%|verdi|value|vektet|weighted)\b|%", RegexOptions.IgnoreCase)]
    private static partial Regex Unit();

    // A letter that points to a note under the table.
    [GeneratedRegex(@"\s*[a-z]\)?$|[¹²³*†‡]+$")]
    private static partial Regex Mark();
}
