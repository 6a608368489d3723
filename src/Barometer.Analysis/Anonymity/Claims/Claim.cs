namespace Barometer.Analysis.Anonymity.Claims;

/// <summary>What one estimate tells a reader, if it is published: numbers of respondents, and answers.</summary>
/// <param name="Name">What the estimate is about, without its numbers.</param>
/// <param name="Base">The respondents in its base.</param>
/// <param name="Told">What it tells of their answers.</param>
/// <param name="Cost">What a reader loses when it is hidden.</param>
internal sealed record Claim(string Name, RowSet Base, IReadOnlyList<Told> Told, double Cost)
{
    /// <summary>The bases of the rates, means or totals in it, which must have some size; none for a number of respondents.</summary>
    public IReadOnlyList<RowSet> Bases { get; init; } = [];

    /// <summary>
    /// Besides the base, sets of respondents whose number it tells: a share of a public variable of the frame is the number
    /// who answered in a group.
    /// </summary>
    public IReadOnlyList<RowSet> Sizes { get; init; } = [];

    /// <summary>The other groups of that variable: their numbers must not come out with it.</summary>
    public IReadOnlyList<RowSet> OtherSizes { get; init; } = [];

    /// <summary>For a mean or total of a number: the parts of the organisations, the largest first.</summary>
    public IReadOnlyList<double> Parts { get; init; } = [];

    /// <summary>For a quantile: the respondents on its shorter side; they must be as many as a cell's.</summary>
    public double ShorterSide { get; init; } = double.PositiveInfinity;

    /// <summary>For a number of respondents that is shown after rounding: what it tells of the true one; else null.</summary>
    public CountRange? Within { get; init; }

    /// <summary>For a weighted share: its respondents by weight; none for everything else.</summary>
    public IReadOnlyList<WeightClass> ByWeight { get; init; } = [];

    /// <summary>Whether the estimate has been published; false while it is undecided and when it is hidden.</summary>
    public bool IsPublished { get; init; }

    /// <summary>All sets of respondents whose number it tells.</summary>
    public IEnumerable<RowSet> AllSizes => Sizes.Prepend(Base);
}
