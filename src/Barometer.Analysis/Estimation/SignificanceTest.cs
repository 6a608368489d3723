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

    /// <summary>The estimates that the test compares: its result is a function of them, and is released with them or not at all.</summary>
    internal Func<EstimateTable>? Compared { get; private init; }

    /// <summary>Whether the result has been released: then it is the p-value to three decimals, and nothing else.</summary>
    public bool IsReleased { get; private init; }

    /// <summary>Of a trend, whether it rises (1) or falls (−1); 0 for other tests. A release shows it with the p-value.</summary>
    public int Direction { get; private init; }

    /// <summary>The same result with what it compares.</summary>
    internal SignificanceTest Of(Func<EstimateTable> compared, int direction = 0) =>
        new(Method, StatisticName, Statistic, NumeratorDegrees, DenominatorDegrees, PValue, Estimate) { Compared = compared, Direction = direction };

    /// <summary>What a release hands out.</summary>
    internal SignificanceTest Sanitised() => new(Method, StatisticName, double.NaN, double.NaN, double.NaN, Math.Round(PValue, 3)) { IsReleased = true, Direction = Direction };

    /// <inheritdoc/>
    internal override string? Stored => Exploration.IsOn ? null : OutputStamp.Notice;

    /// <inheritdoc/>
    public override string ToHtml() => Notice.Html(
        "Ikke frigitt / Not released", "Testen vises ikke før den er kontrollert for anonymitet. / The test does not show before a release has checked it.");

    /// <inheritdoc/>
    public override string ToString() => $"{Method.Nb}, not released";
}
