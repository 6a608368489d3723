using MathNet.Numerics.LinearAlgebra;

namespace SurveyStatistics.Estimation;

/// <summary>
/// Generalised design effects: the eigenvalues of (B′V₀B)⁻¹ B′VB, the covariance of linear combinations B of shares under the
/// design against V₀, that of a simple random sample.
/// </summary>
internal static class GeneralisedEffects
{
    /// <summary>The effects, descending.</summary>
    /// <param name="combinations">B, one column a combination.</param>
    /// <param name="shares">The shares with their covariance V.</param>
    /// <param name="respondents">The size of the simple random sample.</param>
    /// <exception cref="SurveyException">A combination has no variance in a simple random sample.</exception>
    public static double[] Of(Matrix<double> combinations, EstimateVector shares, int respondents)
    {
        var variance = Matrix<double>.Build.DenseOfArray(shares.Covariance);
        var simple = Matrix<double>.Build.DenseOfDiagonalArray(shares.Values) / respondents;
        var (own, reference) = (Around(variance), Around(simple));
        try
        {
            // Symmetric by the Cholesky factor, so that the eigenvalues are real and accurate.
            var inverse = reference.Cholesky().Factor.Inverse();
            var values = (inverse * own * inverse.Transpose()).Evd(Symmetricity.Symmetric).EigenValues;
            return [.. values.Select(value => value.Real).OrderDescending()];
        }
        catch (ArgumentException)
        {
            throw new SurveyException(new Problem(
                "Independence can't be tested: too many cells are empty", Expected: "respondents in most cells", Hint: "merge categories"));
        }

        Matrix<double> Around(Matrix<double> matrix)
        {
            var product = combinations.TransposeThisAndMultiply(matrix) * combinations;
            return (product + product.Transpose()) / 2;
        }
    }
}
