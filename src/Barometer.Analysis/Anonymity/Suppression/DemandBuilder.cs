using Barometer.Analysis.Anonymity.Linear;

namespace Barometer.Analysis.Anonymity.Suppression;

/// <summary>Says what it takes for secrets to be protected.</summary>
/// <param name="truth">The true value of each unknown.</param>
/// <param name="width">How far from the truth a reader's bounds for a count must lie.</param>
internal sealed class DemandBuilder(double[] truth, double width)
{
    private readonly Knowledge _outsider = Knowledge.Outsider(truth.Length);

    /// <summary>
    /// A reader's bounds for a secret count must lie on both sides of it and be twice the width apart. There is no room
    /// below zero: for a zero, the whole distance lies above.
    /// </summary>
    public IEnumerable<Demand> Count(LinearForm secret)
    {
        var value = secret.Value(truth);
        yield return new Demand(secret, Math.Max(width, (2 * width) - value), false, _outsider);
        if (value > 0)
        {
            yield return new Demand(secret, -Math.Min(width, value), false, _outsider);
        }
    }

    /// <summary>A reader's upper bound for a secret amount must lie above it by what the p % rule asks.</summary>
    public Demand Amount(LinearForm secret, double upperProtection) => new(secret, upperProtection, false, _outsider);

    /// <summary>
    /// It must remain possible that more of a group than the coalition did not give an answer.
    /// </summary>
    /// <param name="others">The group less those who gave the answer.</param>
    /// <param name="coalition">How many of a group may put together what they know.</param>
    public IEnumerable<Demand> Group(LinearForm others, int coalition)
    {
        var missing = coalition + 1 - others.Value(truth);
        return missing > 0 ? [new Demand(others, missing, false, _outsider)] : [];
    }

    /// <summary>
    /// A holding that knows its own part must not be able to work out a secret by adding and subtracting, unless it knows
    /// all of it anyway.
    /// </summary>
    public IEnumerable<Demand> Insider(Holding holding, IReadOnlyList<LinearForm> secrets)
    {
        var anything = Enumerable.Repeat(double.NegativeInfinity, truth.Length).ToArray();
        var knowledge = new Knowledge(anything, Owned(holding));
        return secrets.Where(secret => !holding.KnowsAllOf(secret, truth)).Select(secret => new Demand(secret, 1, true, knowledge));
    }

    /// <summary>
    /// A holding that knows its own part must not be able to work out a secret of others even if it reckons with what
    /// counts can't be: below zero, or below its own part.
    /// </summary>
    public IEnumerable<Demand> BoundedInsider(Holding holding, IReadOnlyList<LinearForm> secrets)
    {
        var floors = new double[truth.Length];
        foreach (var (unknown, own) in holding.Contributions)
        {
            floors[unknown] = own;
        }

        var knowledge = new Knowledge(floors, Owned(holding));
        return secrets.Where(secret => !holding.OwnsAllOf(secret, truth)).Select(secret => new Demand(secret, 1, true, knowledge));
    }

    private bool[] Owned(Holding holding)
    {
        var known = new bool[truth.Length];
        foreach (var unknown in holding.Contributions.Keys)
        {
            known[unknown] = holding.Owns(unknown, truth);
        }

        return known;
    }
}
