namespace Barometer.Analysis.Tests;

public class NearNamesTests
{
    private static readonly string[] Names = ["innovated", "size_band", "spread", "partner_private"];

    [Theory]
    [InlineData("inovated", "did you mean «innovated»?")]
    [InlineData("Spread", "did you mean «spread»?")]
    [InlineData("partner_privat", "did you mean «partner_private»?")]
    [InlineData("something_else", null)]
    [InlineData("", null)]
    public void Hint_NameNearAnother_AsksForIt(string asked, string? hint) => Assert.Equal(hint, NearNames.Hint(Names, asked));

    [Fact]
    public void Expected_Names_StandNearestFirst() => Assert.StartsWith("one of size_band, ", NearNames.Expected(Names, "size_bands"), StringComparison.Ordinal);

    [Fact]
    public void Survey_NameThatIsNone_IsNamedWithTheNearest()
    {
        var problem = Assert.Throws<BarometerException>(() => SurveyReader.Read(Path.Combine(AppContext.BaseDirectory, "data"), "operational-2019")).Problems[0];

        Assert.Contains("«operational-2019»", problem.What, StringComparison.Ordinal);
    }
}
