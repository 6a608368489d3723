using Barometer.Analysis.Anonymity.Linear;

namespace Barometer.Analysis.Anonymity.Suppression;

/// <summary>
/// Finds an alternative world near a secret: all but the unknowns that share small cells with it stay as they are. In large
/// tables the linear program of the neighbourhood has a hundredth of the size, and its worlds hide little, because the cells
/// that they change are small. What it finds is a world of the whole system; where it finds none, there may be one.
/// </summary>
/// <param name="system">The cells.</param>
internal sealed class LocalFinder(CellSystem system)
{
    private const int Most = 100;
    private readonly List<(int Cell, int Coefficient)>[] _cellsOf = Memberships(system.Cells, system.Truth.Length);
    private readonly List<(int Cell, int Coefficient)>[] _structureOf = Memberships(system.Structure, system.Truth.Length);

    /// <summary>The changes of a world that meets the demand, at the least cost in the neighbourhood; null when there is none in it.</summary>
    /// <param name="demand">The demand.</param>
    /// <param name="costOf">What it costs to let a cell change.</param>
    public double[]? Find(Demand demand, Func<int, double> costOf)
    {
        if (demand.Form.Length > Most / 4)
        {
            return null;
        }

        var near = Neighbourhood(demand.Form);
        var cells = Restricted(near, _cellsOf);
        var part = new CellSystem(
            [.. near.Select(unknown => system.Truth[unknown])], [.. cells.Select(cell => cell.Form)], [.. Restricted(near, _structureOf).Select(known => known.Form)]);
        var index = near.Index().ToDictionary(pair => pair.Item, pair => pair.Index);
        var knowledge = new Knowledge([.. near.Select(unknown => demand.By.Floors[unknown])], [.. near.Select(unknown => demand.By.Known[unknown])]);
        var form = LinearForm.Of(demand.Form.Terms().Select(term => (index[term.Unknown], term.Coefficient)));
        using var finder = new AlternativeFinder(part);
        if (finder.Find(new Demand(form, demand.Change, demand.EitherWay, knowledge), cell => costOf(cells[cell].Cell)) is not { } found)
        {
            return null;
        }

        var moves = new double[system.Truth.Length];
        for (var i = 0; i < near.Count; i++)
        {
            moves[near[i]] = found.Moves[i];
        }

        return moves;
    }

    /// <summary>The unknowns of the form, and those of the smallest cells that they are in, and so on, until they are many.</summary>
    private List<int> Neighbourhood(LinearForm form)
    {
        var near = new List<int>(form.Unknowns.ToArray());
        var seen = near.ToHashSet();
        for (var at = 0; at < near.Count && near.Count < Most; at++)
        {
            foreach (var (cell, _) in _cellsOf[near[at]])
            {
                foreach (var unknown in system.Cells[cell].Unknowns.Length > Most ? [] : system.Cells[cell].Unknowns)
                {
                    if (near.Count < Most && seen.Add(unknown))
                    {
                        near.Add(unknown);
                    }
                }
            }
        }

        return near;
    }

    private static List<(int Cell, LinearForm Form)> Restricted(List<int> near, List<(int Cell, int Coefficient)>[] formsOf) =>
        [.. near.SelectMany((unknown, i) => formsOf[unknown].Select(one => (one.Cell, Term: (i, one.Coefficient))))
            .GroupBy(one => one.Cell, one => one.Term)
            .OrderBy(one => one.Key)
            .Select(one => (one.Key, LinearForm.Of(one)))];

    /// <summary>For each unknown the forms it is in, the shortest first.</summary>
    private static List<(int Cell, int Coefficient)>[] Memberships(IReadOnlyList<LinearForm> forms, int unknowns)
    {
        var of = Enumerable.Range(0, unknowns).Select(_ => new List<(int, int)>()).ToArray();
        foreach (var (number, form) in forms.Index().OrderBy(pair => pair.Item.Length))
        {
            for (var i = 0; i < form.Length; i++)
            {
                of[form.Unknowns[i]].Add((number, form.Coefficients[i]));
            }
        }

        return of;
    }
}
