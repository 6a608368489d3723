namespace DisclosureControl.Tests;

/// <summary>Hidden cells may each keep their interval while their total is known: no such total may break a rule.</summary>
public class SensitiveUnionsTests
{
    // Synthetic, after a public report: five cells with their total; the first three are dominated.
    private static readonly double[][] Parts = [[95, 4, 1], [7, 1], [5, 1], [10, 10, 10, 10, 10, 10], [1, 1, 1, 1, 1], [100, 100, 100]];

    private static LinkedTables Dominated
    {
        get
        {
            var contributors = Parts.SelectMany((parts, cell) => parts.Select((part, i) => new Contributor($"{cell}-{i}", new Dictionary<int, double> { [cell] = part })));
            return new LinkedTables(Parts.Select(parts => parts.Sum()), [.. Enumerable.Range(0, 6).Select(cell => CellSum.Of([cell])), CellSum.Of([0, 1, 2, 3, 4]), CellSum.Of([0, 1, 2, 3, 4, 5])])
            {
                AreCounts = false,
                Contributors = [.. contributors],
            };
        }
    }

    [Fact]
    public void Suppress_TotalOfHiddenCellsIsOneContributors_HidesAnotherInstead()
    {
        var sensitive = SensitiveCells.Of(Dominated, new SensitivityRule { ProtectionPercent = 20 });
        var cellByCell = new SensitiveCells { Tables = sensitive.Tables, Cells = sensitive.Cells, UpperProtection = sensitive.UpperProtection };

        // Cell by cell the small neighbour will do, and every hidden cell keeps its interval.
        var before = cellByCell.Suppress();
        Assert.True(cellByCell.Audit(before).IsSafe);
        var found = Assert.Single(sensitive.Audit(before).UnsafeUnions);
        Assert.Equal((119, 2, SensitivityReasons.Dominance), (found.Sum.Value(Parts.Select(parts => parts.Sum()).ToArray()), Math.Round(found.Level, 9), found.Reasons));

        var after = sensitive.Suppress();

        Assert.True(sensitive.Audit(after).IsSafe);
        Assert.Equal([0, 1, 2, 3], Enumerable.Range(0, 8).Where(cell => !after.IsPublished(cell)));
    }

    [Fact]
    public void Suppress_SixHiddenCellsHoldFourRespondents_ProtectsTheirTotal()
    {
        // No table shows the six; the total less all others is theirs.
        double[] truth = [1, 0, 1, 1, 0, 1, 20, 30];
        var tables = new LinkedTables(truth, [.. Enumerable.Range(0, 8).Select(inner => CellSum.Of([inner])), CellSum.Of(Enumerable.Range(0, 8))]);
        var six = Enumerable.Range(0, 6).ToList();
        var rule = new SensitivityRule { MinContributions = 5 };
        var parts = Enumerable.Range(0, 8).Select(inner => new UnionPart(CellSum.Of([inner]), Enumerable.Range(0, (int)truth[inner]).ToDictionary(i => (100 * inner) + i, _ => 1.0)));
        var sensitive = new SensitiveCells { Tables = tables, Cells = six, Unions = [new SensitiveUnions { Parts = [.. parts], Rule = rule }] };

        var open = Assert.Single(new PatternAudit(sensitive, cell => !six.Contains(cell)).UnsafeUnions);
        var after = sensitive.Suppress();

        Assert.Equal(4, open.Sum.Value(truth));
        Assert.Equal(6, open.Sum.Length);
        Assert.Empty(sensitive.Audit(after).UnsafeUnions);
        Assert.Empty(after.Unmet);
    }

    [Fact]
    public void Audit_RandomPatterns_FindsAUnionWhenOneOfAllSubsetsIsExactAndSensitive()
    {
        var (found, none) = (0, 0);
        for (var seed = 0; seed < 60; seed++)
        {
            var random = new Random(seed);
            var truth = Enumerable.Range(0, 9).Select(_ => (double)random.Next(0, 8)).ToArray();
            var cells = Enumerable.Range(0, 12).Select(_ => CellSum.Of(Enumerable.Range(0, 9).Where(_ => random.Next(2) == 0))).Where(cell => cell.Length > 1).Distinct().ToList();
            var tables = new LinkedTables(truth, cells);
            var shown = cells.ConvertAll(_ => random.Next(3) == 0);
            var rule = new SensitivityRule { MinContributions = 5, MinContributors = 3, DominanceShare = 0.8 };
            var owners = truth.Select(count => Enumerable.Range(0, (int)count).GroupBy(_ => random.Next(8)).ToDictionary(own => own.Key, own => (double)own.Count())).ToList();
            var unions = new SensitiveUnions { Parts = [.. owners.Select((own, inner) => new UnionPart(CellSum.Of([inner]), own))], Rule = rule };

            var audit = new PatternAudit(new SensitiveCells { Tables = tables, Cells = [], Unions = [unions] }, cell => shown[cell]);

            using var bounds = new FeasibilityIntervals(tables, cell => shown[cell]);
            bool IsUnsafe(CellSum sum) => IsSensitive(sum, owners, rule) && bounds.Of(sum).IsExact;
            var any = Enumerable.Range(1, 511).Select(set => CellSum.Of(Enumerable.Range(0, 9).Where(inner => (set >> inner & 1) == 1))).Any(IsUnsafe);
            (found, none) = any ? (found + 1, none) : (found, none + 1);
            Assert.True(any == audit.UnsafeUnions.Count > 0, $"seed {seed}: {any} by all subsets, {audit.UnsafeUnions.Count} by the audit");
            Assert.All(audit.UnsafeUnions, one => Assert.True(IsUnsafe(one.Sum), $"seed {seed}"));
        }

        Assert.True(found > 10 && none > 10, $"{found} found, {none} not");
    }

    [Fact]
    public void Suppress_LinkedRandomTables_LeavesNoUnionThatBreaksTheRuleExactOrNarrow()
    {
        // What isn't looked for, unions that are narrow or exact in whole numbers only: none of them is left here either.
        int[][] groups = [[0, 1, 2], [3, 4, 5], [6, 7, 8], [0, 3, 6], [1, 4, 7], [2, 5, 8], [0, 1, 2, 3, 4, 5, 6, 7, 8], [0, 4, 8], [0, 1, 3, 4]];
        var rule = new SensitivityRule { MinContributions = 4 };
        var tried = 0;
        for (var seed = 0; seed < 40; seed++)
        {
            var random = new Random(seed);
            var truth = Enumerable.Range(0, 9).Select(_ => (double)random.Next(0, 9)).ToArray();
            var tables = new LinkedTables(truth, [.. groups.Select(CellSum.Of), .. Enumerable.Range(0, 9).Select(inner => CellSum.Of([inner]))]);
            var parts = truth.Select((count, inner) => new UnionPart(CellSum.Of([inner]), Enumerable.Range(0, (int)count).ToDictionary(i => (100 * inner) + i, _ => 1.0)));
            var sensitive = new SensitiveCells { Tables = tables, Cells = SensitiveCells.Of(tables, rule).Cells, Unions = [new SensitiveUnions { Parts = [.. parts], Rule = rule }] };
            var pattern = sensitive.Suppress();
            using var bounds = new FeasibilityIntervals(tables, pattern.IsPublished);
            using var whole = new FeasibilityIntervals(tables, pattern.IsPublished, wholeNumbers: true);
            foreach (var union in Enumerable.Range(1, 511).Select(set => CellSum.Of(Enumerable.Range(0, 9).Where(inner => (set >> inner & 1) == 1))).Where(sum => sum.Length > 1 && sum.Value(truth) is > 0 and < 4))
            {
                tried++;
                var interval = bounds.Of(union);
                Assert.True(interval.Width >= 2 - 1e-6, $"seed {seed}: {interval}");
                Assert.True(interval.Width >= 3 || !whole.Of(union).IsExact, $"seed {seed}: one whole number");
            }
        }

        Assert.True(tried > 200, $"{tried} unions");
    }

    private static bool IsSensitive(CellSum sum, List<Dictionary<int, double>> owners, SensitivityRule rule)
    {
        var parts = sum.InnerCells.ToArray().SelectMany(inner => owners[inner]).GroupBy(own => own.Key, own => own.Value).Select(own => own.Sum()).OrderDescending().ToList();
        return (rule.Threshold((int)parts.Sum(), parts.Count) | rule.Dominance(parts)) != SensitivityReasons.None;
    }
}
