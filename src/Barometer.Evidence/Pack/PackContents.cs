namespace Barometer.Evidence.Pack;

/// <summary>
/// What the evidence pack holds, as a reproduction made it: its files, what they are made of, and each figure and table. A
/// notebook that asks for it runs after all others.
/// </summary>
/// <example><code>
/// var pack = barometer.Pack();
/// pack.Files()
/// </code></example>
public sealed class PackContents : Displayable
{
    /// <summary>The release of tables about the pack, which stand in no pack themselves.</summary>
    internal const string Release = "pack";

    private static readonly TableColumn Notebook = Words("notebook", "Notatbok", "Notebook");
    private static readonly TableColumn State = Words("status", "Status", "Status");

    private readonly IReadOnlyList<PackLine> _lines;
    private readonly Language _language;
    private readonly ReleaseStamp _stamp;

    internal PackContents(IReadOnlyList<PackLine> lines, string policyVersion, Language language)
    {
        _lines = lines;
        _language = language;
        _stamp = new ReleaseStamp(Release, policyVersion, Release, lines.Any(line => line.Status == PackStatus.Synthetic));
    }

    /// <summary>The files to take along: what each is for, where it lies, and how much it holds.</summary>
    public EvidenceTable Files() => Table(new TableContent
    {
        Id = "pack-files",
        Title = new("Filene i evidenspakken", "The files of the evidence pack"),
        Columns = [Words("what", "Til hva", "What for") with { IsRowHeader = true }, Words("file", "Fil, under artifacts/", "File, under artifacts/"), Words("holds", "Hva den holder", "What it holds")],
        Rows = [.. Purposes().Select(file => new TableRow([TableCell.Text(file.What), TableCell.Text(file.Path), TableCell.Text(file.Holds)]))],
        Source = null,
    });

    /// <summary>Each notebook's figures, tables and numbers, and whether they are synthetic, published or real.</summary>
    public EvidenceTable Status() => Table(new TableContent
    {
        Id = "pack-status",
        Title = new("Hva tallene er laget av", "What the numbers are made of"),
        Columns = [Notebook with { IsRowHeader = true }, Count("figures", "Figurer", "Figures"), Count("tables", "Tabeller", "Tables"), Count("numbers", "Tall", "Numbers"), State],
        Rows =
        [
            .. _lines.GroupBy(line => line.Notebook).Select(book => Row(TableCell.Text(book.Key), [.. book])),
            Row(TableCell.Text(new LocalizedText("Alle", "All")), _lines) with { IsTotal = true },
        ],
        Notes = [new TableNote("", new(
            "Tall: de som har en id i evidence.json, også de skjulte; tallene under en figur hører til figuren. Frigitte tall som ikke vises hver for seg, står i evidence.json uten nummer.",
            "Numbers: those with an id in evidence.json, hidden ones too; the numbers under a figure belong to it. Released numbers that are shown by nothing of their own stand in evidence.json without a number."))],
        Source = null,
    });

    /// <summary>Every figure and table: its number, title, notebook, cell, file and status.</summary>
    public EvidenceTable Exhibits() => Table(new TableContent
    {
        Id = "pack-exhibits",
        Title = new("Alle figurer og tabeller i evidenspakken", "All figures and tables of the evidence pack"),
        Columns =
        [
            Words("number", "Nummer", "Number") with { IsRowHeader = true }, Words("title", "Tittel", "Title"), Notebook, Words("cell", "Celle", "Cell"), Words("file", "Fil", "File"), State,
        ],
        Rows = [.. _lines.Select(line => new TableRow(
        [
            TableCell.Text(line.Label), TableCell.Text(line.Title), TableCell.Text(line.Notebook), TableCell.Text(line.Cell), TableCell.Text(line.File), TableCell.Text(line.Status.Words()),
        ]))],
        Source = null,
    });

    /// <inheritdoc/>
    internal override string? Stored => OutputStamp.Release(Release);

    /// <inheritdoc/>
    internal override Displayable Shown => Files();

    /// <inheritdoc/>
    public override string ToHtml() => Files().ToHtml();

    /// <inheritdoc/>
    public override string ToString() => Files().ToString();

    // The files of a reproduction, those that most authors need first.
    private (LocalizedText What, string Path, LocalizedText Holds)[] Purposes()
    {
        var (figures, tables, numbers) = (_lines.Count(line => line.IsFigure), _lines.Count(line => !line.IsFigure), _lines.Sum(line => line.Numbers));
        return
        [
            (new("Lime inn i teksten", "Paste into the text"), EvidencePack.Document, Text(
                $"{figures} figurer og {tables} tabeller med nummer, alternativ tekst og metodevedlegg", $"{figures} figures and {tables} tables, numbered, with alternative texts and a method annex")),
            (new("Det samme på engelsk", "The same in English"), EvidencePack.EnglishDocument, new("figurer, tabeller og metodevedlegg på engelsk, med samme nummer", "figures, tables and method annex in English, by the same numbers")),
            (new("Regne videre", "Compute further"), EvidencePack.Workbook, new("et ark med tall og diagram for figurer og tabeller, med samme nummer", "a sheet with numbers and chart for figures and tables, by the same number")),
            (new("Det samme på engelsk", "The same in English"), EvidencePack.EnglishWorkbook, new("tall og diagrammer med engelske ord", "numbers and charts with English words")),
            (new("Sitere et tall, eller lese det med et program", "Cite a number, or read it by a program"), EvidencePack.NumbersFile, Text(
                $"{numbers} tall, hvert med id, verdi, intervall, antall svar, definisjon, celle, kodeversjon og datafilenes sjekksum", $"{numbers} numbers, each with id, value, interval, answers, definition, cell, code version and digest of the data")),
            (new("Sette figurer i trykk", "Print figures"), "figures/", new("SVG, PNG og PDF (merket for skjermlesere), hver med tittel og uten («-untitled», for departementets egen mal)", "SVG, PNG and PDF (tagged for screen readers), each with its title and without («-untitled», for a ministry's own layout)")),
            (new("Bruke én tabell", "Use a single table"), "tables/", new("HTML, Word, Excel, CSV, LaTeX og Markdown", "HTML, Word, Excel, CSV, LaTeX and Markdown")),
            (new("Se hva som stemmer med det publiserte", "See what agrees with what was published"), "published-check.csv", new("hvert publisert tall med det som er regnet ut", "each published figure with what is computed")),
            (new("Lese og søke i alt", "Read and search it all"), "index.html", new("notatbøkene som sider, uten nett", "the notebooks as pages, without a network")),
        ];
    }

    private static TableRow Row(TableCell name, IReadOnlyList<PackLine> lines)
    {
        var statuses = lines.Select(line => line.Status).Distinct().Order().Select(status => status.Words()).ToArray();
        return new TableRow(
        [
            name,
            TableCell.Number(lines.Count(line => line.IsFigure)),
            TableCell.Number(lines.Count(line => !line.IsFigure)),
            TableCell.Number(lines.Sum(line => line.Numbers)),
            TableCell.Text(new LocalizedText(string.Join(", ", statuses.Select(status => status.Nb)), string.Join(", ", statuses.Select(status => status.En)))),
        ]);
    }

    private static TableColumn Words(string id, string nb, string en) => new(id, new(nb, en), IsNumeric: false);

    private static TableColumn Count(string id, string nb, string en) => new(id, new(nb, en), IsNumeric: true);

    private static LocalizedText Text(FormattableString nb, FormattableString en) => new(FormattableString.Invariant(nb), FormattableString.Invariant(en));

    private EvidenceTable Table(TableContent content) => new(content, _stamp, _language);
}
