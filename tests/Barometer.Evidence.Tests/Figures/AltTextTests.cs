namespace Barometer.Evidence.Tests.Figures;

public class AltTextTests
{
    [Fact]
    public void AltText_FewBars_TellsAllOfThemInNorwegian() => Assert.Equal(
        "Søylediagram: Har innført minst én innovasjon, etter virksomhetsgruppe. Dataene er syntetiske. "
        + "Departement: 91 % (KI 79–97, n = 41). Direktorat: 87 % (KI 83–91, n = 243). "
        + "Statsforvalter og annen ytre etat: 83 % (KI 78–86, n = 312). Universitet, høgskole og forskning: 85 % (KI 79–90, n = 158). "
        + "Alle: 85 % (KI 83–87, n = 762). 1 av 6 tall kan ikke offentliggjøres av hensyn til anonymiteten.",
        Figure.Bars(TestReleases.ByGroup()).AltText.Replace('\u00A0', ' '));

    [Fact]
    public void AltText_ManyBars_TellsTheHighestAndTheLowestInEnglish() => Assert.Equal(
        "Bar chart: Introduced at least one innovation, by number of employees. The data are synthetic. "
        + "Highest: 121–130 employees: 75% (CI 60–77, n = 32). Lowest: 11–20 employees: 14% (CI 11–23, n = 21).",
        Figure.Bars(TestReleases.BySize(16)).In(Language.En).AltText.Replace('\u00A0', ' '));

    [Fact]
    public void AltText_NothingToShow_SaysSo() => Assert.EndsWith(
        "3 av 3 tall kan ikke offentliggjøres av hensyn til anonymiteten.",
        Figure.Bars(TestReleases.AllHidden()).AltText,
        StringComparison.Ordinal);

    [Fact]
    public void AltText_Sections_NamesTheSectionOfABar() =>
        Assert.Contains("Høyest: Direktorat, ", Figure.Bars(TestReleases.Sections()).AltText, StringComparison.Ordinal);

    [Fact]
    public void AltText_QuestionAsTitle_EndsWithOneMark() =>
        Assert.DoesNotContain("?.", Figure.Bars(TestReleases.AwkwardLabels()).AltText, StringComparison.Ordinal);
}
