namespace SurveyStatistics.Tests.Estimation;

/// <summary>Batteries of items; the numbers beside R's are in the case file batteries.json.</summary>
public class ItemScaleTests
{
    private static readonly string[] Agreement = ["1", "2", "3", "4", "5"];
    private static readonly Lazy<int[][]> Answers = new(() =>
    {
        var random = new Random(1);
        return [.. Enumerable.Range(0, 400).Select(_ => Drawn(random))];
    });

    [Fact]
    public void Alpha_TwoParallelItems_IsSpearmanAndBrownsFormula()
    {
        // The same answers in another order: equal variances, for which alpha is 2r / (1 + r).
        var scale = Design(60, (i, item) => item == 0 ? i % 5 : (i + (i / 5 % 2)) % 5, 2).Scale(["i1", "i2"]);

        var r = scale.Correlations().Estimates[0].Value;

        Assert.Equal(2 * r / (1 + r), scale.Alpha().Estimates[0].Value, 1e-12);
    }

    [Fact]
    public void Omega_OneFactorExactly_IsThatOfItsLoadings()
    {
        // Three items settle a factor without remainder: λ₁² = r₁₂ r₁₃ / r₂₃.
        var scale = Design(400, Noisy, 3).Scale(["i1", "i2", "i3"]);
        var r = scale.Correlations().Estimates.Select(one => one.Value).ToArray();
        double[] loadings = [Math.Sqrt(r[0] * r[1] / r[2]), Math.Sqrt(r[0] * r[2] / r[1]), Math.Sqrt(r[1] * r[2] / r[0])];
        var deviations = scale.StandardDeviations().Estimates.Select(one => one.Value).ToArray();

        var omega = scale.Omega().Estimates[0].Value;

        var common = Math.Pow(loadings.Zip(deviations, (loading, deviation) => loading * deviation).Sum(), 2);
        var unique = loadings.Zip(deviations, (loading, deviation) => deviation * deviation * (1 - (loading * loading))).Sum();
        Assert.Equal(common / (common + unique), omega, 1e-10);
    }

    [Fact]
    public void StandardErrors_OfEverything_AreNearTheJackknifes()
    {
        var linearised = Design(300, Noisy, 4);
        var replicated = linearised.Replicated(Replication.Jackknife());
        string[] items = ["i1", "i2", "i3", "i4"];

        foreach (var table in (Func<ItemScale, EstimateTable>[])[one => one.Means(), one => one.StandardDeviations(), one => one.Correlations(), one => one.ItemRestCorrelations(), one => one.Alpha(), one => one.Omega()])
        {
            Assert.All(table(linearised.Scale(items)).Estimates.Zip(table(replicated.Scale(items)).Estimates), pair =>
            {
                Assert.Equal(pair.First.Value, pair.Second.Value, 1e-12);
                Assert.InRange(pair.First.StandardError / pair.Second.StandardError, 0.95, 1.05);
            });
        }
    }

    [Fact]
    public void Scores_CodesThatAreNumbers_CountAsTheyAre()
    {
        var design = Design(50, (i, item) => (i + item) % 3, 2, ["0", "5", "10"]);

        Assert.Equal(design.Scale(["i1", "i2"]).Means().Estimates[0].Value, Design(50, (i, item) => (i + item) % 3, 2, ["a", "b", "c"]).Scale(["i1", "i2"]).Means().Estimates[0].Value * 5 - 5, 1e-12);
    }

    [Fact]
    public void Correlations_ItemThatDoesNotVaryInAGroup_HasNone()
    {
        var scale = Design(60, (i, item) => item == 0 && i % 2 == 0 ? 3 : Noisy(i, item), 3).Scale(["i1", "i2", "i3"]);

        var estimates = scale.Correlations(by: "half").Estimates;

        var withConstant = estimates.Where(one => one.Groups.Count > 0 && one.Groups[0].Code == "x" && one.Outcome.Variable.StartsWith("i1:", StringComparison.Ordinal));
        Assert.All(withConstant, one => Assert.True(double.IsNaN(one.Value) && one.Interval is null && double.IsNaN(one.StandardError)));
        Assert.Equal(2, withConstant.Count());
        Assert.All(estimates.Except(withConstant), one => Assert.True(double.IsFinite(one.Value)));
    }

    [Fact]
    public void Omega_ItemThatIsTheFactor_HasNone()
    {
        // r₁₂ r₁₃ > r₂₃: the first item would have to explain more than itself.
        var scale = Design(200, (i, item) => item switch { 0 => i % 5, 1 => i % 3 == 0 ? (i * 7 / 5) % 5 : i % 5, _ => i % 3 == 1 ? (i * 3 / 5) % 5 : i % 5 }, 3).Scale(["i1", "i2", "i3"]);
        var r = scale.Correlations().Estimates.Select(one => one.Value).ToArray();
        Assert.True(r[0] * r[1] > r[2]);

        Assert.True(double.IsNaN(scale.Omega().Estimates[0].Value));
    }

    [Fact]
    public void Members_OfACorrelation_AreTheAnswersToBothItems()
    {
        var members = Design(50, Noisy, 3).Scale(["i1", "i2", "i3"]).Correlations().Estimates[1].Members!;

        Assert.Equal([.. Agreement.Select(code => new Outcome("i1", code)), .. Agreement.Select(code => new Outcome("i3", code))], members.Parts.Select(part => part.Outcome!));
        Assert.Equal(100, members.Parts.Sum(part => part.CountedRows!.Length));
    }

    [Theory]
    [InlineData("i1")]
    [InlineData("i1", "i1")]
    [InlineData("i1", "half")]
    [InlineData("i1", "missing")]
    public void Scale_OfOneItemOrWithoutOrder_IsRefused(params string[] items) =>
        Assert.Throws<SurveyException>(() => Design(20, Noisy, 2).Scale([.. items]));

    [Fact]
    public void Omega_TwoItems_IsRefused() => Assert.Throws<SurveyException>(() => Design(20, Noisy, 2).Scale(["i1", "i2"]).Omega());

    /// <summary>docs/method.md shows what this test writes to its output.</summary>
    [Theory]
    [InlineData(20)]
    [InlineData(80)]
    [InlineData(100)]
    [InlineData(762)]
    public void Intervals_SimpleRandomSamples_CoverAsOftenAsTheySay(int n)
    {
        const int Samples = 1000;
        var random = new Random(20 + n);
        var population = Enumerable.Range(0, 20_000).Select(_ => Drawn(random)).ToArray();
        var truth = Numbers(population);
        var (covered, defined) = (new int[truth.Length], new int[truth.Length]);
        for (var sample = 0; sample < Samples; sample++)
        {
            var found = Numbers([.. Enumerable.Range(0, n).Select(_ => population[random.Next(population.Length)])]);
            for (var i = 0; i < truth.Length; i++)
            {
                // In a fifth of the small samples an item is the factor itself, and there is no omega.
                defined[i] += double.IsNaN(found[i].Value) ? 0 : 1;
                covered[i] += found[i].Interval is { } interval && interval.Lower <= truth[i].Value && truth[i].Value <= interval.Upper ? 1 : 0;
            }
        }

        TestContext.Current.TestOutputHelper?.WriteLine(string.Join(" ", truth.Select((one, i) => FormattableString.Invariant($"n={n} {one.Name}: {covered[i] / (double)defined[i]:P1} of {defined[i]};"))));
        Assert.All(covered.Index(), one => Assert.InRange(one.Item / (double)defined[one.Index], 0.92, 0.98));
        Assert.All(defined.Index().Where(one => truth[one.Index].Name != "omega"), one => Assert.Equal(Samples, one.Item));

        // Generalised limits are shown of 100 answers or more.
        (string Name, double Value, ConfidenceInterval? Interval)[] Numbers(int[][] rows)
        {
            var scale = Design(rows.Length, (i, item) => rows[i][item], 4).Scale(["i1", "i2", "i3", "i4"]);
            var (correlation, alpha) = (scale.Correlations().Estimates[0], scale.Alpha().Estimates[0]);
            Estimate[] own = [scale.Means().Estimates[0], scale.StandardDeviations().Estimates[0], correlation, scale.ItemRestCorrelations().Estimates[0], alpha, scale.Omega().Estimates[0]];
            return
            [
                .. own.Select(one => (one.Outcome.Variable, one.Value, one.Interval)),
                .. n < 100 ? [] : ((string, double, ConfidenceInterval?)[])
                [
                    ("correlation, generalised", correlation.Value, GeneralisedVariance.CorrelationInterval(correlation.Value, n, 1)),
                    ("alpha, generalised", alpha.Value, GeneralisedVariance.AlphaInterval(alpha.Value, 4, n, 1)),
                ],
            ];
        }
    }

    [Fact]
    public void GeneralisedIntervals_OfKnownNumbers_AreTheClosedForms()
    {
        // tanh(artanh 0.3 ± t₉₉ / √97) and 1 − exp(log 0.3 ± t₉₉ √(2 · 5 / (4 · 98))): t₉₉ = 1.984216951586, by hand.
        var (r, alpha) = (GeneralisedVariance.CorrelationInterval(0.3, 200, 2)!, GeneralisedVariance.AlphaInterval(0.7, 5, 100, 1)!);

        Assert.Equal(Math.Tanh(Math.Atanh(0.3) - (1.984216951586 / Math.Sqrt(97))), r.Lower, 1e-9);
        Assert.Equal(Math.Tanh(Math.Atanh(0.3) + (1.984216951586 / Math.Sqrt(97))), r.Upper, 1e-9);
        Assert.Equal(1 - (0.3 * Math.Exp(1.984216951586 * Math.Sqrt(10.0 / 392))), alpha.Lower, 1e-9);
        Assert.Equal(1 - (0.3 * Math.Exp(-1.984216951586 * Math.Sqrt(10.0 / 392))), alpha.Upper, 1e-9);
        Assert.Null(GeneralisedVariance.CorrelationInterval(1, 100, 1));
        Assert.Null(GeneralisedVariance.CorrelationInterval(0.3, 3, 1));
        Assert.Null(GeneralisedVariance.AlphaInterval(0.7, 1, 100, 1));
    }

    // Four items of one factor with loadings of about 0.8, 0.7, 0.6 and 0.6, cut into five answers.
    private static int[] Drawn(Random random)
    {
        var factor = Normal(random);
        return [.. ((double[])[0.85, 0.75, 0.65, 0.65]).Select(loading => (loading * factor) + (Math.Sqrt(1 - (loading * loading)) * Normal(random)))
            .Select(value => value < -1.3 ? 0 : value < -0.5 ? 1 : value < 0.4 ? 2 : value < 1.2 ? 3 : 4)];
    }

    private static double Normal(Random random) => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());

    // The same answers in every run.
    private static int Noisy(int i, int item) => Answers.Value[i][item];

    private static SurveyDesign Design(int rows, Func<int, int, int> answer, int items, string[]? codes = null) => SurveyDesign.Of(new DataSet("rows",
    [
        .. Enumerable.Range(0, items).Select(item => new CategoricalColumn($"i{item + 1}", codes ?? Agreement, [.. Enumerable.Range(0, rows).Select(i => answer(i, item))], ordered: true)),
        new CategoricalColumn("half", ["x", "y"], [.. Enumerable.Range(0, rows).Select(i => i % 2)], ordered: false),
    ])).Unweighted();
}
