namespace Barometer.Evidence.Pack;

/// <summary>What each file of a reproduction is for.</summary>
/// <param name="What">What an author uses it for.</param>
/// <param name="Path">Where it lies under the folder of artifacts.</param>
/// <param name="Holds">What is in it.</param>
internal sealed record PackFiles(LocalizedText What, string Path, LocalizedText Holds)
{
    /// <summary>The files, those that most authors need first.</summary>
    public static IReadOnlyList<PackFiles> All(IReadOnlyList<PackLine> lines)
    {
        var (figures, tables, numbers) = (lines.Count(line => line.IsFigure), lines.Count(line => !line.IsFigure), lines.Sum(line => line.Numbers));
        return
        [
            new(new("Lime inn i teksten", "Paste into the text"), PackNames.Document, Text(
                $"{figures} figurer og {tables} tabeller med nummer, alternativ tekst og metodevedlegg", $"{figures} figures and {tables} tables, numbered, with alternative texts and a method annex")),
            new(new("Det samme på engelsk", "The same in English"), PackNames.EnglishDocument, new("figurer, tabeller og metodevedlegg på engelsk, med samme nummer", "figures, tables and method annex in English, by the same numbers")),
            new(new("Regne videre", "Compute further"), PackNames.Workbook, new("ett ark for hver figur og tabell, med samme nummer", "a sheet for each figure and table, by the same number")),
            new(new("Sitere et tall, eller lese det med et program", "Cite a number, or read it by a program"), PackNames.Numbers, Text(
                $"{numbers} tall, hvert med id, verdi, intervall, antall svar, definisjon, celle, kodeversjon og datafilenes sjekksum", $"{numbers} numbers, each with id, value, interval, answers, definition, cell, code version and digest of the data")),
            new(new("Sette figurer i trykk", "Print figures"), "figures/", new("SVG, PNG og PDF, hver med tittel og uten («-untitled», for departementets egen mal)", "SVG, PNG and PDF, each with its title and without («-untitled», for a ministry's own layout)")),
            new(new("Bruke én tabell", "Use a single table"), "tables/", new("HTML, Word, Excel, CSV, LaTeX og Markdown", "HTML, Word, Excel, CSV, LaTeX and Markdown")),
            new(new("Se hva som stemmer med det publiserte", "See what agrees with what was published"), "published-check.csv", new("hvert publisert tall med det som er regnet ut", "each published figure with what is computed")),
            new(new("Lese og søke i alt", "Read and search it all"), "index.html", new("notatbøkene som sider, uten nett", "the notebooks as pages, without a network")),
        ];
    }

    private static LocalizedText Text(FormattableString nb, FormattableString en) => new(FormattableString.Invariant(nb), FormattableString.Invariant(en));
}
