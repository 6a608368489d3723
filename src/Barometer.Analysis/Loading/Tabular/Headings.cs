namespace Barometer.Analysis.Loading.Tabular;

/// <summary>The headings of a sheet: in one row or several, after title rows or none.</summary>
/// <param name="FirstRow">The place of the first row of headings, from 0.</param>
/// <param name="Count">How many rows they take.</param>
/// <param name="IsCertain">Whether nothing else is possible.</param>
internal sealed record Headings(int FirstRow, int Count, bool IsCertain)
{
    private const int Enough = 10;
    private const string Joint = " – ";

    // Qualtrics writes a third row of headings that means something to itself only.
    private const string Qualtrics = "{\"ImportId\"";

    /// <summary>Finds the headings among the first rows of a sheet.</summary>
    /// <param name="rows">The first rows, merged cells filled; with whether a cell is part of one that reaches over several columns.</param>
    /// <param name="choices">What a person has said.</param>
    public static Headings Find(IReadOnlyList<(DeliveredValue Value, bool IsCovered)[]> rows, DeliveryChoices choices)
    {
        var width = rows.Count == 0 ? 0 : rows.Max(row => row.Count(cell => !cell.Value.IsEmpty));
        var first = choices.SkippedLines ?? Math.Max(0, rows.ToList().FindIndex(row => IsHeading(row, width)));
        if (choices.HeadingRows is { } count)
        {
            return new Headings(first, count, IsCertain: true);
        }

        var last = first;
        while (last + 1 < rows.Count && IsContinued(rows, last))
        {
            last++;
        }

        return new Headings(first, last - first + 1, IsCertain: last == first && first == 0 && !LooksLikeData(rows, first));
    }

    /// <summary>For each column its name and another text about it, if the headings say both.</summary>
    public IReadOnlyList<(string Name, string? Label)> Names(IReadOnlyList<(DeliveredValue Value, bool IsCovered)[]> rows)
    {
        var headings = rows.Skip(FirstRow).Take(Count).Select((row, i) => Filled(row, i + 1 < Count ? rows[FirstRow + i + 1] : null)).ToList();
        var width = headings.Count == 0 ? 0 : headings.Max(row => row.Length);
        var names = headings.Count > 1 ? headings.FindIndex(row => AreNames(row, width)) : -1;
        var result = new List<(string, string?)>();
        for (var column = 0; column < width; column++)
        {
            var parts = headings.Where((_, i) => i != names).Select(row => column < row.Length ? row[column] : "").Where(part => part.Length > 0 && !part.StartsWith(Qualtrics, StringComparison.Ordinal)).Distinct();
            var text = string.Join(Joint, parts);
            result.Add(names < 0 ? (text, null) : (headings[names][column], text.Length == 0 ? null : text));
        }

        return result;
    }

    // A title fills one cell, or one merged over all of them.
    private static bool IsHeading((DeliveredValue Value, bool IsCovered)[] row, int width)
    {
        var filled = row.Where(cell => !cell.Value.IsEmpty).ToList();
        return filled.Count * 2 >= width && (width == 1 || filled.Select(cell => cell.Value.ToString()).Distinct().Count() > 1);
    }

    // Another row of headings consists of texts and follows one that groups columns: merged, or blank where this one is not. What isn't merged, and what
    // stands below headings that are whole already, must hold no text that comes again below, as answers do.
    private static bool IsContinued(IReadOnlyList<(DeliveredValue Value, bool IsCovered)[]> rows, int last)
    {
        var next = rows[last + 1];
        var filled = Enumerable.Range(0, next.Length).Where(column => !next[column].Value.IsEmpty).ToList();
        if (filled.Count == 0 || filled.Any(column => !next[column].Value.IsText) || next.SequenceEqual(rows[last]))
        {
            return false;
        }

        if (rows[last].Any(cell => cell.IsCovered))
        {
            return true;
        }

        var below = rows.Skip(last + 2).ToList();
        var isOnce = filled.All(column => below.TrueForAll(row => column >= row.Length || !row[column].Value.Equals(next[column].Value)));
        var groups = filled.Any(column => column > 0 && (column >= rows[last].Length || rows[last][column].Value.IsEmpty));
        return isOnce && below.Count > 0 && (groups || (filled.Count >= Enough && below.Count >= Enough));
    }

    private static bool LooksLikeData(IReadOnlyList<(DeliveredValue Value, bool IsCovered)[]> rows, int first) =>
        rows.Count > 0 && rows[first].Any(cell => !cell.Value.IsEmpty && !cell.Value.IsText);

    // The heading of a group that isn't merged stands over its first column only: it reaches over the blank ones that have a heading below.
    private static string[] Filled((DeliveredValue Value, bool IsCovered)[] row, (DeliveredValue Value, bool IsCovered)[]? below)
    {
        string[] texts = [.. row.Select(cell => cell.Value.ToString())];
        for (var i = 1; below is not null && i < texts.Length && !row.Any(cell => cell.IsCovered); i++)
        {
            texts[i] = texts[i].Length == 0 && i < below.Length && !below[i].Value.IsEmpty ? texts[i - 1] : texts[i];
        }

        return texts;
    }

    private static bool AreNames(string[] row, int width) => row.Length == width
        && row.All(name => name.Length is > 0 and <= 64 && char.IsLetter(name[0]) && name.All(letter => char.IsLetterOrDigit(letter) || letter is '_' or '.' or '$' or '#' or '@'))
        && row.Distinct(StringComparer.OrdinalIgnoreCase).Count() == width;
}
