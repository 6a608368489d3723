using System.Text.Json;

namespace Barometer.Conformance.Disclosure;

/// <summary>
/// The checks of two waves: a table of everybody who answered the later wave, and one of those who answered both, tell by
/// subtraction what the newcomers said.
/// </summary>
internal sealed class WaveChecks(string name, JsonElement everybody, JsonElement panel, JsonElement expected, Report report)
{
    private static readonly SensitivityRule Single = new() { MinContributions = 2 };
    private static readonly SensitivityRule Few = new() { MinContributions = 5 };
    private static readonly SensitivityRule Group = new() { MinContributions = 5, Coalition = 1 };

    /// <summary>Checks each group, and that the second table is made safe when the first is published already.</summary>
    public void Run()
    {
        foreach (var group in everybody.EnumerateObject())
        {
            var (all, kept, want) = (Pair(group.Value), Pair(panel.GetProperty(group.Name)), expected.GetProperty(group.Name));

            // Inner cells: yes and no of the panel, yes and no of the newcomers. Cells: everybody, their yes, the panel, its yes.
            var tables = new LinkedTables([kept.Yes, kept.Size - kept.Yes, all.Yes - kept.Yes, all.Size - kept.Size - all.Yes + kept.Yes],
                [CellSum.Of([0, 1, 2, 3]), CellSum.Of([0, 2]), CellSum.Of([0, 1]), CellSum.Of([0])]);
            using var reader = new FeasibilityIntervals(tables, _ => true, wholeNumbers: true);
            var (entrants, yes) = (reader.Of(CellSum.Of([2, 3])), reader.Of(CellSum.Of([2])));
            var single = new PatternAudit(new SensitiveCells { Tables = tables, Cells = [], Unions = [Respondents(tables, Single)] }, _ => true).UnsafeUnions;
            report.Check(name, "newcomers of " + group.Name,
                entrants.IsExact && yes.IsExact && entrants.Low == want.GetProperty("newEntrants").GetDouble() && yes.Low == want.GetProperty("newYes").GetDouble()
                    && single.Count > 0 == want.GetProperty("singleRevealed").GetBoolean(),
                FormattableString.Invariant($"{entrants.Low} in all, {(single.Count > 0 ? "a single one is told" : "no single one is told")}"));
            CheckSecond(group.Name, tables);
        }
    }

    private void CheckSecond(string group, LinkedTables tables)
    {
        IReadOnlyList<SensitiveUnions> unions = [Respondents(tables, Few), Answers(tables, [0, 2]), Answers(tables, [1, 3])];
        var problem = new SuppressionProblem
        {
            Tables = tables,
            Units = [new([0, 1], 1, SuppressionRole.Forced), new([2, 3], 1, SuppressionRole.Candidate)],
            Requirements = [],
            Sensitive = [],
            Unions = unions,
        };
        var pattern = problem.Suppress();
        var left = new PatternAudit(new SensitiveCells { Tables = tables, Cells = [], Unions = unions }, pattern.IsPublished).UnsafeUnions;
        report.Check(name, "second table of " + group, pattern.Unmet.Count == 0 && left.Count == 0, pattern.Suppressed[1] ? "hidden" : "shown");
    }

    /// <summary>The answers of the panel and of the newcomers, held to a rule on the number of respondents.</summary>
    private static SensitiveUnions Respondents(LinkedTables tables, SensitivityRule rule) => Unions(rule, tables, [0, 2], (panelYes, newYes) => (
        tables.InnerCells[panelYes] + tables.InnerCells[panelYes + 1], tables.InnerCells[newYes] + tables.InnerCells[newYes + 1]));

    private static SensitiveUnions Answers(LinkedTables tables, int[] cells) =>
        Unions(Group, tables, cells, (panel, newcomers) => (tables.InnerCells[panel], tables.InnerCells[newcomers]));

    private static SensitiveUnions Unions(SensitivityRule rule, LinkedTables tables, int[] cells, Func<int, int, (double Panel, double Newcomers)> sizes)
    {
        var (ofPanel, ofNewcomers) = sizes(cells[0], cells[1]);
        return new SensitiveUnions { Parts = [Part(cells[0], ofPanel), Part(cells[1], ofNewcomers)], Rule = rule };
    }

    /// <summary>A sum in which everybody has a part of one.</summary>
    private static UnionPart Part(int cell, double size) =>
        new(CellSum.Of([cell]), Enumerable.Range(0, (int)size).ToDictionary(i => (1000 * cell) + i, _ => 1.0));

    private static (double Size, double Yes) Pair(JsonElement numbers) => (numbers[0].GetDouble(), numbers[1].GetDouble());
}
