namespace Barometer.Evidence.Tests.Formats;

public class StandardSymbolTests
{
    [Theory]
    [InlineData(StandardSymbol.CannotOccur, ".")]
    [InlineData(StandardSymbol.Missing, "..")]
    [InlineData(StandardSymbol.MissingSoFar, "...")]
    [InlineData(StandardSymbol.NotPublishable, ":")]
    [InlineData(StandardSymbol.Nil, "-")]
    [InlineData(StandardSymbol.LessThanHalf, "0")]
    public void Sign_EachSymbol_IsTheStandards(StandardSymbol symbol, string sign) => Assert.Equal(sign, symbol.Sign());

    [Fact]
    public void Meaning_EverySymbol_IsToldInBothLanguagesAndOnce()
    {
        var meanings = StandardSymbols.All.Select(symbol => symbol.Meaning()).ToList();

        Assert.Equal(6, meanings.Count);
        Assert.All(meanings, meaning => Assert.False(string.IsNullOrWhiteSpace(meaning.Nb) || string.IsNullOrWhiteSpace(meaning.En)));
        Assert.Equal(6, meanings.Select(meaning => meaning.Nb).Distinct().Count());
        Assert.Equal(6, meanings.Select(meaning => meaning.En).Distinct().Count());
    }

    [Theory]
    [InlineData(0, 0, StandardSymbol.Nil)]
    [InlineData(0.4, 0, StandardSymbol.LessThanHalf)]
    [InlineData(-0.4, 0, StandardSymbol.LessThanHalf)]
    [InlineData(0.04, 1, StandardSymbol.LessThanHalf)]
    [InlineData(0.4, 1, null)]
    [InlineData(0.5, 0, null)]
    public void For_Value_IsASymbolOnlyWhenItWouldShowAsZero(double value, int decimals, StandardSymbol? expected) =>
        Assert.Equal(expected, StandardSymbols.For((decimal)value, decimals));

    [Fact]
    public void Sign_ColumnWithDecimals_ShowsThem()
    {
        Assert.Equal("0,0", StandardSymbol.LessThanHalf.Sign(NumberFormat.For(Language.Nb), 1));
        Assert.Equal("0.0", StandardSymbol.LessThanHalf.Sign(NumberFormat.For(Language.En), 1));
        Assert.Equal(":", StandardSymbol.NotPublishable.Sign(NumberFormat.For(Language.Nb), 1));
    }
}
