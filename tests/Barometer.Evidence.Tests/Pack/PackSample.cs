namespace Barometer.Evidence.Tests.Pack;

/// <summary>A pack of three notebooks, one of which shows nothing that counts.</summary>
internal static class PackSample
{
    public static PackOrigin Origin { get; } = new(Path.Combine(AppContext.BaseDirectory, "data"), "0123456789abcdef0123456789abcdef01234567");

    public static EvidencePack Make(PackOrigin? origin = null)
    {
        var bars = Figure.Bars(TestReleases.ByGroup());
        var likert = new ReleasedEstimates(TestAnswers.HiddenAnswers(), Language.Nb).Likert();
        return new EvidencePack(
            [
                new(new("Hvem innoverer?", "Who innovates?"), [Exhibit("first", "bars", bars), Exhibit("first", "table", EvidenceTable.Of(TestReleases.Sections())), Exhibit("first", "bars", bars)]),
                new(new("Ingen figurer", "No figures"), [Exhibit("empty", "facts", TestReleases.Facts())]),
                new(new("Hva fremmer?", "What promotes?"), [Exhibit("second", "likert", likert), Exhibit("second", "published", Figure.Bars(TestReleases.BothSeries()))]),
            ],
            origin ?? Origin);
    }

    public static Exhibit Exhibit(string notebook, string cell, Displayable shown) => Evidence.Exhibits.Exhibit.Of(shown, notebook, 1, cell)!;
}
