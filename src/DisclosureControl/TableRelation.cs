namespace DisclosureControl;

/// <summary>A cell of a table as it is published: a name and a value.</summary>
/// <param name="Name">What the cell is called; the same cell in two tables has one name.</param>
/// <param name="Value">Its true value.</param>
public sealed record TableCell(string Name, double Value);

/// <summary>A relation of a table: one cell is the sum of other, disjoint ones.</summary>
/// <param name="Total">The name of the cell that is the sum.</param>
/// <param name="Parts">The names of the cells that add up to it.</param>
public sealed record TableRelation(string Total, IReadOnlyList<string> Parts)
{
    private const double Near = 1e-6;

    /// <summary>
    /// Linked tables from their cells and the relations between these, where no records are at hand. The cells that are no
    /// total of others are the inner cells; where a cell is the total of two relations, that both sums agree is known to everybody.
    /// </summary>
    /// <param name="cells">The cells of all tables, each once.</param>
    /// <param name="relations">The relations of all tables.</param>
    /// <exception cref="DisclosureException">A name is used twice or is no cell's, a cell is a part of itself, or a total isn't the sum of its parts.</exception>
    public static LinkedTables Link(IEnumerable<TableCell> cells, IEnumerable<TableRelation> relations)
    {
        var all = cells.ToList();
        if (all.GroupBy(cell => cell.Name, StringComparer.Ordinal).FirstOrDefault(same => same.Count() > 1) is { } twice)
        {
            throw new DisclosureException("Two cells have one name", $"«{twice.Key}»", "a name of its own for each cell");
        }

        var values = all.ToDictionary(cell => cell.Name, cell => cell.Value, StringComparer.Ordinal);
        var stated = relations.ToList();
        stated.ForEach(relation => relation.Check(values));
        var byTotal = stated.ToLookup(relation => relation.Total, StringComparer.Ordinal);
        var inner = all.FindAll(cell => !byTotal.Contains(cell.Name)).Select((cell, i) => (cell.Name, i)).ToDictionary(one => one.Name, one => one.i, StringComparer.Ordinal);
        var sums = new Dictionary<string, CellSum>(StringComparer.Ordinal);
        foreach (var cell in all)
        {
            Expand(cell.Name, byTotal, inner, sums, []);
        }

        // The second relation of a total says nothing about the cell, but something about the inner cells: both sums are equal.
        var known = byTotal.SelectMany(same => same.Skip(1).Select(relation => Sum(relation, sums).Minus(sums[same.Key]))).Where(sum => sum.Length > 0).Distinct();
        var distinct = all.GroupBy(cell => sums[cell.Name]).ToList();
        return new LinkedTables(inner.Keys.Select(name => values[name]), distinct.Select(same => same.Key), known)
        {
            Names = [.. distinct.Select(same => same.Select(cell => cell.Name).ToList())],
            AreCounts = all.TrueForAll(cell => cell.Value == Math.Round(cell.Value)),
        };
    }

    private static CellSum Expand(string name, ILookup<string, TableRelation> byTotal, Dictionary<string, int> inner, Dictionary<string, CellSum> sums, HashSet<string> above)
    {
        if (sums.TryGetValue(name, out var known))
        {
            return known;
        }

        if (!above.Add(name))
        {
            throw new DisclosureException("A cell is a part of itself", $"«{name}»", "totals and parts that form no circle");
        }

        foreach (var part in byTotal[name].SelectMany(relation => relation.Parts))
        {
            Expand(part, byTotal, inner, sums, above);
        }

        // A cell may be reached in several ways, but not from itself.
        above.Remove(name);
        return sums[name] = inner.TryGetValue(name, out var number) ? CellSum.Of([number]) : Sum(byTotal[name].First(), sums);
    }

    private static CellSum Sum(TableRelation relation, Dictionary<string, CellSum> sums) => CellSum.Of(relation.Parts.SelectMany(part => sums[part].Terms()));

    private void Check(Dictionary<string, double> values)
    {
        if (Parts.Append(Total).FirstOrDefault(name => !values.ContainsKey(name)) is { } missing)
        {
            throw new DisclosureException("A relation names a cell that isn't there", $"«{missing}» in «{Total}»", "names of cells");
        }

        if (Parts.Count == 0 || Math.Abs(Parts.Sum(part => values[part]) - values[Total]) > Near * Math.Max(1, Math.Abs(values[Total])))
        {
            throw new DisclosureException("A total isn't the sum of its parts", $"«{Total}»", "unrounded values of disjoint cells");
        }
    }
}
