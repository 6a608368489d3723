using System.Diagnostics;
using System.Text.Json;

namespace Barometer.Conformance.Disclosure;

/// <summary>The checks of a case of linked tables.</summary>
internal sealed class MatrixChecks(MatrixCase of, Report report, SearchEffort effort)
{
    private const double Near = 1e-6;
    private readonly string _name = Path.GetFileName(of.Folder);

    /// <summary>Checks the primary set, the audit of every given pattern, and our own pattern.</summary>
    public void Run(string? patterns)
    {
        CheckPrimary();
        var expected = Path.Combine(of.Folder, "expected.json");
        if (File.Exists(expected))
        {
            var json = CaseFile.Json(expected);
            foreach (var pattern in json.TryGetProperty("patterns", out var patternsOf) ? patternsOf.EnumerateArray() : [])
            {
                CheckPattern(pattern);
            }

            foreach (var pattern in json.TryGetProperty("union", out var unions) ? unions.EnumerateObject() : [])
            {
                CheckUnion(pattern.Name, pattern.Value);
            }
        }

        CheckOwn(patterns);
    }

    private void CheckPrimary()
    {
        if (of.Rule.Rule is not { } rule)
        {
            report.Note(_name, "primary", "set by hand, taken as given");
            return;
        }

        var own = SensitiveCells.Of(of.Tables, rule, rule.Coalition is null ? [] : of.Rule.Groups()).Cells.ToHashSet();
        var given = of.Primary.ToHashSet();
        var missing = given.Except(own).Select(cell => of.Keys[cell]).Order();
        var extra = own.Except(given).Select(cell => of.Keys[cell]).Order();
        report.Check(_name, "primary", own.SetEquals(given),
            own.SetEquals(given) ? $"{own.Count} cells" : $"missing {string.Join(' ', missing)}; extra {string.Join(' ', extra)}");
    }

    private void CheckPattern(JsonElement expected)
    {
        var pattern = expected.GetProperty("pattern").GetString()!;
        var file = PatternFile.Read(of, Path.Combine(of.Folder, "patterns", pattern + ".csv"));
        var named = of.Rule.AnswerVariables.Count > 0 ? of.Rule.Groups() : [];
        var audit = new PatternAudit(of.Sensitive(named), cell => file.Published[cell]);
        var differences = new AuditComparison(of, expected).Differences(audit, file);
        report.Check(_name, "audit " + pattern, differences.Count == 0, string.Join("; ", differences));

        var faults = Verdict.Faults(of, audit, file.MixedKeys);
        if (!expected.GetProperty("safe_external").GetBoolean() || pattern.Contains("UNSAFE", StringComparison.Ordinal))
        {
            report.Check(_name, "reject " + pattern, faults.Count > 0, string.Join("; ", faults));
        }
        else
        {
            report.Note(_name, "verdict " + pattern, faults.Count == 0 ? "safe" : string.Join("; ", faults));
        }
    }

    /// <summary>Whether the hidden cells together meet the rule, as the case says.</summary>
    private void CheckUnion(string pattern, JsonElement expected)
    {
        var file = PatternFile.Read(of, Path.Combine(of.Folder, "patterns", pattern + ".csv"));
        var labels = expected.GetProperty("cells").EnumerateArray().Select(label => label.GetString()).ToHashSet();
        var union = CellSum.Of(of.Cells.Where(row => labels.Contains(row["label"])).SelectMany(row => of.Tables.Cells[of.CellOf(CaseFile.Whole(row["key"]))].InnerCells.ToArray()));
        var unsafeUnions = new PatternAudit(of.Sensitive([]), cell => file.Published[cell]).UnsafeUnions;
        var found = unsafeUnions.FirstOrDefault(one => one.Sum.Equals(union));
        var lacks = expected.GetProperty("pPercentNeeds").GetDouble() - expected.GetProperty("rest").GetDouble();
        report.Check(_name, "union " + pattern, expected.GetProperty("safe").GetBoolean()
                ? unsafeUnions.Count == 0
                : found is not null && Math.Abs(found.Sum.Value(of.Values) - expected.GetProperty("total").GetDouble()) < Near && Math.Abs(found.Level - lacks) < Near,
            found is null ? "safe" : FormattableString.Invariant($"breaks the rule, by {found.Level:0.###}"));
    }

    private void CheckOwn(string? patterns)
    {
        var clock = Stopwatch.StartNew();
        var sensitive = of.Sensitive(of.Rule.Groups());
        var pattern = sensitive.Suppress(effort, CostOf);
        var seconds = clock.Elapsed.TotalSeconds;
        var published = pattern.Suppressed.Select(suppressed => !suppressed).ToArray();
        var faults = Verdict.Faults(of, sensitive.Audit(pattern), []);
        var cells = of.Cells.Count(cell => !published[of.CellOf(CaseFile.Whole(cell["key"]))]);
        report.Check(_name, "own pattern", faults.Count == 0 && pattern.Unmet.Count == 0, FormattableString.Invariant(
            $"{cells} of {of.Cells.Count} cells hidden, {(pattern.IsOptimal ? "proven fewest" : "fewest not proven")}, {seconds:0.0} s{(pattern.Unmet.Count > 0 ? $", {pattern.Unmet.Count} demands can't be met" : "")}{(faults.Count > 0 ? "; " : "")}{string.Join("; ", faults)}"));
        if (patterns is not null)
        {
            Directory.CreateDirectory(patterns);
            PatternFile.Write(of, published, Path.Combine(patterns, _name + ".csv"));
        }
    }

    /// <summary>A cell costs as many labels as it has, and a trifle more the larger it is.</summary>
    private double CostOf(int cell)
    {
        var labels = of.Cells.Count(row => CaseFile.Whole(row["key"]) == of.Keys[cell]);
        return labels * (1 + (0.001 * Math.Log(1 + of.Tables.Value(cell))));
    }
}

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

        if (audit.UnsafeUnions.Count > 0)
        {
            faults.Add($"S6 the total of hidden cells is known and breaks a rule ({string.Join(", ", audit.UnsafeUnions.Select(found => $"{found.Sum.Length} inner cells"))})");
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
