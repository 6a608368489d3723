using System.Text.Json;

namespace Barometer.Conformance.Disclosure;

/// <summary>Compares an audit with the expected one, number by number.</summary>
internal sealed class AuditComparison(MatrixCase of, JsonElement expected)
{
    private const double Tolerance = 1e-4;

    /// <summary>What differs; nothing when the audits agree.</summary>
    public List<string> Differences(PatternAudit audit, PatternFile pattern)
    {
        var differences = new List<string>();
        Keys("published_primary", audit.PublishedSensitive);
        Keys("linear_derivable", audit.Derivable);
        Keys("exact_primary_LP", audit.Exact);
        Keys("exact_primary_INT", audit.ExactInWholeNumbers);
        Keys("exact_primary_M1_positive", audit.ExactIfNonzero);
        Keys("narrow_primary(ub<v+1 or width<2)", audit.TooNarrow);
        Keys("upper_protection_violations", audit.UpperTooClose);
        Compare("mixed_status_keys", Numbers("mixed_status_keys"), pattern.MixedKeys.Order().Select(CaseFile.Text));
        Compare("insider_disclosures_M2", Pairs("insider_disclosures_M2"),
            audit.ContributorDisclosures.Select(found => $"{found.Contributor}:{of.Keys[found.Cell]}").Order(StringComparer.Ordinal));
        Flag("safe_external", audit.IsSafeFromOutsiders);
        Flag("safe_insider", audit.IsSafeFromContributors);
        CompareIntervals("intervals", "lp", audit.Intervals, differences);
        CompareIntervals("intervals", "int", audit.WholeIntervals, differences);
        CompareIntervals("intervals_M1", null, audit.NonzeroIntervals, differences);
        Compare("attribute_disclosures", ExpectedGroups(), audit.GroupDisclosures.Select(found => GroupText(found.Group.Name, found.MostOthers)).Distinct().Order(StringComparer.Ordinal));
        return differences;

        void Keys(string name, IReadOnlyList<int> cells) =>
            Compare(name, Numbers(name), cells.Select(cell => of.Keys[cell]).Order().Select(CaseFile.Text));

        void Flag(string name, bool value)
        {
            if (expected.TryGetProperty(name, out var flag) && flag.GetBoolean() != value)
            {
                differences.Add(name);
            }
        }

        void Compare(string name, IEnumerable<string>? want, IEnumerable<string> got)
        {
            if (want is not null && !want.SequenceEqual(got))
            {
                differences.Add($"{name}: expected [{string.Join(' ', want)}], got [{string.Join(' ', got)}]");
            }
        }
    }

    private void CompareIntervals(string name, string? kind, IReadOnlyDictionary<int, FeasibilityInterval> got, List<string> differences)
    {
        if (!expected.TryGetProperty(name, out var intervals))
        {
            return;
        }

        var found = got.ToDictionary(one => of.Keys[one.Key], one => one.Value);
        foreach (var entry in intervals.EnumerateObject())
        {
            var interval = kind is null ? entry.Value : entry.Value.GetProperty(kind);
            var key = CaseFile.Whole(entry.Name);
            if (!found.Remove(key, out var own) || !Near(interval[0], own.Low) || !Near(interval[1], own.High))
            {
                differences.Add(FormattableString.Invariant($"{name} {kind} {key}: expected {interval}, got [{own.Low}, {own.High}]"));
            }
        }

        differences.AddRange(found.Keys.Select(key => $"{name} {kind} {key}: not expected"));
    }

    private static bool Near(JsonElement want, double got) => want.ValueKind switch
    {
        JsonValueKind.Null => double.IsNaN(got),
        JsonValueKind.String => double.IsInfinity(got),
        _ => Math.Abs(want.GetDouble() - got) < Tolerance,
    };

    private IEnumerable<string>? Numbers(string name) => expected.TryGetProperty(name, out var list)
        ? list.EnumerateArray().Select(item => item.GetInt32()).Order().Select(CaseFile.Text)
        : null;

    private IEnumerable<string>? Pairs(string name) => expected.TryGetProperty(name, out var list)
        ? list.EnumerateArray().Select(item => $"{item[0].GetString()}:{item[1].GetInt32()}").Order(StringComparer.Ordinal)
        : null;

    /// <summary>The expected groups, by the keys of the group and of the answer.</summary>
    private IEnumerable<string>? ExpectedGroups()
    {
        if (!expected.TryGetProperty("attribute_disclosures", out var list))
        {
            return null;
        }

        var labels = new CellLabels(of);
        return list.EnumerateArray()
            .Select(item => GroupText(labels.GroupAndAnswer(item[0].GetString()!, item[1].GetString()!, item[2].GetString()!, item[3].GetInt32()), item[4].GetDouble()))
            .Distinct()
            .Order(StringComparer.Ordinal);
    }

    private static string GroupText(string name, double most) => FormattableString.Invariant($"{name}={Math.Round(most, 3) + 0.0}");
}

/// <summary>Finds the keys of a group and of an answer by the labels they have in a table.</summary>
internal sealed class CellLabels(MatrixCase of)
{
    private const string Total = "Total";
    private static readonly string[] Fixed = ["table", "cell", "key", "label", "freq", "value", "holdings", "max_holding_rows"];

    /// <summary>The keys as <c>group/answer</c>.</summary>
    /// <param name="table">The table.</param>
    /// <param name="group">The group's categories, joined by a bar.</param>
    /// <param name="answer">The answer.</param>
    /// <param name="size">The number of respondents in the group.</param>
    public string GroupAndAnswer(string table, string group, string answer, int size)
    {
        foreach (var variable in of.Rule.AnswerVariables)
        {
            var rows = of.Cells.Where(row => row["table"] == table).ToList();
            var whole = rows.Find(row => row[variable] == Total && Label(row, variable) == group && CaseFile.Whole(row["freq"]) == size);
            var part = rows.Find(row => row[variable] == answer && Label(row, variable) == group);
            if (whole is not null && part is not null)
            {
                return $"{whole["key"]}/{part["key"]}";
            }
        }

        return $"{table}/{group}/{answer}";
    }

    private static string Label(Dictionary<string, string> row, string without) =>
        string.Join('|', row.Where(field => !Fixed.Contains(field.Key) && field.Key != without && field.Value != Total).Select(field => field.Value));
}
