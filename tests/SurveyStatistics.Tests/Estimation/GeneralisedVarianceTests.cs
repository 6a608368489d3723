namespace SurveyStatistics.Tests.Estimation;

public class GeneralisedVarianceTests(ITestOutputHelper output)
{
    [Fact]
    public void DesignEffect_IsKishs()
    {
        Assert.Equal(1, GeneralisedVariance.DesignEffect([2, 2, 2]), 12);
        Assert.Equal(4 * 10.0 / 36, GeneralisedVariance.DesignEffect([1, 1, 2, 2]), 12);
        Assert.Equal(1, GeneralisedVariance.DesignEffect([]));
    }

    [Fact]
    public void ShareInterval_EqualWeights_IsThatOfASimpleRandomSample()
    {
        // In R: v <- p*(1-p)/29*(1-30/100); h <- qt(.975, 29)*sqrt(v)/(p*(1-p)); plogis(qlogis(p) + c(-h, h)); numbers from SciPy's t.
        var interval = GeneralisedVariance.ShareInterval(0.4, 30, 1, 100)!;

        Assert.Equal(0.2584425239, interval.Lower, 9);
        Assert.Equal(0.5604895566, interval.Upper, 9);
        Assert.Equal((0.95, "generalised"), (interval.Level, interval.Method));
    }

    [Fact]
    public void ShareInterval_NobodyOrTooFew_IsClopperPearsonOrNone()
    {
        Assert.Equal(0, GeneralisedVariance.ShareInterval(0, 20, 1, double.PositiveInfinity)!.Lower);
        Assert.Equal(0.1684334710, GeneralisedVariance.ShareInterval(0, 20, 1, double.PositiveInfinity)!.Upper, 9); // R's binom.test(0, 20)
        Assert.Null(GeneralisedVariance.ShareInterval(0.5, 1, 1, 100));
        Assert.Null(GeneralisedVariance.ShareInterval(double.NaN, 20, 1, 100));
    }

    [Fact]
    public void BalanceAndDifference_AreAtLeastAsWideAsWhateverIsBehindThem()
    {
        // 60 per cent above, 20 below: the variance of the balance is (0.8 − 0.4²) / 49.
        var own = 2 * 2.009575 * Math.Sqrt((0.8 - 0.16) / 49);
        var balance = GeneralisedVariance.BalanceInterval(0.4, 50, 1, double.PositiveInfinity)!;
        Assert.True(balance.Width > own && balance.Width < 1.2 * own);

        var difference = GeneralisedVariance.DifferenceInterval(0.1, [(30, 1, 60), (40, 1.1, 90)])!;
        var variance = (0.25 / 29 * 0.5) + (0.25 / ((40 / 1.1) - 1) * (1 - (40 / 90.0)));
        Assert.Equal(2 * 2.0452296 * Math.Sqrt(variance), difference.Width, 6);
    }

    [Theory]
    [InlineData(10, 0.2)]
    [InlineData(10, 0.4)]
    [InlineData(24, 0.2)]
    [InlineData(24, 0.4)]
    [InlineData(38, 0.2)]
    [InlineData(38, 0.4)]
    [InlineData(80, 0.2)]
    [InlineData(80, 0.4)]
    public void ShareInterval_StratifiedSamples_CoversTheShareNineteenTimesInTwenty(int respondents, double share)
    {
        var coverage = new CoverageSimulation(seed: 20181, respondents, share, spread: 0.15).Run(draws: 10_000);

        output.WriteLine(FormattableString.Invariant(
            $"n {respondents}, share {share}: generalised {coverage.Generalised:0.000} (width {coverage.Width:0.00}), Taylor {coverage.Taylor:0.000} (width {coverage.TaylorWidth:0.00})"));
        Assert.InRange(coverage.Generalised, 0.92, 0.98);
    }
}

/// <summary>
/// Draws stratified samples of a finite population as unevenly answered as the agencies' (five strata of which 33 to 56 per cent answered),
/// and counts how often intervals around the rounded weighted share hold the population's share.
/// </summary>
internal sealed class CoverageSimulation
{
    private static readonly (int Units, int Answered)[] Agencies = [(16, 9), (68, 33), (38, 15), (34, 15), (24, 8)];
    private readonly Random _random;
    private readonly (int Units, int Answered, bool[] Answers)[] _strata;
    private readonly double _truth;

    public CoverageSimulation(int seed, int respondents, double share, double spread)
    {
        _random = new Random(seed);
        var scale = respondents / 80.0;
        _strata = [.. Agencies.Select((one, stratum) =>
        {
            var (units, answered) = (Math.Max(2, (int)Math.Round(one.Units * scale)), Math.Max(1, (int)Math.Round(one.Answered * scale)));
            var givers = (int)Math.Round(units * Math.Clamp(share + (spread * (stratum - 2) / 2), 0, 1));
            return (units, answered, Enumerable.Range(0, units).Select(unit => unit < givers).ToArray());
        })];
        _truth = _strata.Sum(stratum => stratum.Answers.Count(yes => yes)) / (double)_strata.Sum(stratum => stratum.Units);
    }

    public (double Generalised, double Taylor, double Width, double TaylorWidth) Run(int draws)
    {
        var (generalised, taylor, width, own) = (0, 0, 0.0, 0.0);
        for (var draw = 0; draw < draws; draw++)
        {
            var (share, variance, weights) = Sample();
            var (n, shown) = (weights.Count, Math.Round(share, 2, MidpointRounding.AwayFromZero));
            var effect = Math.Round(GeneralisedVariance.DesignEffect(weights), 1, MidpointRounding.AwayFromZero);
            var interval = GeneralisedVariance.ShareInterval(shown, n, effect, Math.Round(weights.Sum() / 10) * 10)!;
            generalised += Holds(interval.Lower, interval.Upper);
            width += interval.Width;
            var estimate = new GroupEstimate(share, variance, weights.Sum(), n, n - _strata.Length, share * (1 - share), false);
            var limits = ProportionInterval.Of(estimate, Distributions.StudentQuantile(0.975, n - _strata.Length), IntervalMethod.Logit, 0.95)!;
            taylor += Holds(limits.Lower, limits.Upper);
            own += limits.Width;
        }

        return (generalised / (double)draws, taylor / (double)draws, width / draws, own / draws);
    }

    // As it is shown: limits in whole per cent.
    private int Holds(double lower, double upper) => Math.Round(lower, 2) <= _truth + 1e-12 && Math.Round(upper, 2) >= _truth - 1e-12 ? 1 : 0;

    private (double Share, double Variance, List<double> Weights) Sample()
    {
        var (total, variance, weights) = (0.0, 0.0, new List<double>());
        var size = _strata.Sum(stratum => stratum.Units);
        foreach (var (units, answered, answers) in _strata)
        {
            _random.Shuffle(answers);
            var p = answers.Take(answered).Count(yes => yes) / (double)answered;
            total += units * p;
            variance += answered > 1 ? (double)units * units * (1 - (answered / (double)units)) * p * (1 - p) / (answered - 1) : 0;
            weights.AddRange(Enumerable.Repeat(units / (double)answered, answered));
        }

        return (total / size, variance / size / size, weights);
    }
}
