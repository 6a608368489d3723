namespace SurveyStatistics.Tests.Replicates;

public class BalancedTests
{
    // Two units in each of three strata: the numbers of the example in Levy and Lemeshow's Sampling of Populations.
    private static readonly SurveyDesign Pairs = SurveyDesign.Of(Designs.Table(
            ("h", [1, 1, 2, 2, 3, 3]), ("w", [1, 1, 1, 1, 1, 1]), ("arrests", [120, 78, 185, 228, 670, 530]), ("alive", [25, 24, 30, 49, 80, 70])))
        .StratifiedBy("h").WeightedBy("w");

    [Theory]
    [InlineData(0)]
    [InlineData(0.3)]
    public void Balanced_Totals_HaveRsStandardErrors(double fay)
    {
        var design = Pairs.Replicated(Replication.Balanced(fay));

        // R survey 4.1-1: of a total balance gives the textbook variance, whatever the matrix.
        Assert.Equal(21.494185260204677, design.Total("alive").Estimates[^1].StandardError, 1e-11);
        Assert.Equal(152.35813073151036, design.Total("arrests").Estimates[^1].StandardError, 1e-10);
        Assert.Equal(3, design.DegreesOfFreedom);
        Assert.Equal(4, design.Replicates!.Count);
    }

    [Fact]
    public void Balanced_EachReplicate_IsAHalfSampleWithDoubledWeights()
    {
        var replicates = Pairs.Replicated(Replication.Balanced()).Replicates!;

        for (var replicate = 0; replicate < replicates.Count; replicate++)
        {
            var weights = replicates.Of(replicate);
            Assert.All(Enumerable.Range(0, 3), pair => Assert.Equal([0, 2], new[] { weights[2 * pair], weights[(2 * pair) + 1] }.Order()));
        }
    }

    [Fact]
    public void Balanced_Fay_NobodyLosesAllWeight()
    {
        var replicates = Pairs.Replicated(Replication.Balanced(0.3)).Replicates!;

        Assert.All(Enumerable.Range(0, replicates.Count).SelectMany(replicates.Of), weight => Assert.True(weight is 0.3 or 1.7));
    }

    [Fact]
    public void Balanced_StrataNotOfTwo_StopsWithTheirVariable()
    {
        var error = Assert.Throws<SurveyException>(() => Designs.Stratified(finite: false).Replicated(Replication.Balanced()));

        Assert.Single(error.Problems);
        Assert.Contains("and 3 have another number: h = ", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Balanced_FinitePopulation_Stops() =>
        Assert.Contains(
            "finite population",
            Assert.Throws<SurveyException>(() => Designs.Stratified().Replicated(Replication.Balanced())).Message,
            StringComparison.Ordinal);

    [Theory]
    [InlineData(-0.1)]
    [InlineData(1)]
    public void Balanced_FayOutsideItsRange_Stops(double fay) => Assert.Throws<ArgumentOutOfRangeException>(() => Replication.Balanced(fay));

    [Fact]
    public void HadamardMatrix_AnySize_HasOrthogonalRowsAndPlusesFirst()
    {
        for (var size = 1; size <= 110; size++)
        {
            var matrix = HadamardMatrix.AtLeast(size);

            Assert.InRange(matrix.Length, size, Math.Max(2, size + 11));
            Assert.All(matrix, row => Assert.True(row[0]));
            Assert.All(matrix[0], Assert.True);
            for (var i = 0; i < matrix.Length; i++)
            {
                for (var j = 0; j < i; j++)
                {
                    Assert.Equal(matrix.Length / 2, matrix[i].Zip(matrix[j]).Count(pair => pair.First == pair.Second));
                }
            }
        }
    }
}
