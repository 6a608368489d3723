namespace DisclosureControl;

/// <summary>
/// A requirement of protection: to an attacker an alternative table must remain possible in which a sum differs from the
/// truth by at least so much.
/// </summary>
public sealed class ProtectionRequirement
{
    // The tolerance of the linear programs: what they call met is met.
    private const double Near = 1e-7;

    internal ProtectionRequirement(CellSum sum, double change, bool eitherWay, Attacker attacker) =>
        (Sum, Change, EitherWay, Attacker) = (sum, change, eitherWay, attacker);

    /// <summary>The sum.</summary>
    public CellSum Sum { get; }

    /// <summary>By how much more (or, if negative, less) it must be able to be.</summary>
    public double Change { get; }

    /// <summary>Whether a change of that size in the other direction will do as well.</summary>
    public bool EitherWay { get; }

    /// <summary>Who must not be able to rule the alternative out.</summary>
    internal Attacker Attacker { get; }

    /// <summary>Whether an alternative table meets the requirement.</summary>
    internal bool IsMetBy(AlternativeTable table, double[] innerCells)
    {
        var change = Sum.Change(table);
        var far = (Change > 0 ? change : -change) >= Math.Abs(Change) - Near
            || (EitherWay && Math.Abs(change) >= Math.Abs(Change) - Near);
        return far && Allows(table, innerCells);
    }

    /// <summary>Whether the attacker can't rule out that an inner cell differs by so much.</summary>
    internal bool Allows(int inner, double change, double[] innerCells) =>
        Attacker.Knows[inner] ? Math.Abs(change) <= Near : change >= Attacker.Lower[inner] - innerCells[inner] - Near;

    private bool Allows(AlternativeTable table, double[] innerCells)
    {
        for (var i = 0; i < table.Length; i++)
        {
            if (!Allows(table.InnerCells[i], table.Changes[i], innerCells))
            {
                return false;
            }
        }

        return true;
    }
}

/// <summary>What it takes for sensitive sums to be protected: how far from the truth an attacker's feasibility interval must reach.</summary>
/// <param name="tables">The cells and their values.</param>
/// <param name="level">The protection level: how far from the truth the bounds of a sensitive count must lie.</param>
public sealed class ProtectionLevel(LinkedTables tables, double level)
{
    private readonly Attacker _outsider = Attacker.Outsider(tables);
    private readonly Attacker _nonzero = Attacker.NonzeroOutsider(tables);

    /// <summary>
    /// The bounds of a sensitive count must lie on both sides of it and be twice the level apart. There is no room below zero:
    /// for a zero, the whole distance lies above.
    /// </summary>
    public IEnumerable<ProtectionRequirement> Count(CellSum sensitive) => Count(sensitive, new FeasibilityInterval(0, double.PositiveInfinity));

    /// <summary>
    /// The bounds of a sensitive count must lie on both sides of it and be twice the level apart, as far as there is room: where there
    /// is less on one side, more lies on the other.
    /// </summary>
    /// <param name="sensitive">The count.</param>
    /// <param name="possible">What it can be to one who has read nothing.</param>
    public IEnumerable<ProtectionRequirement> Count(CellSum sensitive, FeasibilityInterval possible)
    {
        ArgumentNullException.ThrowIfNull(sensitive);
        var value = sensitive.Value(tables.Inner);
        var (above, below) = (possible.High - value, value - possible.Low);
        var more = Math.Min(above, Math.Max(level, (2 * level) - below));
        var fewer = Math.Min(below, Math.Max(level, (2 * level) - above));
        if (more > CellSum.Nothing)
        {
            yield return new ProtectionRequirement(sensitive, more, false, _outsider);
        }

        if (fewer > CellSum.Nothing)
        {
            yield return new ProtectionRequirement(sensitive, -fewer, false, _outsider);
        }
    }

    /// <summary>
    /// The number of those who gave an answer, in a set whose size an outsider knows: bounds must lie on both sides where
    /// there is room, and far enough that more than the coalition may have answered otherwise.
    /// </summary>
    /// <param name="answer">The number who gave the answer.</param>
    /// <param name="size">The size of the set.</param>
    /// <param name="coalition">How many of the set may put together what they know.</param>
    public IEnumerable<ProtectionRequirement> Share(CellSum answer, int size, int coalition)
    {
        ArgumentNullException.ThrowIfNull(answer);
        var (more, fewer) = ShareRoom(answer.Value(tables.Inner), size, coalition, level);
        if (more > 0)
        {
            yield return new ProtectionRequirement(answer, more, false, _outsider);
        }

        if (fewer > 0)
        {
            yield return new ProtectionRequirement(answer, -fewer, false, _outsider);
        }
    }

    /// <summary>
    /// How many more, and how many fewer, must possibly have given an answer in a set whose size an outsider knows: as far as there is
    /// room, and far enough that more than the coalition may have answered otherwise.
    /// </summary>
    /// <param name="value">The number who gave the answer.</param>
    /// <param name="size">The size of the set.</param>
    /// <param name="coalition">How many of the set may put together what they know.</param>
    /// <param name="level">The protection level.</param>
    public static (double More, double Fewer) ShareRoom(double value, double size, int coalition, double level)
    {
        // There is no more room than the others: whoever did not give the answer may have.
        var others = size - value;
        return (Math.Min(others, Math.Max(level, coalition + 1 - value)), Math.Min(value, Math.Max(level, coalition + 1 - others)));
    }

    /// <summary>The bounds must be twice the level apart, wherever the truth lies between them, as far as there is room.</summary>
    /// <param name="sensitive">The count.</param>
    /// <param name="possible">What it can be to one who has read nothing.</param>
    public ProtectionRequirement Width(CellSum sensitive, FeasibilityInterval possible)
    {
        ArgumentNullException.ThrowIfNull(sensitive);
        var value = sensitive.Value(tables.Inner);
        return new ProtectionRequirement(sensitive, Math.Min(2 * level, Math.Max(possible.High - value, value - possible.Low)), true, _outsider);
    }

    /// <summary>The upper bound of a sensitive amount must lie above it by so much (the upper protection level).</summary>
    public ProtectionRequirement Upper(CellSum sensitive, double upperLevel) => new(sensitive, upperLevel, false, _outsider);

    /// <summary>A sum must not follow by adding and subtracting.</summary>
    public ProtectionRequirement NotDerivable(CellSum sensitive) => new(sensitive, 1, true, Attacker.Arithmetic(tables));

    /// <summary>It must remain possible that more of a group than the coalition did not give an answer.</summary>
    internal IEnumerable<ProtectionRequirement> Group(CellSum others, int coalition)
    {
        var missing = coalition + 1 - others.Value(tables.Inner);
        return missing > 0 ? [new ProtectionRequirement(others, missing, false, _outsider)] : [];
    }

    /// <summary>The bounds must leave more than one value.</summary>
    internal ProtectionRequirement NotExact(CellSum sensitive) => new(sensitive, 1, true, _outsider);

    /// <summary>One who takes it that no suppressed cell is zero must be left with more than one value.</summary>
    internal ProtectionRequirement NotExactIfNonzero(CellSum sensitive) => new(sensitive, 1, true, _nonzero);

    /// <summary>A singleton must not be able to work out a sensitive sum, unless it knows all of it anyway.</summary>
    internal IEnumerable<ProtectionRequirement> FromSingleton(Contributor contributor, IReadOnlyList<CellSum> sensitive)
    {
        var attacker = Attacker.Singleton(tables, contributor);
        return sensitive.Where(sum => !contributor.KnowsAllOf(sum, tables.Inner)).Select(sum => new ProtectionRequirement(sum, 1, true, attacker));
    }

    /// <summary>Contributors of which each reckons with its own answers must not be able to work out a sensitive sum: one alternative serves them all.</summary>
    internal ProtectionRequirement FromInsiders(IReadOnlyList<Contributor> contributors, CellSum sensitive) => new(sensitive, 1, true, Attacker.Insiders(tables, contributors));
}
