using System.Runtime.InteropServices;

namespace DisclosureControl;

/// <summary>
/// Any number of tables as sums of the same inner cells (the additive structure). Each distinct sum is one cell, whatever
/// tables it stands in and whatever it is called there: what links the tables is that their cells share inner cells.
/// </summary>
/// <remarks>Made from records by <see cref="Microdata{T}"/>, from cells and their relations by <see cref="TableRelation"/>, or as here.</remarks>
public sealed class LinkedTables
{
    private readonly Lazy<Memberships> _cellsOf;
    private readonly Lazy<Memberships> _knownOf;
    private readonly Lazy<double[]> _values;
    private readonly Lazy<Crossing?> _crossing;
    private readonly Lazy<Dictionary<string, int>> _cellOfName;

    /// <summary>Tables of given inner cells.</summary>
    /// <param name="innerCells">The true value of each inner cell.</param>
    /// <param name="cells">The distinct cells.</param>
    /// <param name="known">Sums that everybody knows without reading a table; null for none.</param>
    /// <param name="lowerBounds">The least that each inner cell can be, minus infinity where there is no limit; null when none can be negative.</param>
    /// <exception cref="DisclosureException">A sum has an inner cell that isn't there, or the bounds are not as many as the inner cells.</exception>
    public LinkedTables(IEnumerable<double> innerCells, IEnumerable<CellSum> cells, IEnumerable<CellSum>? known = null, IEnumerable<double>? lowerBounds = null)
    {
        Inner = [.. innerCells];
        Cells = [.. cells];
        Known = known is null ? [] : [.. known];
        Lower = lowerBounds is null ? new double[Inner.Length] : [.. lowerBounds];
        if (Lower.Length != Inner.Length || Cells.Concat(Known).Any(sum => sum.Length > 0 && (sum.InnerCells[0] < 0 || sum.InnerCells[^1] >= Inner.Length)))
        {
            throw new DisclosureException("The cells and the inner cells don't go together", expected: "sums of inner cells by their numbers, from 0, and as many bounds as inner cells");
        }

        _cellsOf = new(() => new Memberships(Cells, Inner.Length));
        _knownOf = new(() => new Memberships(Known, Inner.Length));
        _values = new(() => [.. Cells.Select(cell => cell.Value(Inner))]);
        _crossing = new(() => Axes is null ? null : Crossing.Of(Axes));
        _cellOfName = new(() => Names.SelectMany((names, cell) => names.Select(name => (name, cell))).ToDictionary(one => one.name, one => one.cell, StringComparer.Ordinal));
    }

    /// <summary>The true value of each inner cell.</summary>
    public IReadOnlyList<double> InnerCells => Inner;

    /// <summary>The distinct cells.</summary>
    public IReadOnlyList<CellSum> Cells { get; }

    /// <summary>Sums that everybody knows without reading a table.</summary>
    public IReadOnlyList<CellSum> Known { get; }

    /// <summary>Who contributed what to the inner cells; none when nobody said so.</summary>
    public IReadOnlyList<Contributor> Contributors { get; init; } = [];

    /// <summary>Whether the cells are counts: whole numbers (frequency tables), not amounts (magnitude tables).</summary>
    public bool AreCounts { get; init; } = true;

    /// <summary>
    /// How the inner cells come from crossing some categories: for each its place on every axis. With it large tables are
    /// protected much faster; null when nobody said so.
    /// </summary>
    public IReadOnlyList<IReadOnlyList<int>>? Axes { get; init; }

    /// <summary>The names of each cell, one for every table it stands in under another name; none when nobody gave them.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Names { get; init; } = [];

    internal double[] Inner { get; }

    internal double[] Lower { get; }

    /// <summary>The codes of each labelled cell by category, the totals left out.</summary>
    internal IReadOnlyList<(IReadOnlyDictionary<string, string> Codes, int Cell)> Labels { get; init; } = [];

    internal Crossing? Crossing => _crossing.Value;

    /// <summary>For each inner cell the cells that it is in.</summary>
    internal Memberships CellsOf => _cellsOf.Value;

    /// <summary>For each inner cell the known sums that it is in.</summary>
    internal Memberships KnownOf => _knownOf.Value;

    /// <summary>The number of the cell that has a name.</summary>
    /// <exception cref="DisclosureException">No cell has it.</exception>
    public int this[string name] => _cellOfName.Value.TryGetValue(name, out var cell) ? cell : throw new DisclosureException(
        "There is no such cell", $"«{name}»", "one of " + string.Join("; ", _cellOfName.Value.Keys.Take(5)) + (_cellOfName.Value.Count > 5 ? "; …" : ""));

    /// <summary>The true value of a cell.</summary>
    public double Value(int cell) => _values.Value[cell];

    /// <summary>What a cell is called: its first name, or its number.</summary>
    public string NameOf(int cell) => Names.Count > cell && Names[cell].Count > 0 ? Names[cell][0] : FormattableString.Invariant($"cell {cell}");

    /// <summary>
    /// Every group of tables made from records with every answer to a question: what group disclosure is about. A group is a
    /// cell that isn't divided by the question.
    /// </summary>
    /// <param name="question">The category whose codes are answers.</param>
    /// <exception cref="DisclosureException">No table has the category.</exception>
    public IReadOnlyList<GroupDisclosure> Groups(string question)
    {
        var cellOf = Labels.Select(label => (Name: Name(label.Codes), label.Cell)).ToDictionary(one => one.Name, one => one.Cell, StringComparer.Ordinal);
        var groups = Labels.Where(label => label.Codes.ContainsKey(question))
            .Select(label => (Answer: Name(label.Codes), Group: Name(label.Codes.Where(code => code.Key != question))))
            .DistinctBy(one => (cellOf[one.Group], cellOf[one.Answer]))
            .Select(one => new GroupDisclosure(one.Answer, Cells[cellOf[one.Group]], Cells[cellOf[one.Answer]]))
            .ToList();
        return groups.Count > 0 ? groups : throw new DisclosureException("No table has this category", $"«{question}»", "a category of one of the tables");
    }

    /// <summary>A cell's name: <c>region=north, industry=fishing</c>; the total of everything is <c>total</c>.</summary>
    internal static string Name(IEnumerable<KeyValuePair<string, string>> codes) =>
        string.Join(", ", codes.Select(code => $"{code.Key}={code.Value}")) is { Length: > 0 } name ? name : "total";

    /// <summary>Whether an alternative table leaves each inner cell as large as it must be.</summary>
    internal bool Allows(AlternativeTable table)
    {
        for (var i = 0; i < table.Length; i++)
        {
            var inner = table.InnerCells[i];
            // A change comes out of a solver and may fall short of the bound by a rounding error.
            if (Inner[inner] + table.Changes[i] < Lower[inner] - 1e-9)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The cells that differ in an alternative table, ascending.</summary>
    internal int[] CellsThatDiffer(AlternativeTable table)
    {
        var changes = new Dictionary<int, double>();
        for (var i = 0; i < table.Length; i++)
        {
            var cells = CellsOf.Sums(table.InnerCells[i]);
            var coefficients = CellsOf.Coefficients(table.InnerCells[i]);
            for (var j = 0; j < cells.Length; j++)
            {
                CollectionsMarshal.GetValueRefOrAddDefault(changes, cells[j], out _) += coefficients[j] * table.Changes[i];
            }
        }

        // Rises and falls cancel within a cell: only what is left over shows in it.
        return [.. changes.Where(change => Math.Abs(change.Value) > CellSum.Nothing).Select(change => change.Key).Order()];
    }
}

/// <summary>For each inner cell the sums that it is in, the shortest first.</summary>
internal sealed class Memberships
{
    private readonly int[] _starts;
    private readonly int[] _sums;
    private readonly int[] _coefficients;

    /// <summary>Looks them up once for all.</summary>
    public Memberships(IReadOnlyList<CellSum> sums, int innerCells)
    {
        // A sparse matrix by columns, in three arrays: one list an inner cell would take ten times the memory and time.
        _starts = new int[innerCells + 1];
        foreach (var inner in sums.SelectMany(sum => sum.InnerCells.ToArray()))
        {
            _starts[inner + 1]++;
        }

        for (var i = 0; i < innerCells; i++)
        {
            _starts[i + 1] += _starts[i];
        }

        _sums = new int[_starts[innerCells]];
        _coefficients = new int[_sums.Length];
        var next = _starts.ToArray();
        foreach (var (number, sum) in sums.Index().OrderBy(pair => pair.Item.Length))
        {
            for (var i = 0; i < sum.Length; i++)
            {
                var at = next[sum.InnerCells[i]]++;
                (_sums[at], _coefficients[at]) = (number, sum.Coefficients[i]);
            }
        }
    }

    /// <summary>The numbers of the sums that an inner cell is in.</summary>
    public ReadOnlySpan<int> Sums(int inner) => _sums.AsSpan(_starts[inner].._starts[inner + 1]);

    /// <summary>Its coefficient in each of them.</summary>
    public ReadOnlySpan<int> Coefficients(int inner) => _coefficients.AsSpan(_starts[inner].._starts[inner + 1]);
}
