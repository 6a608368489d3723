namespace Barometer.Analysis.Anonymity.Suppression;

/// <summary>The worlds that have been found, by what differs in them.</summary>
/// <param name="system">The cells.</param>
/// <param name="pattern">What is hidden: a world in which something published differs is no longer one.</param>
internal sealed class WorldsInUse(CellSystem system, Pattern pattern)
{
    private const int Tries = 20;
    private readonly Dictionary<LinearForm, int> _cellOf = system.Cells.Index().ToDictionary(cell => cell.Item, cell => cell.Index);
    private readonly List<Proof> _all = [];
    private readonly Dictionary<int, List<Proof>> _moving = [];

    /// <summary>Forgets all.</summary>
    public void Clear()
    {
        _all.Clear();
        _moving.Clear();
    }

    /// <summary>Takes a world in.</summary>
    public Proof Add(World world, int[] cells)
    {
        var proof = new Proof(world, cells);
        _all.Add(proof);
        foreach (var cell in cells)
        {
            (_moving.TryGetValue(cell, out var list) ? list : _moving[cell] = []).Add(proof);
        }

        return proof;
    }

    /// <summary>The worlds in which a cell differs.</summary>
    public IReadOnlyList<Proof> Moving(int cell) => _moving.TryGetValue(cell, out var list) ? list : [];

    /// <summary>The worlds in which a sum may differ, and nothing that is published does, the latest first.</summary>
    public IEnumerable<Proof> Moving(LinearForm form)
    {
        var candidates = _cellOf.TryGetValue(form, out var cell) ? Moving(cell) : _all;
        for (var i = candidates.Count - 1; i >= 0; i--)
        {
            if (!pattern.Tells(candidates[i].Cells))
            {
                yield return candidates[i];
            }
        }
    }

    /// <summary>A world that meets a demand; null when there is none among them.</summary>
    public Proof? Find(Demand demand) => Moving(demand.Form).FirstOrDefault(proof => demand.IsMetBy(proof.World, system.Truth));

    /// <summary>
    /// A world that meets a demand, made of one that did before some cells were published and another in which these differ
    /// too, so often over that the differences cancel; null when none comes of it.
    /// </summary>
    /// <param name="demand">The demand.</param>
    /// <param name="broken">The world that met it.</param>
    /// <param name="cells">The cells that must not differ any more.</param>
    public Proof? Combine(Demand demand, Proof broken, int[] cells)
    {
        foreach (var cell in cells.Where(cell => system.Cells[cell].IsMovedBy(broken.World)))
        {
            foreach (var other in Moving(cell).Take(Tries).Where(other => other != broken))
            {
                var world = broken.World.Plus(other.World, -system.Cells[cell].Change(broken.World) / system.Cells[cell].Change(other.World));
                if (demand.IsMetBy(world, system.Truth) && system.Allows(world) && system.MovedBy(world) is var moved && !pattern.Tells(moved))
                {
                    return Add(world, moved);
                }
            }
        }

        return null;
    }
}
