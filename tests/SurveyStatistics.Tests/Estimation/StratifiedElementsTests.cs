namespace SurveyStatistics.Tests.Estimation;

/// <summary>An indicator's variance comes from sums, a number's from deviations: they must be the same.</summary>
public class StratifiedElementsTests
{
    private const int Rows = 500;

    [Theory]
    [InlineData(0.5)]
    [InlineData(0.01)]
    [InlineData(0.998)]
    public void Proportion_AnyShare_HasTheErrorsOfTheMeanOfItsZerosAndOnes(double share)
    {
        var random = new Random(11);
        var answers = Enumerable.Range(0, Rows).Select(_ => random.NextDouble() < share ? 1 : 0).ToArray();
        var design = Design(answers, random);

        var shares = design.Proportion("answer", by: "group").Estimates;
        var means = design.Mean("number", by: "group").Estimates;

        Assert.All(shares.Zip(means), pair =>
        {
            Assert.Equal(pair.Second.Value, pair.First.Value, 1e-14);
            Assert.Equal(pair.Second.StandardError, pair.First.StandardError, 1e-12);
            Assert.Equal(pair.Second.DesignEffect, pair.First.DesignEffect, 1e-9);
        });
    }

    [Fact]
    public void Proportion_ByGroups_SaysOfEverybodyWhatItSaysWithoutGroups()
    {
        var random = new Random(12);
        var design = Design([.. Enumerable.Range(0, Rows).Select(_ => random.Next(2))], random);

        var (by, without) = (design.Proportion("answer", by: "group").Estimates[^1], design.Proportion("answer").Estimates[0]);

        Assert.Equal(without.Value, by.Value, 1e-14);
        Assert.Equal(without.StandardError, by.StandardError, 1e-14);
        Assert.Equal(without.Respondents, by.Respondents);
    }

    [Fact]
    public void Proportion_AnswersAlikeWithinEveryStratum_HasNoStandardError()
    {
        var random = new Random(13);
        var design = Design([.. Enumerable.Range(0, Rows).Select(row => row % 5 < 2 ? 1 : 0)], random);

        var estimate = design.Proportion("answer").Estimates[0];

        Assert.Equal(0, estimate.StandardError);
    }

    [Theory]
    [InlineData(5)]
    [InlineData(40)]
    public void Proportion_ManyAnswersAtOnce_SaysOfEachWhatItSaysOfItAlone(int categories)
    {
        // Forty answers are summed together when all are wanted, and one by itself; a fifth left the question blank.
        var random = new Random(14);
        var design = Design([.. Enumerable.Range(0, Rows).Select(_ => random.Next(5) == 0 ? -1 : random.Next(categories))], random, categories);

        var together = design.Proportion("answer", by: "group").Estimates;

        Assert.Equal(4 * categories, together.Count);
        Assert.All(together.Where(one => one.Outcome.Code is "answer0" or "answer4"), one =>
        {
            var alone = Assert.Single(design.Proportion("answer", by: "group", category: one.Outcome.Code).Estimates, other => other.Groups.SequenceEqual(one.Groups));
            Assert.Equal((alone.Value, alone.StandardError, alone.Base), (one.Value, one.StandardError, one.Base), (a, b) => Math.Abs(a.Item1 - b.Item1) < 1e-14 && Math.Abs(a.Item2 - b.Item2) < 1e-14 && Math.Abs(a.Item3 - b.Item3) < 1e-9);
            Assert.Equal((alone.Respondents, alone.DegreesOfFreedom), (one.Respondents, one.DegreesOfFreedom));
        });
    }

    // Five strata of one weight each, which row number and remainder tell; groups at random.
    private static SurveyDesign Design(int[] answers, Random random, int categories = 2)
    {
        double[] population = [120, 250, 400, 1000, 333];
        return SurveyDesign.Of(new DataSet("made up",
        [
            Factor("stratum", 5, [.. Enumerable.Range(0, Rows).Select(row => row % 5)]),
            Factor("group", 3, [.. Enumerable.Range(0, Rows).Select(_ => random.Next(3))]),
            Factor("answer", categories, answers),
            new NumericColumn("number", Array.ConvertAll(answers, answer => (double)answer)),
            new NumericColumn("N", [.. Enumerable.Range(0, Rows).Select(row => population[row % 5])]),
        ])).StratifiedBy("stratum").WithFinitePopulation("N");
    }

    private static CategoricalColumn Factor(string name, int count, int[] codes) => new(
        name,
        [.. Enumerable.Range(0, count).Select(i => count == 2 ? (i == 1 ? "yes" : "no") : $"{name}{i}").Select(code => code)],
        codes);
}
