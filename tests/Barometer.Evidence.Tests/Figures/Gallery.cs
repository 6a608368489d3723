namespace Barometer.Evidence.Tests.Figures;

/// <summary>
/// Draws one figure of every sort into the folder that BAROMETER_GALLERY names, for a person to look at. No test can tell
/// whether a figure looks right.
/// </summary>
public class Gallery
{
    private static readonly string? Folder = Environment.GetEnvironmentVariable("BAROMETER_GALLERY");

    [Fact]
    public void Draw()
    {
        Assert.SkipWhen(string.IsNullOrEmpty(Folder), "BAROMETER_GALLERY names no folder.");
        Directory.CreateDirectory(Folder!);
        Save("group-en", Figure.Bars(TestReleases.ByGroup())
            .Titled("Seks av sju arbeidsplasser har innført noe nytt", "Six of seven workplaces have introduced something new").In(Language.En));
        Save("group-ministry", Figure.Bars(TestReleases.ByGroup(synthetic: false)).ForMinistry());
        Save("battery", Figure.Bars(TestReleases.Battery()));
        Save("sections", Figure.Bars(TestReleases.Sections()));
        Save("one", Figure.Bars(TestReleases.BySize(1)));
        Save("works-with", Figure.Bars(TestReleases.Published().Series(PublishedSeries.WorksWith)));
        Save("introduced", Figure.Bars(TestReleases.Published().Series(PublishedSeries.Introduced)));
        Save("introduced-en", Figure.Bars(TestReleases.Published().Series(PublishedSeries.Introduced)).In(Language.En));
        Save("statements", Figure.Bars(TestReleases.Statements()));
        Save("two-groupings", Figure.Bars(TestReleases.TwoGroupings()));
        Save("schemes-en", TestSchemes.Share().Dots().Titled("Ingen", "Weighting lowers the share").In(Language.En));
        Save("distance", TestSchemes.Balance().Dots("agency_group", "region"));
        foreach (var (name, figure) in Kinds.All)
        {
            Save(name, figure());
        }

        var table = EvidenceTable.Of(TestReleases.ByGroup());
        File.WriteAllText(Path.Combine(Folder!, "group-table.txt"), table.ToString());
        foreach (var file in table.Files())
        {
            File.WriteAllBytes(Path.Combine(Folder!, Path.GetFileName(file.Name)), file.Bytes);
        }
    }

    private static void Save(string name, Figure figure)
    {
        File.WriteAllBytes(Path.Combine(Folder!, name + ".png"), figure.ToPng());
        File.WriteAllText(Path.Combine(Folder!, name + ".svg"), figure.ToSvg());
        File.WriteAllText(Path.Combine(Folder!, name + ".plotly.json"), figure.ToPlotlyJson());
        File.WriteAllBytes(Path.Combine(Folder!, name + ".pdf"), figure.ToPdf());
        File.WriteAllText(Path.Combine(Folder!, name + ".html"), figure.ToHtml());
    }
}
