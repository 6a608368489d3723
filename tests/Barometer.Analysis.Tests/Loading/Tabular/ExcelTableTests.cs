namespace Barometer.Analysis.Tests.Loading.Tabular;

public class ExcelTableTests
{
    [Fact]
    public void Open_OneRowOfHeadings_ReadsAllKindsOfCells()
    {
        var table = Open(("Svar", [["id", "tall", "dag", "sant", "blandet"], ["W1", 1.5, new DateTime(2018, 9, 3), true, "Vet ikke"], ["W2", null, new DateTime(2018, 9, 4, 12, 0, 0), false, 3]], []));

        Assert.Equal([ValueKind.Text, ValueKind.Number, ValueKind.DateTime, ValueKind.Text, ValueKind.Text], table.Columns.Select(column => column.Kind));
        var rows = Spss.SavFixture.Read(table);
        Assert.Equal(["W1", "1.5", "2018-09-03", "true", "Vet ikke", "W2", "", "2018-09-04T12:00:00", "false", "3"], rows.SelectMany(row => row).Select(value => value.ToString()));
        Assert.Equal(2, table.FirstDataRow);
    }

    [Fact]
    public void Open_GroupsOfColumns_JoinsTheirHeadings()
    {
        var table = Open(("Svar", [["id", "Hvem samarbeidet dere med?", null, "Vekt"], [null, "Kommuner", "Private", null], ["W1", "Ja", "Nei", 1], ["W2", "Nei", "Nei", 2]], ["B1:C1"]));

        Assert.Equal(["id", "Hvem samarbeidet dere med? – Kommuner", "Hvem samarbeidet dere med? – Private", "Vekt"], table.Columns.Select(column => column.Name));
        Assert.Equal(3, table.FirstDataRow);
        Assert.Contains(table.Findings, finding => finding is { What: "headings", Found: "rows 1 to 2", IsCertain: false });
    }

    [Fact]
    public void Open_GroupsThatArentMerged_ReachToTheNext()
    {
        var table = Open(("Svar", [["id", "Hvem samarbeidet dere med?", null, "Vekt"], [null, "Kommuner", "Private", null], ["W1", "Ja", "Nei", 1], ["W2", "Nei", "Nei", 2]], []));

        Assert.Equal(["id", "Hvem samarbeidet dere med? – Kommuner", "Hvem samarbeidet dere med? – Private", "Vekt"], table.Columns.Select(column => column.Name));
    }

    [Fact]
    public void Open_NamesAndQuestions_AreToldApart()
    {
        var table = Open(("Svar", [["Arbeidsplass", "Har dere innovert?", "Hvor mange?"], ["id", "innovated", "number"], ["W1", "Ja", 1], ["W2", "Nei", 2]], []), new DeliveryChoices { HeadingRows = 2 });

        Assert.Equal(["id", "innovated", "number"], table.Columns.Select(column => column.Name));
        Assert.Equal(["Arbeidsplass", "Har dere innovert?", "Hvor mange?"], table.Columns.Select(column => column.Label));
    }

    [Fact]
    public void Open_TitleAboveHeadings_IsSkipped()
    {
        var table = Open(("Svar", [["Undersøkelsen 2018", null, null], [], ["id", "svar", "vekt"], ["W1", "Ja", 1], ["W2", "Nei", 2]], ["A1:C1"]));

        Assert.Equal(["id", "svar", "vekt"], table.Columns.Select(column => column.Name));
        Assert.Equal(4, table.FirstDataRow);
        Assert.Equal(2, Spss.SavFixture.Read(table).Count);
    }

    [Fact]
    public void Open_SheetOfCodes_LabelsTheColumns()
    {
        var table = Open(
            ("Kodeliste", [["Variabel", "Spørsmål", "Kode", "Etikett", "Manglende"], ["innovated", "Har dere innovert?", 0, "Nei", null], [null, null, 1, "Ja", null], [null, null, 97, "Vet ikke", "ja"]], []),
            ("Svar", [["id", "Har dere innovert?"], ["W1", 1], ["W2", 97]], []));

        Assert.Equal("Svar", table.Sheet);
        Assert.Equal("innovated", table.Columns[1].Label);
        Assert.Equal([(0, "Nei"), (1, "Ja"), (97, "Vet ikke")], table.Columns[1].ValueLabels.Select(label => ((int)label.Value.Number, label.Label)));
        Assert.True(table.Columns[1].Missing.Contains(Spss.SavFixture.Read(table)[1][1]));
    }

    [Fact]
    public void Read_MergedCellBelowHeadings_HoldsForAllItsRows()
    {
        var rows = Spss.SavFixture.Read(Open(("Svar", [["etat", "id"], ["V1", "W1"], [null, "W2"], ["V2", "W3"]], ["A2:A3"])));

        Assert.Equal(["V1", "V1", "V2"], rows.Select(row => row[0].Text));
    }

    [Fact]
    public void Open_SeveralFullSheets_TakesTheFullestAndSaysSo()
    {
        var table = Open(("Forside", [["Om filen", "x"], ["a", "b"]], []), ("Svar", [["id", "svar"], ["W1", "Ja"], ["W2", "Nei"]], []));

        Assert.Equal("Svar", table.Sheet);
        Assert.Contains(table.Findings, finding => finding is { What: "sheet", IsCertain: false });
    }

    [Fact]
    public void Open_SheetThatDoesntExist_ProposesOthers()
    {
        var bytes = WorkbookFixture.Of(("Svar", [["id", "svar"], ["W1", "Ja"]], []));

        Assert.Contains("Svar", Assert.Throws<BarometerException>(() => DeliveryFile.Open(DeliverySource.Of(bytes, "made.xlsx"), new DeliveryChoices { Sheet = "Svra" })).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Open_NoWorkbook_IsRefused() =>
        Assert.Contains("can't be read", Assert.Throws<BarometerException>(() => DeliveryFile.Open(DeliverySource.Of("PK and no more"u8.ToArray(), "made.xlsx"))).Message, StringComparison.Ordinal);

    [Fact]
    public void Read_ErrorInCell_IsNoAnswer()
    {
        var rows = Spss.SavFixture.Read(Open(("Svar", [["id", "tall"], ["W1", new WorkbookFixture.Error("#N/A")], ["W2", 2]], [])));

        Assert.NotEqual(ValueKind.Number, rows[0][1].Kind);
    }

    private static ExcelTable Open((string Name, object?[][] Rows, string[] Merged) sheet, DeliveryChoices? choices = null) =>
        (ExcelTable)DeliveryFile.Open(DeliverySource.Of(WorkbookFixture.Of(sheet), "made.xlsx"), choices);

    private static ExcelTable Open(params (string Name, object?[][] Rows, string[] Merged)[] sheets) =>
        (ExcelTable)DeliveryFile.Open(DeliverySource.Of(WorkbookFixture.Of(sheets), "made.xlsx"));
}
