namespace Barometer.Cli.Tests.Checking;

public class ProseNumberTests
{
    [Theory]
    [InlineData("85 prosent", "85")]
    [InlineData("**85 prosent** og *33,6 per cent*", "85", "33,6")]
    [InlineData("1\u00A0686 av 2267", "1\u00A0686", "2267")]
    [InlineData("«8 av 10» og 9 of 10", "8 av 10", "9 of 10")]
    [InlineData("60–65 prosent, (17)", "60–65", "17")]
    [InlineData("Det var 762.", "762")]
    public void In_Prose_FindsNumbers(string markdown, params string[] numbers) =>
        Assert.Equal(numbers, ProseNumber.In(markdown).Select(number => number.Text));

    [Theory]
    [InlineData("I 2018, i 2019–2020 og 2018–19.")]
    [InlineData("1. Først\n2. Så")]
    [InlineData("**1. Les undersøkelsen.** Så")]
    [InlineData("`design.Share(0.95)` og\n```\n17\n```")]
    [InlineData("[04-weighting](04-weighting.ipynb) og [docs](../docs/0051-x.md) og https://example.org/17")]
    [InlineData("Meld. St. 30 (2019–2020), N<sub>2</sub>, H2O, NOS18-INN, #17")]
    public void In_WhatIsNoResult_FindsNothing(string markdown) => Assert.Empty(ProseNumber.In(markdown));

    [Fact]
    public void In_MarkedNumber_ReadsTheMarkAndTheLine()
    {
        var number = Assert.Single(ProseNumber.In("Andelen\n\nvar 85<!-- NOS18-INN-A:0 --> prosent."));

        Assert.Equal(new ProseNumber(3, "85", "NOS18-INN-A:0"), number);
    }

    [Fact]
    public void In_MarkElsewhere_DoesNotCount() => Assert.Null(Assert.Single(ProseNumber.In("85 prosent <!-- NOS18-INN-A:0 -->")).Mark);
}
