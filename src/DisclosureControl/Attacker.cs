namespace DisclosureControl;

/// <summary>From whom tables are protected, besides an outsider who reads them all and knows that counts aren't negative.</summary>
[Flags]
public enum Attackers
{
    /// <summary>An outsider only.</summary>
    Outsider = 0,

    /// <summary>
    /// Each contributor that is alone in an inner cell, knows that it is, and reckons by adding and subtracting: the
    /// singletons of the literature.
    /// </summary>
    Singletons = 1,

    /// <summary>Each contributor with its own answers, and so with the least that each number can be; it reckons with bounds.</summary>
    Insiders = 2,

    /// <summary>An outsider who takes it that no suppressed cell is zero: who suppresses, suppresses something that is there.</summary>
    NonzeroOutsider = 4,
}

/// <summary>What an attacker knows of the inner cells before reading any table.</summary>
/// <param name="Lower">The least that each inner cell can be, to one who knows this much.</param>
/// <param name="Knows">Whether the inner cell is known exactly.</param>
internal sealed record Attacker(double[] Lower, bool[] Knows)
{
    /// <summary>One who knows nothing but that counts aren't negative.</summary>
    public static Attacker Outsider(LinkedTables tables) => new(tables.Lower, new bool[tables.Inner.Length]);

    /// <summary>An outsider who takes it that what isn't zero is at least one.</summary>
    public static Attacker NonzeroOutsider(LinkedTables tables) => new(
        [.. tables.Inner.Select((value, inner) => Math.Max(tables.Lower[inner], Math.Min(1, value)))], [.. tables.Inner.Select(value => value == 0)]);

    /// <summary>One who only adds and subtracts.</summary>
    public static Attacker Arithmetic(LinkedTables tables) => Unbounded(new bool[tables.Inner.Length]);

    /// <summary>A contributor who knows the inner cells in which it is alone, and only adds and subtracts.</summary>
    public static Attacker Singleton(LinkedTables tables, Contributor contributor)
    {
        var known = new bool[tables.Inner.Length];
        foreach (var inner in contributor.Contributions.Keys)
        {
            known[inner] = contributor.IsAloneIn(inner, tables.Inner);
        }

        return Unbounded(known);
    }

    /// <summary>Any of some contributors who reckons with what counts can't be: below zero, or below its own part.</summary>
    public static Attacker Insiders(LinkedTables tables, IEnumerable<Contributor> contributors)
    {
        var lower = tables.Lower.ToArray();
        foreach (var (inner, own) in contributors.SelectMany(contributor => contributor.Contributions))
        {
            lower[inner] = Math.Max(lower[inner], own);
        }

        return new Attacker(lower, new bool[tables.Inner.Length]);
    }

    private static Attacker Unbounded(bool[] known) => new([.. known.Select(_ => double.NegativeInfinity)], known);
}
