namespace Barometer.Analysis.Anonymity.Claims;

/// <summary>
/// One number that is shown of one answer, as a reader who knows the weights sees it: a weighted sum of who gave the answer, known to
/// half a unit of its last digit.
/// </summary>
/// <param name="Answer">The answer; see <see cref="Answer.KeyOf"/>.</param>
/// <param name="Set">The respondents it is about.</param>
/// <param name="Coefficients">For each of them, in the same order, what the number grows by if they gave the answer.</param>
/// <param name="Givers">Those of them who gave it.</param>
/// <param name="Step">The unit of the last digit.</param>
internal sealed record ShownNumber(string Answer, RowSet Set, double[] Coefficients, RowSet Givers, double Step)
{
    private const double Near = 1e-6;

    private readonly int _weighting = HashOf(Coefficients);

    /// <summary>The same for numbers in which the same respondents count alike.</summary>
    public (RowSet Set, int Hash) Weighting => (Set, _weighting);

    /// <summary>The number before it is rounded.</summary>
    public double Truth => Set.Rows.ToArray().Zip(Coefficients).Sum(one => Givers.Contains(one.First) ? one.Second : Opposed?.Contains(one.First) == true ? -one.Second : 0);

    /// <summary>For a net balance: those who count as minus one; it is about several answers, and tells of each what the others leave.</summary>
    public RowSet? Opposed { get; init; }

    /// <summary>For a number that isn't shown but follows from others: what it follows to be; else null.</summary>
    public double? Known { get; init; }

    /// <summary>For a share that may be shown only if at least so many gave the answer, and so many didn't: how many; else 0.</summary>
    public int AtLeast { get; init; }

    /// <summary>Whether it is no number that is shown, but between which limits one lies; see <see cref="Floor"/>.</summary>
    public bool IsFloor { get; private init; }

    /// <summary>The number as it is shown.</summary>
    public double Value => Known ?? RoundedShare.Rounded(Truth, Step) * Step;

    /// <summary>The number of, or the share of, those of a set who gave an answer, times a factor.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="all">The base.</param>
    /// <param name="givers">Those who gave it.</param>
    /// <param name="weights">For each row of the response table its weight; null where each counts once.</param>
    /// <param name="factor">The factor.</param>
    /// <param name="isShare">Whether it is the share.</param>
    /// <param name="step">The unit of the last digit.</param>
    public static ShownNumber Of(string answer, RowSet all, RowSet givers, double[]? weights, double factor, bool isShare, double step)
    {
        double[] own = [.. all.Rows.ToArray().Select(row => weights?[row] ?? 1)];
        var whole = isShare ? own.Sum() : 1;
        return new ShownNumber(answer, all, [.. own.Select(weight => factor * weight / whole)], givers, step);
    }

    /// <summary>What follows from the share's being shown: how many gave the answer lies between these two numbers.</summary>
    public ShownNumber Floor() => new(Answer, Set, [.. Coefficients.Select(_ => 1.0)], Givers, Math.Max(1, Set.Count - (2 * AtLeast)) + Near)
    {
        Known = Set.Count / 2.0,
        IsFloor = true,
    };

    /// <summary>The same of rows that have other numbers.</summary>
    /// <param name="map">For each row its number.</param>
    public ShownNumber In(int[] map)
    {
        var sorted = Set.Rows.ToArray().Zip(Coefficients, (row, coefficient) => (Row: map[row], Coefficient: coefficient)).OrderBy(one => one.Row).ToList();
        return new ShownNumber(Answer, Set.In(map), [.. sorted.Select(one => one.Coefficient)], Givers.In(map), Step) { Known = Known, AtLeast = AtLeast, Opposed = Opposed?.In(map) };
    }

    /// <summary>The sum of this and another number of the same answer, rounded once: a difference of two shares.</summary>
    public ShownNumber With(ShownNumber other)
    {
        var sums = new SortedDictionary<int, double>();
        foreach (var (row, coefficient) in Set.Rows.ToArray().Zip(Coefficients).Concat(other.Set.Rows.ToArray().Zip(other.Coefficients)))
        {
            sums[row] = sums.GetValueOrDefault(row) + coefficient;
        }

        return new ShownNumber(Answer, new RowSet([.. sums.Keys]), [.. sums.Values], Givers.With(other.Givers), Step);
    }

    /// <summary>Whether it shows the same: the same sum, to the same unit.</summary>
    public bool Equals(ShownNumber? other) => other is not null && Answer == other.Answer && Step == other.Step && Known == other.Known
        && Weighting.Equals(other.Weighting) && Coefficients.AsSpan().SequenceEqual(other.Coefficients);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Answer, Step, Known, Weighting);

    private static int HashOf(double[] coefficients)
    {
        var hash = new HashCode();
        foreach (var coefficient in coefficients)
        {
            hash.Add(coefficient);
        }

        return hash.ToHashCode();
    }
}
