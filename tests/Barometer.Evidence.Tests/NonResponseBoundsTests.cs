namespace Barometer.Evidence.Tests;

public class NonResponseBoundsTests
{
    private static PublishedRegistry Registry => PublishedFiles.Registry;

    private static NonResponseBounds Printed => new("unseen", Registry["NOS18-INN-A"], Registry["NOS18-ANS-A"], Registry["NOS18-INV-A"]);

    [Fact]
    public void All_PrintedShare_IsThatOfTheFormulaByHand()
    {
        // 762 of 1686 answered, so 924 didn't: 0.85 − 924/1686 × 0.10, and 762/1686 × 0.85 with none or all of the others.
        Assert.Equal(0.4520m, Printed.Response, 4);
        Assert.Equal(0.7952m, Printed.All(-10), 4);
        Assert.Equal(0.85m, Printed.All(0));
        Assert.Equal((0.3842m, 0.9322m), (Math.Round(Printed.Worst.Least, 4), Math.Round(Printed.Worst.Most, 4)));
    }

    [Fact]
    public void Bars_PrintedShare_ShowsEachStepItsRoundingAndTheWorstCase()
    {
        var figure = TestSchemes.Open().IfOthersDiffer("unseen", "NOS18-INN-A", answered: "NOS18-ANS-A", invited: "NOS18-INV-A");

        var rows = figure.Numbers.Content.Rows;
        Assert.Equal(9, rows.Count); // seven steps, none and all of them
        Assert.Equal((45.0, 63.1), (rows[0].Cells[1].Value, Math.Round(rows[0].Cells[2].Value, 1)));
        Assert.Equal((79.0, 80.0), (Math.Round(rows[2].Cells[3].Value, 1), Math.Round(rows[2].Cells[3].Upper, 1)));
        var worst = ((RowChart)figure.Description.Chart).Rows[^1];
        Assert.Equal((ValueForm.Range, 38.4, 93.2), (worst.Form, Math.Round(worst.Lower!.Value, 1), Math.Round(worst.Value!.Value, 1)));
        Assert.False(figure.Stamp.IsSynthetic);
        Assert.Contains("762 av 1\u00A0686", figure.AltText + string.Join(' ', figure.Description.Notes), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("NOS18-INN-A", "NOS18-ANS-V", "NOS18-INV-V")] // of the agencies
    [InlineData("NOS21-INN-A", "NOS18-ANS-A", "NOS18-INV-A")] // of another wave
    [InlineData("NOS18-INN-A", "NOS18-INV-A", "NOS18-ANS-A")] // the other way round
    [InlineData("NOS18-ANS-A", "NOS18-ANS-A", "NOS18-INV-A")] // no share
    public void Of_OtherFigures_IsRefused(string share, string answered, string invited) =>
        Assert.Throws<BarometerException>(() => TestSchemes.Open().IfOthersDiffer("unseen", share, answered, invited));
}
