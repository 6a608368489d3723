using Barometer.Analysis.Anonymity.Audit;
using Barometer.Analysis.Anonymity.Linear;

namespace Barometer.Analysis.Anonymity.Suppression;

/// <summary>Finds what organisations could work out from a pattern with the help of their own answers.</summary>
/// <param name="about">The cells, the secrets and the knowledge.</param>
/// <param name="builder">Says what it takes to protect a secret.</param>
internal sealed class Insiders(AuditCase about, DemandBuilder builder)
{
    private readonly List<LinearForm> _secrets = [.. about.Primary.Select(cell => about.System.Cells[cell])];

    /// <summary>The demands that the pattern leaves unmet.</summary>
    public List<Demand> Unprotected(PatternSearch search)
    {
        var known = new ExactSpan();
        foreach (var form in about.System.Structure.Concat(about.System.Cells.Where((_, cell) => search.Pattern.IsPublished(cell))))
        {
            known.Add(form);
        }

        return [.. about.Holdings.SelectMany(holding => Derived(holding, known).Concat(Bounded(holding, search)))];
    }

    /// <summary>What follows by adding and subtracting.</summary>
    private List<Demand> Derived(Holding holding, ExactSpan known)
    {
        var rank = known.Rank;
        foreach (var unknown in holding.Contributions.Keys.Where(unknown => holding.Owns(unknown, about.System.Truth)))
        {
            known.Add(LinearForm.Sum([unknown]));
        }

        var found = known.Rank > rank ? _secrets.FindAll(known.Contains) : [];
        known.Shrink(rank);
        return [.. builder.Insider(holding, found)];
    }

    /// <summary>What follows from bounds, where organisations are taken to reckon with them.</summary>
    private IEnumerable<Demand> Bounded(Holding holding, PatternSearch search) => about.InsidersReckonBounds
        ? builder.BoundedInsider(holding, _secrets).Where(demand => !search.IsMet(demand))
        : [];
}
