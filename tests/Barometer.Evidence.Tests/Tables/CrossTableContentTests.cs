namespace Barometer.Evidence.Tests.Tables;

/// <summary>Two-way tables as a reader sees them: released from the synthetic stand-in.</summary>
public class CrossTableContentTests
{
    private static readonly Workbench Barometer = Workbench.Open(data: DataFolder.Find(AppContext.BaseDirectory));
    private static readonly BarometerDesign Design = Barometer.Design("operational-2018");
    private static readonly ReleasedCrossTable Rows = Release("spread", "novelty", PercentOf.Row);
    private static readonly ReleasedCrossTable Columns = Release("novelty", "spread", PercentOf.Column);
    private static readonly ReleasedCrossTable Everybody = Release("size_group", "spread", PercentOf.Total);

    private static ReleasedCrossTable Release(string rows, string columns, PercentOf percent) =>
        Workbench.Open(data: DataFolder.Find(AppContext.BaseDirectory)).Release(Design.CrossTable(rows, columns, percent, AnswerBase.AskedWithAView), id: "x");

    [Fact]
    public void Table_Headings_SayTheQuestion()
    {
        var table = Rows.Table().Content;

        Assert.Equal(["Spredning", "Nyhetsgrad: Arbeidsplassen var den første som utviklet innovasjonen", "Nyhetsgrad: I stor grad inspirert av andres løsninger, men vesentlig tilpasset", "Nyhetsgrad: I stor grad en kopi av andres løsninger", "Alle", "Designeffekt"],
            TableColumn.Grouped(table.Columns).Select(one => (one.Group ?? one.Columns[0].Header).Nb));
        Assert.Equal(["Spredning: Ja", "Spredning: Nei", "Alle"], table.Rows.Select(row => row.Cells[0].In(Language.Nb)));
        Assert.Equal("Prosent av hver rad, arbeidsplasser som jobber med innovasjon, uten «vet ikke» og «ikke relevant». 2018", table.Unit!.Nb);
    }

    [Fact]
    public void Table_RowPercent_AddsUpToAHundredInEveryRowAndItsNumbersToTheTotal()
    {
        var table = Rows.Table().Content;

        Assert.All(table.Rows, row =>
        {
            Assert.Equal(100, Sum(table, row, "_percent"), 0.2);
            Assert.Equal(Cell(table, row, "all_n").Value, Sum(table, row, "_n"));
            Assert.Equal(100, Cell(table, row, "all_percent").Value);
        });
    }

    [Fact]
    public void Table_ColumnPercent_AddsUpToAHundredInEveryColumn()
    {
        var table = Columns.Table().Content;
        var (rows, all) = (table.Rows.Where(row => row.Cells[0].In(Language.Nb).StartsWith("Nyhetsgrad", StringComparison.Ordinal)).ToList(), table.Rows.Single(row => row.IsTotal));

        foreach (var column in (string[])["yes", "no", "all"])
        {
            Assert.Equal(100, rows.Sum(row => Cell(table, row, column + "_percent").Value), 0.2);
            Assert.Equal(100, Cell(table, all, column + "_percent").Value);
            Assert.Equal(Cell(table, all, column + "_n").Value, rows.Sum(row => Cell(table, row, column + "_n").Value));
        }

        Assert.Equal("Designeffekt", table.Rows[^1].Cells[0].In(Language.Nb));
    }

    [Fact]
    public void Table_TotalPercent_AddsUpToAHundredInAllWithTotalsOnBothSides()
    {
        var table = Everybody.Table().Content;

        Assert.Equal(100, table.Rows.Where(row => !row.IsTotal).Sum(row => Sum(table, row, "_percent")), 0.5);
        Assert.All(table.Rows, row => Assert.Equal(Cell(table, row, "all_percent").Value, Sum(table, row, "_percent"), 0.2));
        Assert.All(table.Rows, row => Assert.Equal(Cell(table, row, "all_n").Value, Sum(table, row, "_n")));
    }

    [Fact]
    public void Table_Intervals_StandBesideEachPercentage()
    {
        var table = Rows.Table(intervals: true).Content;

        Assert.Equal(3, table.Columns.Count(column => column.Id.EndsWith("_interval", StringComparison.Ordinal) && table.Rows[0].Cells[table.Columns.ToList().IndexOf(column)].Kind == TableCellKind.Interval));
    }

    [Fact]
    public void Table_Test_IsSaidWithItsReading()
    {
        var test = Rows.Table().Content.Notes.Single(note => note.Text.Nb.StartsWith("Sammenheng mellom rader og kolonner:", StringComparison.Ordinal)).Text;

        Assert.Matches("p (= 0,|< 0,|≥ 0,)".Replace(' ', '\u00A0'), test.Nb);
        Assert.EndsWith(Text.TestWording.Reading(Rows.Table().Content.Tests[0].Test).Nb, test.Nb, StringComparison.Ordinal);
    }

    [Fact]
    public void Forms_HeadingsOverTwoColumns_StandInAllOfThem()
    {
        var table = Rows.Table();
        const string Heading = "Nyhetsgrad: I stor grad inspirert av andres løsninger, men vesentlig tilpasset";

        Assert.Contains($"<th scope=\"colgroup\" colspan=\"2\"", table.ToHtml(), StringComparison.Ordinal);
        Assert.Contains($">{Heading}</th>", table.ToHtml(), StringComparison.Ordinal);
        Assert.Contains($"| {Heading}, % | {Heading}, Svar |", table.ToMarkdown(), StringComparison.Ordinal);
        Assert.Contains($"\\multicolumn{{2}}{{r}}{{{Heading}}}", table.ToLatex(), StringComparison.Ordinal);
        Assert.Contains("\\cmidrule(lr){2-3}", table.ToLatex(), StringComparison.Ordinal);
        Assert.Contains($"{Heading}, %;{Heading}, Svar", table.ToExcelCsv(), StringComparison.Ordinal);
        var lines = table.ToString().Split('\n');
        var groups = Array.FindIndex(lines, line => line.Contains(Heading, StringComparison.Ordinal));
        Assert.Equal(lines[groups].IndexOf(Heading, StringComparison.Ordinal) + Heading.Length, lines[groups + 1].IndexOf("Svar", lines[groups].IndexOf(Heading, StringComparison.Ordinal), StringComparison.Ordinal) + "Svar".Length);
    }

    [Fact]
    public void Csv_HasEveryPercentageWithItsLimitsAndEveryNumber()
    {
        var lines = Rows.Table().ToCsv().Split('\n', StringSplitOptions.RemoveEmptyEntries);

        Assert.StartsWith("release,survey,synthetic,spread,novelty,", lines[0], StringComparison.Ordinal);
        Assert.Equal(Rows.Shares.Released.Content.Estimates.Count, lines.Count(line => line.Contains(",share,", StringComparison.Ordinal)));
        Assert.Contains(lines, line => line.Contains(",count,", StringComparison.Ordinal));
    }

    [Fact]
    public void Release_NameOnTheLedger_IsThatOfBothParts() =>
        Assert.Equal(["x-counts", "x"], Rows.Stamp.Ledger.Split(' ').Select(one => one.Split('@')[0]));

    [Fact]
    public void Count_ByTwo_IsATableWithTotalsOnBothSides()
    {
        var table = Workbench.Open(data: DataFolder.Find(AppContext.BaseDirectory)).Release(Design.Count(by: ["spread", "size_group"]), id: "counted").Table().Content;

        Assert.Equal(["Spredning", "1–19 ansatte", "20–49 ansatte", "50 ansatte eller flere", "Alle"], table.Columns.Select(column => column.Header.Nb));
        Assert.Equal(["Spredning: Ja", "Spredning: Nei", "Alle"], table.Rows.Select(row => row.Cells[0].In(Language.Nb)));
        Assert.DoesNotContain(table.Rows.SelectMany(row => row.Cells), cell => cell.ShownSymbol == StandardSymbol.CannotOccur);
    }

    [Fact]
    public void Count_ByOne_SaysEachNumberOnce() =>
        Assert.Equal(["group", "estimate"], Workbench.Open(data: DataFolder.Find(AppContext.BaseDirectory)).Release(Design.Count(by: "spread"), id: "counted").Table().Content.Columns.Select(column => column.Id));

    private static TableCell Cell(TableContent table, TableRow row, string column) => row.Cells[table.Columns.ToList().FindIndex(one => one.Id == column)];

    private static double Sum(TableContent table, TableRow row, string ending) =>
        row.Cells.Zip(table.Columns).Where(one => one.Second.Id.EndsWith(ending, StringComparison.Ordinal) && !one.Second.Id.StartsWith("all_", StringComparison.Ordinal)).Sum(one => one.First.Value);
}
