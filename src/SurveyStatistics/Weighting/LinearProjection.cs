namespace SurveyStatistics.Weighting;

/// <summary>
/// The residual of a variable after regression on the variables that weights were fitted to, the generalised regression
/// estimator's variance by Deville and Särndal (1992): e = u − X (X′QX)⁻¹ X′Q u for the influence u, then weight × e.
/// </summary>
internal sealed class LinearProjection : IProjection
{
    private readonly AuxiliaryMatrix _auxiliaries;
    private readonly double[] _rowWeights;
    private readonly double[] _weights;
    private readonly Lazy<SymmetricSolver> _solver;

    /// <summary>Prepares the regression; it is solved when a variance first needs it.</summary>
    /// <param name="auxiliaries">The variables X.</param>
    /// <param name="rowWeights">The regression's weights q: the weights before the step, or ones.</param>
    /// <param name="weights">The weights after the step.</param>
    public LinearProjection(AuxiliaryMatrix auxiliaries, double[] rowWeights, double[] weights)
    {
        (_auxiliaries, _rowWeights, _weights) = (auxiliaries, rowWeights, weights);
        _solver = new Lazy<SymmetricSolver>(() => new SymmetricSolver(auxiliaries.Gram(rowWeights)));
    }

    /// <inheritdoc/>
    public void Project(Span<double> weighted)
    {
        var right = new double[weighted.Length];
        for (var row = 0; row < right.Length; row++)
        {
            weighted[row] = _weights[row] == 0 ? 0 : weighted[row] / _weights[row];
            right[row] = _rowWeights[row] * weighted[row];
        }

        var fitted = _auxiliaries.Times(_solver.Value.Solve(_auxiliaries.Totalled(right)));
        for (var row = 0; row < right.Length; row++)
        {
            weighted[row] = (weighted[row] - fitted[row]) * _weights[row];
        }
    }
}
