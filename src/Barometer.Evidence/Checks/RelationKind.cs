namespace Barometer.Evidence.Checks;

/// <summary>How a published figure hangs together with others.</summary>
internal enum RelationKind
{
    /// <summary>The first part of the second.</summary>
    Quotient,

    /// <summary>What the first part leaves of the second, as a share.</summary>
    RestOfQuotient,

    /// <summary>What the shares leave of the whole.</summary>
    Rest,

    /// <summary>The parts together.</summary>
    Sum,

    /// <summary>One share of another.</summary>
    Product,

    /// <summary>The same figure, printed elsewhere.</summary>
    Same,

    /// <summary>The figure of groups together: between the smallest and the largest, whatever their sizes.</summary>
    Mean,

    /// <summary>A share with any of several things: at least the largest of their shares, at most all together.</summary>
    Union,

    /// <summary>A share with several of some things, of those with at least one: between one and as many as there are each.</summary>
    SeveralOf,

    /// <summary>The group that, with the others, has to bracket the figure of all: the first part, the others after it.</summary>
    Balance,

    /// <summary>At least the other.</summary>
    AtLeast,

    /// <summary>At most the other.</summary>
    AtMost,
}

/// <summary>The arithmetic of relations, on numbers and on limits. All numbers are non-negative.</summary>
internal static class RelationArithmetic
{
    /// <summary>Whether it gives a number, and not only limits.</summary>
    public static bool IsArithmetic(this RelationKind kind) =>
        kind is RelationKind.Quotient or RelationKind.RestOfQuotient or RelationKind.Rest or RelationKind.Sum;

    /// <summary>The number that the parts give.</summary>
    public static decimal Of(this RelationKind kind, IReadOnlyList<decimal> parts) => kind switch
    {
        RelationKind.Quotient => parts[0] / parts[1],
        RelationKind.RestOfQuotient => 1 - (parts[0] / parts[1]),
        RelationKind.Rest => 1 - parts.Sum(),
        RelationKind.Sum => parts.Sum(),
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <summary>The limits that the parts' limits give.</summary>
    public static (decimal Lower, decimal Upper) Bounds(this RelationKind kind, IReadOnlyList<(decimal Lower, decimal Upper)> parts) => kind switch
    {
        RelationKind.Quotient => (parts[0].Lower / parts[1].Upper, parts[0].Upper / parts[1].Lower),
        RelationKind.RestOfQuotient => (1 - (parts[0].Upper / parts[1].Lower), 1 - (parts[0].Lower / parts[1].Upper)),
        RelationKind.Rest => (1 - parts.Sum(part => part.Upper), 1 - parts.Sum(part => part.Lower)),
        RelationKind.Sum => (parts.Sum(part => part.Lower), parts.Sum(part => part.Upper)),
        RelationKind.Product => (parts[0].Lower * parts[1].Lower, parts[0].Upper * parts[1].Upper),
        RelationKind.Same => parts[0],
        RelationKind.Mean => (parts.Min(part => part.Lower), parts.Max(part => part.Upper)),
        RelationKind.Union => (parts.Max(part => part.Lower), Math.Min(1, parts.Sum(part => part.Upper))),
        RelationKind.SeveralOf => Several(parts),
        RelationKind.Balance => Balance(parts[0], [.. parts.Skip(1)]),
        RelationKind.AtLeast => (parts[0].Lower, decimal.MaxValue),
        _ => (0, parts[0].Upper),
    };

    // Where all other groups lie under the figure of all, this one lies over it, and the other way round.
    private static (decimal Lower, decimal Upper) Balance((decimal Lower, decimal Upper) all, IReadOnlyList<(decimal Lower, decimal Upper)> others) =>
        (others.All(other => other.Upper <= all.Lower) ? all.Lower : 0, others.All(other => other.Lower >= all.Upper) ? all.Upper : 1);

    // With every unit having at least one of k things, the shares add up to 1 + the mean number beyond one. Who has several has
    // between one and k − 1 beyond one: the share with several lies between (sum − 1) / (k − 1) and sum − 1.
    private static (decimal Lower, decimal Upper) Several(IReadOnlyList<(decimal Lower, decimal Upper)> parts) =>
        (Math.Max(0, (parts.Sum(part => part.Lower) - 1) / (parts.Count - 1)), Math.Min(1, parts.Sum(part => part.Upper) - 1));
}

/// <summary>The arithmetic of a relation as a reader sees it: «1 611 / 4 494», «mellom 7 av 10 og 8 av 10».</summary>
internal static class RelationWording
{
    /// <summary>The arithmetic with the parts as they are printed.</summary>
    public static LocalizedText Of(RelationKind kind, IReadOnlyList<PublishedFigure> parts) =>
        new(Of(kind, parts, Language.Nb), Of(kind, parts, Language.En));

    private static string Of(RelationKind kind, IReadOnlyList<PublishedFigure> parts, Language language)
    {
        var isNb = language == Language.Nb;
        string[] said = [.. parts.Select(part => part.Text.In(language))];
        string[] named = [.. parts.Select(part => $"{part.Text.In(language)} ({part.Id})")];
        var all = Wording.Listed(named, isNb ? "og" : "and");
        return kind switch
        {
            RelationKind.Quotient => string.Join(" / ", said),
            RelationKind.RestOfQuotient => $"1 − {string.Join(" / ", said)}",
            RelationKind.Rest => $"{NumberFormat.For(language).Percent(1)} − {string.Join(" − ", said)}",
            RelationKind.Sum => string.Join(" + ", said),
            RelationKind.Product => string.Join(" × ", said),
            RelationKind.Same => isNb ? $"Også trykt som {all}" : $"Also printed as {all}",
            RelationKind.Mean => isNb ? $"Gruppene hver for seg: {all}" : $"The groups by themselves: {all}",
            RelationKind.Union => isNb ? $"Delene hver for seg: {all}" : $"The parts by themselves: {all}",
            RelationKind.SeveralOf => isNb ? $"Typene hver for seg: {all}" : $"The types by themselves: {all}",
            RelationKind.Balance => isNb ? $"Alle og resten: {all}" : $"All and the rest: {all}",
            RelationKind.AtLeast => isNb ? $"Minst {all}" : $"At least {all}",
            _ => isNb ? $"Høyst {all}" : $"At most {all}",
        };
    }
}
