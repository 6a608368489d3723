using System.Text;

namespace Barometer.Analysis.Tests.Loading.Spss;

public class PorTableTests
{
    private const string Codes =
        "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz .<(+|&[]!$*);^-/|,%_>?`:#@'=\"";

    // Two variables, x with a range and a value missing, t a text; three rows.
    private const string Body =
        "A8/201811296/123456" + "42/" + "51B/"
        + "70/1/X5/8/2/5/8/2/" + "B3J/3L/" + "8T/" + "C9/Et tall æ"
        + "75/1/T1/5/0/1/5/0/" + "83/dk "
        + "D1/1/X2/1/2/Ja2/3/Nei" + "E1/6/linjen"
        + "F1/2/ja" + "-1.F/3/dk " + "*.5/bl  z" + "Z";

    [Theory]
    [InlineData("1", 1)]
    [InlineData("T", 29)]
    [InlineData("10", 30)]
    [InlineData("-1.F", -1.5)]
    [InlineData("1.3", 1.1)]
    [InlineData(".F", 0.5)]
    [InlineData("2+2", 1800)]
    [InlineData("2-1", 2.0 / 30)]
    public void Base30_Number_IsRead(string text, double expected) => Assert.Equal(expected, Base30.Parse(text));

    [Theory]
    [InlineData("")]
    [InlineData("-")]
    [InlineData("U")]
    [InlineData("1+")]
    [InlineData("1 ")]
    [InlineData("1.2.3")]
    public void Base30_OtherText_IsNone(string text) => Assert.Null(Base30.Parse(text));

    [Fact]
    public void Open_Dictionary_IsRead()
    {
        var table = PorTable.Open(DeliverySource.Of(Bytes(Body), "made.por"), Encoding.Latin1);

        Assert.Equal(["X", "T"], table.Columns.Select(column => column.Name));
        Assert.Equal("Et tall æ", table.Columns[0].Label);
        Assert.Equal("F8.2", table.Columns[0].Format);
        Assert.Equal([new ValueLabel(DeliveredValue.Of(1), "Ja"), new ValueLabel(DeliveredValue.Of(2), "Nei")], table.Columns[0].ValueLabels);
        Assert.Equal(new MissingRange(DeliveredValue.Of(109), DeliveredValue.Of(111)), table.Columns[0].Missing.Range);
        Assert.Equal([DeliveredValue.Of(29)], table.Columns[0].Missing.Single);
        Assert.Equal([DeliveredValue.Of("dk")], table.Columns[1].Missing.Single);
        Assert.Equal(["linjen"], table.Dictionary.Documents);
    }

    [Theory]
    [InlineData("\r\n")]
    [InlineData("\n")]
    public void Rows_LinesOfAnyEnd_AreRead(string end)
    {
        var table = PorTable.Open(DeliverySource.Of(Bytes(Body, end), "made.por"));

        var rows = SavFixture.Read(table);

        Assert.Equal([DeliveredValue.Of(1), DeliveredValue.Of("ja"), DeliveredValue.Of(-1.5), DeliveredValue.Of("dk"), DeliveredValue.Empty, DeliveredValue.Of("bl  z")], rows.SelectMany(row => row));
    }

    [Fact]
    public void Open_LetterBeyondTheTable_IsToldAndNotGuessed()
    {
        var table = PorTable.Open(DeliverySource.Of(Bytes(Body), "made.por"));

        Assert.Equal("Et tall \uFFFD", table.Columns[0].Label);
        Assert.Contains(table.Findings, finding => finding is { What: "encoding", IsCertain: false });
    }

    [Theory]
    [InlineData("Z", "", "ends inside row")]
    [InlineData("F1/2/ja", "F1/Z", "ends inside row 1")]
    [InlineData("F1/2/ja", "FU/2/ja", "has no number")]
    [InlineData("E1/6/linjen", "Q", "record of an unknown type")]
    [InlineData("42/", "43/", "another number of variables")]
    [InlineData("D1/1/X", "D1/1/Y", "a variable that doesn't exist")]
    public void Read_DamagedFile_SaysWhat(string old, string with, string said)
    {
        var at = Body.LastIndexOf(old, StringComparison.Ordinal);
        var bytes = Bytes(Body[..at] + with + Body[(at + old.Length)..]);

        var message = Assert.Throws<BarometerException>(() => SavFixture.Read(PorTable.Open(DeliverySource.Of(bytes, "made.por")))).Message;

        Assert.Contains(said, message, StringComparison.Ordinal);
        Assert.Contains("(byte ", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Open_OtherText_IsRefused() =>
        Assert.Contains("no portable SPSS file", Assert.Throws<BarometerException>(() => PorTable.Open(DeliverySource.Of(Encoding.ASCII.GetBytes(new string('x', 600)), "made.por"))).Message, StringComparison.Ordinal);

    // Splash strings, the table of characters, the name, and the body, in lines of 80 whose trailing blanks are left out.
    private static byte[] Bytes(string body, string end = "\r\n")
    {
        var all = new string(' ', 40) + "ASCII SPSS PORT FILE".PadRight(160) + new string('0', 64) + Codes.PadRight(192, '0') + "SPSSPORT" + body;
        return Encoding.Latin1.GetBytes(string.Concat(all.Chunk(80).Select(line => new string(line).TrimEnd(' ') + end)));
    }
}
