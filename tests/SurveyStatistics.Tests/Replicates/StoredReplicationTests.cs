namespace SurveyStatistics.Tests.Replicates;

public class StoredReplicationTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Stored_WeightsOfAJackknife_GiveItsStandardErrors(bool combined)
    {
        var made = Designs.Stratified().Replicated(Replication.Jackknife());

        var read = Stored(made, combined);

        Assert.Equal(1, read.Mean("y").Estimates[^1].StandardError / made.Mean("y").Estimates[^1].StandardError, 1e-12);
        Assert.Equal(1, read.Ratio("y", "x", "g").Estimates[0].StandardError / made.Ratio("y", "x", "g").Estimates[0].StandardError, 1e-12);
        Assert.Equal(made.Replicates!.DegreesOfFreedom, read.Replicates!.DegreesOfFreedom);
    }

    [Theory]
    [InlineData(true, "combined: false")]
    [InlineData(false, "combined: true")]
    public void Stored_FactorsTakenForWeightsOrTheReverse_Stops(bool combined, string hint)
    {
        var error = Assert.Throws<SurveyException>(() => Stored(Designs.Stratified().Replicated(Replication.Jackknife()), combined, mistaken: true));

        Assert.Contains(hint, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Stored_MissingWeight_StopsWithTheColumn()
    {
        var data = Designs.Table(("w", [2, 2, 2]), ("r1", [1, 1, 1]), ("r2", [1, double.NaN, 1]));

        var error = Assert.Throws<SurveyException>(() => SurveyDesign.Of(data).WeightedBy("w").Replicated(Replication.Stored(["r1", "r2"], 1, combined: false)));

        Assert.Equal("r2", error.Problems[0].Column);
    }

    [Fact]
    public void Stored_AfterAStep_Stops() => Assert.Contains(
        "come after a weighting step",
        Assert.Throws<SurveyException>(() => Designs.Stratified().ScaledTo(60).Replicated(Replication.Stored(["x", "y"], 1))).Message,
        StringComparison.Ordinal);

    [Fact]
    public void Stored_OneColumn_Stops() => Assert.Throws<ArgumentException>(() => Replication.Stored(["r1"], 1));

    [Fact]
    public void Stored_ScalesOfOtherLength_Stops() => Assert.Throws<ArgumentException>(() => Replication.Stored(["r1", "r2"], 1, replicateScales: [1]));

    private static SurveyDesign Stored(SurveyDesign made, bool combined, bool mistaken = false)
    {
        var replicates = made.Replicates!;
        var weights = made.Weights.ToArray();
        var columns = Enumerable.Range(0, replicates.Count).Select(replicate => new NumericColumn(
            FormattableString.Invariant($"r{replicate}"),
            [.. replicates.Of(replicate).Select((weight, row) => combined != mistaken ? weight : weight / weights[row])])).ToList();
        var data = Designs.Table(
            ("w", weights), ("g", [0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0]), ("y", [1, 5, 2, 8, 3, 3, 6, 9, 4, 7, 2, 5, 8]), ("x", [2, 3, 2, 5, 4, 3, 6, 7, 4, 5, 3, 4, 6]));
        return SurveyDesign.Of(new DataSet("stored", [.. data.Columns, .. columns])).WeightedBy("w").Replicated(Replication.Stored(
            columns.ConvertAll(column => column.Name),
            replicates.Scale,
            combined,
            [.. Enumerable.Range(0, replicates.Count).Select(replicates.ScaleOf)]));
    }
}
