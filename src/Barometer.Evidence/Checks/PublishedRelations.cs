namespace Barometer.Evidence.Checks;

/// <summary>
/// What published figures say about each other: a figure that follows from others by arithmetic, and bounds that others set
/// for it. No microdata and nothing synthetic goes into these checks. Which figures belong together is our own reading.
/// </summary>
internal static class PublishedRelations
{
    private static readonly Relation[] Rules =
    [
        // Follows: arithmetic on numbers printed in digits.
        new("NOS18-RR-V", RelationKind.Quotient, "NOS18-ANS-V", "NOS18-INV-V"),
        new("NOS18-RR-A", RelationKind.Quotient, "NOS18-ANS-A", "NOS18-INV-A"),
        new("NOS21-RR-V18", RelationKind.Quotient, "NOS18-ANS-V", "NOS18-INV-V"),
        new("NOS21-RR-A18", RelationKind.Quotient, "NOS18-ANS-A", "NOS18-INV-A"),
        new("NOKP20-N.rate", RelationKind.Quotient, "NOKP20-N.answered", "NOKP20-N.sent"),
        new("DK4-N.rate", RelationKind.Quotient, "DK4-POP.answers", "DK4-POP.sample"),
        new("DK4-NR", RelationKind.RestOfQuotient, "DK4-POP.answers", "DK4-POP.sample"),
        new("FIS22-RR", RelationKind.Quotient, "FIS22-N.answered", "FIS22-N.addressed"),
        new("IS-RR", RelationKind.Quotient, "IS-N.took-part", "IS-N.sent"),
        new("CTX-MED16.rate", RelationKind.Quotient, "CTX-MED16.completed", "CTX-MED16.sent"),
        new("NL21-RIJK.total", RelationKind.Sum, "NL21-RIJK.executive", "NL21-RIJK.judiciary", "NL21-RIJK.rest"),
        new("CTX-VOF.total", RelationKind.Sum,
            "CTX-VOF.0", "CTX-VOF.1-4", "CTX-VOF.5-9", "CTX-VOF.10-19", "CTX-VOF.20-49", "CTX-VOF.50-99", "CTX-VOF.100-249", "CTX-VOF.250-plus"),
        new("DK4-TECH-SUM", RelationKind.Sum, "DK4-TECH", "DK4-TECH-IMP"),
        new("DK4-TECH-DK", RelationKind.Rest, "DK4-TECH", "DK4-TECH-IMP", "DK4-TECH-MIN", "DK4-TECH-NONE"),

        // Bounds: parts that aren't printed in digits, totals over groups of unknown size, shares of overlapping parts.
        new("NL21-RR.rate", RelationKind.Quotient, "NL21-N", "NL21-RR.approached"),
        new("DK2-COVER", RelationKind.Product, "DK2-ASKED", "DK2-N.rate"),
        new("DK3-INN", RelationKind.Mean, "DK3-INN-STATE", "DK3-INN-MUN", "DK3-INN-REG"),
        new("NOK18-INN", RelationKind.Mean, "NOK18-INN-EDU", "NOK18-INN-HLT"),
        new("IS-RR-STATE", RelationKind.Balance, "IS-RR", "IS-RR-MUN"),
        new("IS-RR-MUN", RelationKind.Balance, "IS-RR", "IS-RR-STATE"),
        new("DK4-PRIV.positive-role", RelationKind.Union, "DK4-PRIV.starter", "DK4-PRIV.promoter", "DK4-PRIV.partner"),
        new("DK4-PRIV.starter", RelationKind.AtMost, "DK4-PRIV.positive-role"),
        new("DK4-PRIV.promoter", RelationKind.AtMost, "DK4-PRIV.positive-role"),
        new("DK4-PRIV.partner", RelationKind.AtMost, "DK4-PRIV.positive-role"),
        new("AU12-TYPE-PROC", RelationKind.AtMost, "AU12-INN"),
        new("AU12-TYPE-PS", RelationKind.AtMost, "AU12-INN"),
        new("AU12-TYPE-POL", RelationKind.AtMost, "AU12-INN"),
        new("AU12-TYPE-COMM", RelationKind.AtMost, "AU12-INN"),
        new("AU12-INN", RelationKind.Union, "AU12-TYPE-PROC", "AU12-TYPE-PS", "AU12-TYPE-POL", "AU12-TYPE-COMM"),
        new("DK4-MULTI", RelationKind.SeveralOf, "DK4-TYPE-PROC", "DK4-TYPE-COMM", "DK4-TYPE-SERV", "DK4-TYPE-PROD"),
        new("DK2-INNOV-N", RelationKind.AtMost, "DK2-N.answers"),
        new("DK3-NOV-N", RelationKind.AtMost, "DK3-N.answers"),
        new("FI22-N.municipalities", RelationKind.AtMost, "FI22-N.answers"),
        new("FI22-N.joint-authorities", RelationKind.AtMost, "FI22-N.answers"),
        new("FIS22-N.leaders", RelationKind.AtLeast, "FIS22-N.answered"),
        new("DK-REUSE-34", RelationKind.Same, "DK-REUSE-72"),
        new("DK-REUSE-73", RelationKind.Same, "DK1-REUSE"),
    ];

    /// <summary>A check of each figure that others say something about; of several relations the worst result stands.</summary>
    public static IReadOnlyList<PublishedCheck> Check(PublishedRegistry registry) =>
    [
        .. Rules.Concat(registry.Figures.Where(figure => figure.Repeats is not null).Select(figure => new Relation(figure.Id, RelationKind.Same, figure.Repeats!)))
            .Select(rule => Check(rule, registry)),
    ];

    private static PublishedCheck Check(Relation rule, PublishedRegistry registry)
    {
        var figure = registry[rule.Id];
        PublishedFigure[] parts = [.. rule.Parts.Select(part => registry[part])];
        var isExact = rule.Kind.IsArithmetic() && parts.All(part => part.Value is not null && part.Qualifier == PublishedQualifier.Exact);
        var outcome = isExact
            ? CheckOutcome.OfArithmetic(figure, rule.Kind.Of([.. parts.Select(part => part.Value!.Value)]))
            : CheckOutcome.OfBounds(figure, rule.Kind.Bounds([.. parts.Select(part => (part.Implied!.Lower, part.Implied.Upper))]));
        return new PublishedCheck(figure, outcome, isSynthetic: false, rule.Basis) { Arithmetic = RelationWording.Of(rule.Kind, parts), HasRange = rule.Kind is not (RelationKind.Same or RelationKind.AtLeast or RelationKind.AtMost) };
    }

    private sealed record Relation(string Id, RelationKind Kind, params string[] Parts)
    {
        public string Basis => Kind switch
        {
            RelationKind.Quotient => string.Join(" / ", Parts),
            RelationKind.RestOfQuotient => $"1 − {string.Join(" / ", Parts)}",
            RelationKind.Rest => $"1 − {string.Join(" − ", Parts)}",
            RelationKind.Sum => string.Join(" + ", Parts),
            RelationKind.Product => string.Join(" × ", Parts),
            RelationKind.Same => $"= {Parts[0]}",
            RelationKind.AtLeast => $"≥ {Parts[0]}",
            RelationKind.AtMost => $"≤ {Parts[0]}",
            _ => string.Join(", ", Parts),
        };
    }
}
