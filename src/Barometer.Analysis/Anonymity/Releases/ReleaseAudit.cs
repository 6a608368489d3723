namespace Barometer.Analysis.Anonymity.Releases;

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
        [.. released.Where(one => one.Claims.Count > 0).GroupBy(one => one.Series).SelectMany(survey => Attack(survey.Key, [.. survey]))];

    private List<ReleaseFinding> Attack(string survey, List<JournalEntry> released)
    {
        var rows = new SeriesRows();
        var claims = released.SelectMany(one => one.In(rows).Select((claim, i) =>
            claim with { IsPublished = one.Entry.Cells[one.CellOfClaim[i]].Status == CellStatus.Published })).ToList();
        var names = released.SelectMany(one => one.CellOfClaim.Select(cell => $"«{one.Entry.Id}» {one.Entry.Cells[cell].About}")).ToList();
        var rules = rows.Rules(policy);
        var found = claims.Index().Where(one => (one.Item.IsPublished || one.Item.Within is not null) && rules.IsSensitive(one.Item))
            .Select(one => new ReleaseFinding(survey, one.Item.Name, "anybody", [names[one.Index]])).ToList();
        foreach (var together in ShownTogether.Of(claims, claim => claims[claim].IsPublished, rules))
        {
            Attacked++;
            if (together.Tells(_ => true))
            {
                found.Add(new ReleaseFinding(survey, together.Answer, "a reader who lists whole numbers", [.. together.Claims.Select(claim => names[claim])]));
            }
        }

        foreach (var linked in LinkedClaims.Of(claims, rules))
        {
            var attack = new Attack(linked.Problem, unit => claims[linked.Claims[unit]].IsPublished, policy.ProtectionInterval);
            Attacked += attack.Sums;
            var rounded = linked.Name == LinkedClaims.Respondents ? claims.Index().Where(one => one.Item.Within is not null).Select(one => names[one.Index] + " (rounded)") : [];

            // What follows though nothing is published tells an organisation its own answer, alone in its group, or who is asked what.
            found.AddRange(attack.Find().Where(one => one.Units.Count > 0 || !linked.Problem.IsKnownBeforehand).Select(one => new ReleaseFinding(
                survey, linked.Name, one.Contributor is null ? "a reader" : "an organisation that knows its own answers", [.. one.Units.Select(unit => names[linked.Claims[unit]]), .. rounded])));
        }

        return found;
    }
}

/// <summary>Something that must not be known and can be worked out from what is published. It holds no value.</summary>
/// <param name="Survey">The survey.</param>
/// <param name="Question">What it is about.</param>
/// <param name="Who">Who can work it out: a reader, or an organisation that knows its own answers.</param>
/// <param name="Path">The published cells that it follows from.</param>
internal sealed record ReleaseFinding(string Survey, string Question, string Who, IReadOnlyList<string> Path)
{
    /// <inheritdoc/>
    public override string ToString() =>
        $"{Survey}, {Question}: {Who} can work out an answer that must not be known; it follows from {Counted(Path.Count)}: {string.Join("; ", Path)}";

    private static string Counted(int cells) => cells == 1 ? "this one cell" : FormattableString.Invariant($"these {cells} cells");
}
