namespace Barometer.Evidence.Published;

/// <summary>
/// Published figures that follow from other published figures: response rates from the counts printed beside them, and
/// totals from their parts. No microdata and nothing synthetic goes into these checks.
/// </summary>
public static class PublishedArithmetic
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
    public static IReadOnlyList<PublishedCheck> Check(PublishedRegistry registry)
    {
        ArgumentNullException.ThrowIfNull(registry);
        return [.. Rules.Select(rule => new PublishedCheck(
            registry[rule.Id],
            CheckOutcome.OfNumber(registry[rule.Id], Compute([.. rule.Parts.Select(part => registry[part].Value!.Value)], rule.Sign)),
            isSynthetic: false,
            Basis(rule.Parts, rule.Sign)))];
    }

    private static decimal Compute(decimal[] parts, string sign) => sign switch
    {
        "+" => parts.Sum(),
        "/" => parts[0] / parts[1],
        _ => 1 - (parts[0] / parts[1]),
    };

    private static string Basis(string[] parts, string sign) => sign switch
    {
        "1 −" => $"1 − {parts[0]} / {parts[1]}",
        _ => string.Join($" {sign} ", parts),
    };
}
