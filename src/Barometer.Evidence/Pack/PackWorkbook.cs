using DocumentFormat.OpenXml.Spreadsheet;
using Column = DocumentFormat.OpenXml.Spreadsheet.Column;

namespace Barometer.Evidence.Pack;

/// <summary>
/// Writes the workbook: a list of contents, a sheet about it all, then the numbers. What a figure and a table show alike stands on one sheet, with the figure's chart.
/// </summary>
internal sealed class PackWorkbook
{
    private static readonly LocalizedText ContentsName = new("Innhold", "Contents");
    private static readonly LocalizedText AboutName = new("Om", "About");
    private static readonly LocalizedText Quotes = new("Setninger", "Sentences");
    private static readonly IReadOnlyList<LocalizedText> Headers =
        [new("Nummer", "Number"), new("Tittel", "Title"), new("Ark", "Sheet"), new("Notatbok", "Notebook"), new("Celle", "Cell"), new("Status", "Status")];

    private const double Wide = 100;

    private static readonly double[] Widths = [14, 80, 14, 36, 24, 18];

    private readonly IReadOnlyList<PackItem> _items;
    private readonly IReadOnlyDictionary<PackItem, string> _sheets;
    private readonly Language _language;

    private PackWorkbook(IReadOnlyList<PackItem> items, Language language) => (_items, _sheets, _language) = (items, Sheets(items, language), language);

    /// <summary>The file's bytes.</summary>
    /// <param name="items">The figures and tables; sentences stand under their numbers.</param>
    /// <param name="title">The workbook's title.</param>
    /// <param name="language">The language of its words.</param>
    /// <param name="about">What is to be said of it beside what all workbooks say: each with its heading.</param>
    /// <param name="sentences">Sentences that stand under none of them, on a sheet of their own.</param>
    public static byte[] Write(IReadOnlyList<PackItem> items, LocalizedText title, Language language, IReadOnlyList<(LocalizedText What, LocalizedText Words)> about, params IReadOnlyList<LocalizedText> sentences)
    {
        var workbook = new PackWorkbook(items, language);
        using var file = new ExcelFile(title.In(language), language);
        workbook.AddContents(file, title);
        workbook.AddAbout(file, title, about);
        foreach (var sheet in items.GroupBy(item => workbook._sheets[item]))
        {
            workbook.Add(file, sheet.Key, [.. sheet]);
        }

        if (sentences.Count > 0)
        {
            file.Add(Quotes.In(language), new Worksheet(
                ExcelSheet.OnePageWide(),
                new Columns(new Column { Min = 1, Max = 1, Width = Wide, CustomWidth = true }),
                new SheetData([ExcelSheet.Line(Quotes.In(language), ExcelStyles.Title), .. sentences.Select(sentence => ExcelSheet.Tall(ExcelSheet.Line(sentence.In(language), ExcelStyles.Note), ExcelSheet.Lines(sentence.In(language), Wide)))]),
                ExcelSheet.Landscape()));
        }

        return file.ToBytes();
    }

    /// <summary>The sheet of each figure and table: that of the first figure with a chart, or else of the first table, that shows the same.</summary>
    /// <param name="items">The figures and tables.</param>
    /// <param name="language">The language of the sheets' names.</param>
    public static IReadOnlyDictionary<PackItem, string> Sheets(IReadOnlyList<PackItem> items, Language language) => items
        .GroupBy(item => Body(item.Exhibit.Numbers.In(language)), StringComparer.Ordinal)
        .SelectMany(same => same, (same, item) => (Item: item, First: same.FirstOrDefault(one => one.Exhibit.Chart(language) is not null) ?? same.FirstOrDefault(one => !one.Exhibit.IsFigure) ?? same.First()))
        .ToDictionary(one => one.Item, one => one.First.Label.In(language));

    // Of two tables that are the same in every cell a reader needs one.
    private static string Body(EvidenceTable table) =>
        string.Join('\n', table.Content.Rows.Select(row => string.Join('\t', PlainColumns.Cells(table, row).Select(cell => FormattableString.Invariant($"{cell.Text}{cell.Number}")).Prepend(row.Section?.Nb)))
            .Prepend(string.Join('\t', PlainColumns.Headers(table))).Append(table.Content.Unit?.Nb).Append(table.SourceLine));

    private void Add(ExcelFile file, string name, IReadOnlyList<PackItem> items)
    {
        var first = items.First(item => item.Label.In(_language) == name);
        var chart = first.Exhibit.Chart(_language);
        ExcelSheet.Add(
            file,
            name,
            first.Exhibit.Numbers.In(_language),
            [.. items.OrderBy(item => item != first).Select(item => $"{item.Label.In(_language)} {item.Exhibit.Title.In(_language)}")],
            ($"← {ContentsName.In(_language)}", ContentsName.In(_language)),
            chart is { } native ? (native.Figure, native.Block, first.Exhibit.ChartName) : null,
            [.. items.SelectMany(item => item.Exhibit.Sentences).Select(sentence => sentence.In(_language)).Distinct()]);
    }

    private void AddContents(ExcelFile file, LocalizedText title)
    {
        var rows = new List<Row>
        {
            ExcelSheet.Line(title.In(_language), ExcelStyles.Title),
            ExcelSheet.Line(AboutName.In(_language), ExcelStyles.Link),
            new(),
            new(Headers.Select(header => ExcelSheet.Words(header.In(_language), ExcelStyles.Header))),
        };
        var first = rows.Count + 1;
        rows.AddRange(_items.Select(item => new Row(new[] { item.Label.In(_language), item.Exhibit.Title.In(_language), _sheets[item], item.Exhibit.Notebook, item.Exhibit.CellId, item.Status.Words().In(_language) }
            .Select((text, i) => ExcelSheet.Words(text, i == 0 ? ExcelStyles.Link : ExcelStyles.Text)))));
        file.Add(
            ContentsName.In(_language),
            new Worksheet(
                ExcelSheet.OnePageWide(),
                new SheetViews(new SheetView { WorkbookViewId = 0, ShowGridLines = false }),
                new Columns(Widths.Select((width, i) => new Column { Min = (uint)i + 1, Max = (uint)i + 1, Width = width, CustomWidth = true })),
                new SheetData(rows),
                new MergeCells(new MergeCell { Reference = "A1:B1" }) { Count = 1 },
                new Hyperlinks([ExcelSheet.Link("A2", AboutName.In(_language)), .. _items.Select((item, i) => ExcelSheet.Link(FormattableString.Invariant($"A{first + i}"), _sheets[item]))]),
                ExcelSheet.Landscape()),
            _items.Count > 0 ? new ExcelTable(ContentsName.In(_language), first - 1, [.. Headers.Select(header => header.In(_language))], _items.Count) : null);
    }

    private void AddAbout(ExcelFile file, LocalizedText title, IReadOnlyList<(LocalizedText What, LocalizedText Words)> about)
    {
        var marks = _items.Select(item => item.Exhibit.Numbers.Mark).OfType<LocalizedText>().Distinct().ToList();
        file.Add(AboutName.In(_language), new Worksheet(
            ExcelSheet.OnePageWide(),
            new SheetViews(new SheetView { WorkbookViewId = 0, ShowGridLines = false }),
            new Columns(new Column { Min = 1, Max = 1, Width = 26, CustomWidth = true }, new Column { Min = 2, Max = 2, Width = Wide, CustomWidth = true }),
            new SheetData(
            [
                ExcelSheet.Line($"← {ContentsName.In(_language)}", ExcelStyles.Link),
                .. marks.Select(mark => ExcelSheet.Line(mark.In(_language), ExcelStyles.Mark)),
                ExcelSheet.Line(title.In(_language), ExcelStyles.Text),
                new Row(),
                .. about.Concat(WorkbookWords.All).Select(one => ExcelSheet.Tall(
                    new Row(ExcelSheet.Words(one.What.In(_language), ExcelStyles.Label(isBold: true)), ExcelSheet.Words(one.Words.In(_language), ExcelStyles.Note)), ExcelSheet.Lines(one.Words.In(_language), Wide))),
            ]),
            new Hyperlinks(ExcelSheet.Link("A1", ContentsName.In(_language))),
            ExcelSheet.Landscape()));
    }
}

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
