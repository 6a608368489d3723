namespace SurveyStatistics.Tests.Estimation;

/// <summary>Predictors that tell with certainty who gave an answer have no estimate; the error names the term, not the category.</summary>
public class SeparationTests
{
    [Theory]
    [InlineData("ab", "a is all yes, b all no")]
    [InlineData("abc", "a and b separate, c does not")]
    [InlineData("cab", "the reference does not separate")]
    public void Regression_CategoryThatSeparates_IsNamed(string letters, string _)
    {
        var error = Assert.Throws<SurveyException>(() => Design(letters).Regression("answer", ["other", "group"], RegressionFamily.Logistic));

        Assert.Contains("«group» separates the answers", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("other", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Regression_NumberAboveWhichEverybodyAnswersYes_IsNamed()
    {
        var error = Assert.Throws<SurveyException>(() => Design("abc").Regression("late", ["other", "number"], RegressionFamily.Logistic));

        Assert.Contains("«number»", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Regression_GroupThatCountedNothing_IsNamed()
    {
        var error = Assert.Throws<SurveyException>(() => Design("bbc").Regression("answer", ["other", "group"], RegressionFamily.Poisson));

        Assert.Contains("«group» separates the answers", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Regression_OneAnswerAgainstMany_IsNoSeparation()
    {
        // One yes among a thousand: the log odds, not the end of the world.
        var rows = Enumerable.Range(0, 2000).ToArray();
        var design = SurveyDesign.Of(new DataSet("rows",
        [
            new NumericColumn("answer", Array.ConvertAll(rows, i => i < 1000 ? (i == 0 ? 1.0 : 0) : i % 2)),
            new CategoricalColumn("group", ["a", "b"], Array.ConvertAll(rows, i => i < 1000 ? 0 : 1), ordered: false),
        ])).Unweighted();

        var model = design.Regression("answer", "group", RegressionFamily.Logistic);

        Assert.Equal(Math.Log(1.0 / 999), model.Coefficients[0].Value, 1e-9);
        Assert.Equal(-Math.Log(1.0 / 999), model.Coefficients[1].Value, 1e-9);
    }

    [Fact]
    public void Regression_RareAnswerOfAHeavyNumber_Converges()
    {
        // 3 of a million: fifteen steps of Newton's method, each as large as one that separates.
        var design = SurveyDesign.Of(new DataSet("rows",
        [
            new NumericColumn("answer", [1, 0, 1, 0]),
            new NumericColumn("w", [3, 999_997, 500_000, 500_000]),
            new CategoricalColumn("group", ["a", "b"], [0, 0, 1, 1], ordered: false),
        ])).WeightedBy("w");

        var model = design.Regression("answer", "group", RegressionFamily.Logistic);

        Assert.Equal(Math.Log(3.0 / 999_997), model.Coefficients[0].Value, 1e-8);
    }

    // In group a everybody gave the answer, in b nobody, in c every other one.
    private static SurveyDesign Design(string letters)
    {
        var rows = Enumerable.Range(0, 120).ToArray();
        var groups = Array.ConvertAll(rows, i => letters[i * 7 / 3 % letters.Length]);
        return SurveyDesign.Of(new DataSet("rows",
        [
            new NumericColumn("answer", Array.ConvertAll(rows, i => groups[i] switch { 'a' => 1.0, 'b' => 0, _ => i % 2 })),
            new NumericColumn("late", Array.ConvertAll(rows, i => i >= 60 ? 1.0 : 0)),
            new NumericColumn("number", Array.ConvertAll(rows, i => (double)i)),
            new CategoricalColumn("other", ["x", "y", "z"], Array.ConvertAll(rows, i => i * 5 % 3), ordered: false),
            new CategoricalColumn("group", [.. letters.Distinct().Select(letter => letter.ToString())], Array.ConvertAll(groups, letter => letters.Distinct().ToList().IndexOf(letter)), ordered: false),
        ])).Unweighted();
    }
}
