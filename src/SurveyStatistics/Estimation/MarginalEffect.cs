namespace SurveyStatistics.Estimation;

/// <summary>The average change of the mean response.</summary>
/// <param name="Name">The variable, and the category that is compared with the reference.</param>
/// <param name="Value">The change, in the response's unit: for a share as a number between −1 and 1.</param>
/// <param name="StandardError">Its design-based standard error.</param>
/// <param name="Interval">The t interval; null without degrees of freedom.</param>
/// <param name="Reliability">Reasons to read it with care.</param>
public sealed record MarginalEffect(
    CoefficientName Name, double Value, double StandardError, ConfidenceInterval? Interval, Reliability Reliability);

/// <summary>
/// Average marginal effects as a function of the weights: the regression is fitted and the change of each respondent's mean
/// averaged. The influence has a part through the average and a part through the coefficients.
/// </summary>
internal sealed class MarginalEffectStatistic : IStatistic
{
    private readonly ModelMatrix _model;
    private readonly RegressionStatistic _regression;
    private readonly RegressionFamily _family;
    private readonly List<Change> _changes = [];

    /// <summary>The predictive margins of levels: the mean response if everybody in the base had them.</summary>
    /// <param name="model">The model.</param>
    /// <param name="regression">Its coefficients.</param>
    /// <param name="family">Its family.</param>
    /// <param name="levels">For each margin the columns of everybody at its levels.</param>
    public MarginalEffectStatistic(ModelMatrix model, RegressionStatistic regression, RegressionFamily family, IEnumerable<AuxiliaryMatrix> levels)
    {
        (_model, _regression, _family) = (model, regression, family);
        _changes.AddRange(levels.Select(columns => new Change(new CoefficientName("", []), columns, null) { IsLevel = true }));
    }

    private MarginalEffectStatistic(ModelMatrix model, RegressionStatistic regression, RegressionFamily family)
    {
        (_model, _regression, _family) = (model, regression, family);
        foreach (var part in model.Parts)
        {
            if (part.Codes is null)
            {
                _changes.Add(new Change(new CoefficientName(part.Text, []), model.DerivativeBy(part), null));
                continue;
            }

            var reference = model.With(part, part.At(part.Reference));
            for (var column = 0; column < part.Compared.Count; column++)
            {
                var code = part.ColumnOf.ToList().IndexOf(column);
                var name = new CoefficientName(part.Text, [(part.Variable, part.Compared[column])]);
                _changes.Add(new Change(name, model.With(part, part.At(code)), reference));
            }
        }
    }

    /// <summary>The effects of a fitted regression.</summary>
    public static IReadOnlyList<MarginalEffect> Estimate(
        DesignState state, ModelMatrix model, RegressionStatistic regression, RegressionFamily family, double degreesOfFreedom)
    {
        var statistic = new MarginalEffectStatistic(model, regression, family);
        var vector = state.Variance.Value.Estimate(statistic);
        return [.. statistic._changes.Select((change, i) => new MarginalEffect(
            change.Name,
            vector.Values[i],
            vector.StandardError(i),
            state.StudentInterval(vector.Values[i], vector.Covariance[i, i], degreesOfFreedom),
            ReliabilityRule.Judge(model.EffectiveRespondents(change.Name, state.Variance.Value.Sample.Weights), degreesOfFreedom, null)))];
    }

    /// <inheritdoc/>
    public double[] Evaluate(ReadOnlySpan<double> weights)
    {
        var coefficients = _regression.Evaluate(weights);
        var values = new double[_changes.Count];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = Average(weights, Effects(_changes[i], coefficients));
        }

        return values;
    }

    /// <inheritdoc/>
    public double[][] Linearise(double[] weights, double[] values)
    {
        var coefficients = _regression.Evaluate(weights);
        var influences = _regression.Linearise(weights, coefficients);
        var sum = Average(weights, null);
        return [.. _changes.Select((change, i) =>
        {
            // The respondent's own part in the average, and by the delta method its part in the coefficients.
            var effects = Effects(change, coefficients);
            var gradient = Gradient(change, coefficients, weights, sum);
            var column = new double[weights.Length];
            for (var row = 0; row < column.Length; row++)
            {
                column[row] = _model.InBase[row] < 0 ? 0 : weights[row] * (effects[row] - values[i]) / sum;
                for (var j = 0; j < gradient.Length; j++)
                {
                    column[row] += gradient[j] * influences[j][row];
                }
            }

            return column;
        })];
    }

    // The weighted average over the base; without values the sum of the weights.
    private double Average(ReadOnlySpan<double> weights, double[]? values)
    {
        var (total, sum) = (0.0, 0.0);
        for (var row = 0; row < weights.Length; row++)
        {
            if (_model.InBase[row] == 0)
            {
                total += weights[row] * (values?[row] ?? 0);
                sum += weights[row];
            }
        }

        return values is null ? sum : total / sum;
    }

    private double[] Effects(Change change, double[] coefficients)
    {
        var own = change.Columns.Times(coefficients);
        var other = (change.Reference ?? _model.Matrix).Times(coefficients);
        for (var row = 0; row < own.Length; row++)
        {
            var reference = RegressionLink.Mean(_family, other[row]);
            own[row] = change.IsLevel ? RegressionLink.Mean(_family, own[row])
                : change.Reference is null ? RegressionLink.Slope(_family, reference) * own[row]
                : RegressionLink.Mean(_family, own[row]) - reference;
        }

        return own;
    }

    // The derivative of the average effect by each coefficient. For a level it is g′(xβ) x, where g is the mean; for a category g′(xβ) x − g′(x₀β) x₀;
    // for a number, whose effect is g′(xβ) dβ, it is g′(xβ) d + g″(xβ) dβ x.
    private double[] Gradient(Change change, double[] coefficients, double[] weights, double sum)
    {
        var own = change.Columns.Times(coefficients);
        var other = (change.Reference ?? _model.Matrix).Times(coefficients);
        var (first, second) = (new double[own.Length], new double[own.Length]);
        for (var row = 0; row < own.Length; row++)
        {
            var weight = _model.InBase[row] < 0 ? 0 : weights[row] / sum;
            var mean = RegressionLink.Mean(_family, other[row]);
            var isSlope = change is { Reference: null, IsLevel: false };
            first[row] = weight * RegressionLink.Slope(_family, isSlope ? mean : RegressionLink.Mean(_family, own[row]));
            second[row] = weight * (isSlope ? RegressionLink.Curvature(_family, mean) * own[row] : change.IsLevel ? 0 : -RegressionLink.Slope(_family, mean));
        }

        return [.. change.Columns.Totalled(first).Zip((change.Reference ?? _model.Matrix).Totalled(second), (a, b) => a + b)];
    }

    // From a reference to a category; or, without a reference, the derivative by a number, or the mean at a level.
    private sealed record Change(CoefficientName Name, AuxiliaryMatrix Columns, AuxiliaryMatrix? Reference)
    {
        public bool IsLevel { get; init; }
    }
}
