namespace Barometer.Analysis.Anonymity.Suppression;

/// <summary>Says what it takes for secrets to be protected.</summary>
/// <param name="system">The cells and the truth.</param>
/// <param name="width">How far from the truth a reader's bounds for a count must lie.</param>
internal sealed class DemandBuilder(CellSystem system, double width)
{
    private readonly Knowledge _outsider = Knowledge.Outsider(system);
    private readonly Knowledge _positive = new([.. system.Truth.Select((value, unknown) => Math.Max(system.Floors[unknown], Math.Min(1, value)))], [.. system.Truth.Select(value => value == 0)]);

    /// <summary>
    /// A reader's bounds for a secret count must lie on both sides of it and be twice the width apart. There is no room
    /// below zero: for a zero, the whole distance lies above.
    /// </summary>
    public IEnumerable<Demand> Count(LinearForm secret)
    {
        var value = secret.Value(system.Truth);
        yield return new Demand(secret, Math.Max(width, (2 * width) - value), false, _outsider);
        if (value > 0)
        {
            yield return new Demand(secret, -Math.Min(width, value), false, _outsider);
        }
    }

    /// <summary>
    /// The number of those who gave an answer, in a set of respondents whose size the reader knows: bounds must lie on both
    /// sides where there is room, and far enough that more than the coalition may have answered otherwise.
    /// </summary>
    /// <param name="givers">The number who gave the answer.</param>
    /// <param name="respondents">The size of the set.</param>
    /// <param name="coalition">How many may put together what they know.</param>
    public IEnumerable<Demand> Share(LinearForm givers, int respondents, int coalition)
    {
        var value = givers.Value(system.Truth);
        var others = respondents - value;
        if (others > 0)
        {
            yield return new Demand(givers, Math.Min(others, Math.Max(width, coalition + 1 - value)), false, _outsider);
        }

        if (value > 0)
        {
            yield return new Demand(givers, -Math.Min(value, Math.Max(width, coalition + 1 - others)), false, _outsider);
        }
    }

    /// <summary>A reader's bounds for a secret count must leave more than one value.</summary>
    public Demand Inexact(LinearForm secret) => new(secret, 1, true, _outsider);

    /// <summary>A reader must not be able to work out a secret by adding and subtracting.</summary>
    public Demand Underived(LinearForm secret) => new(secret, 1, true, Unbounded(new bool[system.Truth.Length]));

    /// <summary>A reader who takes it that nothing hidden is empty must be left with more than one value.</summary>
    public Demand Positive(LinearForm secret) => new(secret, 1, true, _positive);

    /// <summary>A reader's upper bound for a secret amount must lie above it by what the p % rule asks.</summary>
    public Demand Amount(LinearForm secret, double upperProtection) => new(secret, upperProtection, false, _outsider);

    /// <summary>It must remain possible that more of a group than the coalition did not give an answer.</summary>
    /// <param name="others">The group less those who gave the answer.</param>
    /// <param name="coalition">How many of a group may put together what they know.</param>
    public IEnumerable<Demand> Group(LinearForm others, int coalition)
    {
        var missing = coalition + 1 - others.Value(system.Truth);
        return missing > 0 ? [new Demand(others, missing, false, _outsider)] : [];
    }

    /// <summary>
    /// A holding that knows the inner cells that are wholly its own must not be able to work out a secret by adding and
    /// subtracting, unless it knows all of it anyway.
    /// </summary>
    public IEnumerable<Demand> WithOwnCells(Holding holding, IReadOnlyList<LinearForm> secrets)
    {
        var known = new bool[system.Truth.Length];
        foreach (var unknown in holding.Contributions.Keys)
        {
            known[unknown] = holding.Owns(unknown, system.Truth);
        }

        var knowledge = Unbounded(known);
        return secrets.Where(secret => !holding.KnowsAllOf(secret, system.Truth)).Select(secret => new Demand(secret, 1, true, knowledge));
    }

    /// <summary>
    /// A holding that knows its own answers must not be able to work out a secret of others, even if it reckons with what
    /// counts can't be: below zero, or below its own part.
    /// </summary>
    public IEnumerable<Demand> WithOwnAnswers(Holding holding, IReadOnlyList<LinearForm> secrets)
    {
        var floors = system.Floors.ToArray();
        foreach (var (unknown, own) in holding.Contributions)
        {
            floors[unknown] = Math.Max(floors[unknown], own);
        }

        var knowledge = new Knowledge(floors, new bool[system.Truth.Length]);
        return secrets.Where(secret => !holding.OwnsAllOf(secret, system.Truth)).Select(secret => new Demand(secret, 1, true, knowledge));
    }

    private static Knowledge Unbounded(bool[] known) => new([.. known.Select(_ => double.NegativeInfinity)], known);
}
