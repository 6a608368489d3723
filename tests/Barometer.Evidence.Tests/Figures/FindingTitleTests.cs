namespace Barometer.Evidence.Tests.Figures;

public class FindingTitleTests
{
    private const string Topic = "Har innført minst én innovasjon, etter virksomhetsgruppe";

    [Fact]
    public void Titled_PlaceOfAShownNumber_IsFilledInBothLanguagesAndTheTopicGoesUnderIt()
    {
        var figure = Bars().Titled("{innovated} jobber med innovasjon", "{innovated} work with innovation");

        Assert.Equal("85 prosent jobber med innovasjon", Plain(figure.Title));
        Assert.Equal("85 per cent work with innovation", Plain(figure.In(Language.En).Title));
        Assert.StartsWith(Topic + ". ", figure.Description.Subtitle, StringComparison.Ordinal);
        Assert.Contains("Søylediagram: 85 prosent jobber med innovasjon.", Plain(figure.AltText), StringComparison.Ordinal);
    }

    [Fact]
    public void Titled_OtherAnswers_SayAnotherThing()
    {
        var other = TestReleases.ByGroup() is var released ? released.With(released.Content.Estimates.Select(one => one.Groups.Count == 0 ? one with { Value = 0.412 } : one)) : null;

        Assert.Equal("41 prosent jobber med innovasjon", Plain(Figure.Bars(other!).Titled("{innovated} jobber med innovasjon").Title));
    }

    [Theory]
    [InlineData("{innovated@State enterprise} av foretakene")]
    [InlineData("Etter virksomhetsgruppe: {between}")]
    [InlineData("Størst: {largest}")]
    [InlineData("Departementene {often(innovated@Ministry, innovated@State enterprise)}")]
    public void Titled_HiddenNumber_IsNeverQuotedAndTheTopicStands(string words)
    {
        var figure = Bars().Titled(words, words);

        Assert.Equal(Topic, figure.Title);
        Assert.DoesNotContain(":", figure.Title, StringComparison.Ordinal);
        Assert.All(figure.Description.Chart.Rows, row => Assert.Null(row.OwnColor));
    }

    [Theory]
    [InlineData(0.20, 0.30, "uten klar forskjell", "ikke klart oftere eller sjeldnere")]
    [InlineData(0.02, 0.02, "fra 30 til 60 prosent", "oftere")]
    public void Titled_DifferenceWithinChance_SaysSo(double below, double above, string between, string often)
    {
        var released = Two(below, above);

        Assert.Equal($"Etter gruppe: {between}", Plain(Figure.Bars(released).Titled("Etter gruppe: {between}").Title));
        Assert.Equal($"Direktoratene svarer {often} ja", Plain(Figure.Bars(released).Titled("Direktoratene svarer {often(innovated@Directorate, innovated@Ministry)} ja").Title));
    }

    [Fact]
    public void Titled_Largest_NamesThoseThatCannotBeToldApartAndLeavesTheResidualOut()
    {
        Assert.Equal("Oftest: direktorat (60 %)", Plain(Figure.Bars(Two(0.02, 0.02)).Titled("Oftest: {largest}").Title));
        Assert.Equal("Oftest: ingen klart oftere enn de andre", Plain(Figure.Bars(Two(0.2, 0.3)).Titled("Oftest: {largest}").Title));

        var battery = TestReleases.Battery();
        var first = battery.Content.Estimates.MaxBy(one => one.Value)!;
        Assert.DoesNotContain(first.Outcome.Label.Nb, Figure.Bars(battery.LargestResidual()).Titled("Oftest: {largest}").Title, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Titled_Certain_CountsDifferencesWhoseIntervalLeavesZeroOut()
    {
        var effects = Shown(TestAnswers.Model(odds: false));

        Assert.Equal("3 av 4 forskjeller er sikre", effects.Forest().Titled("{certain} forskjeller er sikre").Title);
        Assert.Equal("3 of 4 differences are certain", Shown(TestAnswers.Model(odds: true)).Forest().Titled("x {certain}", "{certain} differences are certain").In(Language.En).Title);
    }

    [Fact]
    public void Titled_NamedBar_StandsOutAndTheRestIsQuiet()
    {
        var rows = Figure.Bars(Two(0.02, 0.02)).Titled("Oftest: {largest}").Description.Chart.Rows;

        Assert.Equal([Palette.Middle, Palette.Highlight, Palette.Middle], rows.Select(row => row.Color));
        Assert.Equal([false, true, true], rows.Select(row => row.IsStrong));
    }

    [Fact]
    public void Titled_NumberOfAnotherRelease_IsStampedWithItToo()
    {
        var figure = Bars().Titled("{partners/q5_0} samarbeidet med egne enheter", "", TestReleases.Battery());

        Assert.EndsWith("prosent samarbeidet med egne enheter", Plain(figure.Title), StringComparison.Ordinal);
        Assert.Equal("Introduced at least one innovation, by agency group", figure.In(Language.En).Title);
    }

    [Fact]
    public void Titled_MisspeltPlace_IsRefused() =>
        Assert.Contains("names no number", Assert.Throws<BarometerException>(() => Bars().Titled("{inovated} av alle")).Message, StringComparison.Ordinal);

    [Fact]
    public void Caption_OfSyntheticAnswers_SaysSoWhereThePictureIsNotSeen()
    {
        Assert.EndsWith(" (syntetiske data)", Bars().Titled("{innovated} innoverer").Caption, StringComparison.Ordinal);
        Assert.DoesNotContain("yntet", Figure.Bars(TestReleases.ByGroup(synthetic: false)).Titled("{innovated} innoverer").Caption, StringComparison.Ordinal);
        Assert.Equal(Topic, Bars().Caption);
    }

    private static Figure Bars() => Figure.Bars(TestReleases.ByGroup());

    private static string Plain(string text) => text.Replace('\u00A0', ' ');

    private static ReleasedEstimates Shown(Released<ReleasedTable> released) => new(released, Language.Nb);

    // 30 per cent of ministries, 60 of directorates.
    private static Released<ReleasedTable> Two(double below, double above) => TestReleases.ByGroup().With(
        TestReleases.Cell(["Departement|Ministry"], 0.3, 0.3 - below, 0.3 + above, 50),
        TestReleases.Cell(["Direktorat|Directorate"], 0.6, 0.6 - below, 0.6 + above, 50),
        TestReleases.Cell([], 0.45, 0.45 - below, 0.45 + above, 100));
}
