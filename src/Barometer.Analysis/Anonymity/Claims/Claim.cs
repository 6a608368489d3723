namespace Barometer.Analysis.Anonymity.Claims;

/// <summary>What one estimate tells a reader, if it is published: the number in its base, and answers.</summary>
/// <param name="Name">What the estimate is about, without its numbers.</param>
/// <param name="Base">The respondents in its base.</param>
/// <param name="Told">What it tells of their answers.</param>
/// <param name="Cost">What a reader loses when it is hidden.</param>
internal sealed record Claim(string Name, RowSet Base, IReadOnlyList<Told> Told, double Cost)
{
    /// <summary>Whether it is a rate, a mean or a total, which needs a base of some size; a number of respondents does not.</summary>
    public bool NeedsBase { get; init; } = true;

    /// <summary>For a mean or total of a number: the parts of the organisations, the largest first.</summary>
    public IReadOnlyList<double> Parts { get; init; } = [];

    /// <summary>Whether the estimate has been published; false while it is undecided and when it is hidden.</summary>
    public bool IsPublished { get; init; }
}
