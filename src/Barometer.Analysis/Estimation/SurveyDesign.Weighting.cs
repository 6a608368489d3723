namespace Barometer.Analysis.Estimation;

/// <content>Steps that make the weights better; each stands in <see cref="WeightHistory"/>.</content>
public sealed partial class SurveyDesign
{
    /// <summary>
    /// Post-stratifies: the weights of each cell of variables crossed add up to the population's count of it.
    /// </summary>
    /// <param name="variables">The variables crossed.</param>
    /// <param name="counts">Each cell's codes and count; null to count the frame.</param>
    /// <exception cref="BarometerException">A cell has no respondent or no total; the message names it.</exception>
    public SurveyDesign PostStratifiedTo(Grouping variables, IEnumerable<(string[] Codes, double Total)>? counts = null)
    {
        var totals = counts is null ? KnownTotals.Counts(variables) : KnownTotals.Counts(variables, counts);
        return After(sample => PostStratification.Apply(sample, totals)).FittedTo([totals]);
    }

    /// <summary>Rakes: the weights add up to the population's counts of every margin.</summary>
    /// <param name="margins">The margins; a variable's name stands for its counts in the frame.</param>
    /// <exception cref="BarometerException">
    /// A category has no respondent or no total, the margins are of different populations or can't be met together; the
    /// message names the category.
    /// </exception>
    public SurveyDesign RakedTo(params KnownTotals[] margins) => After(sample => Raking.Apply(sample, margins)).FittedTo(margins);

    /// <summary>
    /// Calibrates: the weights closest to those before that meet counts and sums exactly. Variances are those of the
    /// residuals that the auxiliary variables leave.
    /// </summary>
    /// <param name="totals">The totals; without one of counts, add <see cref="KnownTotals.Size"/> if the population's size is known.</param>
    /// <param name="distance">How closeness is measured.</param>
    /// <param name="bounds">The smallest and largest factor between the weights before and after.</param>
    /// <exception cref="BarometerException">
    /// As for <see cref="RakedTo"/>, or the totals can't be met within the bounds, or weights become negative.
    /// </exception>
    public SurveyDesign CalibratedTo(
        IReadOnlyList<KnownTotals> totals,
        CalibrationDistance distance = CalibrationDistance.Linear,
        (double Lower, double Upper)? bounds = null) => After(sample => Calibration.Apply(sample, totals, distance, bounds)).FittedTo(totals);

    /// <summary>
    /// Trims the weights to between two limits and spreads what was cut evenly over the others. Totals that the weights
    /// were fitted to are no longer met exactly.
    /// </summary>
    /// <exception cref="BarometerException">The limits do not hold the mean weight between them.</exception>
    public SurveyDesign TrimmedTo(double lower, double upper) => After(sample => Trimming.Apply(sample, lower, upper));

    /// <summary>Trims at quantiles of the weights; see <see cref="TrimmedTo"/>.</summary>
    /// <param name="lower">The share of the weights below the lower limit; 0 for none.</param>
    /// <param name="upper">The share of the weights below the upper limit; 1 for none above it.</param>
    /// <exception cref="BarometerException">The limits do not hold the mean weight between them.</exception>
    public SurveyDesign TrimmedAtQuantiles(double lower, double upper) => After(sample => Trimming.Apply(
        sample,
        lower <= 0 ? 0 : Quantile7.Of(sample.Weights, lower),
        upper >= 1 ? double.PositiveInfinity : Quantile7.Of(sample.Weights, upper)));

    /// <summary>Multiplies all weights by one factor so that they add up to <paramref name="total"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The total is not above zero.</exception>
    public SurveyDesign ScaledTo(double total)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(total);
        return After(sample =>
        {
            var factor = total / WeightSummary.Of(sample.Weights).Sum;
            return sample.After(
                Array.ConvertAll(sample.Weights, weight => weight * factor),
                new LocalizedText("skalering", "scaling"),
                new LocalizedText(FormattableString.Invariant($"sum {total}"), FormattableString.Invariant($"sum {total}")));
        });
    }

    // Steps are taken at once, so that an error shows where the step stands.
    private SurveyDesign After(Func<WeightedSample, WeightedSample> step)
    {
        if (_state.Specification.IsUnweighted)
        {
            throw new BarometerException(new Problem("An unweighted design can't be weighted", Hint: "start from the design before Unweighted()"));
        }

        return new SurveyDesign(_state.After(Variance.After(step)));
    }
}
