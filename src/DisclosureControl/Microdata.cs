namespace DisclosureControl;

/// <summary>Starts linked tables from records.</summary>
/// <example>
/// <code>
/// var tables = Microdata.Of(firms)
///     .By("region", firm =&gt; firm.Region)
///     .By("industry", firm =&gt; firm.Industry)
///     .From(firm =&gt; firm.Owner)
///     .FrequencyTables(["region", "industry"]);
/// </code>
/// </example>
public static class Microdata
{
    /// <summary>Records, one for each contribution.</summary>
    public static Microdata<T> Of<T>(IEnumerable<T> records) => new([.. records], [], null);
}

/// <summary>Records with categories and a contributor, from which linked tables are made.</summary>
/// <typeparam name="T">A record.</typeparam>
public sealed class Microdata<T>
{
    // All sets of keys are looked at, a million of them here.
    private const int MostKeys = 20;
    private readonly T[] _records;
    private readonly IReadOnlyList<(string Name, Func<T, string> Of)> _categories;
    private readonly Func<T, string>? _contributor;
    private readonly bool _emptyToo;

    internal Microdata(T[] records, IReadOnlyList<(string Name, Func<T, string> Of)> categories, Func<T, string>? contributor, bool emptyToo = false) =>
        (_records, _categories, _contributor, _emptyToo) = (records, categories, contributor, emptyToo);

    /// <summary>Adds a category. One that groups another (the region of a county) is a category of its own: the tables are linked by it.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="codeOf">A record's code.</param>
    /// <exception cref="DisclosureException">There is a category of that name.</exception>
    public Microdata<T> By(string name, Func<T, string> codeOf) => _categories.Any(category => category.Name == name)
        ? throw new DisclosureException("Two categories have one name", $"«{name}»", "a name of its own for each category")
        : new Microdata<T>(_records, [.. _categories, (name, codeOf)], _contributor, _emptyToo);

    /// <summary>Says who contributed a record; without it every record is a contributor of its own.</summary>
    public Microdata<T> From(Func<T, string> contributorOf) => new(_records, _categories, contributorOf, _emptyToo);

    /// <summary>
    /// Counts combinations that no record has, too: that they are empty is not known to everybody. Without it, an inner cell is a
    /// combination that occurs. A category that follows from another is not crossed with it.
    /// </summary>
    public Microdata<T> WithEmptyCombinations() => new(_records, _categories, _contributor, emptyToo: true);

    /// <summary>Tables of the number of records, with all totals.</summary>
    /// <param name="tables">For each table the names of its categories.</param>
    /// <exception cref="DisclosureException">A table has a category that isn't there, or there is no record or table.</exception>
    public LinkedTables FrequencyTables(params IReadOnlyList<string>[] tables) => Make(_ => 1, areCounts: true, tables);

    /// <summary>Tables of the sum of an amount, with all totals.</summary>
    /// <param name="amountOf">A record's amount.</param>
    /// <param name="tables">For each table the names of its categories.</param>
    /// <exception cref="DisclosureException">A table has a category that isn't there, an amount is negative, or there is no record or table.</exception>
    public LinkedTables MagnitudeTables(Func<T, double> amountOf, params IReadOnlyList<string>[] tables) => Make(amountOf, areCounts: false, tables);

    /// <summary>How easily records could be recognised by their categories, and what would be learnt then.</summary>
    /// <param name="keys">The names of the categories that somebody may know.</param>
    /// <param name="weightOf">How many units of the population a record stands for.</param>
    /// <param name="sensitiveOf">What must not be learnt of a record.</param>
    /// <exception cref="DisclosureException">There is no such category, or there are more than 20 keys.</exception>
    public ReidentificationRisk Risk(IReadOnlyList<string> keys, Func<T, double> weightOf, Func<T, string> sensitiveOf)
    {
        Check(keys);
        if (keys.Count is 0 or > MostKeys)
        {
            throw new DisclosureException("Records can't be recognised by these keys", expected: "1 to 20 names of categories");
        }

        var at = keys.Select(name => _categories.First(category => category.Name == name)).ToList();
        return ReidentificationRisk.Of(
            Array.ConvertAll(_records, record => at.Select(category => category.Of(record)).ToArray()),
            Array.ConvertAll(_records, record => weightOf(record)),
            [.. _records.Select((record, i) => _contributor?.Invoke(record) ?? FormattableString.Invariant($"record {i}"))],
            Array.ConvertAll(_records, record => sensitiveOf(record)));
    }

    private void Check(IEnumerable<string> names)
    {
        if (names.FirstOrDefault(name => _categories.All(category => category.Name != name)) is { } missing)
        {
            throw new DisclosureException("There is no such category", $"«{missing}»", "one of " + string.Join(", ", _categories.Select(category => category.Name)));
        }
    }

    private LinkedTables Make(Func<T, double> amountOf, bool areCounts, IReadOnlyList<string>[] tables)
    {
        if (_records.Length == 0 || tables.Length == 0)
        {
            throw new DisclosureException("There is nothing to tabulate", expected: "records, and at least one table");
        }

        Check(tables.SelectMany(table => table));
        if (Array.Exists(_records, record => !(amountOf(record) >= 0)))
        {
            throw new DisclosureException("A contribution is negative or no number", expected: "contributions of zero or more", hint: "dominance and bounds are defined for these");
        }

        var codes = Array.ConvertAll(_records, record => _categories.Select(category => category.Of(record)).ToArray());
        var inner = Combinations(codes);
        var innerOf = inner.Index().ToDictionary(one => Key(one.Item), one => one.Index, StringComparer.Ordinal);
        var values = new double[inner.Count];
        var contributions = new Dictionary<string, Dictionary<int, double>>(StringComparer.Ordinal);
        foreach (var (record, code) in codes.Index())
        {
            var (at, amount) = (innerOf[Key(code)], amountOf(_records[record]));
            var contributor = _contributor?.Invoke(_records[record]) ?? FormattableString.Invariant($"record {record}");
            var own = contributions.TryGetValue(contributor, out var found) ? found : contributions[contributor] = [];
            own[at] = own.GetValueOrDefault(at) + amount;
            values[at] += amount;
        }

        var labelled = tables.SelectMany(table => Cells(table, inner)).DistinctBy(cell => LinkedTables.Name(cell.Codes)).ToList();
        var distinct = labelled.GroupBy(cell => cell.Sum).ToList();
        var cellOf = distinct.Index().ToDictionary(cell => cell.Item.Key, cell => cell.Index);
        return new LinkedTables(values, distinct.Select(same => same.Key))
        {
            AreCounts = areCounts,
            Axes = Places(inner),
            Contributors = [.. contributions.Select(one => new Contributor(one.Key, one.Value))],
            Names = [.. distinct.Select(same => same.Select(cell => LinkedTables.Name(cell.Codes)).ToList())],
            Labels = [.. labelled.Select(cell => (cell.Codes, cellOf[cell.Sum]))],
        };
    }

    /// <summary>The cells of a table, margins included: the codes of each, and the inner cells that it is the sum of.</summary>
    private IEnumerable<(IReadOnlyDictionary<string, string> Codes, CellSum Sum)> Cells(IReadOnlyList<string> table, List<string[]> inner)
    {
        // From the most detailed cells to the total of everything: each subset of the categories is a margin.
        var at = table.Distinct().Select(name => _categories.Index().First(category => category.Item.Name == name).Index).ToArray();
        for (var subset = (1 << at.Length) - 1; subset >= 0; subset--)
        {
            var kept = at.Where((_, i) => (subset >> (at.Length - 1 - i) & 1) == 1).ToArray();
            foreach (var same in Enumerable.Range(0, inner.Count).GroupBy(cell => Key(kept.Select(i => inner[cell][i]))))
            {
                // Insertion order is the order of the table's categories, which the names are made of.
                yield return (new OrderedDictionary<string, string>(kept.Select(i => KeyValuePair.Create(_categories[i].Name, inner[same.First()][i]))), CellSum.Of(same));
            }
        }
    }

    /// <summary>The inner cells: the combinations of codes that occur, or that can.</summary>
    private List<string[]> Combinations(string[][] codes)
    {
        var occurring = codes.DistinctBy(Key).ToList();
        if (!_emptyToo)
        {
            return occurring;
        }

        var source = Sources(occurring);
        var all = Enumerable.Range(0, source.Length).ToList();
        var crossed = all.FindAll(category => source[category] < 0).Aggregate((IEnumerable<string[]>)[new string[all.Count]], (rows, category) => rows.SelectMany(
            _ => occurring.Select(row => row[category]).Distinct(), (row, code) => With(row, category, code)));
        return [.. crossed.Select(row => all.Aggregate(row, (filled, category) => With(filled, category, CodeOf(filled, category))))];

        string CodeOf(string[] row, int category) => source[category] < 0
            ? row[category]
            : occurring.First(one => one[source[category]] == CodeOf(row, source[category]))[category];
    }

    /// <summary>For each category another that determines it, as the county determines the region; -1 for those that are crossed.</summary>
    private static int[] Sources(List<string[]> rows)
    {
        var all = Enumerable.Range(0, rows[0].Length).ToList();
        return [.. all.Select(category => all.FirstOrDefault(other => other != category && Determines(other, category) && (other < category || !Determines(category, other)), -1))];

        bool Determines(int category, int other) => rows.GroupBy(row => row[category]).All(same => same.Select(row => row[other]).Distinct().Count() == 1);
    }

    private static List<int[]> Places(List<string[]> inner)
    {
        var axes = Sources(inner).Index().Where(source => source.Item < 0).Select(source => source.Index).ToList();
        var numbers = axes.ConvertAll(axis => inner.Select(row => row[axis]).Distinct().Index().ToDictionary(code => code.Item, code => code.Index, StringComparer.Ordinal));
        return inner.ConvertAll(row => axes.Select((axis, i) => numbers[i][row[axis]]).ToArray());
    }

    private static string[] With(string[] row, int at, string code)
    {
        var copy = row.ToArray();
        copy[at] = code;
        return copy;
    }

    private static string Key(IEnumerable<string> codes) => string.Join('\0', codes);
}
