namespace SurveyStatistics.Weighting;

/// <summary>
/// The residual of a variable after raking: its means over the categories of each margin in turn are taken out, ten rounds of
/// all margins, every respondent counting alike (<c>rake</c> in R's survey package). Ten rounds all but reach the residual of
/// the regression on all margins. They run over the sums of categories, not over the rows.
/// </summary>
internal sealed class RakingProjection(AuxiliaryMatrix margins, double[] weights) : IProjection
{
    private const int Rounds = 10;

    // How many rows each pair of categories has in common.
    private readonly Lazy<double[,]> _counts = new(() => margins.Gram([.. Enumerable.Repeat(1.0, weights.Length)]));

    /// <inheritdoc/>
    public void Project(Span<double> weighted)
    {
        for (var row = 0; row < weighted.Length; row++)
        {
            weighted[row] = weights[row] == 0 ? 0 : weighted[row] / weights[row];
        }

        var means = margins.Times(Means(margins.Totalled(weighted)));
        for (var row = 0; row < weighted.Length; row++)
        {
            weighted[row] = (weighted[row] - means[row]) * weights[row];
        }
    }

    // What is taken out of each category, all rounds together.
    private double[] Means(double[] sums)
    {
        var (counts, taken) = (_counts.Value, new double[sums.Length]);
        for (var round = 0; round < Rounds; round++)
        {
            var first = 0;
            foreach (var margin in margins.Terms)
            {
                // The categories of one margin have no row in common: one after the other is all at once.
                for (var category = first; category < first + margin.Columns; category++)
                {
                    var left = sums[category];
                    for (var other = 0; other < taken.Length; other++)
                    {
                        left -= counts[category, other] * taken[other];
                    }

                    taken[category] += left / counts[category, category];
                }

                first += margin.Columns;
            }
        }

        return taken;
    }
}
