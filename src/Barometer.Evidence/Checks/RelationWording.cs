namespace Barometer.Evidence.Checks;

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
