namespace Barometer.Evidence.Tests.Pack;

/// <summary>A pack of three notebooks, one of which shows nothing that counts.</summary>
internal static class PackSample
{
    public static PackOrigin Origin { get; } = new(Path.Combine(AppContext.BaseDirectory, "data"), "0123456789abcdef0123456789abcdef01234567");

    public static EvidencePack Make()
    {
        var bars = Figure.Bars(TestReleases.ByGroup());
        var likert = new ReleasedEstimates(TestAnswers.HiddenAnswers(), Language.Nb).Likert();
        return EvidencePack.Of(
            [
                new PackNotebook("first", new("Hvem innoverer?", "Who innovates?"), [Exhibit("bars", bars), Exhibit("table", EvidenceTable.Of(TestReleases.Sections())), Exhibit("bars", bars)]),
                new PackNotebook("empty", new("Ingen figurer", "No figures"), [Exhibit("facts", TestReleases.Facts())]),
                new PackNotebook("second", new("Hva fremmer?", "What promotes?"), [Exhibit("likert", likert), Exhibit("published", Figure.Bars(TestReleases.BothSeries()))]),
            ],
            Origin);
    }

    public static PackExhibit Exhibit(string cell, Displayable shown) => new(1, cell, shown.ToMimeBundles().First()[ArtifactBundle.MediaType]);
}
