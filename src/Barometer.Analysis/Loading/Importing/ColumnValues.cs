using System.Globalization;
using System.Text;

namespace Barometer.Analysis.Loading.Importing;

/// <summary>The different values of the columns of a delivered file that an import needs, found by reading it once.</summary>
internal sealed class ColumnValues
{
    /// <summary>So many different values a column of codes may have; with more it holds something else.</summary>
    public const int Most = 2000;

    // Answers of which several stand in a cell make many different cells.
    private const int Kept = 200_000;

    private readonly Dictionary<int, HashSet<DeliveredValue>> _values;

    private ColumnValues(Dictionary<int, HashSet<DeliveredValue>> values) => _values = values;

    /// <summary>How many rows were read.</summary>
    public long Rows { get; private init; }

    /// <summary>Reads the file.</summary>
    /// <param name="table">The file.</param>
    /// <param name="columns">The places of the columns.</param>
    /// <param name="numeric">Those of them of which plain numbers aren't kept.</param>
    /// <param name="progress">Is told the share that has been read, or null.</param>
    public static ColumnValues Read(DeliveredTable table, IReadOnlyCollection<int> columns, IReadOnlySet<int> numeric, IProgress<double>? progress)
    {
        var values = columns.Distinct().ToDictionary(column => column, _ => new HashSet<DeliveredValue>());
        var kept = numeric.ToDictionary(column => column, column => (table.Columns[column].ValueLabels.Select(label => label.Value).ToHashSet(), table.Columns[column].Missing));
        using var rows = table.Rows(progress);
        while (rows.Read())
        {
            foreach (var (column, found) in values)
            {
                var value = rows[column];
                if (!value.IsEmpty && found.Count <= Kept && (!kept.TryGetValue(column, out var special) || PlainNumber.Of(value) is null || special.Item1.Contains(value) || special.Missing.Contains(value)))
                {
                    found.Add(value);
                }
            }
        }

        return new ColumnValues(values) { Rows = rows.Count };
    }

    /// <summary>The different values of a column, nothing left out, in an order that doesn't tell that of the rows.</summary>
    public IReadOnlyList<DeliveredValue> this[int column] =>
        [.. _values[column].OrderBy(value => value.IsText).ThenBy(value => value.Number).ThenBy(value => value.Text, StringComparer.Ordinal)];

    /// <summary>Whether a column has more different values than codes are.</summary>
    public bool IsMany(int column) => _values[column].Count > Most;

    /// <summary>Whether a column has more different values than were kept.</summary>
    public bool IsCut(int column) => _values[column].Count > Kept;
}

/// <summary>A number as a file of ours holds it.</summary>
internal static class PlainNumber
{
    /// <summary>The number in digits with a decimal point; null for what is none. A text is one when it has nothing but digits and one decimal mark.</summary>
    public static string? Of(DeliveredValue value) => value.Kind switch
    {
        ValueKind.Number => Digits(value.Number),
        ValueKind.Text when (ColumnProfile.Number(value.Text.Trim(), '.') ?? ColumnProfile.Number(value.Text.Trim(), ',')) is { } number => Digits(number),
        _ => null,
    };

    // Without an exponent, which the reader of our files refuses.
    private static string Digits(double number)
    {
        var text = number.ToString("R", CultureInfo.InvariantCulture);
        return text.Contains('E', StringComparison.Ordinal) ? number.ToString("F20", CultureInfo.InvariantCulture).TrimEnd('0').TrimEnd('.') : text;
    }
}

/// <summary>Compares texts as people write them: whatever the capitals, the dashes, quotation marks and blanks.</summary>
internal static class WordKeys
{
    /// <summary>The letters and digits of a text in lower case, one blank where anything else stands between them.</summary>
    public static string Key(string? text)
    {
        var key = new StringBuilder();
        foreach (var letter in (text ?? "").Normalize(NormalizationForm.FormC))
        {
            if (char.IsLetterOrDigit(letter))
            {
                key.Append(char.ToLowerInvariant(letter));
            }
            else if (key.Length > 0 && key[^1] != ' ')
            {
                key.Append(' ');
            }
        }

        return key.ToString().TrimEnd();
    }

    /// <summary>The keys of both languages of a text.</summary>
    public static IEnumerable<string> Keys(LocalizedText? text) =>
        text is null ? [] : new[] { Key(text.Nb), Key(text.En) }.Where(key => key.Length > 0).Distinct();

    // Questions of a battery differ in their ends; comparing all of them would take long.
    private const int Compared = 64;
    private const double Hopeless = 0.5;

    /// <summary>How much of two keys is the same, from 0 to 1; 0 where one is more than twice as long.</summary>
    public static double Likeness(string one, string other)
    {
        var (a, b) = (one[^Math.Min(Compared, one.Length)..], other[^Math.Min(Compared, other.Length)..]);
        var longest = Math.Max(a.Length, b.Length);
        return Math.Min(a.Length, b.Length) <= longest * Hopeless ? 0 : 1 - (NearNames.Distance(a, b) / (double)longest);
    }

    /// <summary>What is told of words that the reader looks up by their key: those that several have are left out.</summary>
    /// <param name="words">Keys with what they stand for.</param>
    public static Dictionary<string, T> Unique<T>(IEnumerable<(string Key, T Of)> words) => words
        .Where(word => word.Key.Length > 0)
        .Distinct()
        .GroupBy(word => word.Key, StringComparer.Ordinal)
        .Where(group => group.Count() == 1)
        .ToDictionary(group => group.Key, group => group.First().Of, StringComparer.Ordinal);
}
