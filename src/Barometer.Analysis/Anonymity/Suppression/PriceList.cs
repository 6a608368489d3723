namespace Barometer.Analysis.Anonymity.Suppression;

/// <summary>What it costs that some unknowns rise or fall by the same amount: the cells that differ then, all told.</summary>
internal sealed class PriceList
{
    private readonly CellSystem _system;
    private readonly Memberships _structureOf;
    private readonly int[] _own;
    private readonly int[] _net;
    private readonly List<int> _touched = [];

    /// <summary>Sets it up.</summary>
    public PriceList(CellSystem system)
    {
        _system = system;
        _structureOf = new Memberships(system.Structure, system.Truth.Length);
        _net = new int[Math.Max(system.Cells.Count, system.Structure.Count)];
        _own = new int[system.Truth.Length];
        Array.Fill(_own, -1);
        foreach (var (cell, form) in system.Cells.Index().Where(cell => cell.Item.Length == 1))
        {
            _own[form.Unknowns[0]] = cell;
        }
    }

    /// <summary>The price of the cell that is the unknown itself; 0 when there is none.</summary>
    public double Own(int unknown, Func<int, double> costOf) => _own[unknown] < 0 ? 0 : costOf(_own[unknown]);

    /// <summary>The price of all cells that differ; infinite when a sum would differ that everybody knows.</summary>
    /// <param name="unknowns">The unknowns.</param>
    /// <param name="sign">Whether each rises (1) or falls (-1), by its place in the list.</param>
    /// <param name="costOf">What it costs to let a cell change.</param>
    /// <param name="limit">Where to stop counting.</param>
    public double Of(IReadOnlyList<int> unknowns, Func<int, int> sign, Func<int, double> costOf, double limit)
    {
        var cost = Sum(_system.CellsOf, unknowns, sign, costOf, limit);
        return cost < limit && _system.Structure.Count > 0 ? cost + Sum(_structureOf, unknowns, sign, _ => double.PositiveInfinity, limit) : cost;
    }

    private double Sum(Memberships formsOf, IReadOnlyList<int> unknowns, Func<int, int> sign, Func<int, double> costOf, double limit)
    {
        for (var i = 0; i < unknowns.Count; i++)
        {
            var forms = formsOf.Forms(unknowns[i]);
            var coefficients = formsOf.Coefficients(unknowns[i]);
            for (var j = 0; j < forms.Length; j++)
            {
                _touched.Add(forms[j]);
                _net[forms[j]] += sign(i) * coefficients[j];
            }
        }

        var cost = 0.0;
        foreach (var form in _touched)
        {
            cost += _net[form] != 0 && cost < limit ? costOf(form) : 0;
            _net[form] = 0;
        }

        _touched.Clear();
        return cost;
    }
}
