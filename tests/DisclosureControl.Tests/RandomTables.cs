namespace DisclosureControl.Tests;

/// <summary>
/// Random linked tables: a hierarchy (regions in parts of the country) crossed with a size and with yes/no, one or two
/// tables of it, with zeros, and with contributors of very different size.
/// </summary>
internal static class RandomTables
{
    /// <summary>The tables of a seed.</summary>
    public static SensitiveCells Make(int seed)
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
        var dimensions = crossed
            ? new List<int[]> { new[] { 0, 2, 3 }, new[] { 1, 2, 3 } }
            : [[0, 3], [1, 3], [2, 3]];
        var cells = Cells(keys, dimensions);

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

        var tables = new LinkedTables(truth, cells)
        {
            Contributors = [.. holdings.Select((own, i) => new Contributor($"H{i}", own)).Where(contributor => contributor.Contributions.Count > 0)],
        };
        return SensitiveCells.Of(tables, new SensitivityRule { MinContributions = 4, MinContributors = 2, Coalition = 1 }, Groups(keys, cells).FindAll(group => group.Others.Value(truth) <= 1));
    }

    /// <summary>All cells of all tables, margins included, each once.</summary>
    private static List<CellSum> Cells(List<int[]> keys, List<int[]> tables)
    {
        var cells = new HashSet<CellSum>();
        foreach (var dimensions in tables)
        {
            for (var subset = 0; subset < 1 << dimensions.Length; subset++)
            {
                var kept = dimensions.Where((_, d) => (subset >> d & 1) == 1).ToArray();
                foreach (var cell in Enumerable.Range(0, keys.Count).GroupBy(i => string.Join(',', kept.Select(d => keys[i][d]))))
                {
                    cells.Add(CellSum.Of(cell));
                }
            }
        }

        return [.. cells];
    }

    private static List<GroupDisclosure> Groups(List<int[]> keys, List<CellSum> cells)
    {
        var known = cells.ToHashSet();
        var groups = new List<GroupDisclosure>();
        foreach (var group in cells)
        {
            var answers = group.InnerCells.ToArray().GroupBy(row => keys[row][3]).Select(CellSum.Of).ToList();
            groups.AddRange(answers.Where(answer => answers.Count > 1 && known.Contains(answer)).Select(answer => new GroupDisclosure("", group, answer)));
        }

        return groups;
    }
}
