namespace Barometer.Analysis.Anonymity.Coarser;

/// <summary>The same numbers for other groups, as far as disclosure control needs them: whose answers they are, without values.</summary>
internal static class Regrouping
{
    /// <summary>The table in coarser groups; null for comparisons, whose parts are not those of groups.</summary>
    public static EstimateTable? Make(EstimateTable table, Coarsening way)
    {
        var everybody = table.Estimates.Where(estimate => estimate.Groups.Count == 0).ToList();
        if (everybody.Count == 0 || everybody.Exists(one => one.Members is not { Parts.Count: 0 }))
        {
            return null;
        }

        var index = GroupIndex.Of(way.Data, way.By);
        return table.Regrouped(way.By, way.Data, [.. everybody.SelectMany(one => Split(one, index, way.Data.RowCount)), .. everybody]);
    }

    private static IEnumerable<Estimate> Split(Estimate all, GroupIndex index, int rows)
    {
        var inBase = new int[rows];
        Array.Fill(inBase, -1);
        foreach (var row in all.Members!.BaseRows)
        {
            inBase[row] = 0;
        }

        var group = index.Count == 0 ? [] : index.Within(inBase);
        for (var g = 0; g < index.Count; g++)
        {
            var number = g;
            int[] Of(int[] members) => Array.FindAll(members, row => group[row] == number);
            var (counted, opposed) = (all.Members.CountedRows, all.Members.OpposedRows);
            yield return all with
            {
                Groups = index.Groups[g],
                Members = new CellMembers(
                    () => Of(all.Members.BaseRows), counted is null ? null : () => Of(counted), opposed is null ? null : () => Of(opposed))
                { Outcome = all.Members.Outcome },
            };
        }
    }
}
