using Barometer.Analysis.Display;

namespace Barometer.Analysis.Estimation;

/// <summary>The result of a design-based test. A notebook shows a notice in its place: a statistic can give counts away.</summary>
public sealed class SignificanceTest : Displayable
{
    internal SignificanceTest(
        LocalizedText method, string name, double statistic, double numeratorDegrees, double denominatorDegrees, double pValue, Estimate? estimate = null) =>
        (Method, StatisticName, Statistic, NumeratorDegrees, DenominatorDegrees, PValue, Estimate) =
        (method, name, statistic, numeratorDegrees, denominatorDegrees, pValue, estimate);

    /// <summary>The test's name.</summary>
    public LocalizedText Method { get; }

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
    public override string ToHtml() => Notice.Html(
        "Ikke frigitt / Not released", "Testen vises ikke før den er kontrollert for anonymitet. / The test does not show before a release has checked it.");

    /// <inheritdoc/>
    public override string ToString() => $"{Method.Nb}, not released";
}
