namespace Barometer.Evidence.Pack;

/// <summary>What the workbook says about itself: of what its numbers are, how they are written, what marks mean, how to cite it, and its licence.</summary>
internal static class WorkbookWords
{
    /// <summary>What every workbook says.</summary>
    public static IReadOnlyList<(LocalizedText What, LocalizedText Words)> All { get; } =
    [
        (new("Innhold", "Contents"), new(
            "Ett ark for hvert sett tall. Viser en figur og en tabell de samme tallene, deler de ark. Hvert ark har en tabell med filter; under den står merknader og kilde, og ved siden av den figuren der den kan tegnes som et diagram. Nederst står det diagrammet tegner.",
            "A sheet for each set of numbers. A figure and a table of the same numbers share one. Each sheet has a table with filters; under it stand notes and source, and beside it the figure where it can be drawn as a chart. Last stands what the chart draws.")),
        (new("Enheter", "Units"), new(
            "Enheten står over hver tabell. Prosenter er tall fra 0 til 100 der overskriften sier prosent; ellers har cellen prosentformat. Konfidensintervallet er to kolonner, nedre og øvre grense. Tall er rundet av én gang, ved frigivelsen.",
            "The unit stands over each table. Percentages are numbers from 0 to 100 where the header says per cent; elsewhere the cell has a per cent format. The confidence interval is two columns, lower and upper limit. Numbers are rounded once, at release.")),
        (new("Tegn", "Symbols"), new(
            string.Join(" ", StandardSymbols.All.Select(symbol => symbol.Explained(Language.Nb))) + " De står som tekst.",
            string.Join(" ", StandardSymbols.All.Select(symbol => symbol.Explained(Language.En))) + " They are text.")),
        (new("Bokstaver", "Letters"), new(
            "En bokstav i kolonnen «Merknad» og etter et tall i figuren viser til merknaden under tabellen. De er de samme i figur og tabell.",
            "A letter in the column “Note”, and after a number in the figure, is that of the note under the table. They are the same in figure and table.")),
        (new("Skjulte tall", "Hidden numbers"), new(
            "Et tall som ikke kan offentliggjøres, finnes ikke i filen, heller ikke i diagrammene.",
            "A number that may not be published isn't in the file, nor in its charts.")),
        (new("Lisens", "Licence"), new(
            "Tekst, tabeller og figurer: CC BY 4.0, https://creativecommons.org/licenses/by/4.0/. Publiserte tall fra andre følger vilkårene til hver kilde.",
            "Text, tables and figures: CC BY 4.0, https://creativecommons.org/licenses/by/4.0/. Figures published by others keep the terms of their sources.")),
    ];

    /// <summary>Whether the numbers are real, as the documents say it.</summary>
    public static readonly LocalizedText Synthetic = new(
        "Syntetiske data: svarene er laget av kode og ikke gitt av noen virksomhet. Tallene prøver beregningene og sier ingenting om staten.",
        "Synthetic data: the answers are made by code and were given by no agency. The numbers test the computations and say nothing about the state.");

    /// <summary>What a draft is.</summary>
    public static readonly LocalizedText Draft = new(
        "Utkast: tallene er ikke publisert. Et tall kan bli skjult når alt som vises, avgjøres samlet.",
        "Draft: the numbers aren't published. A number can be hidden when all that is shown is decided on together.");

    /// <summary>What a pack's workbook says besides: what it is, of which answers, and how it is cited.</summary>
    /// <param name="items">Its figures and tables.</param>
    /// <param name="title">What the document is called.</param>
    /// <param name="origin">What the numbers were made with.</param>
    public static IReadOnlyList<(LocalizedText What, LocalizedText Words)> Of(IReadOnlyList<PackItem> items, LocalizedText title, PackOrigin origin)
    {
        var version = typeof(Survey).Assembly.GetName().Version!.ToString(3) + (origin.Commit is { } commit ? $", {commit[..12]}" : "");
        return
        [
            (new("Hva dette er", "What this is"), new(
                "Tallene bak figurene og tabellene i Word-dokumentet av samme utgave, med de samme numrene.", "The numbers behind the figures and tables of the Word document of the same edition, by the same numbers.")),
            .. items.Any(item => item.Exhibit.Stamp.IsSynthetic) ? [(Data, Synthetic)] : Array.Empty<(LocalizedText, LocalizedText)>(),
            .. origin.Edition is { } edition ? [(new("Utgave", "Edition"), edition.Words)] : Array.Empty<(LocalizedText, LocalizedText)>(),
            (new("Slik siteres den", "How to cite"), new(
                $"Nummer og tittel på figuren eller tabellen, i «{title.Nb}», Barometer.Analysis {version}. Publiserte tall siteres etter kilden under tabellen.",
                $"Number and title of the figure or table, in “{title.En}”, Barometer.Analysis {version}. Published figures are cited by the source under the table.")),
        ];
    }

    /// <summary>What a draft's workbook says besides.</summary>
    /// <param name="draft">The draft.</param>
    public static IReadOnlyList<(LocalizedText What, LocalizedText Words)> Of(DraftPack draft) =>
    [
        (new("Hva dette er", "What this is"), new($"Tallene i notatboken {draft.Notebook}. {Draft.Nb}", $"The numbers of the notebook {draft.Notebook}. {Draft.En}")),
        .. draft.Items.Any(item => item.Exhibit.Stamp.IsSynthetic) ? [(Data, Synthetic)] : Array.Empty<(LocalizedText, LocalizedText)>(),
    ];

    private static LocalizedText Data => new("Data", "Data");
}
