namespace Barometer.Analysis.Anonymity.Suppression;

/// <summary>An organisation with all its workplaces: what of each unknown it contributed itself, and so knows.</summary>
/// <param name="Name">Its name in reports of test cases; an opaque number for real organisations.</param>
/// <param name="Contributions">For each unknown it has a part in, how large that part is.</param>
internal sealed record Holding(string Name, IReadOnlyDictionary<int, double> Contributions)
{
    /// <summary>Whether the holding contributed all of an unknown, and so knows it.</summary>
    public bool Owns(int unknown, double[] truth) =>
        Contributions.TryGetValue(unknown, out var own) && own > 0 && own >= truth[unknown];

    /// <summary>Whether everything in a sum is the holding's own; a sum of nothing is nobody's.</summary>
    public bool OwnsAllOf(LinearForm form, double[] truth)
    {
        var any = false;
        foreach (var unknown in form.Unknowns)
        {
            if (truth[unknown] != 0)
            {
                any = true;
                if (!Owns(unknown, truth))
                {
                    return false;
                }
            }
        }

        return any;
    }

    /// <summary>Whether the holding knows every unknown of a sum, and so the sum, without reading anything.</summary>
    public bool KnowsAllOf(LinearForm form, double[] truth)
    {
        foreach (var unknown in form.Unknowns)
        {
            if (!Owns(unknown, truth))
            {
                return false;
            }
        }

        return true;
    }
}
