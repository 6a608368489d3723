namespace Barometer.Analysis.Anonymity.Audit;

/// <summary>
/// Attacks everything that the notebooks show: for each number that breaks a rule, what can a reader work out, and what
/// each organisation with its own answers? It asks the tables as they were shown, not how they were decided on.
/// </summary>
/// <remarks>
/// A survey of agencies and one of workplaces share no question, and so no equation: what links them is that an agency knows
/// its own answers in both, which each survey's attack gives it.
/// </remarks>
/// <param name="policy">The thresholds.</param>
internal sealed class ReleaseAudit(ReleasePolicy policy)
{
    /// <summary>The number of sums of answers that were attacked.</summary>
    public int Attacked { get; private set; }

    /// <summary>Attacks the releases of all notebooks.</summary>
    /// <param name="released">The releases with the status each cell was shown with.</param>
    public IReadOnlyList<ReleaseFinding> Attack(IReadOnlyList<JournalEntry> released) =>
        [.. released.Where(one => one.Claims.Count > 0).GroupBy(one => one.Entry.Survey).SelectMany(survey => Attack(survey.Key, [.. survey]))];

    private List<ReleaseFinding> Attack(string survey, List<JournalEntry> released)
    {
        var claims = released.SelectMany(one => one.Claims.Select((claim, i) =>
            claim with { IsPublished = one.Entry.Cells[one.Held[i]].Status == CellStatus.Published })).ToList();
        var names = released.SelectMany(one => one.Held.Select(cell => $"«{one.Entry.Id}» {one.Entry.Cells[cell].About}")).ToList();
        var rules = new BlockRules(policy, released[0].Organisations);
        var found = claims.Index().Where(one => (one.Item.IsPublished || one.Item.Within is not null) && rules.Judge(one.Item) != PrimaryReasons.None)
            .Select(one => new ReleaseFinding(survey, one.Item.Name, "anybody", [names[one.Index]])).ToList();
        foreach (var block in new ReleasePlanner(rules).Blocks(claims))
        {
            var attack = new Attack(block.Problem, unit => claims[block.Claims[unit]].IsPublished, policy.ProtectionInterval);
            Attacked += attack.Sums;
            var rounded = block.Name == ReleasePlanner.Respondents ? claims.Index().Where(one => one.Item.Within is not null).Select(one => names[one.Index] + " (rounded)") : [];
            found.AddRange(attack.Find().Select(one => new ReleaseFinding(
                survey, block.Name, one.Contributor is null ? "a reader" : "an organisation that knows its own answers", [.. one.Units.Select(unit => names[block.Claims[unit]]), .. rounded])));
        }

        return found;
    }
}
