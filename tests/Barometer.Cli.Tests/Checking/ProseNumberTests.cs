namespace Barometer.Cli.Tests.Checking;

public class ProseNumberTests
{
    [Theory]
    [InlineData("85<!-- x --> prosent", "85")]
    [InlineData("**85<!-- x --> prosent** og *33,6<!-- x --> per cent*", "85", "33,6")]
    [InlineData("1\u00A0686<!-- x --> av 2267<!-- x -->", "1\u00A0686", "2267")]
    [InlineData("«8 av 10<!-- x -->» og 9 of 10<!-- x -->", "8 av 10", "9 of 10")]
    [InlineData("60–65<!-- x --> prosent, (17<!-- x -->)", "60–65", "17")]
    public void In_MarkedNumbers_FindsThem(string markdown, params string[] numbers) =>
        Assert.Equal(numbers, ProseNumber.In(markdown).Select(number => number.Text));

    [Fact]
    public void In_MarkedNumber_ReadsTheMarkAndTheLine()
    {
        var number = Assert.Single(ProseNumber.In("Andelen\n\nvar 85<!-- NOS18-INN-A:0 --> prosent."));

        Assert.Equal(new ProseNumber(3, "85", "NOS18-INN-A:0"), number);
    }

    [Fact]
    public void Without_MarkedNumbers_LeavesTheRestInItsPlace() =>
        Assert.Equal("Av " + new string(' ', 24) + "\n86 og", ProseNumber.Without("Av 85<!-- NOS18-INN-A:0 -->\n86 og"));

    [Fact]
    public void In_MarkElsewhere_DoesNotCount() => Assert.Empty(ProseNumber.In("85 prosent <!-- NOS18-INN-A:0 -->"));
}
