namespace SurveyStatistics.Estimation;

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
