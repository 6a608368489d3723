namespace SurveyStatistics.Estimation;

/// <summary>The groups of a table: those of a crossing that someone in the data belongs to, in the codebook's order.</summary>
internal sealed class GroupIndex
{
    private readonly int[] _ofRow;

    private GroupIndex(int[] ofRow, IReadOnlyList<IReadOnlyList<GroupValue>> groups)
    {
        _ofRow = ofRow;
        Groups = groups;
        LeavesNobodyOut = Array.IndexOf(ofRow, -1) < 0;
    }

    /// <summary>The groups, each with one value a variable.</summary>
    public IReadOnlyList<IReadOnlyList<GroupValue>> Groups { get; }

    /// <summary>Whether every row belongs to a group.</summary>
    public bool LeavesNobodyOut { get; }

    /// <summary>The number of groups.</summary>
    public int Count => Groups.Count;

    /// <summary>Finds the groups of <paramref name="by"/>.</summary>
    /// <exception cref="SurveyException">A variable does not exist.</exception>
    public static GroupIndex Of(DataSet data, IReadOnlyList<string> by)
    {
        if (by.Count == 0)
        {
            return new GroupIndex([], []);
        }

        var crossing = CrossClassification.Of(data, by);
        var number = new int[crossing.CellCount];
        foreach (var cell in crossing.Cells)
        {
            if (cell >= 0)
            {
                number[cell] = 1;
            }
        }

        var groups = new List<IReadOnlyList<GroupValue>>();
        for (var cell = 0; cell < number.Length; cell++)
        {
            if (number[cell] == 1)
            {
                groups.Add([.. crossing.CategoriesOf(cell).Select((category, i) => new GroupValue(by[i], category))]);
            }

            number[cell] = groups.Count - 1;
        }

        return new GroupIndex(Array.ConvertAll(crossing.Cells, cell => cell < 0 ? -1 : number[cell]), groups);
    }

    /// <summary>For each row its group if it is in the base, else −1; not to be written to.</summary>
    /// <param name="inBase">For each row 0 in the base and −1 outside.</param>
    public int[] Within(int[] inBase)
    {
        if (Array.IndexOf(inBase, -1) < 0)
        {
            return _ofRow;
        }

        var group = new int[inBase.Length];
        for (var row = 0; row < group.Length; row++)
        {
            group[row] = inBase[row] < 0 ? -1 : _ofRow[row];
        }

        return group;
    }
}
