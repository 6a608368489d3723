namespace Barometer.Conformance.Speed;

/// <summary>
/// Generated frequency tables with two hierarchies and further dimensions, Poisson counts around exp(2.2) with effects of
/// every category, and counts of 1 to 3 as primary cells: the shape of the tables on which GaussSuppression was timed.
/// </summary>
internal static class GeneratedTables
{
    /// <summary>The table: groups and leaves per group of two hierarchies, and the sizes of flat dimensions.</summary>
    public static SensitiveCells Make((int Groups, int Leaves) rows, (int Groups, int Leaves) columns, params int[] flat)
    {
        var random = new Random(42);
        int[] sizes = [rows.Groups * rows.Leaves, columns.Groups * columns.Leaves, .. flat];
        var effects = sizes.Select(size => Enumerable.Range(0, size).Select(_ => 0.7 * Normal(random)).ToArray()).ToArray();
        var inner = sizes.Aggregate((IEnumerable<int[]>)[[]], (all, size) => all.SelectMany(_ => Enumerable.Range(0, size), (one, next) => (int[])[.. one, next])).ToList();
        var truth = inner.Select(cell => Poisson(random, Math.Exp(2.2 + cell.Select((at, d) => effects[d][at]).Sum()))).ToArray();
        var members = new Dictionary<string, List<int>>();
        for (var i = 0; i < inner.Count; i++)
        {
            foreach (var key in Keys(inner[i], rows.Leaves, columns.Leaves))
            {
                (members.TryGetValue(key, out var list) ? list : members[key] = []).Add(i);
            }
        }

        var tables = new LinkedTables(truth, members.Values.Select(CellSum.Of).Distinct()) { Axes = inner };
        return SensitiveCells.Of(tables, new SensitivityRule { MinContributions = 4 });
    }

    /// <summary>The cells that an inner cell is in: leaf, group or total of each dimension.</summary>
    private static IEnumerable<string> Keys(int[] cell, int rowLeaves, int columnLeaves) => cell
        .Select((at, d) => d < 2 ? (string[])[$"{at}", $"g{at / (d == 0 ? rowLeaves : columnLeaves)}", "all"] : [$"{at}", "all"])
        .Aggregate((IEnumerable<string>)[""], (all, levels) => all.SelectMany(_ => levels, (one, level) => one + "|" + level));

    private static double Normal(Random random) => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());

    private static double Poisson(Random random, double mean)
    {
        var (count, product) = (0, random.NextDouble());
        for (var limit = Math.Exp(-mean); product > limit; count++)
        {
            product *= random.NextDouble();
        }

        return count;
    }
}
