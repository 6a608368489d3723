namespace SurveyStatistics.Estimation;

/// <summary>
/// A number made of estimates, with its derivative by each of them: what a function of estimates computes with, so that the delta method needs
/// neither formulas nor steps of a difference quotient (forward automatic differentiation, Griewank and Walther 2008, chapter 3).
/// It can be computed with and not be read: the function says what is estimated, and sees no estimate.
/// </summary>
/// <remarks>Numbers convert to it, so that <c>x["a"] / (1 - x["a"])</c> reads as it is written. There is no comparison: a function with a jump or a corner has no derivative there.</remarks>
public sealed class SmoothNumber
{
    private SmoothNumber(double value, double[] gradient) => (Value, Gradient) = (value, gradient);

    /// <summary>The number.</summary>
    internal double Value { get; }

    /// <summary>Its derivative by each estimate; empty for a constant.</summary>
    internal double[] Gradient { get; }

    /// <summary>The natural logarithm; not a number of what is not above zero.</summary>
    public SmoothNumber Log() => Of(Math.Log(Value), 1 / Value);

    /// <summary>The exponential.</summary>
    public SmoothNumber Exp() => Of(Math.Exp(Value), Math.Exp(Value));

    /// <summary>The square root; not a number of what is not above zero.</summary>
    public SmoothNumber Sqrt() => Of(Math.Sqrt(Value), 0.5 / Math.Sqrt(Value));

    /// <summary>The number to a fixed power.</summary>
    public SmoothNumber Pow(double exponent) => Of(Math.Pow(Value, exponent), exponent * Math.Pow(Value, exponent - 1));

    /// <summary>The odds of a share, p / (1 − p).</summary>
    public SmoothNumber Odds() => this / (1 - this);

    /// <summary>A constant.</summary>
    public static implicit operator SmoothNumber(double value) => new(value, []);

    /// <summary>The sum.</summary>
    public static SmoothNumber operator +(SmoothNumber left, SmoothNumber right) => Of(left.Value + right.Value, left, 1, right, 1);

    /// <summary>The difference.</summary>
    public static SmoothNumber operator -(SmoothNumber left, SmoothNumber right) => Of(left.Value - right.Value, left, 1, right, -1);

    /// <summary>The product.</summary>
    public static SmoothNumber operator *(SmoothNumber left, SmoothNumber right) => Of(left.Value * right.Value, left, right.Value, right, left.Value);

    /// <summary>The quotient.</summary>
    public static SmoothNumber operator /(SmoothNumber left, SmoothNumber right) =>
        Of(left.Value / right.Value, left, 1 / right.Value, right, -left.Value / (right.Value * right.Value));

    /// <summary>The opposite.</summary>
    public static SmoothNumber operator -(SmoothNumber number) => number.Of(-number.Value, -1);

    /// <summary>Says that it can't be read.</summary>
    public override string ToString() => "a number made of estimates";

    /// <summary>The estimate at a place: its derivative by itself is 1.</summary>
    internal static SmoothNumber Estimate(double value, int place, int count)
    {
        var gradient = new double[count];
        gradient[place] = 1;
        return new SmoothNumber(value, gradient);
    }

    private SmoothNumber Of(double value, double slope) => new(value, Array.ConvertAll(Gradient, one => slope * one));

    private static SmoothNumber Of(double value, SmoothNumber left, double slope, SmoothNumber right, double otherSlope)
    {
        // A constant's derivatives are zero whatever the slope: where that has no value they would be no numbers.
        var gradient = new double[Math.Max(left.Gradient.Length, right.Gradient.Length)];
        for (var i = 0; i < gradient.Length; i++)
        {
            gradient[i] = (left.Gradient.Length == 0 ? 0 : slope * left.Gradient[i]) + (right.Gradient.Length == 0 ? 0 : otherSlope * right.Gradient[i]);
        }

        return new SmoothNumber(value, gradient);
    }
}
