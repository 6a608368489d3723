namespace SurveyStatistics.Weighting;

/// <summary>
/// The residual of a variable after raking: its means over the categories of each margin in turn are taken out, ten rounds of
/// all margins, every respondent counting alike (<c>rake</c> in R's survey package). Ten rounds all but reach the residual of
/// the regression on all margins. They run over the sums of categories, not over the rows.
/// </summary>
/// <param name="margins">The margins.</param>
/// <param name="weights">The weights after raking.</param>
/// <param name="rounds">How many rounds at most; they stop when nothing is left to be taken out.</param>
internal sealed class RakingProjection(AuxiliaryMatrix margins, double[] weights, int rounds = 10) : IProjection
{
    private const int Many = 10_000;
    private const double Rounding = 1e-15;
    private const double Reached = 1e-10;
    private IProjection? _exact;

    // How many rows with a weight each pair of categories has in common.
    private readonly Lazy<double[,]> _counts = new(() => margins.Gram(Array.ConvertAll(weights, weight => weight == 0 ? 0.0 : 1)));

    /// <inheritdoc/>
    public IProjection Exact => _exact ??= HasReached() ? this : new RakingProjection(margins, weights, Many);

    /// <inheritdoc/>
    public AuxiliaryMatrix Auxiliaries => margins;

    /// <inheritdoc/>
    public double[] Weights => weights;

    /// <inheritdoc/>
    public double[] RowWeights => Array.ConvertAll(weights, weight => weight == 0 ? 0.0 : 1);

    /// <inheritdoc/>
    public void Project(Span<double> weighted)
    {
        for (var row = 0; row < weighted.Length; row++)
        {
            weighted[row] = weights[row] == 0 ? 0 : weighted[row] / weights[row];
        }

        var means = margins.Times(Coefficients(margins.Totalled(weighted)));
        for (var row = 0; row < weighted.Length; row++)
        {
            weighted[row] = (weighted[row] - means[row]) * weights[row];
        }
    }

    // Whether the rounds leave next to nothing of a combination of the margins, which have nothing to leave; margins that all but follow
    // from each other need more of them.
    private bool HasReached()
    {
        var sums = Sums([.. Enumerable.Range(0, margins.Columns).Select(i => i * 0.6180339887 % 1)]);
        var left = Sums(Coefficients(sums));
        return !Enumerable.Range(0, sums.Length).Any(i => Math.Abs(sums[i] - left[i]) > Reached * _counts.Value[i, i]);
    }

    private double[] Sums(double[] combination) =>
        [.. Enumerable.Range(0, combination.Length).Select(i => combination.Select((one, j) => one * _counts.Value[i, j]).Sum())];

    /// <inheritdoc/>
    /// <remarks>What is taken out of each category, all rounds together.</remarks>
    public double[] Coefficients(ReadOnlySpan<double> sums)
    {
        var (counts, taken) = (_counts.Value, new double[sums.Length]);
        var (largest, left) = (0.0, double.PositiveInfinity);
        for (var round = 0; round < rounds && left > Rounding * largest; round++)
        {
            var first = 0;
            left = 0;
            foreach (var margin in margins.Terms)
            {
                // The categories of one margin have no row in common: one after the other is all at once.
                for (var category = first; category < first + margin.Columns; category++)
                {
                    var sum = sums[category];
                    for (var other = 0; other < taken.Length; other++)
                    {
                        sum -= counts[category, other] * taken[other];
                    }

                    taken[category] += sum / counts[category, category];
                    left = Math.Max(left, Math.Abs(sum / counts[category, category]));
                    largest = Math.Max(largest, Math.Abs(taken[category]));
                }

                first += margin.Columns;
            }
        }

        return taken;
    }
}
