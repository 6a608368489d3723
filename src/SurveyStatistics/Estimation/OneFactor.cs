using MathNet.Numerics.LinearAlgebra;

namespace SurveyStatistics.Estimation;

/// <summary>
/// One common factor behind items by maximum likelihood: the loadings λ and uniquenesses ψ for which Σ = λλ′ + Ψ comes
/// closest to a correlation matrix R, log |Σ| + tr Σ⁻¹R being least (Jöreskog 1967; <c>factanal(factors = 1)</c> in R).
/// </summary>
internal sealed class OneFactor
{
    private const int MaxIterations = 500;
    private const double Converged = 1e-13;

    // Below it an item is the factor itself (a Heywood case), and there is no maximum inside; factanal stops at 0.005.
    private const double LeastUniqueness = 0.005;

    private readonly Matrix<double> _correlations;
    private Matrix<double> _inverse = null!;
    private Matrix<double> _distance = null!;

    private OneFactor(Matrix<double> correlations)
    {
        _correlations = correlations;
        var root = Math.Sqrt(correlations.RowSums().Sum());
        Loadings = (correlations.RowSums() / root).Map(one => Math.Clamp(one, -0.9, 0.9));
        Uniquenesses = Loadings.Map(one => 1 - (one * one));
    }

    /// <summary>The loadings λ.</summary>
    public Vector<double> Loadings { get; private set; }

    /// <summary>The uniquenesses ψ, the items' variances less what the factor explains.</summary>
    public Vector<double> Uniquenesses { get; private set; }

    private int Items => _correlations.RowCount;

    /// <summary>The fitted factor; null where an item is the factor itself, or the items have no common one.</summary>
    public static OneFactor? Of(Matrix<double> correlations)
    {
        // Without a sum above zero the items point in different ways.
        if (!(correlations.RowSums().Sum() > 0))
        {
            return null;
        }

        var factor = new OneFactor(correlations);
        return factor.Fit() && factor.Uniquenesses.Minimum() > LeastUniqueness ? factor : null;
    }

    /// <summary>
    /// The derivative by the correlations of a function of loadings and uniquenesses, by the implicit function theorem: the
    /// symmetric M for which the function changes by Σᵢⱼ Mᵢⱼ dRᵢⱼ.
    /// </summary>
    /// <param name="byLoadings">The function's derivative by each loading.</param>
    /// <param name="byUniquenesses">Its derivative by each uniqueness.</param>
    public Matrix<double> Derivative(Vector<double> byLoadings, Vector<double> byUniquenesses)
    {
        var adjoint = Hessian(isExpected: false).Solve(Joined(byLoadings, byUniquenesses));
        var (ofLoadings, ofUniquenesses) = (adjoint.SubVector(0, Items), adjoint.SubVector(Items, Items));
        var outer = 2 * (_inverse * ofLoadings).OuterProduct(_inverse * Loadings);
        return ((outer + outer.Transpose()) / 2) + (_inverse * Matrix<double>.Build.DiagonalOfDiagonalVector(ofUniquenesses) * _inverse);
    }

    // Newton's method; where the fit isn't convex yet, with the expected second derivatives in place of the observed.
    private bool Fit()
    {
        var fit = Update();
        for (var iteration = 0; iteration < MaxIterations; iteration++)
        {
            var gradient = Joined(2 * (_distance * Loadings), _distance.Diagonal());
            if (gradient.AbsoluteMaximum() < Converged)
            {
                return true;
            }

            var step = Step(Hessian(isExpected: false), gradient) ?? Step(Hessian(isExpected: true), gradient);
            if (step is null)
            {
                return false;
            }

            var (loadings, uniquenesses, part) = (Loadings, Uniquenesses, 1.0);
            for (; part > 1e-9; part /= 2)
            {
                Loadings = loadings - (part * step.SubVector(0, Items));
                Uniquenesses = uniquenesses - (part * step.SubVector(Items, Items));
                if (Uniquenesses.Minimum() > LeastUniqueness / 2 && Update() is var next && next <= fit + 1e-14)
                {
                    fit = next;
                    break;
                }
            }

            if (part <= 1e-9)
            {
                // Where rounding leaves nothing to gain the gradient tells whether it is the maximum.
                (Loadings, Uniquenesses) = (loadings, uniquenesses);
                Update();
                return gradient.AbsoluteMaximum() < 1e-9;
            }
        }

        return false;
    }

    private double Update()
    {
        var fitted = Loadings.OuterProduct(Loadings) + Matrix<double>.Build.DiagonalOfDiagonalVector(Uniquenesses);
        _inverse = fitted.Inverse();
        _distance = _inverse - (_inverse * _correlations * _inverse);
        return Math.Log(fitted.Determinant()) + (_inverse * _correlations).Trace();
    }

    private static Vector<double>? Step(Matrix<double> hessian, Vector<double> gradient)
    {
        try
        {
            return hessian.Cholesky().Solve(gradient);
        }
        catch (ArgumentException)
        {
            // Not positive definite.
            return null;
        }
    }

    // The derivatives of 2Aλ and of A's diagonal by λ and ψ, where A = Σ⁻¹ − Σ⁻¹RΣ⁻¹ is the distance; expected, R is Σ.
    private Matrix<double> Hessian(bool isExpected)
    {
        var hessian = Matrix<double>.Build.Dense(2 * Items, 2 * Items);
        var middle = isExpected ? _inverse : _inverse - _distance;
        for (var parameter = 0; parameter < 2 * Items; parameter++)
        {
            var unit = Vector<double>.Build.Dense(Items);
            unit[parameter % Items] = 1;
            var change = parameter < Items
                ? unit.OuterProduct(Loadings) + Loadings.OuterProduct(unit)
                : unit.OuterProduct(unit);
            var distance = (-_inverse * change * _inverse) + (_inverse * change * middle) + (middle * change * _inverse);
            var byLoadings = 2 * (distance * Loadings);
            hessian.SetColumn(parameter, Joined(parameter < Items && !isExpected ? byLoadings + (2 * (_distance * unit)) : byLoadings, distance.Diagonal()));
        }

        return (hessian + hessian.Transpose()) / 2;
    }

    private static Vector<double> Joined(Vector<double> first, Vector<double> second) =>
        Vector<double>.Build.DenseOfEnumerable(first.Concat(second));
}
