namespace Barometer.Evidence.Tests.Figures;

public class TextBlockTests
{
    [Fact]
    public void Lines_ShortText_IsOneLine() => Assert.Equal(["Direktorat"], TextBlock.Lines("Direktorat", 20, Letters));

    [Fact]
    public void Lines_LongText_BreaksAtSpaces() =>
        Assert.Equal(["Statsforvalter og", "annen ytre etat"], TextBlock.Lines("Statsforvalter og annen ytre etat", 18, Letters));

    [Fact]
    public void Lines_HardSpace_IsNeverBroken() =>
        Assert.Equal(["Direktorat", "(n\u00A0=\u00A0143)"], TextBlock.Lines("Direktorat (n\u00A0=\u00A0143)", 14, Letters));

    [Fact]
    public void Lines_WordLongerThanALine_IsBrokenWithHyphens()
    {
        var lines = TextBlock.Lines("Menneskerettighetsorganisasjon øver", 12, Letters);

        Assert.All(lines, line => Assert.InRange(line.Length, 1, 12));
        Assert.Equal("Menneskerettighetsorganisasjonøver", string.Concat(lines.Select(line => line.TrimEnd('-'))).Replace(" ", "", StringComparison.Ordinal));
    }

    [Fact]
    public void Balanced_TwoLines_AreAboutEven() =>
        Assert.Equal(["County governor and", "other external agency"], TextBlock.Balanced("County governor and other external agency", 30, Letters));

    [Fact]
    public void Balanced_LastLineOfOneWord_TakesNoMoreThanItNeeds()
    {
        const string Text = "Strekene viser konfidensintervall og aksen begynner ikke på null";

        Assert.Equal(["Strekene viser konfidensintervall og aksen begynner ikke på", "null"], TextBlock.Lines(Text, 60, Letters));
        Assert.Equal(["Strekene viser konfidensintervall og aksen", "begynner ikke på null"], TextBlock.Balanced(Text, 60, Letters, lastLine: 0.3f));
    }

    private static float Letters(string text) => text.Length;
}
