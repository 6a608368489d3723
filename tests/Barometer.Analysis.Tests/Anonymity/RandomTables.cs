namespace Barometer.Analysis.Tests.Anonymity;

/// <summary>
/// Random linked tables: a hierarchy (regions in parts of the country) crossed with a size and with yes/no, one or two
/// tables of it, with zeros, and with organisations of very different size.
/// </summary>
internal static class RandomTables
{
    /// <summary>The tables of a seed.</summary>
    public static (AuditCase Case, IReadOnlyList<Item> Items) Make(int seed)
    {
        var random = new Random(seed);
        var (parts, regions, sizes) = (random.Next(1, 3), random.Next(2, 4), random.Next(2, 4));
        var inner = (from part in Enumerable.Range(0, parts)
                     from region in Enumerable.Range(0, regions)
                     from size in Enumerable.Range(0, sizes)
                     from answer in Enumerable.Range(0, 2)
                     select (Part: part, Region: (part * 10) + region, Size: size, Answer: answer)).ToList();
        var crossed = random.Next(2) == 0;
        var keys = inner.Select(cell => new[] { cell.Part, cell.Region, cell.Size, cell.Answer }).ToList();
        var tables = crossed
            ? new List<int[]> { new[] { 0, 2, 3 }, new[] { 1, 2, 3 } }
            : [[0, 3], [1, 3], [2, 3]];
        var cells = Cells(keys, tables);

        var mean = random.Next(2, 9);
        var holdings = Enumerable.Range(0, 12).Select(_ => new Dictionary<int, double>()).ToList();
        var truth = new double[inner.Count];
        for (var i = 0; i < truth.Length; i++)
        {
            var count = random.Next(4) == 0 ? random.Next(0, 2) : random.Next(0, 2 * mean);
            truth[i] = count;
            for (var n = 0; n < count; n++)
            {
                var holding = holdings[(int)(12 * Math.Pow(random.NextDouble(), 2))];
                holding[i] = holding.GetValueOrDefault(i) + 1;
            }
        }

        var system = new CellSystem(truth, cells, []);
        var groups = Groups(keys, cells);
        var primary = Primary(system, holdings, groups);
        var about = new AuditCase
        {
            System = system,
            Primary = primary,
            Holdings = [.. holdings.Select((own, i) => new Holding($"H{i}", own)).Where(holding => holding.Contributions.Count > 0)],
            Groups = groups,
        };
        var items = cells.Select((_, cell) => new Item([cell], 1 + Math.Log(1 + system.Value(cell)), primary.Contains(cell) ? ItemRole.MustHide : ItemRole.Free));
        return (about, [.. items]);
    }

    /// <summary>All cells of all tables, margins included, each once.</summary>
    private static List<LinearForm> Cells(List<int[]> keys, List<int[]> tables)
    {
        var cells = new HashSet<LinearForm>();
        foreach (var dimensions in tables)
        {
            for (var subset = 0; subset < 1 << dimensions.Length; subset++)
            {
                var kept = dimensions.Where((_, d) => (subset >> d & 1) == 1).ToArray();
                foreach (var cell in Enumerable.Range(0, keys.Count).GroupBy(i => string.Join(',', kept.Select(d => keys[i][d]))))
                {
                    cells.Add(LinearForm.Sum(cell));
                }
            }
        }

        return [.. cells];
    }

    private static List<GroupSecret> Groups(List<int[]> keys, List<LinearForm> cells)
    {
        var known = cells.ToHashSet();
        var groups = new List<GroupSecret>();
        foreach (var group in cells)
        {
            var answers = group.Unknowns.ToArray().GroupBy(row => keys[row][3]).Select(LinearForm.Sum).ToList();
            groups.AddRange(answers.Where(answer => answers.Count > 1 && known.Contains(answer)).Select(answer => new GroupSecret("", group, answer)));
        }

        return groups;
    }

    private static List<int> Primary(CellSystem system, List<Dictionary<int, double>> holdings, List<GroupSecret> groups)
    {
        var primary = new HashSet<int>();
        for (var cell = 0; cell < system.Cells.Count; cell++)
        {
            var value = system.Value(cell);
            var unknowns = system.Cells[cell].Unknowns.ToArray();
            var organisations = holdings.Count(own => unknowns.Any(own.ContainsKey));
            if (value > 0 && (value < 4 || organisations < 2))
            {
                primary.Add(cell);
            }
        }

        var numbers = system.Cells.Select((form, cell) => (form, cell)).ToDictionary(pair => pair.form, pair => pair.cell);
        primary.UnionWith(groups
            .Where(secret => secret.Group.Value(system.Truth) > 0 && secret.Others.Value(system.Truth) <= 1)
            .Select(secret => numbers[secret.Answer]));
        return [.. primary.Order()];
    }
}
