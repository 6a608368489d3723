namespace Barometer.Analysis.Anonymity.Coarser;

/// <summary>The same numbers for other groups, as far as disclosure control needs them: whose answers they are, without values.</summary>
internal static class Regrouping
{
    /// <summary>The table in coarser groups; null for comparisons, whose parts are not those of groups.</summary>
    public static UnreleasedTable? Make(UnreleasedTable table, Coarsening way)
    {
        var everybody = table.Estimates.Where(estimate => estimate.Groups.Count == 0).ToList();
        if (everybody.Count == 0 || everybody.Exists(one => one.Members is not { Parts.Count: 0 }))
        {
            return null;
        }

        return new UnreleasedTable(
            table.Heading with { By = way.By, ByLabels = [] },
            [.. everybody.SelectMany(one => Split(one, way)), .. everybody],
            way.Design)
        {
            OrganisationOfRow = table.OrganisationOfRow,
        };
    }

    private static IEnumerable<UnreleasedEstimate> Split(UnreleasedEstimate all, Coarsening way)
    {
        var crossing = CrossClassification.Of(way.Design.Engine.Data, way.By);
        var members = all.Members!;
        foreach (var cell in crossing.Cells.Where(cell => cell >= 0 && way.By.Count > 0).Distinct().Order())
        {
            int[] Of(int[] rows) => Array.FindAll(rows, row => crossing.Cells[row] == cell);
            var (counted, opposed) = (members.CountedRows, members.OpposedRows);
            GroupValue[] groups = [.. crossing.CategoriesOf(cell).Select((code, i) => new GroupValue(way.By[i], code))];
            var numbers = all.Numbers with
            {
                Groups = groups,
                Members = new CellMembers(
                    () => Of(members.BaseRows), counted is null ? null : () => Of(counted), opposed is null ? null : () => Of(opposed))
                { Outcome = members.Outcome },
            };
            yield return all with { Numbers = numbers, Groups = [.. groups.Select(way.Design.Labels.Of)] };
        }
    }
}
