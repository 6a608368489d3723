using System.Globalization;

namespace SurveyStatistics.Tests.Estimation;

/// <summary>
/// How often each kind of interval holds the population's number, in samples drawn without replacement from a finite population of five strata
/// that are as unevenly answered as the agencies'. docs/method.md shows what 10 000 draws give: <c>BAROMETER_DRAWS=10000</c> before these tests.
/// </summary>
public class IntervalCoverageTests(ITestOutputHelper output)
{
    private const int Few = 300;
    private static readonly (int Units, int Answered)[] Agencies = [(16, 9), (68, 33), (38, 15), (34, 15), (24, 8)];
    private static readonly IntervalMethod[] Methods = [IntervalMethod.Logit, IntervalMethod.Wilson, IntervalMethod.Beta, IntervalMethod.CappedBeta, IntervalMethod.ArcSine, IntervalMethod.Plain];
    private static readonly int Draws = int.TryParse(Environment.GetEnvironmentVariable("BAROMETER_DRAWS"), NumberStyles.None, CultureInfo.InvariantCulture, out var more) ? more : Few;

    [Theory]
    [InlineData(20, 0.1, 0.85)]
    [InlineData(20, 0.4, 0.92)]
    [InlineData(80, 0.1, 0.91)]
    [InlineData(80, 0.4, 0.93)]
    [InlineData(762, 0.1, 0.94)]
    [InlineData(762, 0.4, 0.94)]
    public void Proportion_StratifiedSamples_EachMethodCovers(int respondents, double share, double least)
    {
        var population = new Population(Agencies, respondents / 80.0, share);
        var counted = Count(population, design => [.. Methods.Select(method => design.WithIntervals(method).Proportion("answer").Estimates[^1])], population.Share);

        Tell($"{respondents}, share {share}", Methods.Select(method => method.ToString()), counted);
        AssertCovers(counted, least);

        // Clopper and Pearson's are never too narrow, and those that are symmetric are the first to be.
        Assert.True(counted[2] + Chance(0.95) >= 0.95);
    }

    [Theory]
    [InlineData(20, 0.1)]
    [InlineData(80, 0.4)]
    [InlineData(762, 0.4)]
    public void Proportion_SimpleRandomSample_TheExactIntervalIsNeverTooNarrow(int respondents, double share)
    {
        var population = new Population([(180, 80)], respondents / 80.0, share);
        var counted = Count(population, design => [design.WithIntervals(IntervalMethod.Hypergeometric).Proportion("answer").Estimates[^1]], population.Share);

        Tell($"{respondents}, share {share}", ["Hypergeometric"], counted);
        AssertCovers(counted, 0.95);
    }

    [Theory]
    [InlineData(20, 0.88, 0.90)]
    [InlineData(80, 0.90, 0.92)]
    [InlineData(762, 0.94, 0.93)]
    public void MeanAndMedian_SkewedNumber_Cover(int respondents, double leastOfMean, double leastOfMedian)
    {
        var population = new Population(Agencies, respondents / 80.0, 0.4);
        var means = Count(population, design => [design.Mean("number").Estimates[^1]], population.Mean);
        var medians = Count(population, design => [design.Quantile("number").Estimates[^1]], population.Median);

        Tell($"{respondents}", ["t, mean", "Woodruff, median"], [means[0], medians[0]]);
        AssertCovers(means, leastOfMean);
        AssertCovers(medians, leastOfMedian);
    }

    [Theory]
    [InlineData(20, 0.90, 0.93)]
    [InlineData(80, 0.93, 0.93)]
    [InlineData(762, 0.94, 0.94)]
    public void FunctionsOfShares_TwoGroups_CoverByTheirOwnLimitsAndByThoseRecoveredFromShownOnes(int respondents, double leastOfOwn, double leastOfRecovered)
    {
        var population = new Population(Agencies, respondents / 80.0, 0.4);
        var (one, other) = (population.ShareOf("a"), population.ShareOf("b"));
        (string Name, Func<NamedEstimates, SmoothNumber> Of, IntervalScale Scale, double Truth)[] functions =
        [
            ("ratio", x => x["a"] / x["b"], IntervalScale.Log, one / other),
            ("odds ratio", x => x["a"].Odds() / x["b"].Odds(), IntervalScale.Log, one / (1 - one) / (other / (1 - other))),
            ("difference", x => x["a"] - x["b"], IntervalScale.Identity, one - other),
            ("weighted sum", x => (0.7 * x["a"]) + (0.3 * x["b"]), IntervalScale.Identity, (0.7 * one) + (0.3 * other)),
        ];
        foreach (var (name, of, scale, truth) in functions)
        {
            // Where nobody or everybody of a group gave the answer a ratio has no value: such samples show none.
            var drawn = Enumerable.Range(0, Draws).Select(_ => population.Sample().Proportion("answer", "part").OfGroups())
                .Where(shares => shares.Estimates.Count == 2 && shares.Estimates.All(share => share.Value is > 0.005 and < 0.995)).ToList();
            var own = drawn.Average(shares => Holds(shares.Joint().Function(name, of, scale).Interval, truth));
            var recovered = drawn.Average(shares => Holds(Recovered(new EstimateFunction(name, shares.Estimates, of), shares.Estimates, scale), truth));

            Tell($"{respondents}, {name}", ["own", "recovered"], [own, recovered]);
            AssertCovers([own], leastOfOwn);
            AssertCovers([recovered], leastOfRecovered);
        }
    }

    // As a release shows them: of fewer than 100 answers in whole per cent with generalised limits; of more the estimate's own, in whole per cent.
    private static ConfidenceInterval? Recovered(EstimateFunction function, IReadOnlyList<Estimate> shares, IntervalScale scale)
    {
        double[] values = [.. shares.Select(share => Math.Round(share.Value, share.Respondents < 100 ? 2 : 3))];
        var limits = shares.Select((share, i) => share.Respondents < 100
            ? GeneralisedVariance.ShareInterval(values[i], share.Respondents!.Value, 1.1, Math.Round(share.Base / 10) * 10)
            : share.Interval).ToList();
        return GeneralisedVariance.FunctionInterval(
            function, values, [.. limits.Select(one => one! with { Lower = Math.Round(one.Lower, 2), Upper = Math.Round(one.Upper, 2) })], [0, 1], scale);
    }

    // An interval that can't be computed from what is shown is left out: it holds everything.
    private static double Holds(ConfidenceInterval? interval, double truth) => interval is null || (interval.Lower <= truth + 1e-12 && interval.Upper >= truth - 1e-12) ? 1 : 0;

    private static double[] Count(Population population, Func<SurveyDesign, Estimate[]> estimate, double truth)
    {
        // An open limit, as a median of few can have, holds the number.
        var held = Enumerable.Range(0, Draws).Select(_ => Array.ConvertAll(estimate(population.Sample()), one =>
            !(one.Interval!.Lower > truth + 1e-12) && !(one.Interval.Upper < truth - 1e-12) ? 1.0 : 0)).ToList();
        return [.. Enumerable.Range(0, held[0].Length).Select(i => held.Average(one => one[i]))];
    }

    private static void AssertCovers(double[] counted, double least) =>
        Assert.All(counted, one => Assert.True(one + Chance(least) >= least, FormattableString.Invariant($"covers {one:0.000}, not {least}")));

    // Three standard errors of a share that is counted in so few draws.
    private static double Chance(double share) => 3 * Math.Sqrt(share * (1 - share) / Draws);

    private void Tell(string what, IEnumerable<string> kinds, double[] counted) =>
        output.WriteLine($"n {what}: " + string.Join(", ", kinds.Zip(counted, (kind, one) => FormattableString.Invariant($"{kind} {one:0.000}"))));

    /// <summary>A population in strata, with an answer that is commoner in the later of them and a skewed number.</summary>
    private sealed class Population
    {
        private readonly Random _random = new(20182);
        private readonly (int Answered, int[] Units)[] _strata;
        private readonly int[] _answers;
        private readonly double[] _numbers;

        public Population((int Units, int Answered)[] strata, double scale, double share)
        {
            var unit = 0;
            _strata = [.. strata.Select(one =>
            {
                var units = Enumerable.Range(unit, Math.Max(3, (int)Math.Round(one.Units * scale))).ToArray();
                unit += units.Length;
                return (Math.Max(2, (int)Math.Round(one.Answered * scale)), units);
            })];
            _answers = [.. _strata.SelectMany((stratum, h) => stratum.Units.Select((_, i) => (i + 0.5) / stratum.Units.Length < share * (1 + (0.3 * ((2.0 * (h + 1) / (_strata.Length + 1)) - 1))) ? 1 : 0))];
            _numbers = [.. _answers.Select(_ => Math.Round(Math.Exp(3 + (0.8 * Normal())), 1))];
        }

        public double Share => _answers.Average();

        public double ShareOf(string part) => _strata.Index().Where(one => PartOf(one.Index) == part).SelectMany(one => one.Item.Units).Average(unit => _answers[unit]);

        public double Mean => _numbers.Average();

        public double Median => _numbers.Order().ElementAt((_numbers.Length - 1) / 2);

        public SurveyDesign Sample()
        {
            var (rows, stratum, units) = (new List<int>(), new List<int>(), new List<double>());
            foreach (var (h, (answered, all)) in _strata.Index())
            {
                _random.Shuffle(all);
                rows.AddRange(all.Take(answered));
                stratum.AddRange(Enumerable.Repeat(h, answered));
                units.AddRange(Enumerable.Repeat((double)all.Length, answered));
            }

            return SurveyDesign.Of(new DataSet("drawn",
            [
                new CategoricalColumn("stratum", [.. _strata.Select((_, h) => $"h{h}")], [.. stratum]),
                new NumericColumn("units", [.. units]),
                new CategoricalColumn("part", ["a", "b"], [.. stratum.Select(h => PartOf(h) == "a" ? 0 : 1)]),
                new CategoricalColumn("answer", ["no", "yes"], [.. rows.Select(row => _answers[row])]),
                new NumericColumn("number", [.. rows.Select(row => _numbers[row])]),
            ])).StratifiedBy("stratum").WithFinitePopulation("units");
        }

        // The largest stratum with a small one, and the others.
        private static string PartOf(int stratum) => stratum < 2 ? "a" : "b";

        private double Normal() => Math.Sqrt(-2 * Math.Log(1 - _random.NextDouble())) * Math.Cos(2 * Math.PI * _random.NextDouble());
    }
}
