namespace Barometer.Analysis.Loading.Tabular;

/// <summary>Finds what separates the fields of a text file, and how many lines stand before its headings.</summary>
internal static class SeparatorFinder
{
    private const int Records = 500;
    private static readonly char[] Separators = [';', '\t', ',', '|'];
    private static readonly char[] Quotes = ['"', '\''];

    /// <summary>The separator of a text.</summary>
    /// <param name="text">The text's beginning.</param>
    /// <param name="isWhole">Whether that is all of it; else its last record is cut.</param>
    /// <param name="choices">What a person has said.</param>
    public static FoundSeparator Find(string text, bool isWhole, DeliveryChoices choices)
    {
        var lineEnd = LineEnd(text);
        var said = Directive(text);
        var quote = Quotes.MaxBy(mark => Wrapped(text, mark))!;
        List<Try> tries = [];
        foreach (var separator in choices.Separator is { } chosen ? [chosen] : said is { } named ? [named] : Separators)
        {
            var counts = Counts(text, separator, quote, isWhole);
            if (counts.Count == 0)
            {
                continue;
            }

            // The number of fields that most records have; title lines have fewer, and stand first.
            var usual = counts.GroupBy(record => record.Fields).OrderByDescending(group => group.Count()).ThenByDescending(group => group.Key).First();
            tries.Add(new Try(separator, usual.Key, usual.Count() / (double)counts.Count, usual.First().Line));
        }

        if (tries.Count == 0)
        {
            return new FoundSeparator(',', quote, lineEnd, 0, new Finding("separator", "none", "the file is empty", IsCertain: false));
        }

        var best = tries.MaxBy(one => one.Fields > 1 ? one.Share + (Math.Min(one.Fields, 1000) / 1e4) : 0)!;
        var rivals = tries.Count(one => one.Separator != best.Separator && one.Fields > 1 && one.Share > 0.9);
        var skipped = choices.SkippedLines ?? (said is not null ? 1 : best.First);
        var reason = choices.Separator is not null ? "chosen"
            : said is not null ? "the first line says so"
            : FormattableString.Invariant($"{best.Fields} fields in {best.Share:P0} of the lines looked at");
        return new FoundSeparator(
            best.Separator,
            quote,
            lineEnd,
            skipped,
            new Finding("separator", Name(best.Separator), reason, IsCertain: choices.Separator is not null || said is not null || (best.Fields > 1 && best.Share > 0.99 && rivals == 0)));
    }

    /// <summary>A separator in words.</summary>
    public static string Name(char separator) => separator switch
    {
        ';' => "semicolon",
        '\t' => "tab",
        ',' => "comma",
        '|' => "bar",
        _ => $"«{separator}»",
    };

    // Excel's own first line: sep=;
    private static char? Directive(string text) =>
        text.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) && text.Length > 5 && text[5] is '\r' or '\n' ? text[4] : null;

    private static string LineEnd(string text) => text.IndexOf('\n', StringComparison.Ordinal) switch
    {
        < 0 => text.Contains('\r', StringComparison.Ordinal) ? "\r" : "\n",
        > 0 and var at when text[at - 1] == '\r' => "\r\n",
        _ => "\n",
    };

    // How often the mark begins or ends a field.
    private static int Wrapped(string text, char mark)
    {
        var found = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == mark && (i == 0 || IsEdge(text[i - 1])))
            {
                found++;
            }
        }

        return found;

        static bool IsEdge(char letter) => letter is '\n' or '\r' || Separators.Contains(letter);
    }

    // The number of fields of each record that isn't blank, and the line on which it begins, from 0.
    private static List<(int Fields, int Line)> Counts(string text, char separator, char quote, bool isWhole)
    {
        var counts = new List<(int, int)>();
        var (fields, isQuoted, isBlank, isStart) = (1, false, true, true);
        var (line, start) = (0, 0);
        for (var i = 0; i < text.Length && counts.Count < Records; i++)
        {
            var letter = text[i];
            line += letter == '\n' || (letter == '\r' && !(i + 1 < text.Length && text[i + 1] == '\n')) ? 1 : 0;
            if (letter == quote && (isStart || isQuoted))
            {
                isQuoted = !isQuoted;
                (isBlank, isStart) = (false, false);
            }
            else if (isQuoted)
            {
                continue;
            }
            else if (letter == separator)
            {
                fields++;
                (isStart, isBlank) = (true, false);
            }
            else if (letter is '\n' or '\r')
            {
                if (!isBlank)
                {
                    counts.Add((fields, start));
                }

                start = line;
                (fields, isBlank, isStart) = (1, true, true);
            }
            else
            {
                isBlank &= char.IsWhiteSpace(letter);
                isStart = false;
            }
        }

        if (isWhole && !isBlank && !isQuoted)
        {
            counts.Add((fields, start));
        }

        return counts;
    }

    private sealed record Try(char Separator, int Fields, double Share, int First);
}

/// <summary>What separates the fields of a text file.</summary>
/// <param name="Separator">What stands between two fields.</param>
/// <param name="Quote">What stands around a field that holds the separator.</param>
/// <param name="LineEnd">What ends a line.</param>
/// <param name="SkippedLines">How many lines stand before the headings.</param>
/// <param name="Finding">How it was found.</param>
internal sealed record FoundSeparator(char Separator, char Quote, string LineEnd, int SkippedLines, Finding Finding);
