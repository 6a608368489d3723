namespace SurveyStatistics.Estimation;

/// <summary>The result of a design-based test.</summary>
public sealed class SignificanceTest
{
    internal SignificanceTest(
        TestMethod method, string name, double statistic, double numeratorDegrees, double denominatorDegrees, double pValue, Estimate? estimate = null) =>
        (Method, StatisticName, Statistic, NumeratorDegrees, DenominatorDegrees, PValue, Estimate) =
        (method, name, statistic, numeratorDegrees, denominatorDegrees, pValue, estimate);

    /// <summary>An F test.</summary>
    /// <exception cref="SurveyException">No degree of freedom is left.</exception>
    internal static SignificanceTest F(TestMethod method, double f, double numeratorDegrees, double denominatorDegrees)
    {
        TestConditions.RequireDegrees(denominatorDegrees);
        return new(method, "F", f, numeratorDegrees, denominatorDegrees, Distributions.FUpperTail(f, numeratorDegrees, denominatorDegrees));
    }

    /// <summary>A chi-square test.</summary>
    /// <param name="method">Which test it is.</param>
    /// <param name="statistic">X².</param>
    /// <param name="degrees">The degrees of freedom.</param>
    /// <param name="corrected">X² corrected for the design, which has the chi-square distribution.</param>
    internal static SignificanceTest ChiSquare(TestMethod method, double statistic, double degrees, double corrected) =>
        new(method, "X²", statistic, degrees, double.PositiveInfinity, Distributions.ChiSquareUpperTail(corrected, degrees));

    /// <summary>Which test it is.</summary>
    public TestMethod Method { get; }

    /// <summary>The statistic's name: <c>t</c>, <c>F</c> or <c>X²</c>.</summary>
    public string StatisticName { get; }

    /// <summary>The statistic.</summary>
    public double Statistic { get; }

    /// <summary>The numerator degrees of freedom, or those of t or X²; NaN where the distribution has none.</summary>
    public double NumeratorDegrees { get; }

    /// <summary>The denominator degrees of freedom of F; infinite for X² and NaN for t.</summary>
    public double DenominatorDegrees { get; }

    /// <summary>The p-value; two-sided for t.</summary>
    public double PValue { get; }

    /// <summary>What was tested, for tests of one difference or slope; else null.</summary>
    public Estimate? Estimate { get; }

    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant(
        $"{Method}: {StatisticName} = {Statistic:0.####}, degrees of freedom {NumeratorDegrees:0.##} and {DenominatorDegrees:0.##}, p = {PValue:0.####}");
}

/// <summary>The tests there are.</summary>
public enum TestMethod
{
    /// <summary>Pearson's X² with Rao and Scott's second-order correction, as F.</summary>
    RaoScott,

    /// <summary>Pearson's X² with Rao and Scott's first-order correction.</summary>
    RaoScottFirstOrder,

    /// <summary>Pearson's X² against its own distribution, by a saddlepoint approximation.</summary>
    Saddlepoint,

    /// <summary>Wald's test of independence, or of a term of a model.</summary>
    Wald,

    /// <summary>Wald's test of independence with its degrees of freedom adjusted.</summary>
    AdjustedWald,

    /// <summary>Student's t test of a difference.</summary>
    Student,

    /// <summary>A t test of the slope over ordered groups.</summary>
    Trend,

    /// <summary>Wilcoxon's rank test of two groups.</summary>
    Wilcoxon,

    /// <summary>Kruskal and Wallis' rank test of several groups.</summary>
    KruskalWallis,

    /// <summary>A chi-square test of given shares.</summary>
    GivenShares,
}
