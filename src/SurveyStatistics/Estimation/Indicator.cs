namespace SurveyStatistics.Estimation;

/// <summary>One outcome as numbers a row: the terms that comparisons, ranks and tests are made of.</summary>
/// <param name="Outcome">Its labels.</param>
/// <param name="InBase">For each row 0 in the base and −1 outside.</param>
/// <param name="Values">For each row its value; read in the base only.</param>
/// <param name="Counted">Whether a row gave the answer; null for a number.</param>
internal sealed record Indicator(Outcome Outcome, int[] InBase, double[] Values, Func<int, bool>? Counted)
{
    /// <summary>The outcome's share or mean among the rows of a group.</summary>
    /// <param name="group">For each row 0 in the group and −1 outside; null for the whole base.</param>
    public RatioTerm Within(int[]? group = null) => RatioTerm.Mean(Rows(group), 0, new RowNumbers(Values));

    /// <summary>The respondents behind the outcome's share or mean among the rows of a group.</summary>
    public CellMembers Members(int[]? group = null)
    {
        int[] Base() => [.. Rows(group).Index().Where(row => row.Item == 0).Select(row => row.Index)];
        return new CellMembers(Base, Counted is null ? null : () => Array.FindAll(Base(), row => Counted(row))) { Outcome = Outcome };
    }

    /// <summary>For each row 0 in the base and the group, and −1 outside.</summary>
    public int[] Rows(int[]? group = null)
    {
        if (group is null)
        {
            return InBase;
        }

        var rows = new int[InBase.Length];
        for (var row = 0; row < rows.Length; row++)
        {
            rows[row] = InBase[row] == 0 && group[row] == 0 ? 0 : -1;
        }

        return rows;
    }
}
