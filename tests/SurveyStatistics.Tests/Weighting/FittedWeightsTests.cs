using CsCheck;

namespace SurveyStatistics.Tests.Weighting;

public class FittedWeightsTests
{
    [Fact]
    public void RakedTo_AnyFrame_MeetsEveryMargin() => Samples.Any.Sample(
        population =>
        {
            var design = Base(population).RakedTo("b", KnownTotals.Counts(["a", "c"]));

            AssertCounts(population, design, "a", 1e-9);
            AssertCounts(population, design, "b", 1e-9);
            AssertCounts(population, design, "c", 1e-9);
        },
        iter: 50);

    [Fact]
    public void CalibratedTo_AnyDistance_MeetsCountsAndSums() => Samples.Any.Sample(
        population =>
        {
            var sum = population.Frame.Numeric("x").Values.ToArray().Sum();
            foreach (var distance in Enum.GetValues<CalibrationDistance>())
            {
                // A total between the sample's own and the frame's, so that every distance has a solution.
                var own = Weighted(Base(population), population.Data.Numeric("x").Values.ToArray());
                var total = own + (0.02 * (sum - own));
                var design = Base(population).CalibratedTo(
                    ["a", "b", KnownTotals.Sum("x", total)],
                    distance,
                    distance == CalibrationDistance.Logit ? (0.01, 20) : null);

                AssertCounts(population, design, "a", 1e-7);
                AssertCounts(population, design, "b", 1e-7);
                Assert.Equal(1, Weighted(design, population.Data.Numeric("x").Values.ToArray()) / total, 1e-7);
            }
        },
        iter: 30);

    [Fact]
    public void RakedTo_CalibratedByRaking_HaveTheSameWeights() => Samples.Any.Sample(
        population =>
        {
            var raked = Base(population).RakedTo("a", "b", "c").Weights.ToArray();
            var calibrated = Base(population).CalibratedTo(["a", "b", "c"], CalibrationDistance.Raking).Weights.ToArray();

            Assert.All(raked.Zip(calibrated), pair => Assert.Equal(1, pair.First / pair.Second, 1e-8));
        },
        iter: 30);

    [Fact]
    public void PostStratifiedTo_Margin_HasNoVarianceLeftInIt() => Samples.Any.Sample(
        population =>
        {
            var share = Base(population).PostStratifiedTo("b").Proportion("b");

            var frame = population.Frame.Categorical("b");
            Assert.All(share.Estimates.Where(estimate => estimate.Value > 0), estimate =>
            {
                var count = frame.Codes.ToArray().Count(code => frame.Categories[code] == estimate.Outcome.Code);
                Assert.Equal(count / (double)population.Frame.RowCount, estimate.Value, 1e-12);
                Assert.Equal(0, estimate.StandardError, 1e-9);
            });
        },
        iter: 30);

    [Fact]
    public void Weights_RowsInAnotherOrder_FollowTheirRows() => Samples.Any.Sample(
        population =>
        {
            var order = Enumerable.Range(0, population.Data.RowCount).Reverse().ToArray();
            var turned = Reordered(population.Data, order);

            var forward = SurveyDesign.Of(population.Data, population.Frame).StratifiedBy("a").WithFinitePopulation().RakedTo("b", "c");
            var backward = SurveyDesign.Of(turned, population.Frame).StratifiedBy("a").WithFinitePopulation().RakedTo("b", "c");
            var (weights, other) = (forward.Weights.ToArray(), backward.Weights.ToArray());

            Assert.All(order.Select((row, i) => weights[row] / other[i]), ratio => Assert.Equal(1, ratio, 1e-9));
            var (first, second) = (forward.Proportion("answer").Estimates[0], backward.Proportion("answer").Estimates[0]);
            Assert.Equal(first.Value, second.Value, 1e-9);
            Assert.Equal(first.StandardError, second.StandardError, 1e-9);
        },
        iter: 30);

    [Fact]
    public void Estimates_WeightsScaled_SharesStay() => Samples.Any.Sample(
        population =>
        {
            var design = Base(population).RakedTo("a", "b");

            var (own, scaled) = (design.Proportion("answer", by: "c").Estimates, design.ScaledTo(1).Proportion("answer", by: "c").Estimates);

            Assert.All(own.Zip(scaled), pair =>
            {
                Assert.Equal(pair.First.Value, pair.Second.Value, 1e-10);
                Assert.Equal(pair.First.StandardError, pair.Second.StandardError, 1e-10);
            });
        },
        iter: 30);

    [Fact]
    public void Total_ByGroup_AddsUpToEverybody() => Samples.Any.Sample(
        population =>
        {
            var totals = Base(population).RakedTo("a", "b").Total("x", by: "c").Estimates;

            Assert.Equal(1, totals.SkipLast(1).Sum(estimate => estimate.Value) / totals[^1].Value, 1e-10);
        },
        iter: 30);

    [Fact]
    public void TrimmedTo_Limits_KeepTheSum() => Samples.Any.Sample(
        population =>
        {
            var design = Base(population).RakedTo("a", "b");
            var summary = design.WeightHistory[^1].Weights;

            var trimmed = design.TrimmedTo(summary.Mean * 0.7, summary.Mean * 1.5).WeightHistory[^1].Weights;

            Assert.Equal(1, trimmed.Sum / summary.Sum, 1e-10);
            Assert.InRange(trimmed.Minimum, summary.Mean * 0.7 * (1 - 1e-12), trimmed.Maximum);
            Assert.InRange(trimmed.Maximum, 0, summary.Mean * 1.5 * (1 + 1e-12));
        },
        iter: 30);

    private static SurveyDesign Base((DataSet Frame, DataSet Data) population) =>
        SurveyDesign.Of(population.Data, population.Frame).StratifiedBy("a").WithFinitePopulation();

    private static void AssertCounts((DataSet Frame, DataSet Data) population, SurveyDesign design, string variable, double tolerance)
    {
        var (frame, data, weights) = (population.Frame.Categorical(variable), population.Data.Categorical(variable), design.Weights.ToArray());
        for (var code = 0; code < 4; code++)
        {
            var known = frame.Codes.ToArray().Count(one => one == code);
            var fitted = weights.Where((_, row) => data.Codes[row] == code).Sum();
            Assert.Equal(known, fitted, Math.Max(1, known) * tolerance);
        }
    }

    private static double Weighted(SurveyDesign design, double[] values) => design.Weights.ToArray().Zip(values, (w, x) => w * x).Sum();

    private static DataSet Reordered(DataSet data, int[] order) => new(data.Name, [.. data.Columns.Select(column => column switch
    {
        CategoricalColumn c => (Column)new CategoricalColumn(c.Name, c.Categories, [.. order.Select(row => c.Codes[row])]),
        NumericColumn n => new NumericColumn(n.Name, [.. order.Select(row => n.Values[row])]),
        _ => throw new NotSupportedException(),
    })]);
}
