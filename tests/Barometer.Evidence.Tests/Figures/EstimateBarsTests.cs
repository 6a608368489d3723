namespace Barometer.Evidence.Tests.Figures;

public class EstimateBarsTests
{
    [Fact]
    public void Bars_ByGroup_KeepTheCodebooksOrderWithEverybodyLast()
    {
        var rows = Rows(Figure.Bars(TestReleases.ByGroup()));

        Assert.Equal(
            ["Departement (n = 41)", "Direktorat (n = 243)", "Statsforvalter og annen ytre etat (n = 312)", "Universitet, høgskole og forskning (n = 158)", "Statlig foretak", "Alle (n = 762)"],
            rows.Select(row => row.Label.Replace('\u00A0', ' ')));
        Assert.Equal([false, false, false, false, false, true], rows.Select(row => row.IsTotal));
    }

    [Fact]
    public void Ordered_ByValue_PutsWithheldAfterShownAndEverybodyLast()
    {
        var rows = Rows(Figure.Bars(TestReleases.ByGroup()).Ordered(BarOrder.Value));

        Assert.Equal([91.2, 87.4, 85.3, 82.6, null, 85.0], rows.Select(row => row.Value));
    }

    [Fact]
    public void Bars_Battery_StandsByValueAndSaysItsBaseOnce()
    {
        var figure = Figure.Bars(TestReleases.Battery());

        Assert.Equal(Rows(figure).Select(row => row.Value).OrderDescending(), Rows(figure).Select(row => row.Value));
        Assert.DoesNotContain(Rows(figure), row => row.Label.Contains("n\u00A0=", StringComparison.Ordinal));
        Assert.EndsWith("n\u00A0=\u00A0648\u00A0svar. Vektet etter virksomhetsgruppe og størrelse.", figure.Description.Notes[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(BarOrder.Suited)]
    [InlineData(BarOrder.Ascending)]
    public void Bars_WhatTheCodebookMarksAsResidual_StandsLastHoweverLargeItIs(BarOrder order)
    {
        var battery = TestReleases.Battery();
        var largest = battery.Content.Estimates.MaxBy(one => one.Value)!;

        Assert.Equal(largest.Outcome.Label.Nb, Rows(Figure.Bars(battery.LargestResidual()).Ordered(order))[^1].Label);
        Assert.NotEqual(largest.Outcome.Label.Nb, Rows(Figure.Bars(battery).Ordered(order == BarOrder.Suited ? BarOrder.Value : order))[order == BarOrder.Suited ? ^1 : 0].Label);
    }

    [Theory]
    [InlineData(0.85, 0.825, 0.872, "85 %")] // 4,7 points wide
    [InlineData(0.0812, 0.075, 0.09, "8,1 %")] // 1,5 points wide
    public void Bars_Label_HasTheDecimalsThatItsIntervalBears(double value, double lower, double upper, string label)
    {
        var cell = TestReleases.Cell([], value, lower, upper, 762);
        var release = TestReleases.ByGroup().With(cell with { Groups = TestReleases.ByGroup().Content.Estimates[0].Groups }, cell);

        Assert.All(Rows(Figure.Bars(release)), row => Assert.Equal(label, row.ValueLabel.Replace('\u00A0', ' ')));
        Assert.EndsWith(" %", Rows(Figure.Bars(release).WithDecimals(1))[0].ValueLabel.Replace('\u00A0', ' '), StringComparison.Ordinal);
        Assert.Contains(',', Rows(Figure.Bars(release).WithDecimals(1))[0].ValueLabel);
    }

    [Fact]
    public void Bars_SuppressedEstimate_HasNoNumberAnywhere()
    {
        var row = Rows(Figure.Bars(TestReleases.ByGroup())).Single(row => row.Form == ValueForm.Suppressed);

        Assert.Equal((null, null, null, ":"), (row.Value, row.Lower, row.Upper, row.ValueLabel));
        Assert.DoesNotContain(row.Spoken, char.IsDigit);
    }

    [Fact]
    public void Bars_UncertainEstimate_IsMarkedAndExplained()
    {
        var figure = Figure.Bars(TestReleases.ByGroup());

        Assert.Equal("91\u00A0%\u00A0a)", Rows(figure)[0].ValueLabel);
        Assert.Contains(figure.Description.Notes, note => note.StartsWith("a) Usikkert", StringComparison.Ordinal));
    }

    [Fact]
    public void Titled_OneLanguage_TakesTheOtherFromTheLabels()
    {
        var plain = Figure.Bars(TestReleases.ByGroup());
        var figure = plain.Titled("Kun norsk", "");

        Assert.Equal("Kun norsk", figure.Title);
        Assert.Equal((plain.In(Language.En).Title, plain.In(Language.En).Description.Subtitle), (figure.In(Language.En).Title, figure.In(Language.En).Description.Subtitle));
        Assert.Equal(plain.Title, plain.Titled(" ", "English only").Title);
        Assert.Contains(plain.In(Language.En).Title, figure.In(Language.En).AltText, StringComparison.Ordinal);
    }

    [Fact]
    public void Titled_EmptyInBoth_IsRefused() =>
        Assert.Contains("empty in both", Assert.Throws<BarometerException>(() => Figure.Bars(TestReleases.ByGroup()).Titled("", " ")).Message, StringComparison.Ordinal);

    [Fact]
    public void Table_TitleOfOneLanguage_TakesTheOtherFromTheLabels()
    {
        var released = new ReleasedEstimates(TestReleases.ByGroup(), Language.En);

        Assert.Equal(released.Table().Content.Title.En, released.Table(new LocalizedText("Kun norsk", "")).Content.Title.En);
    }

    [Fact]
    public void Titled_Sentence_MovesWhatByWhatToTheSubtitle()
    {
        var figure = Figure.Bars(TestReleases.ByGroup()).Titled("Direktoratene leder", "Directorates lead").Description;

        Assert.Equal("Direktoratene leder", figure.Title);
        Assert.Equal("Har innført minst én innovasjon, etter virksomhetsgruppe. Prosent av statlige arbeidsplasser. 2018.", figure.Subtitle);
        Assert.EndsWith("Vektet etter virksomhetsgruppe og størrelse.", figure.Notes[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Bars_Mean_HasAnAxisInTheVariablesUnit()
    {
        var mean = TestReleases.Release(
            "staff", new LocalizedText("Innovasjonsårsverk", "Innovation staff"), [], [TestReleases.Cell([], 3.456, 3.4, 3.5, 80)], measure: Measure.Mean);

        var chart = Figure.Bars(mean).Description.Chart;
        Assert.Equal(("3,46", 3.456), (chart.Rows[0].ValueLabel, chart.Rows[0].Value));
        Assert.Equal(["0", "1", "2", "3", "4"], chart.Axis.Ticks.Select(tick => tick.Label));
    }

    [Fact]
    public void Bars_SyntheticData_AreMarkedInThePictureUntilTheyAreReal()
    {
        Assert.Equal("Syntetiske data", Figure.Bars(TestReleases.ByGroup()).Description.Mark);
        Assert.Equal("Synthetic data", Figure.Bars(TestReleases.ByGroup()).In(Language.En).Description.Mark);
        Assert.Null(Figure.Bars(TestReleases.ByGroup(synthetic: false)).Description.Mark);
    }

    private static IReadOnlyList<ChartRow> Rows(Figure figure) => (figure.Description.Chart).Rows;
}
