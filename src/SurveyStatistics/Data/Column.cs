namespace SurveyStatistics.Data;

/// <summary>One variable of a data set: a value, or the reason why there is none, for every row.</summary>
public abstract class Column
{
    private protected Column(string name, int count)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        Name = name;
        Count = count;
    }

    /// <summary>The variable's name.</summary>
    public string Name { get; }

    /// <summary>The number of rows.</summary>
    public int Count { get; }

    /// <summary>Whether messages must not name its categories, because a category could tell a respondent's answer; <see cref="DataSet.WithPublic"/> takes it back.</summary>
    public bool IsConfidential { get; init; }

    /// <summary>Who was asked, where another answer led to the question; null when everybody was.</summary>
    public Routing? Routing { get; init; }

    /// <summary>Why the row has no value; <see cref="MissingReason.None"/> when it has one.</summary>
    public abstract MissingReason MissingAt(int row);

    /// <inheritdoc/>
    public sealed override string ToString() => $"Variable {Name}";

    /// <summary>The column of these rows, in their order.</summary>
    public abstract Column Take(int[] rows);

    /// <summary>The column whose categories messages may name.</summary>
    internal abstract Column Public();

    /// <summary>The place of a code among <paramref name="categories"/>, or −1.</summary>
    internal static int IndexOf(IReadOnlyList<string> categories, string code)
    {
        for (var i = 0; i < categories.Count; i++)
        {
            if (string.Equals(categories[i], code, StringComparison.Ordinal))
            {
                return i;
            }
        }

        return -1;
    }

    private protected static TValue[] Pick<TValue>(int[] rows, TValue[] values) => Array.ConvertAll(rows, row => values[row]);
}

/// <summary>A column of categories, each row one of them.</summary>
public sealed class CategoricalColumn : Column
{
    private readonly int[] _codes;
    private readonly MissingReason[]? _missing;

    /// <summary>Makes a column; the arrays are taken over, not copied.</summary>
    /// <param name="name">The variable's name.</param>
    /// <param name="categories">The codes of the categories, in their order.</param>
    /// <param name="codes">For each row the index of its category, or −1 when it has none.</param>
    /// <param name="missing">For each row why it has none; null when the reason is always <see cref="MissingReason.NoAnswer"/>.</param>
    /// <param name="ordered">Whether the categories run from low to high.</param>
    /// <exception cref="ArgumentException">An index or a reason does not fit.</exception>
    public CategoricalColumn(
        string name, IReadOnlyList<string> categories, int[] codes, MissingReason[]? missing = null, bool ordered = false)
        : base(name, codes.Length)
    {
        if (missing is not null && missing.Length != codes.Length)
        {
            throw new ArgumentException("One reason a row is needed.", nameof(missing));
        }

        for (var row = 0; row < codes.Length; row++)
        {
            if (codes[row] < -1 || codes[row] >= categories.Count)
            {
                throw new ArgumentException($"Column {name} holds an index outside its categories.", nameof(codes));
            }

            if (missing is not null && (codes[row] < 0) != (missing[row] != MissingReason.None))
            {
                throw new ArgumentException($"Column {name} has a row with both a value and a reason, or neither.", nameof(missing));
            }
        }

        Categories = categories;
        Ordered = ordered;
        _codes = codes;
        _missing = missing;
    }

    /// <summary>The codes of the categories, in their order.</summary>
    public IReadOnlyList<string> Categories { get; }

    /// <summary>Whether the categories run from low to high.</summary>
    public bool Ordered { get; }

    /// <summary>
    /// The codes under which reasons for having no category («don't know») are counted beside the categories; a reason
    /// without one is not.
    /// </summary>
    public IReadOnlyDictionary<MissingReason, string> ReasonCodes { get; init; } = new Dictionary<MissingReason, string>();

    /// <summary>For each row the index of its category, or −1.</summary>
    public ReadOnlySpan<int> Codes => _codes;

    internal int[] CodeArray => _codes;

    /// <summary>The index of the category with this code, or −1.</summary>
    public int IndexOf(string code) => IndexOf(Categories, code);

    /// <inheritdoc/>
    public override MissingReason MissingAt(int row) =>
        _codes[row] >= 0 ? MissingReason.None : _missing?[row] ?? MissingReason.NoAnswer;

    /// <inheritdoc/>
    public override Column Take(int[] rows) => new CategoricalColumn(
        Name, Categories, Pick(rows, _codes), Array.ConvertAll(rows, MissingAt), Ordered)
    { IsConfidential = IsConfidential, Routing = Routing, ReasonCodes = ReasonCodes };

    /// <inheritdoc/>
    internal override Column Public() => new CategoricalColumn(Name, Categories, _codes, _missing, Ordered) { Routing = Routing, ReasonCodes = ReasonCodes };

    /// <summary>
    /// The column with categories put together, each list into one whose code joins theirs by <c>+</c>, at the place of the
    /// first.
    /// </summary>
    internal CategoricalColumn Merging(IReadOnlyList<IReadOnlyList<string>> together)
    {
        var parts = Categories.Select(code => together.FirstOrDefault(list => list.Contains(code)) ?? [code]).ToList();
        var kept = parts.DistinctBy(list => list[0]).ToList();
        var place = parts.ConvertAll(list => kept.FindIndex(one => one[0] == list[0]));
        return new CategoricalColumn(
            Name,
            [.. kept.Select(list => string.Join('+', list))],
            Array.ConvertAll(_codes, code => code < 0 ? -1 : place[code]),
            [.. Enumerable.Range(0, Count).Select(MissingAt)],
            Ordered)
        { IsConfidential = IsConfidential, Routing = Routing, ReasonCodes = ReasonCodes };
    }
}

/// <summary>A column of numbers.</summary>
public sealed class NumericColumn : Column
{
    private readonly double[] _values;
    private readonly MissingReason[]? _missing;

    /// <summary>Makes a column; the arrays are taken over, not copied.</summary>
    /// <param name="name">The variable's name.</param>
    /// <param name="values">For each row its number, or <see cref="double.NaN"/>.</param>
    /// <param name="missing">For each row why it has none; null when the reason is always <see cref="MissingReason.NoAnswer"/>.</param>
    /// <exception cref="ArgumentException">There is not one reason a row.</exception>
    public NumericColumn(string name, double[] values, MissingReason[]? missing = null)
        : base(name, values.Length)
    {
        if (missing is not null && missing.Length != values.Length)
        {
            throw new ArgumentException("One reason a row is needed.", nameof(missing));
        }

        _values = values;
        _missing = missing;
    }

    /// <summary>For each row its number, or <see cref="double.NaN"/>.</summary>
    public ReadOnlySpan<double> Values => _values;

    internal double[] ValueArray => _values;

    /// <inheritdoc/>
    public override MissingReason MissingAt(int row) =>
        !double.IsNaN(_values[row]) ? MissingReason.None : _missing?[row] ?? MissingReason.NoAnswer;

    /// <inheritdoc/>
    public override Column Take(int[] rows) => new NumericColumn(Name, Pick(rows, _values), Array.ConvertAll(rows, MissingAt))
    { IsConfidential = IsConfidential, Routing = Routing };

    /// <inheritdoc/>
    internal override Column Public() => new NumericColumn(Name, _values, _missing) { Routing = Routing };
}

/// <summary>A column of identifiers, for strata and clusters: units, households, organisations.</summary>
public sealed class TextColumn : Column
{
    private readonly string[] _values;

    /// <summary>Makes a column; the array is taken over, not copied.</summary>
    public TextColumn(string name, string[] values)
        : base(name, values.Length) => _values = values;

    /// <summary>The identifiers; an empty string where there is none.</summary>
    public ReadOnlySpan<string> Values => _values;

    /// <inheritdoc/>
    public override MissingReason MissingAt(int row) =>
        _values[row].Length > 0 ? MissingReason.None : MissingReason.NoAnswer;

    /// <inheritdoc/>
    public override Column Take(int[] rows) => new TextColumn(Name, Pick(rows, _values)) { IsConfidential = IsConfidential };

    /// <inheritdoc/>
    internal override Column Public() => new TextColumn(Name, _values);
}

/// <summary>Who is asked a question: those for whom another variable has one of some codes.</summary>
/// <param name="Variable">The variable that decides.</param>
/// <param name="Codes">The codes that lead to the question.</param>
public record Routing(string Variable, IReadOnlyList<string> Codes)
{
    /// <summary>Whether the same answers lead to both questions; two questions asked of everybody have the same audience.</summary>
    internal static bool IsSame(Routing? one, Routing? other) =>
        one?.Variable == other?.Variable && (one?.Codes ?? []).SequenceEqual(other?.Codes ?? []);
}

/// <summary>Why a row has no value in a column. Whether it counts in the base of a percentage depends on the reason.</summary>
public enum MissingReason : byte
{
    /// <summary>There is a value: nothing is missing.</summary>
    None = 0,

    /// <summary>The question was not asked: routing led past it. Never in the base.</summary>
    NotAsked,

    /// <summary>Asked and left unanswered (item non-response). Not in the base.</summary>
    NoAnswer,

    /// <summary>«Vet ikke»: an answer, and in the base unless the analysis says otherwise.</summary>
    DontKnow,

    /// <summary>«Ikke relevant»: an answer, and in the base unless the analysis says otherwise.</summary>
    NotRelevant,
}
