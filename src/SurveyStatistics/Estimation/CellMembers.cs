using System.Diagnostics.CodeAnalysis;

namespace SurveyStatistics.Estimation;

/// <summary>
/// The respondents behind one estimate, as disclosure control needs them. Rows are row numbers in the data, so that
/// estimates of different tables about the same respondents are recognised as one. They are listed when first asked for,
/// because most estimates never need a list.
/// </summary>
[SuppressMessage("Performance", "CA1819", Justification = "Rows are handed over as they are; nobody writes to them.")]
public sealed class CellMembers
{
    private readonly Lazy<int[]> _baseRows;
    private readonly Lazy<int[]>? _countedRows;
    private readonly Lazy<int[]>? _opposedRows;

    /// <summary>Takes over the rows, ascending.</summary>
    /// <param name="baseRows">The rows in the base.</param>
    /// <param name="countedRows">For a share: the rows that gave the answer; null for means and totals of numbers.</param>
    public CellMembers(int[] baseRows, int[]? countedRows)
        : this(() => baseRows, countedRows is null ? null : () => countedRows)
    {
    }

    /// <summary>Lists the rows when they are first asked for.</summary>
    /// <param name="baseRows">The rows in the base.</param>
    /// <param name="countedRows">The rows that gave the answer, or null.</param>
    /// <param name="opposedRows">For a net balance: the rows that count as minus one, or null.</param>
    public CellMembers(Func<int[]> baseRows, Func<int[]>? countedRows, Func<int[]>? opposedRows = null)
    {
        _baseRows = new Lazy<int[]>(baseRows);
        _countedRows = countedRows is null ? null : new Lazy<int[]>(countedRows);
        _opposedRows = opposedRows is null ? null : new Lazy<int[]>(opposedRows);
    }

    /// <summary>What a comparison is made of: publishing it is like publishing its parts.</summary>
    public CellMembers(IReadOnlyList<CellMembers> parts)
        : this(() => [.. parts.SelectMany(part => part.BaseRows).Distinct().Order()], null) => Parts = parts;

    /// <summary>The rows in the base, ascending.</summary>
    public int[] BaseRows => _baseRows.Value;

    /// <summary>For a share: the rows that gave the answer, ascending; null for means and totals of numbers.</summary>
    public int[]? CountedRows => _countedRows?.Value;

    /// <summary>For a net balance: the rows that count as minus one, ascending; null otherwise.</summary>
    public int[]? OpposedRows => _opposedRows?.Value;

    /// <summary>For a part of a comparison: what of these respondents is compared; null otherwise.</summary>
    public Outcome? Outcome { get; init; }

    /// <summary>The same respondents as a part of a comparison.</summary>
    /// <param name="outcome">What of them is compared.</param>
    internal CellMembers About(Outcome outcome) => new(() => BaseRows, _countedRows is null ? null : () => CountedRows!, _opposedRows is null ? null : () => OpposedRows!) { Outcome = outcome };

    /// <summary>The shares or means that a comparison is made of; empty for everything else.</summary>
    public IReadOnlyList<CellMembers> Parts { get; } = [];
}

/// <summary>The rows of each group, listed together when the first is asked for.</summary>
internal sealed class GroupRows(int[] group, int groups)
{
    private readonly Lazy<int[][]> _rows = new(() => List(group, groups));

    /// <summary>The members of a cell whose base is a group and whose answer is a category, or none.</summary>
    /// <param name="one">The group.</param>
    /// <param name="codes">For each row its category; null when the cell is not about a category.</param>
    /// <param name="category">The category counted.</param>
    /// <param name="opposed">For a net balance: the category that counts as minus one.</param>
    public CellMembers Members(int one, int[]? codes = null, int category = -1, int? opposed = null) => new(
        () => _rows.Value[one],
        codes is null ? null : () => With(one, codes, category),
        codes is null || opposed is not { } minus ? null : () => With(one, codes, minus));

    private int[] With(int one, int[] codes, int category) => Array.FindAll(_rows.Value[one], row => codes[row] == category);

    private static int[][] List(int[] group, int groups)
    {
        var counts = new int[groups];
        foreach (var g in group)
        {
            if (g >= 0)
            {
                counts[g]++;
            }
        }

        var rows = Array.ConvertAll(counts, count => new int[count]);
        Array.Clear(counts);
        for (var row = 0; row < group.Length; row++)
        {
            if (group[row] is var g and >= 0)
            {
                rows[g][counts[g]++] = row;
            }
        }

        return rows;
    }
}
