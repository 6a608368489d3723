using CsCheck;

namespace SurveyStatistics.Tests.Replicates;

public class RepeatedStepsTests
{
    private static readonly Func<SurveyDesign, SurveyDesign>[] Steps =
    [
        design => design.PostStratifiedTo("b"),
        design => design.RakedTo("a", "b"),
        design => design.CalibratedTo(["b"]),
        design => design.CalibratedTo(["a", "b"], CalibrationDistance.Raking),
    ];

    [Fact]
    public void Steps_AnyReplicate_MeetsTheMargin() => Any().Sample(
        (population, method, step) =>
        {
            var design = Steps[step](Designs.Of(population).Replicated(method));
            var (codes, counts) = (population.Data.Categorical("b").Codes.ToArray(), population.Frame.Categorical("b").Codes.ToArray().CountBy(code => code).ToDictionary());
            foreach (var replicate in new[] { 0, design.Replicates!.Count - 1 })
            {
                var weights = design.Replicates.Of(replicate);
                Assert.All(counts, count => Assert.Equal(1, weights.Where((_, row) => codes[row] == count.Key).Sum() / count.Value, 1e-7));
            }
        },
        iter: 40);

    [Fact]
    public void Steps_BeforeOrAfterReplication_AreTheSame() => Any().Sample(
        (population, method, step) =>
        {
            var before = Steps[step](Designs.Of(population)).Replicated(method);
            var after = Steps[step](Designs.Of(population).Replicated(method));

            Assert.Equal(before.Replicates!.Of(1), after.Replicates!.Of(1));
            Assert.Equal(before.Mean("x").Estimates[^1].StandardError, after.Mean("x").Estimates[^1].StandardError);
        },
        iter: 20);

    [Fact]
    public void Steps_DegreesOfFreedom_AreTheRankLessOne() => Any().Sample(
        (population, method, step) =>
        {
            var replicates = Steps[step](Designs.Of(population).Replicated(method)).Replicates!;

            Assert.Equal(Rank(replicates) - 1, replicates.DegreesOfFreedom);
        },
        iter: 30);

    [Fact]
    public void Replicates_DegreesOfFreedom_AreTheRankLessOne() => Gen.Select(Samples.Any, Designs.AnyMethod).Sample(
        (population, method) =>
        {
            var replicates = Designs.Of(population, finite: false).Replicated(method).Replicates!;

            Assert.Equal(Rank(replicates) - 1, replicates.DegreesOfFreedom);
        },
        iter: 30);

    [Fact]
    public void Steps_Trimming_KeepsItsFactors()
    {
        var raked = Designs.Stratified().PostStratifiedTo("g", [(["0"], 20), (["1"], 40)]);
        var (before, after) = (raked.Replicated(Replication.Jackknife()), raked.TrimmedTo(2.5, 6).Replicated(Replication.Jackknife()));
        var factors = raked.TrimmedTo(2.5, 6).Weights.ToArray().Zip(raked.Weights.ToArray(), (trimmed, weight) => trimmed / weight);

        Assert.Contains(factors, factor => Math.Abs(factor - 1) > 0.05);
        Assert.All(after.Replicates!.Of(3).Zip(before.Replicates!.Of(3).Zip(factors)), row => Assert.Equal(row.Second.First * row.Second.Second, row.First, 1e-12));
    }

    [Fact]
    public void Steps_CategoryEmptyInAReplicate_StopsWithReplicateAndVariable()
    {
        var data = Designs.Table(("g", [0, 0, 0, 0, 1]), ("y", [1, 2, 3, 4, 5]), ("w", [2, 2, 2, 2, 2]));
        var design = SurveyDesign.Of(data).WeightedBy("w").Replicated(Replication.Jackknife());

        var error = Assert.Throws<SurveyException>(() => design.PostStratifiedTo("g", [(["0"], 7), (["1"], 3)]));

        Assert.Contains("replicate 5", error.Message, StringComparison.Ordinal);
        Assert.Contains("The total of g = 1", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Replicated_Twice_Stops() =>
        Assert.Throws<SurveyException>(() => Designs.Stratified().Replicated(Replication.Jackknife()).Replicated(Replication.Bootstrap()));

    [Fact]
    public void StratifiedBy_AfterReplicated_Stops() =>
        Assert.Throws<SurveyException>(() => Designs.Stratified().Replicated(Replication.Jackknife()).StratifiedBy("g"));

    [Fact]
    public void WeightHistory_Replicated_TellsTheMethod()
    {
        var step = Designs.Stratified().Replicated(Replication.Bootstrap(200, 9)).WeightHistory[^1];

        Assert.Equal("replicate weights", step.Name);
        Assert.Equal("bootstrap (Rao–Wu–Yue–Beaumont), 200 replicates, seed 9", step.Detail);
    }

    private static Gen<((DataSet Frame, DataSet Data), Replication, int)> Any() => Gen.Select(Samples.Any, Designs.AnyMethod, Gen.Int[0, Steps.Length - 1]);

    private static int Rank(ReplicateWeights replicates)
    {
        var weights = new double[replicates.Rows * replicates.Count];
        for (var replicate = 0; replicate < replicates.Count; replicate++)
        {
            var own = replicates.Of(replicate);
            for (var row = 0; row < own.Length; row++)
            {
                weights[(row * replicates.Count) + replicate] = own[row];
            }
        }

        return ReplicateRank.Of(weights, replicates.Rows, replicates.Count);
    }
}
