using Barometer.Analysis.Weighting;

namespace Barometer.Synthesis.Tests;

public class CoverageSimulationTests
{
    private const int Units = 1200;

    /// <summary>Three in ten say yes; all who are invited answer: a simple random sample with a known share.</summary>
    private static readonly SimulatedPopulation OneStratum = Population(willingness: SimulatedPopulation.Certain);

    [Fact]
    public void Count_SimpleRandomSamples_HoldsTheTruthAsOftenAsPromisedGiveOrTakeTheBinomialError()
    {
        const int Samples = 600;

        var count = Simple(OneStratum).Count(1, SimulatedDraw.ByStratum, Samples, OneStratum.WillingByStratum())[0];

        Assert.Equal((Samples, 3000), (count.Samples, count.Truth));
        Assert.Equal(Samples, count.Held + count.Below + count.Above);
        Assert.InRange(count.Coverage, 0.95 - (3 * Math.Sqrt(0.95 * 0.05 / Samples)), 0.95 + (3 * Math.Sqrt(0.95 * 0.05 / Samples)));
        Assert.Equal(Math.Sqrt(count.Coverage * (1 - count.Coverage) / Samples), count.MonteCarloError, 12);

        // The width of 240 answers of 1200, by hand: 2 × 1.97 √(0.3 × 0.7 / 239 × 0.8).
        Assert.Equal(0.1045, count.MeanWidth, 3);
        Assert.Equal(0.3, count.MeanEstimate, 2);
    }

    [Fact]
    public void Count_WhoSaysYesAnswersMoreOften_LiesAboveTheTruth()
    {
        var population = Population(willingness: SimulatedPopulation.Certain / 2);

        var count = Simple(population).Count(1, SimulatedDraw.ByAnswer, 100, population.WillingByAnswer("answer", times: 8))[0];

        // Those who say yes are twice as willing: 0.6 / (0.6 + 0.7) of those who answer.
        Assert.Equal(0.6 / 1.3, count.MeanEstimate, 2);
        Assert.True(count.Above > 95, "Intervals should miss.");
    }

    [Fact]
    public void WillingByAnswer_AnyStratum_LeavesAsManyToAnswer()
    {
        var population = Population(willingness: 400_000);

        var willing = population.WillingByAnswer("answer", SimulatedCoverage.Quarters);

        Assert.Equal(Units * 0.4, willing.Sum() / (double)SimulatedPopulation.Certain, 2);
        Assert.Equal(1.25, willing.Max() / (double)willing.Min(), 4);
    }

    [Fact]
    public void Stored_FirstBatch_IsThatOfAFreshSimulation()
    {
        var stored = SimulatedCoverage.Read(Surveys.Data, Surveys.Operational.Id);

        var fresh = CoverageSimulation.Of(Surveys.Data, Surveys.Operational.Codebook).Batch(1);

        Assert.Equal(stored.Batch(1), string.Concat(fresh.Select(count => count + "\n")));
        Assert.Equal(CoverageSimulation.Batches, stored.Counts.Max(count => count.Batch));

        // The share that was wanted, of all 2267 workplaces.
        Assert.Equal(8500, fresh[0].Truth, tolerance: 5);
    }

    [Fact]
    public void Draw_OfTheModel_InvitesAsManyAsTheSurveyAndMarksThoseWhoAnswered()
    {
        var population = SimulatedPopulation.Of(Surveys.Operational.Codebook, Surveys.OperationalModel, "innovated");

        var (frame, responses) = population.Draw(new RandomStream(1, "test"), population.WillingByStratum());

        int Yes(string flag) => frame.Categorical(flag).Codes.ToArray().Count(code => code == 0);
        Assert.Equal((2267, 1686, responses.RowCount), (frame.RowCount, Yes("invited"), Yes("answered")));
        Assert.InRange(responses.RowCount, 700, 820);
    }

    private static CoverageSimulation Simple(SimulatedPopulation population) =>
        new(population, (responses, frame) => SurveyDesign.Of(responses, frame).WithFinitePopulation(), "answer", [], seed: 7);

    private static SimulatedPopulation Population(int willingness) => new(
        new DataSet("units", [new CategoricalColumn("answer", ["yes", "no"], [.. Enumerable.Range(0, Units).Select(unit => unit % 10 < 3 ? 0 : 1)])]),
        [new SimulatedStratum([.. Enumerable.Range(0, Units)], willingness == SimulatedPopulation.Certain ? 240 : 600, willingness)]);
}
