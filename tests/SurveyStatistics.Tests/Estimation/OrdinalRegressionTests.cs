namespace SurveyStatistics.Tests.Estimation;

/// <summary>Proportional odds; the numbers beside R's are in the case file batteries.json.</summary>
public class OrdinalRegressionTests
{
    private static readonly string[] Levels = ["1", "2", "3", "4", "5"];

    [Fact]
    public void OrdinalRegression_TwoAnswers_IsTheLogisticModel()
    {
        var design = Design(i => i * 7 % 11 < 3 + (i % 4) ? 1 : 0);

        var ordinal = design.OrdinalRegression("item", ["group", "number"]);
        var logistic = design.Regression("item", ["group", "number"], RegressionFamily.Logistic, category: "2");

        // logit P(Y > 1) = −ζ + xβ.
        Assert.Equal(-logistic.Coefficients[0].Value, Assert.Single(ordinal.Thresholds).Value, 1e-9);
        Assert.All(logistic.Coefficients.Skip(1).Zip(ordinal.Coefficients), pair =>
        {
            Assert.Equal(pair.First.Name.ToString(), pair.Second.Name.ToString());
            Assert.Equal(pair.First.Value, pair.Second.Value, 1e-9);
            Assert.Equal(pair.First.StandardError, pair.Second.StandardError, 1e-9);
            Assert.Equal(pair.First.PValue, pair.Second.PValue, 1e-9);
        });
        Assert.Equal(logistic.DegreesOfFreedom, ordinal.DegreesOfFreedom);
        Assert.Equal(logistic.Deviance, ordinal.Deviance, 1e-8);
    }

    [Fact]
    public void OrdinalRegression_WithoutPredictors_HasTheCumulativeSharesAsThresholds()
    {
        var design = Design(i => i * 3 % 5);

        var model = design.OrdinalRegression("item", Grouping.None);

        var shares = design.Proportion("item").Estimates.Select(one => one.Value).ToArray();
        Assert.Equal(
            [.. Enumerable.Range(1, 4).Select(j => shares.Take(j).Sum()).Select(below => Math.Log(below / (1 - below)))],
            model.Thresholds.Select(one => one.Value),
            Near.Digits(10));
        Assert.Equal(["1|2", "2|3", "3|4", "4|5"], model.Thresholds.Select(one => one.Name.ToString()));
    }

    [Fact]
    public void OrdinalRegression_ReversedAnswers_ChangeTheSigns()
    {
        var up = Design(i => i * i % 5).OrdinalRegression("item", ["group", "number"]);
        var down = Design(i => 4 - (i * i % 5)).OrdinalRegression("item", ["group", "number"]);

        Assert.Equal(up.Coefficients.Select(one => -one.Value), down.Coefficients.Select(one => one.Value), Near.Digits(9));
        Assert.Equal(up.Thresholds.Select(one => -one.Value).Reverse(), down.Thresholds.Select(one => one.Value), Near.Digits(9));
        Assert.Equal(up.TermTest("group").PValue, down.TermTest("group").PValue, 1e-9);
    }

    [Fact]
    public void OrdinalRegression_NumbersFarFromZero_HasTheSlopeOfThoseNearIt()
    {
        var near = Design(i => i * i % 5).OrdinalRegression("item", "number").Coefficients[0];
        var far = Design(i => i * i % 5, offset: 1e6).OrdinalRegression("item", "number").Coefficients[0];

        Assert.Equal(near.Value, far.Value, 1e-9 * Math.Abs(near.Value));
        Assert.Equal(near.StandardError, far.StandardError, 1e-9 * near.StandardError);
    }

    [Fact]
    public void OrdinalRegression_AnswerNobodyGave_IsLeftOut() =>
        Assert.Equal(["1|3", "3|5"], Design(i => i * 3 % 5 / 2 * 2).OrdinalRegression("item", "group").Thresholds.Select(one => one.Name.ToString()));

    [Fact]
    public void OrdinalRegression_PredictorThatSeparates_IsNamed()
    {
        var error = Assert.Throws<SurveyException>(() => Design(i => i / 30).OrdinalRegression("item", ["group", "number"]));

        Assert.Contains("«number» separates the answers", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void OrdinalRegression_GroupOfTheHighestAnswerOnly_IsNamed()
    {
        // In every third row, group c, all gave the highest answer.
        var error = Assert.Throws<SurveyException>(() => Design(i => i % 3 == 2 ? 4 : i * 7 % 5).OrdinalRegression("item", ["number", "group"]));

        Assert.Contains("«group» separates the answers", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("=c", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("group", "have no order")]
    [InlineData("number", "")]
    public void OrdinalRegression_ResponseWithoutOrder_IsRefused(string response, string message)
    {
        var error = Assert.Throws<SurveyException>(() => Design(i => i % 5).OrdinalRegression(response, "group"));

        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void OrdinalRegression_SameAnswerOfAll_IsRefused() =>
        Assert.Throws<SurveyException>(() => Design(_ => 3).OrdinalRegression("item", "group"));

    [Fact]
    public void OddsRatios_TwoPredictors_AreBoundByTheirCrossingAndEveryAnswer()
    {
        var table = Design(i => i * i % 5).OrdinalRegression("item", ["group", "half"]).OddsRatios();

        Assert.Equal(Measure.OddsRatio, table.Measure);
        Assert.Equal(3, table.Estimates.Count);
        var members = table.Estimates[0].Members!;
        Assert.Equal(6 * 3, members.Parts.Count); // squares leave 0, 1 and 4
        Assert.Equal(150, members.Parts.Sum(part => part.CountedRows!.Length));
        Assert.Equal("a", table.Estimates[0].Groups[0].Reference);
    }

    private static SurveyDesign Design(Func<int, int> item, double offset = 0)
    {
        var rows = Enumerable.Range(0, 150).ToArray();
        return SurveyDesign.Of(new DataSet("rows",
        [
            new CategoricalColumn("item", Levels, Array.ConvertAll(rows, i => item(i)), ordered: true),
            new CategoricalColumn("group", ["a", "b", "c"], Array.ConvertAll(rows, i => i % 3), ordered: false),
            new CategoricalColumn("half", ["x", "y"], Array.ConvertAll(rows, i => i * 5 % 7 % 2), ordered: false),
            new NumericColumn("number", Array.ConvertAll(rows, i => offset + (0.25 * (i * 1.0)))),
            new NumericColumn("w", Array.ConvertAll(rows, i => 1.0 + (i % 4))),
        ])).WeightedBy("w");
    }
}
