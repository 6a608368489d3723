namespace DisclosureControl;

/// <summary>
/// A number as it is shown of one answer: a share or a count of some strata, rounded. With the sizes and the weights of the
/// strata it is an equation in whole numbers for how many of each gave the answer.
/// </summary>
public sealed record RoundedShare
{
    // What binary fractions add to a number that lies on the edge between two values.
    private const double Noise = 1e-9;

    /// <summary>The numbers of the strata it is of, each once.</summary>
    public required IReadOnlyList<int> Strata { get; init; }

    /// <summary>
    /// The weight of a respondent of each of these strata; ones for a share or a count that isn't weighted. In a count they may be
    /// negative: a difference of shares is a count whose weights are shares of the two bases.
    /// </summary>
    public required IReadOnlyList<double> Weights { get; init; }

    /// <summary>The value shown: a share is 0–1.</summary>
    public required double Value { get; init; }

    /// <summary>The unit of its last digit: 0.001 for a share in per cent with one decimal. Values are rounded half away from zero.</summary>
    public required double Step { get; init; }

    /// <summary>Whether it is the (weighted) number of those who gave the answer, not their share.</summary>
    public bool IsCount { get; init; }

    /// <summary>For each of its strata the respondents in its base; null when they are all of the stratum, or not known.</summary>
    public IReadOnlyList<int>? Bases { get; init; }

    /// <summary>
    /// The number of respondents in its base. Where it is less than the strata hold, some left the question open, and nobody knows in
    /// which stratum; null when nothing is said, and then all answered.
    /// </summary>
    public int? Respondents { get; init; }

    /// <summary>Its weighted base as it is shown; null when it isn't.</summary>
    public double? WeightedBase { get; init; }

    /// <summary>The unit to which the weighted base is rounded.</summary>
    public double WeightedBaseStep { get; init; } = 1;

    /// <summary>
    /// Whether counts of its strata (in their order), with their bases, give the limits shown beside it; null where limits tell nothing.
    /// </summary>
    public Func<IReadOnlyList<int>, IReadOnlyList<int>, bool>? ShowsLimits { get; init; }

    /// <summary>The bases of its strata, where nothing else is known those of all of each stratum.</summary>
    internal IReadOnlyList<int> BasesAmong(int[] sizes) => Bases ?? [.. Strata.Select(stratum => sizes[stratum])];

    /// <summary>What the weighted sum of givers is divided by: the weighted base of a share, 1 of a count.</summary>
    internal double SizeOf(IReadOnlyList<int> bases) => IsCount ? 1 : Weights.Zip(bases, (weight, size) => weight * size).Sum();

    /// <summary>Whether counts of all strata show this value, and these limits.</summary>
    internal bool Agrees(int[] counts, IReadOnlyList<int> bases, double size)
    {
        // Added anew, in one order: a running sum carries the noise of what was tried before.
        var sum = 0.0;
        for (var i = 0; i < Strata.Count; i++)
        {
            sum += Weights[i] * counts[Strata[i]];
        }

        return size > 0 && Shows(sum / size) && (ShowsLimits is not { } limits || limits([.. Strata.Select(stratum => counts[stratum])], bases));
    }

    /// <summary>Whether a number would be shown as this value: rounded half away from zero.</summary>
    internal bool Shows(double number)
    {
        var distance = (number - Value) / Step;
        return Value > 0 ? distance is >= -0.5 - Noise and < 0.5 - Noise
            : Value < 0 ? distance is > -0.5 + Noise and <= 0.5 + Noise
            : Math.Abs(distance) < 0.5 - Noise;
    }

    /// <summary>The number of whole units of the last digit, as a value is shown.</summary>
    /// <param name="value">The value.</param>
    /// <param name="step">The unit.</param>
    public static double Rounded(double value, double step) => Math.Sign(value) * Math.Floor((Math.Abs(value) / step) + 0.5 + Noise);
}
