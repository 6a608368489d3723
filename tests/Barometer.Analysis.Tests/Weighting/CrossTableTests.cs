using static Barometer.Analysis.Tests.Anonymity.QuestionSurvey;

namespace Barometer.Analysis.Tests.Weighting;

/// <summary>Two-way tables against what they are made of: shares of groups, and counts by hand. A synthetic case of 90 answers, with one «don't know» and one blank.</summary>
public class CrossTableTests
{
    private static readonly BarometerDesign Design = Make(
        Of(8, "internal", "ynn"), Of(12, "internal", "nnn", "b"), Of(25, "no", "ynn"), Of(30, "no", "nnn", "b"), Of(7, "external", "ynn", "b"), Of(6, "external", "nnn"), Of(1, "dk", "nnn"), Of(1, "no", "–nn"))
        .Design().StratifiedBy("group").WithFinitePopulation();

    [Fact]
    public void CrossTable_RowPercent_IsTheSharesOfTheColumnsByTheRows()
    {
        var table = Design.CrossTable("item_a", "evaluated");
        var plain = Design.Proportion("evaluated", by: "item_a");

        Assert.Equal(plain.Estimates.Select(one => (one.Caption, one.Numbers.Value, one.Numbers.Interval!.Upper)), table.Shares.Estimates.Select(one => (one.Caption, one.Numbers.Value, one.Numbers.Interval!.Upper)));
    }

    [Fact]
    public void CrossTable_ColumnPercent_IsTheSharesOfTheRowsByTheColumns()
    {
        var table = Design.CrossTable("item_a", "evaluated", PercentOf.Column);

        foreach (var code in (string[])["yes", "no"])
        {
            Assert.Equal(
                Design.Proportion("item_a", by: "evaluated", category: code).Estimates.Select(one => one.Numbers.Value),
                table.Shares.Estimates.Where(one => one.Outcome.Code == code).Select(one => one.Numbers.Value));
        }
    }

    [Fact]
    public void CrossTable_TotalPercent_IsTheWeightedCellOverEverybodyAndAddsUp()
    {
        var table = Design.CrossTable("item_a", "evaluated", PercentOf.Total);
        var (weights, everybody) = (Design.Engine.Weights.ToArray(), table.Shares.Estimates[0].Members!.BaseRows);

        Assert.Equal(90, everybody.Length);
        Assert.All(table.Shares.Estimates, one =>
            Assert.Equal(one.Members!.CountedRows!.Sum(row => weights[row]) / everybody.Sum(row => weights[row]), one.Numbers.Value, 12));
        var rows = table.Shares.Estimates.Zip(table.Layout.Shares).ToLookup(one => one.Second.Row, one => (one.Second.Column, one.First.Numbers.Value));
        Assert.All([0, 1], row => Assert.Equal(rows[row].Single(one => one.Column == table.Layout.Columns.All).Value, rows[row].Where(one => one.Column != table.Layout.Columns.All).Sum(one => one.Value), 12));
        Assert.Equal(1, rows[table.Layout.Rows.All].Sum(one => one.Value), 12);
    }

    [Theory]
    [InlineData(PercentOf.Row)]
    [InlineData(PercentOf.Column)]
    [InlineData(PercentOf.Total)]
    public void CrossTable_Numbers_AreThoseOfEachCell(PercentOf percent)
    {
        var table = Design.CrossTable("item_a", "evaluated", percent);
        int Number(string? row, string? column) => (int)table.Counts.Estimates.Zip(table.Layout.Counts)
            .Single(one => one.Second == new CrossPlace(table.Layout.Rows.Place(row), table.Layout.Columns.Place(column))).First.Numbers.Value;

        Assert.Equal(8, Number("yes", "internal"));
        Assert.Equal(12, Number("no", "internal"));
        Assert.Equal(7, Number("yes", "external"));
        Assert.Equal(30, Number("no", "no"));
        Assert.Equal(percent == PercentOf.Column ? 40 : 56, percent == PercentOf.Column ? Number("yes", null) : Number(null, "no"));
    }

    [Fact]
    public void CrossTable_AQuestion_IsNamedInEveryHeading()
    {
        var layout = Design.CrossTable("group", "evaluated").Layout;

        Assert.Equal(["Gruppe a", "Gruppe b"], layout.Rows.Labels.Select(label => label.Nb));
        Assert.Equal(["Evaluering: Ja, internt", "Evaluering: Ja, eksternt", "Evaluering: Nei", "Evaluering: Vet ikke"], layout.Columns.Labels.Select(label => label.Nb));
    }

    [Fact]
    public void CrossTable_OfOneVariable_IsRefused() =>
        Assert.Contains("two different variables", Assert.Throws<BarometerException>(() => Design.CrossTable("evaluated", "Evaluering")).Message, StringComparison.Ordinal);

    [Fact]
    public void Count_ByTwo_HasTheTotalsOfBoth() =>
        Assert.Equal(
            ["internal·yes", "internal·no", "external·yes", "external·no", "no·yes", "no·no", "internal", "external", "no", "yes", "no", ""],
            Design.Count(by: ["evaluated", "item_a"]).Estimates.Select(one => string.Join('·', one.Groups.Select(group => group.Code))));
}
