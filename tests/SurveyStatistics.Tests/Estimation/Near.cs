namespace SurveyStatistics.Tests.Estimation;

/// <summary>Compares numbers to a number of decimals, for sequences.</summary>
internal sealed class Near(double tolerance) : IEqualityComparer<double>
{
    public static Near Digits(int digits) => new(Math.Pow(10, -digits));

    public bool Equals(double x, double y) => Math.Abs(x - y) <= tolerance;

    public int GetHashCode(double obj) => 0;
}
