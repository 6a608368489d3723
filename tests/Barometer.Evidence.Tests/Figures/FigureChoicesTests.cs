namespace Barometer.Evidence.Tests.Figures;

/// <summary>A figure of one's own: title, labels, order, colours, what stands out, decimals and size.</summary>
public class FigureChoicesTests
{
    private static readonly Figure Bars = Figure.Bars(TestReleases.ByGroup());

    [Fact]
    public void Titled_InOneLanguage_IsMadeOfTheLabelsInTheOther()
    {
        var figure = Bars.Titled("Direktoratene leder an");

        Assert.Equal("Direktoratene leder an", figure.Title);
        Assert.Equal(Bars.In(Language.En).Title, figure.In(Language.En).Title);
        Assert.Equal("Only English", Bars.Titled(en: "Only English").In(Language.En).Title);
    }

    [Fact]
    public void Labelled_ByCodeOrLabel_IsInThePictureTheWordsAndTheChartAndKeepsTheOtherLanguage()
    {
        var figure = Bars.Labelled("direktorat", "Direktoratene");

        Assert.Contains(figure.Description.Chart.Rows, row => row.Label.StartsWith("Direktoratene (n", StringComparison.Ordinal) && row.Spoken.StartsWith("Direktoratene:", StringComparison.Ordinal));
        Assert.Contains("Direktoratene:", figure.AltText, StringComparison.Ordinal);
        Assert.Contains(figure.In(Language.En).Description.Chart.Rows, row => row.Label.StartsWith("Directorate (n", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(BarOrder.Descending, "Departement", "Statsforvalter og annen ytre etat")]
    [InlineData(BarOrder.Ascending, "Statsforvalter og annen ytre etat", "Departement")]
    public void Ordered_ByValue_HidesNothingAndKeepsAllLast(BarOrder order, string first, string last)
    {
        var rows = Bars.Ordered(order).Description.Chart.Rows;

        Assert.StartsWith(first, rows[0].Label, StringComparison.Ordinal);
        Assert.StartsWith(last, rows[3].Label, StringComparison.Ordinal);
        Assert.Equal("Statlig foretak", rows[4].Label);
        Assert.True(rows[5].IsTotal);
    }

    [Fact]
    public void Ordered_ByNames_PutsThemFirst() =>
        Assert.Equal(
            ["Direktorat", "Departement"],
            Bars.Ordered("Direktorat", "Departement").Description.Chart.Rows.Take(2).Select(row => row.Label.Split(" (")[0]));

    [Fact]
    public void Highlighted_Row_IsDarkAndBoldAmongGrey()
    {
        var rows = Bars.Highlighted("Direktorat").Description.Chart.Rows;

        Assert.Equal((Palette.Highlight, true), rows.Where(row => row.Label.StartsWith("Direktorat", StringComparison.Ordinal)).Select(row => (row.Color, row.IsStrong)).Single());
        Assert.All(rows.Where(row => !row.Label.StartsWith("Direktorat", StringComparison.Ordinal)), row => Assert.Equal(Palette.Middle, row.Color));
        Assert.True(Palette.Contrast(Palette.Middle, Palette.Ground) >= 3);
    }

    [Theory]
    [MemberData(nameof(Colors))]
    public void Coloured_AnyColour_ShowsOnWhiteInBothForms(FigureColor color)
    {
        var figure = Bars.Coloured(color);

        Assert.True(Palette.Contrast(FigureChoices.ColorOf(color), Palette.Ground) >= 2.9);
        Assert.Contains(FigureChoices.ColorOf(color), figure.ToPlotlyJson(), StringComparison.OrdinalIgnoreCase);
        Assert.Equal(Palette.Total, figure.Description.Chart.Rows[^1].Color);
    }

    public static TheoryData<FigureColor> Colors { get; } = [.. Enum.GetValues<FigureColor>()];

    [Fact]
    public void Coloured_Answer_IsInTheLegendAndItsParts()
    {
        var figure = new ReleasedEstimates(TestReleases.Sections(), Language.Nb);

        Assert.Throws<BarometerException>(() => figure.Bars().Coloured("nothing", FigureColor.Ochre));
    }

    [Fact]
    public void Coloured_WhereColoursHaveAMeaning_IsRefused() =>
        Assert.Contains("say something themselves", Assert.Throws<BarometerException>(() => new ReleasedEstimates(TestReleases.Balances(), Language.Nb).AroundZero().Coloured(FigureColor.Green)).Message, StringComparison.Ordinal);

    [Fact]
    public void WithDecimals_AsManyAsAsked_NeverMoreThanTheReleaseHas()
    {
        Assert.Contains(Bars.WithDecimals(0).Description.Chart.Rows, row => row.ValueLabel.StartsWith("87\u00A0%", StringComparison.Ordinal));
        Assert.Contains(Bars.WithDecimals(1).Description.Chart.Rows, row => row.ValueLabel.StartsWith("87,4\u00A0%", StringComparison.Ordinal));
        Assert.Equal(Bars.WithDecimals(1).Description.Chart.Rows.Select(row => row.ValueLabel), Bars.WithDecimals(5).Description.Chart.Rows.Select(row => row.ValueLabel));
    }

    [Theory]
    [InlineData(FigureSize.Page, 1440, 0)]
    [InlineData(FigureSize.HalfPage, 800, 0)]
    [InlineData(FigureSize.Slide, 1920, 1080)]
    public void Sized_Picture_HasItsMeasures(FigureSize size, int width, int height)
    {
        var chunk = PngFile.Chunks(Bars.Sized(size).ToPng()).First(one => one.Type == "IHDR").Data;

        Assert.Equal(width, System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(chunk));
        Assert.True(height == 0 || height == System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(chunk.AsSpan(4)));
    }

    [Fact]
    public void Sized_Slide_LeavesRoomForManyRows() =>
        Assert.True(StaticFigure.WidthOf(Figure.Bars(TestReleases.BySize(14)).Sized(FigureSize.Slide).Description) > StaticFigure.WidthOf(Bars.Sized(FigureSize.Slide).Description));

    [Fact]
    public void Digest_OfAnotherColourOrSize_IsAnother()
    {
        var digests = new[] { Bars, Bars.Coloured(FigureColor.Green), Bars.Highlighted("Direktorat"), Bars.Sized(FigureSize.Slide) }.Select(figure => FigureMetadata.Digest(figure.Description)).ToList();

        Assert.Equal(digests.Count, digests.Distinct().Count());
    }

    [Theory]
    [InlineData("direktorater", "did you mean «")]
    [InlineData("noe helt annet", "one of ")]
    public void AnyChoice_OfANameThatIsntThere_ProposesThoseThereAre(string name, string proposal)
    {
        foreach (var choose in new Func<Figure>[] { () => Bars.Labelled(name, "x"), () => Bars.Ordered(name), () => Bars.Highlighted(name), () => Bars.Coloured(name, FigureColor.Navy) })
        {
            Assert.Contains(proposal, Assert.Throws<BarometerException>(choose).Message, StringComparison.Ordinal);
        }
    }
}
