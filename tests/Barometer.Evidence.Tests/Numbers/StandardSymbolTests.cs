namespace Barometer.Evidence.Tests.Numbers;

public class StandardSymbolTests
{
    [Theory]
    [InlineData(nameof(StandardSymbol.CannotOccur), ".")]
    [InlineData(nameof(StandardSymbol.Missing), "..")]
    [InlineData(nameof(StandardSymbol.MissingSoFar), "...")]
    [InlineData(nameof(StandardSymbol.NotPublishable), ":")]
    [InlineData(nameof(StandardSymbol.Nil), "-")]
    [InlineData(nameof(StandardSymbol.LessThanHalf), "0")]
    public void Sign_EachSymbol_IsTheStandards(string symbol, string sign) => Assert.Equal(sign, Enum.Parse<StandardSymbol>(symbol).Sign());

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
    [InlineData(0, 0, nameof(StandardSymbol.Nil))]
    [InlineData(0.4, 0, nameof(StandardSymbol.LessThanHalf))]
    [InlineData(-0.4, 0, nameof(StandardSymbol.LessThanHalf))]
    [InlineData(0.04, 1, nameof(StandardSymbol.LessThanHalf))]
    [InlineData(0.4, 1, null)]
    [InlineData(0.5, 0, null)]
    public void For_Value_IsASymbolOnlyWhenItWouldShowAsZero(double value, int decimals, string? expected) =>
        Assert.Equal(expected, StandardSymbols.For((decimal)value, decimals)?.ToString());

    [Fact]
    public void Sign_ColumnWithDecimals_ShowsThem()
    {
        Assert.Equal("0,0", StandardSymbol.LessThanHalf.Sign(NumberFormat.For(Language.Nb), 1));
        Assert.Equal("0.0", StandardSymbol.LessThanHalf.Sign(NumberFormat.For(Language.En), 1));
        Assert.Equal(":", StandardSymbol.NotPublishable.Sign(NumberFormat.For(Language.Nb), 1));
    }
}
