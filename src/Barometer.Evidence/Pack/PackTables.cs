namespace Barometer.Evidence.Pack;

/// <summary>Lays out what the evidence pack holds as tables.</summary>
internal static class PackTables
{
    private static readonly TableColumn Notebook = new("notebook", new("Notatbok", "Notebook"), IsNumeric: false);
    private static readonly TableColumn State = new("status", new("Status", "Status"), IsNumeric: false);

    /// <summary>The files, with what each is for.</summary>
    public static TableContent Files(IReadOnlyList<PackLine> lines) => new()
    {
        Id = "pack-files",
        Title = new("Filene i evidenspakken", "The files of the evidence pack"),
        Columns =
        [
            new("what", new("Til hva", "What for"), IsNumeric: false, IsRowHeader: true),
            new("file", new("Fil, under artifacts/", "File, under artifacts/"), IsNumeric: false),
            new("holds", new("Hva den holder", "What it holds"), IsNumeric: false),
        ],
        Rows = [.. PackFiles.All(lines).Select(file => new TableRow([TableCell.Text(file.What), TableCell.Text(file.Path), TableCell.Text(file.Holds)]))],
        Source = null,
    };

    /// <summary>How much each notebook has, and of what it is made.</summary>
    public static TableContent Status(IReadOnlyList<PackLine> lines) => new()
    {
        Id = "pack-status",
        Title = new("Hva tallene er laget av", "What the numbers are made of"),
        Columns = [Notebook with { IsRowHeader = true }, Count("figures", "Figurer", "Figures"), Count("tables", "Tabeller", "Tables"), Count("numbers", "Tall", "Numbers"), State],
        Rows =
        [
            .. lines.GroupBy(line => line.Notebook).Select(book => Row(TableCell.Text(book.Key), [.. book])),
            Row(TableCell.Text(new LocalizedText("Alle", "All")), lines) with { IsTotal = true },
        ],
        Notes = [new TableNote("", new(
            "Tall: de som har en id i evidence.json, også de skjulte; tallene under en figur hører til figuren.",
            "Numbers: those with an id in evidence.json, hidden ones too; the numbers under a figure belong to it."))],
        Source = null,
    };

    /// <summary>Every figure and table.</summary>
    public static TableContent Exhibits(IReadOnlyList<PackLine> lines) => new()
    {
        Id = "pack-exhibits",
        Title = new("Alle figurer og tabeller i evidenspakken", "All figures and tables of the evidence pack"),
        Columns =
        [
            new("number", new("Nummer", "Number"), IsNumeric: false, IsRowHeader: true),
            new("title", new("Tittel", "Title"), IsNumeric: false),
            Notebook,
            new("cell", new("Celle", "Cell"), IsNumeric: false),
            new("file", new("Fil", "File"), IsNumeric: false),
            State,
        ],
        Rows = [.. lines.Select(line => new TableRow(
        [
            TableCell.Text(line.Label), TableCell.Text(line.Title), TableCell.Text(line.Notebook), TableCell.Text(line.Cell), TableCell.Text(line.File), TableCell.Text(line.Status.Words()),
        ]))],
        Source = null,
    };

    private static TableColumn Count(string id, string nb, string en) => new(id, new(nb, en), IsNumeric: true);

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
}
