namespace Barometer.Evidence.Checks;

/// <summary>
/// Published figures that follow from other published figures: response rates from the counts printed beside them, and
/// totals from their parts. No microdata and nothing synthetic goes into these checks.
/// </summary>
internal static class PublishedArithmetic
{
    private static readonly (string Id, string[] Parts, string Sign)[] Rules =
    [
        ("NOKP20-N.rate", ["NOKP20-N.answered", "NOKP20-N.sent"], "/"),
        ("DK4-N.rate", ["DK4-POP.answers", "DK4-POP.sample"], "/"),
        ("DK4-NR", ["DK4-POP.answers", "DK4-POP.sample"], "1 −"),
        ("FIS22-RR", ["FIS22-N.answered", "FIS22-N.addressed"], "/"),
        ("NL21-RIJK.total", ["NL21-RIJK.executive", "NL21-RIJK.judiciary", "NL21-RIJK.rest"], "+"),
        ("CTX-VOF.total",
            ["CTX-VOF.0", "CTX-VOF.1-4", "CTX-VOF.5-9", "CTX-VOF.10-19", "CTX-VOF.20-49", "CTX-VOF.50-99", "CTX-VOF.100-249", "CTX-VOF.250-plus"],
            "+"),
        ("CTX-MED16.rate", ["CTX-MED16.completed", "CTX-MED16.sent"], "/"),
    ];

    /// <summary>A check of each figure that follows from others in the registry.</summary>
    public static IReadOnlyList<PublishedCheck> Check(PublishedRegistry registry) => [.. Rules.Select(rule =>
    {
        var figure = registry[rule.Id];
        decimal[] parts = [.. rule.Parts.Select(part => registry[part].Value!.Value)];
        var (computed, basis) = rule.Sign switch
        {
            "+" => (parts.Sum(), string.Join(" + ", rule.Parts)),
            "/" => (parts[0] / parts[1], string.Join(" / ", rule.Parts)),
            _ => (1 - (parts[0] / parts[1]), $"1 − {rule.Parts[0]} / {rule.Parts[1]}"),
        };
        return new PublishedCheck(figure, CheckOutcome.OfNumber(figure, computed), isSynthetic: false, basis);
    })];
}
