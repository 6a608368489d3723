namespace Barometer.Analysis.Anonymity.Suppression;

/// <summary>
/// Finds an alternative world near a secret: all but the unknowns that share small cells with it stay as they are. In large
/// tables the linear program of the neighbourhood has a hundredth of the size, and its worlds hide little, because the cells
/// that they change are small. What it finds is a world of the whole system; where it finds none, there may be one.
/// </summary>
/// <param name="system">The cells.</param>
/// <param name="most">The number of unknowns that may differ.</param>
internal sealed class LocalFinder(CellSystem system, int most)
{
    private readonly Memberships _structureOf = new(system.Structure, system.Truth.Length);

    /// <summary>A world that meets the demand, at the least cost in the neighbourhood; null when there is none in it.</summary>
    /// <param name="demand">The demand.</param>
    /// <param name="costOf">What it costs to let a cell change.</param>
    public World? Find(Demand demand, Func<int, double> costOf)
    {
        var near = Neighbourhood(demand.Form);
        var cells = Restricted(near, system.CellsOf);
        var part = new CellSystem(
            [.. near.Select(unknown => system.Truth[unknown])], [.. cells.Select(cell => cell.Form)], [.. Restricted(near, _structureOf).Select(known => known.Form)]);
        var index = near.Index().ToDictionary(pair => pair.Item, pair => pair.Index);
        var knowledge = new Knowledge([.. near.Select(unknown => demand.By.Floors[unknown])], [.. near.Select(unknown => demand.By.Known[unknown])]);
        var form = LinearForm.Of(demand.Form.Terms().Where(term => index.ContainsKey(term.Unknown)).Select(term => (index[term.Unknown], term.Coefficient)));
        using var finder = new AlternativeFinder(part);
        return finder.Find(new Demand(form, demand.Change, demand.EitherWay, knowledge), cell => costOf(cells[cell].Cell)) is { } found
            ? World.Of(found.World.Terms().Select(term => (near[term.Unknown], term.Move)))
            : null;
    }

    /// <summary>Unknowns of the form, the largest first, and those of the smallest cells that they are in, and so on, until they are many.</summary>
    private List<int> Neighbourhood(LinearForm form)
    {
        var near = form.Unknowns.ToArray().OrderByDescending(unknown => system.Truth[unknown]).Take(most / 4).ToList();
        var seen = near.ToHashSet();
        for (var at = 0; at < near.Count && near.Count < most; at++)
        {
            foreach (var cell in system.CellsOf.Forms(near[at]))
            {
                foreach (var unknown in system.Cells[cell].Length > most ? [] : system.Cells[cell].Unknowns)
                {
                    if (near.Count < most && seen.Add(unknown))
                    {
                        near.Add(unknown);
                    }
                }
            }
        }

        return near;
    }

    private static List<(int Cell, LinearForm Form)> Restricted(List<int> near, Memberships formsOf) =>
        [.. near.SelectMany((unknown, i) => formsOf.Forms(unknown).ToArray().Zip(formsOf.Coefficients(unknown).ToArray(), (form, coefficient) => (Form: form, Term: (i, coefficient))))
            .GroupBy(one => one.Form, one => one.Term)
            .OrderBy(one => one.Key)
            .Select(one => (one.Key, LinearForm.Of(one)))];
}
