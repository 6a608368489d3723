namespace Barometer.Evidence.Tests;

public class WeightingSchemesTests
{
    [Fact]
    public void Weights_Table_RoundsTheEffectiveNumberAndShowsNoExtremes()
    {
        var content = TestSchemes.Of(TestSchemes.Open()).Weights("weights", new("Hva andre vektinger koster", "What other weightings cost")).Content;

        Assert.Equal("Hva andre vektinger koster", content.Title.Nb);
        Assert.Equal(["scheme", "sum", "n", "effective", "effect"], content.Columns.Select(column => column.Id));
        Assert.Equal([762, 2267, 2267], content.Rows.Select(row => Math.Round(row.Cells[1].Value, 6)));
        Assert.Equal(762, content.Rows[0].Cells[3].Value);
        Assert.All(content.Rows.Skip(1), row => Assert.Equal(0, row.Cells[3].Value % 10));
        Assert.All(content.Rows, row => Assert.Equal(762 / row.Cells[3].Value, row.Cells[4].Value));
    }

    [Fact]
    public void Share_OwnTitle_StandsOverTheTableAndTheFigure()
    {
        var share = TestSchemes.Of(TestSchemes.Open())
            .Share("innovated", id: "share", title: new("Etter steg i vektingen", "By step of the weighting"));

        Assert.Equal("Etter steg i vektingen", share.Table().Content.Title.Nb);
        Assert.Equal("Etter steg i vektingen", share.Dots().Description.Title);
        Assert.EndsWith(", etter vekting", TestSchemes.Share().Dots().Description.Title, StringComparison.Ordinal);
    }

    [Fact]
    public void Share_Table_TellsHowFarEachSchemeLiesFromTheFirst()
    {
        var rows = TestSchemes.Share().Table().Content.Rows;

        Assert.Equal(TableCellKind.Symbol, rows[0].Cells[3].Kind);
        Assert.All(rows.Skip(1), row => Assert.Equal(row.Cells[1].Value - rows[0].Cells[1].Value, row.Cells[3].Value, 1e-9));
        Assert.Equal([false, false, true], rows.Select(row => row.IsTotal));
    }

    [Fact]
    public void Balance_FittedVariable_HasNoGapLeft()
    {
        var balance = TestSchemes.Balance();

        Assert.True(balance.Variables[1].LargestGap(0) > 5);
        Assert.Equal(0, balance.Variables[1].LargestGap(2));
        Assert.True(balance.Variables[2].LargestGap(2) > 0);
    }

    [Fact]
    public void Balance_HiddenNumberOfAnswers_HidesTheGroupUnderEveryScheme()
    {
        var barometer = TestSchemes.Open();
        var hidden = TestSchemes.Hiding(TestSchemes.Counts(barometer, "region"), "west");

        var variable = TestSchemes.Of(barometer).Balance("balance", hidden).Variables[0];

        var group = Assert.Single(variable.Groups, group => group.Shares.Contains(null));
        Assert.All(group.Shares, share => Assert.Null(share));
        Assert.Null(variable.LargestGap(0));
    }

    [Fact]
    public void Balance_OtherThanCounts_SaysWhatItNeeds()
    {
        var barometer = TestSchemes.Open();
        var share = barometer.Release(barometer.Design("operational-2018").Proportion("innovated", by: "region"), id: "share");

        Assert.Throws<BarometerException>(() => TestSchemes.Of(barometer).Balance("balance", share));
        Assert.Throws<BarometerException>(() => TestSchemes.Of(barometer).Balance("balance"));
        Assert.Throws<BarometerException>(() => TestSchemes.Balance().Dots("ministry_area"));
    }

    [Fact]
    public void Schemes_OneOrTwoOfOneName_SayWhatTheyNeed()
    {
        var barometer = TestSchemes.Open();
        var survey = barometer.Survey("operational-2018");
        var design = survey.Unweighted();

        Assert.Throws<BarometerException>(() => barometer.Schemes(survey, new WeightingScheme("a", "A", "A", design)));
        Assert.Throws<BarometerException>(() => barometer.Schemes(survey, new("a", "A", "A", design), new("a", "B", "B", design)));
    }

    [Fact]
    public void Representativity_ReleasedCounts_GivesTheDesignsIndicators()
    {
        var barometer = TestSchemes.Open();
        var design = barometer.Survey("operational-2018").Design().StratifiedBy(["agency_group", "size_band"]).WeightedByInvitation();

        var rows = barometer.Representativity("r", design, TestSchemes.Counts(barometer, "size_band"), TestSchemes.Counts(barometer, "region")).Content.Rows;

        var expected = design.Representativity(["size_band", "region"]);
        Assert.Equal(expected.Variables.Select(one => one.Conditional), rows.Take(2).Select(row => row.Cells[2].Value));
        Assert.Equal((1 - expected.Indicator) / 2, rows[2].Cells[1].Value);
    }

    [Fact]
    public void Representativity_HiddenNumberOfAnswers_IsHidden()
    {
        var barometer = TestSchemes.Open();
        var design = barometer.Survey("operational-2018").Design().WeightedByInvitation();
        var hidden = TestSchemes.Hiding(TestSchemes.Counts(barometer, "region"), "west");

        var cells = barometer.Representativity("r", design, hidden).Content.Rows.SelectMany(row => row.Cells.Skip(1)).ToList();

        Assert.NotEmpty(cells);
        Assert.All(cells, cell => Assert.Equal(TableCellKind.Symbol, cell.Kind));
    }

    [Fact]
    public void Schemes_WeightsThatSingleOut_AreRefusedAsInARelease()
    {
        var barometer = TestSchemes.Open();
        var survey = barometer.Survey("operational-2018");
        var ofAnswers = survey.Design().PostStratifiedTo("innovated", [(["yes"], 2266), (["no"], 1)]);

        // Under these weights the balance by a group would be how those who said yes divide on it.
        Assert.Throws<BarometerException>(() => barometer.Schemes(survey, new("plain", "P", "P", survey.Unweighted()), new("answers", "S", "A", ofAnswers)));
    }

    [Fact]
    public void Schemes_DesignOfAnotherSurveyOrOfAPart_AreRefused()
    {
        var barometer = TestSchemes.Open();
        var survey = barometer.Survey("operational-2018");

        Assert.Throws<BarometerException>(() => barometer.Schemes(survey, new("plain", "P", "P", survey.Unweighted()), new("other", "O", "O", barometer.Design("strategic-2018"))));
        Assert.Throws<BarometerException>(() => barometer.Schemes(survey, new("plain", "P", "P", survey.Unweighted()), new("part", "D", "D", survey.Unweighted().Where("innovated", "yes"))));
    }

    [Fact]
    public void Representativity_CountsOfAnotherSurveyOrOfCoarserGroups_AreRefused()
    {
        var barometer = TestSchemes.Open();
        var design = barometer.Survey("strategic-2018").Design().WeightedByInvitation();
        var counts = barometer.Release(barometer.Survey("operational-2018").ResponseCounts("agency_group"), id: "counts");

        // What is shown of one survey would let through what is hidden of the other.
        Assert.Throws<BarometerException>(() => barometer.Representativity("r", design, counts));
    }
}
