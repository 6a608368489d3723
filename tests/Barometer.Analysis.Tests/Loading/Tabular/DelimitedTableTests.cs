using System.Text;

namespace Barometer.Analysis.Tests.Loading.Tabular;

public class DelimitedTableTests
{
    private const string Semicolons = "id;svar;vekt;dato\r\nW1;Ja, på «alt»;1,5;03.09.2018\r\nW2;;2,25;14.09.2018\r\nW3;Nei – æøå;;\r\n";

    private static readonly DeliveredValue[] Expected =
    [
        DeliveredValue.Of("W1"), DeliveredValue.Of("Ja, på «alt»"), DeliveredValue.Of(1.5), Day(3),
        DeliveredValue.Of("W2"), DeliveredValue.Empty, DeliveredValue.Of(2.25), Day(14),
        DeliveredValue.Of("W3"), DeliveredValue.Of("Nei – æøå"), DeliveredValue.Empty, DeliveredValue.Empty,
    ];

    [Theory]
    [InlineData("utf-8", false, true)]
    [InlineData("utf-8", true, true)]
    [InlineData("utf-16", false, true)]
    [InlineData("utf-16", true, true)]
    [InlineData("utf-16BE", true, true)]
    [InlineData("utf-32", true, true)]
    [InlineData("windows-1252", false, false)]
    [InlineData("macintosh", false, false)]
    public void Open_AnyEncoding_IsFoundAndTold(string name, bool mark, bool certain)
    {
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);

        var table = Open([.. mark ? encoding.GetPreamble() : [], .. encoding.GetBytes(Semicolons)]);

        Assert.Equal(Expected, Spss.SavFixture.Read(table).SelectMany(row => row));
        Assert.Equal(["id", "svar", "vekt", "dato"], table.Columns.Select(column => column.Name));
        var finding = Assert.Single(table.Findings, finding => finding.What == "encoding");
        Assert.Equal(encoding.WebName, finding.Found);
        Assert.Equal(certain, finding.IsCertain);
    }

    [Fact]
    public void Open_EncodingOfAnotherCodePage_IsFoundByItsLetters()
    {
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(850)!;

        var table = Open(encoding.GetBytes("id;svar\nW1;Blåbærsyltetøy\nW2;Ærlig talt, på Østlandet\n"));

        Assert.Equal("Blåbærsyltetøy", Spss.SavFixture.Read(table)[0][1].Text);
    }

    [Fact]
    public void Open_EncodingChosen_IsTaken()
    {
        var table = Open(CodePagesEncodingProvider.Instance.GetEncoding(1251)!.GetBytes("id;svar\nW1;Да\n"), new DeliveryChoices { Encoding = CodePagesEncodingProvider.Instance.GetEncoding(1251) });

        Assert.Equal("Да", Spss.SavFixture.Read(table)[0][1].Text);
    }

    [Theory]
    [InlineData("a;b;c\n1;2;3\n", ';', ValueKind.Number)]
    [InlineData("a\tb\tc\n1\tx;y\t3\n", '\t', ValueKind.Number)]
    [InlineData("a,b,c\n1.5,\"x;y;z\",3\n", ',', ValueKind.Number)]
    [InlineData("a|b|c\n1|2|3\n", '|', ValueKind.Number)]
    [InlineData("sep=;\na;b,c\n1;2,3\n", ';', ValueKind.Number)]
    internal void Open_Separator_IsFound(string text, char separator, ValueKind kind)
    {
        var table = (DelimitedTable)Open(Encoding.UTF8.GetBytes(text));

        Assert.Equal(separator, table.Writing.Separator.Separator);
        Assert.Equal(kind, table.Columns[0].Kind);
        Assert.Single(Spss.SavFixture.Read(table));
    }

    [Fact]
    public void Open_TitleBeforeHeadings_IsSkippedAndTold()
    {
        var table = Open("Eksport fra undersøkelsen\n\nid;svar;vekt\nW1;1;2\nW2;2;3\nW3;1;3\n"u8.ToArray());

        Assert.Equal(["id", "svar", "vekt"], table.Columns.Select(column => column.Name));
        Assert.Contains(table.Findings, finding => finding is { What: "headings", Found: "line 3", IsCertain: false });
        Assert.Equal(3, Spss.SavFixture.Read(table).Count);
    }

    [Theory]
    [InlineData("x\n1,5\n2\n", ValueKind.Number)]
    [InlineData("x\n1,5\n2.5\n", ValueKind.Text)]
    [InlineData("x\n007\n008\n", ValueKind.Text)]
    [InlineData("x\n1\nVet ikke\n", ValueKind.Text)]
    [InlineData("x\n2018-09-03\n2018-09-04\n", ValueKind.Date)]
    [InlineData("x\n03.09.2018 10:11\n04.09.2018 23:59:59\n", ValueKind.DateTime)]
    [InlineData("x\n03.09.2018\n2018-09-03\n", ValueKind.Text)]
    [InlineData("x\n1e3\n-2\n", ValueKind.Number)]
    internal void Open_Column_IsOnlyWhatAllItsFieldsAre(string text, ValueKind kind) =>
        Assert.Equal(kind, Open(Encoding.UTF8.GetBytes(text.Replace("\n", ";a\n", StringComparison.Ordinal))).Columns[0].Kind);

    [Fact]
    public void Open_MarksOfBothKinds_AreToldAsUncertain()
    {
        var table = Open("a;b\n1,5;2.5\n2,5;1\n"u8.ToArray());

        Assert.Contains(table.Findings, finding => finding is { What: "decimal mark", IsCertain: false });
        Assert.Equal(ValueKind.Number, Open("a;b\n1,5;2.5\n2,5;1\n"u8.ToArray(), new DeliveryChoices { DecimalMark = '.' }).Columns[1].Kind);
    }

    [Fact]
    public void Open_DaysThatFitTwoForms_AreToldAsUncertain()
    {
        var bytes = "a;b\n03/09/2018;1\n04/09/2018;1\n"u8.ToArray();

        var table = Open(bytes);

        Assert.Contains(table.Findings, finding => finding is { What: "dates", Found: "dd/MM/yyyy", IsCertain: false });
        Assert.Equal(new DateTime(2018, 3, 9), DeliveredTime.Moment(Spss.SavFixture.Read(Open(bytes, new DeliveryChoices { DateForm = "MM/dd/yyyy" }))[0][0].Number));
    }

    // Names, questions and a row for itself, as Qualtrics exports them; ten columns and ten rows tell that they are no answers.
    [Fact]
    public void Open_SeveralRecordsOfHeadings_AreToldApart()
    {
        string Record(Func<int, string> field) => string.Join(',', Enumerable.Range(1, 10).Select(field)) + "\n";
        var text = Record(i => $"Q{i}") + Record(i => $"\"Hva mener du om {i}, alt i alt?\"") + Record(i => $$"""
            "{""ImportId"":""QID{{i}}""}"
            """) + string.Concat(Enumerable.Range(0, 12).Select(row => Record(i => (row + i) % 3 == 0 ? "Ja" : "Nei")));

        var table = Open(Encoding.UTF8.GetBytes(text));

        Assert.Equal("Q7", table.Columns[6].Name);
        Assert.Equal("Hva mener du om 7, alt i alt?", table.Columns[6].Label);
        Assert.Equal(12, Spss.SavFixture.Read(table).Count);
        Assert.Contains(table.Findings, finding => finding is { What: "headings", IsCertain: false });
    }

    [Fact]
    public void Open_ColumnWithoutHeading_LosesNoRow()
    {
        var table = Open("id;;svar\nW1;Oslo;Ja\nW2;Bergen;Nei\nW3;Oslo;Nei\n"u8.ToArray());

        Assert.Equal(3, Spss.SavFixture.Read(table).Count);
        Assert.Equal(["id", "column 2", "svar"], table.Columns.Select(column => column.Name));
    }

    [Theory]
    [InlineData("a;b\n1;2\n1;2;3\n", "wrong number of fields", 3)]
    [InlineData("a;b\n\"1;2\n3;4\n", "quotation mark is out of place", 2)]
    [InlineData("", "The file is empty", null)]
    public void Open_DamagedFile_SaysWhatAndWhere(string text, string said, int? line)
    {
        var error = Assert.Throws<BarometerException>(() => Spss.SavFixture.Read(Open(Encoding.UTF8.GetBytes(text))));

        Assert.Contains(said, error.Message, StringComparison.Ordinal);
        Assert.Equal(line, error.Problems[0].Row);
    }

    [Fact]
    public void Read_QuotedFields_MayHoldSeparatorsQuotesAndLines()
    {
        var rows = Spss.SavFixture.Read(Open("a;b\n\"x;y\";\"he said \"\"no\"\"\"\n\"line\nline\";z\n"u8.ToArray()));

        Assert.Equal(["x;y", "he said \"no\"", "line\nline", "z"], rows.SelectMany(row => row).Select(value => value.Text));
    }

    private static DeliveredTable Open(byte[] bytes, DeliveryChoices? choices = null) => DeliveryFile.Open(DeliverySource.Of(bytes, "made.csv"), choices);

    private static DeliveredValue Day(int day) => DeliveredValue.Of(DeliveredTime.Seconds(new DateTime(2018, 9, day)), ValueKind.Date);
}
