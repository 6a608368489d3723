namespace Barometer.Conformance.Disclosure;

/// <summary>What is wrong with a pattern, by the safety properties S0 to S5.</summary>
internal static class Verdict
{
    /// <summary>The faults, in words; none when the pattern is safe.</summary>
    public static List<string> Faults(MatrixCase of, PatternAudit audit, IReadOnlyList<int> mixedKeys)
    {
        var faults = new List<string>();
        Add("S0 primary cells are published", audit.PublishedSensitive);
        Add("S1 primary cells can be worked out", [.. audit.Exact.Union(audit.ExactInWholeNumbers)]);
        Add("S2 primary cells are known too closely", [.. audit.TooNarrow.Union(audit.UpperTooClose).Except(audit.Exact)]);
        Add("S3 a holding can work out primary cells", [.. audit.ContributorDisclosures.Select(found => found.Cell).Distinct()]);
        Add("S3 exact to one who takes it that no hidden cell is empty", [.. audit.ExactIfNonzero.Except(audit.Exact)]);
        if (audit.GroupDisclosures.Count > 0)
        {
            faults.Add($"S4 the answer of a group can be worked out (group/answer {string.Join(' ', audit.GroupDisclosures.Select(found => found.Group.Name))})");
        }

        if (mixedKeys.Count > 0)
        {
            faults.Add($"S5 shown in one table and hidden in another (keys {string.Join(' ', mixedKeys)})");
        }

        return faults;

        void Add(string what, IReadOnlyList<int> cells)
        {
            if (cells.Count > 0)
            {
                faults.Add($"{what} (keys {string.Join(' ', cells.Select(cell => of.Keys[cell]).Order())})");
            }
        }
    }
}
