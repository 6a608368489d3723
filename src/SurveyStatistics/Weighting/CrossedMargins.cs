namespace SurveyStatistics.Weighting;

/// <summary>The filled cells of margins crossed: which cell each row is in, and each cell's category in every margin.</summary>
internal static class CrossedMargins
{
    /// <summary>Numbers the cells in the order in which rows first fill them.</summary>
    public static (int[] CellOfRow, int[][] CategoryOfCell) Of(AuxiliaryMatrix margins)
    {
        var cellOfRow = (int[])margins.Terms[0].Cells!.Clone();
        var categories = new List<int[]> { Enumerable.Range(0, margins.Terms[0].Columns).ToArray() };
        foreach (var term in margins.Terms.Skip(1))
        {
            var number = new Dictionary<long, int>();
            var (left, right) = (new List<int>(), new List<int>());
            for (var row = 0; row < cellOfRow.Length; row++)
            {
                var key = ((long)cellOfRow[row] * term.Columns) + term.Cells![row];
                if (!number.TryGetValue(key, out var cell))
                {
                    cell = number.Count;
                    number.Add(key, cell);
                    left.Add(cellOfRow[row]);
                    right.Add(term.Cells[row]);
                }

                cellOfRow[row] = cell;
            }

            categories = [.. categories.Select(known => left.ConvertAll(cell => known[cell]).ToArray()), [.. right]];
        }

        return (cellOfRow, [.. categories]);
    }
}
