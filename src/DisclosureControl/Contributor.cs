namespace DisclosureControl;

/// <summary>
/// A unit whose data stand behind the tables, with all its parts taken as one: an enterprise with its establishments, a
/// household with its members (a holding). It knows its own contributions.
/// </summary>
/// <param name="Name">Its name in reports; an opaque number for real units.</param>
/// <param name="Contributions">For each inner cell it has a part in, how large that part is.</param>
public sealed record Contributor(string Name, IReadOnlyDictionary<int, double> Contributions)
{
    /// <summary>Whether it is alone in an inner cell (a singleton), and so knows it.</summary>
    internal bool IsAloneIn(int inner, double[] innerCells) =>
        Contributions.TryGetValue(inner, out var own) && own > 0 && own >= innerCells[inner];

    /// <summary>Whether everything in a sum is its own; a sum of nothing is nobody's.</summary>
    internal bool IsAloneIn(CellSum sum, double[] innerCells)
    {
        var any = false;
        foreach (var inner in sum.InnerCells)
        {
            if (innerCells[inner] != 0)
            {
                any = true;
                if (!IsAloneIn(inner, innerCells))
                {
                    return false;
                }
            }
        }

        return any;
    }

    /// <summary>Whether it knows every inner cell of a sum, and so the sum, without reading anything.</summary>
    internal bool KnowsAllOf(CellSum sum, double[] innerCells)
    {
        foreach (var inner in sum.InnerCells)
        {
            if (!IsAloneIn(inner, innerCells))
            {
                return false;
            }
        }

        return true;
    }
}
