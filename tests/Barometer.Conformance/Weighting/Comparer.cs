namespace Barometer.Conformance.Weighting;

/// <summary>Compares what was expected with what the library gave, and finds the first number that differs.</summary>
internal sealed class Comparer(Tolerances tolerances)
{
    /// <summary>The first difference, in words; null when all numbers agree.</summary>
    public string? Difference { get; private set; }

    /// <summary>The largest relative difference of the numbers compared.</summary>
    public double Largest { get; private set; }

    /// <summary>How many numbers were compared.</summary>
    public int Compared { get; private set; }

    /// <summary>Compares everything expected.</summary>
    /// <exception cref="NotSupportedException">A number is expected that this estimator does not give.</exception>
    public void Compare(ExpectedForm expected, Observed observed)
    {
        foreach (var row in expected.Rows)
        {
            CompareRow(row, observed.Rows);
        }

        foreach (var (name, value) in expected.Values)
        {
            CompareNumber(name, name, value, Named(observed.Values, name));
        }

        foreach (var (name, values) in expected.Vectors)
        {
            CompareVector(name, values, Named(observed.Vectors, name));
        }
    }

    private void CompareRow(RowForm expected, IReadOnlyList<ObservedRow> rows)
    {
        var label = Label(expected);
        var found = rows.Where(row => Matches(expected, row)).ToList();
        if (found.Count != 1)
        {
            Differ(FormattableString.Invariant($"{label}: one estimate expected, {found.Count} found"));
            return;
        }

        foreach (var (name, value) in expected.Numbers)
        {
            CompareNumber(name, $"{label} {name}".TrimStart(), NumberConverter.Of(value), Named(found[0].Numbers, name));
        }
    }

    private static bool Matches(RowForm expected, ObservedRow row) =>
        (expected.Variable is null || expected.Variable == row.Variable)
        && (expected.Category is null || expected.Category == row.Category)
        && (expected.Probability is null || expected.Probability == row.Probability)
        && expected.Groups.Count == row.Groups.Count
        && expected.Groups.All(group => row.Groups.GetValueOrDefault(group.Key) == group.Value);

    private static string Label(RowForm row) => string.Join(' ', new[]
    {
        row.Variable,
        row.Category is null ? null : $"= {row.Category}",
        row.Probability is { } p ? FormattableString.Invariant($"at {p}") : null,
        row.Groups.Count == 0 ? null : $"[{string.Join(", ", row.Groups.Select(group => $"{group.Key} = {group.Value}"))}]",
    }.Where(part => part is not null));

    private void CompareVector(string name, IReadOnlyList<double?> expected, double[] got)
    {
        if (expected.Count != got.Length)
        {
            Differ(FormattableString.Invariant($"{name}: {expected.Count} numbers expected, {got.Length} found"));
            return;
        }

        for (var i = 0; i < got.Length; i++)
        {
            CompareNumber(name, FormattableString.Invariant($"{name}[{i}]"), expected[i], got[i]);
        }
    }

    private void CompareNumber(string name, string label, double? expected, double got)
    {
        if (expected is not { } number)
        {
            return;
        }

        Compared++;
        var difference = tolerances.Difference(number, got);
        if (!tolerances.Agree(name, number, got))
        {
            Differ(FormattableString.Invariant($"{label}: expected {number:R}, got {got:R}, relative difference {difference:0.0E+0}"));
        }
        else if (difference > Largest)
        {
            Largest = difference;
        }
    }

    private void Differ(string what) => Difference ??= what;

    private static T Named<T>(IReadOnlyDictionary<string, T> numbers, string name) => numbers.TryGetValue(name, out var value)
        ? value
        : throw new NotSupportedException($"the number «{name}»");
}
