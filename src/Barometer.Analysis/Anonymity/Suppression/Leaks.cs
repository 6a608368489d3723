namespace Barometer.Analysis.Anonymity.Suppression;

/// <summary>
/// Finds what a pattern gives away although it meets the demands: to organisations with the help of their own answers, and
/// of sums that no table shows.
/// </summary>
/// <param name="about">The cells, the secrets and the organisations.</param>
internal sealed class Leaks(SuppressionCase about)
{
    private const double Near = 1e-6;
    private readonly DemandBuilder _builder = new(about.System, 1);

    /// <summary>The demands that the pattern leaves unmet.</summary>
    public List<Demand> Find(PatternSearch search) => [.. Exact(search), .. ToInsiders(search)];

    private List<Demand> ToInsiders(PatternSearch search) => about.Insiders == InsiderKnowledge.OwnAnswers
        ? search.Unmet(about.Holdings.SelectMany(holding => _builder.WithOwnAnswers(holding, about.Secrets)))
        : ByArithmetic(search.Pattern);

    /// <summary>The implicit sums of which a reader's bounds leave one value.</summary>
    private List<Demand> Exact(PatternSearch search)
    {
        var open = search.Unmoved(about.Implicit);
        if (open.Count == 0)
        {
            return [];
        }

        using var reader = about.System.Reader(search.Pattern.IsPublished);
        return [.. open.Where(sum => reader.Bounds(sum) is var (low, high) && high - low < Near).Select(_builder.Inexact)];
    }

    private List<Demand> ByArithmetic(Pattern pattern)
    {
        if (about.Holdings.Count == 0)
        {
            return [];
        }

        var known = new ExactSpan();
        foreach (var form in about.System.Structure.Concat(about.System.Cells.Where((_, cell) => pattern.IsPublished(cell))))
        {
            known.Add(form);
        }

        return [.. about.Holdings.SelectMany(holding => ByArithmetic(holding, known))];
    }

    private List<Demand> ByArithmetic(Holding holding, ExactSpan known)
    {
        var rank = known.Rank;
        foreach (var unknown in holding.Contributions.Keys.Where(unknown => holding.Owns(unknown, about.System.Truth)))
        {
            known.Add(LinearForm.Sum([unknown]));
        }

        var found = known.Rank > rank ? about.Secrets.Where(known.Contains).ToList() : [];
        known.Shrink(rank);
        return [.. _builder.WithOwnCells(holding, found)];
    }
}
