namespace Barometer.Evidence.Checks;

/// <summary>Says what a check came to.</summary>
internal static class CheckWording
{
    /// <summary>What a check on synthetic answers is worth.</summary>
    public static LocalizedText Synthetic { get; } = new(
        "Syntetiske data: kontrollen prøver regneveien, ikke virkeligheten.",
        "Synthetic data: the check tests the pipeline, not the world.");

    /// <summary>The status in words; one that rests on synthetic answers says so.</summary>
    public static LocalizedText Status(CheckStatus status, bool isSynthetic)
    {
        LocalizedText said = status switch
        {
            CheckStatus.Reproduced => new("gjenskapt", "reproduced"),
            CheckStatus.Differs => new("avviker", "differs"),
            _ => new("kan ikke beregnes av åpne data", "can't be computed from open data"),
        };
        return isSynthetic && status != CheckStatus.NotComputable ? new(said.Nb + " (syntetiske data)", said.En + " (synthetic data)") : said;
    }

    /// <summary>The reason for the status, and on synthetic data what it is worth.</summary>
    public static LocalizedText Explanation(PublishedCheck check)
    {
        var reason = new LocalizedText(Reason(check, Language.Nb), Reason(check, Language.En));
        return check.IsSynthetic ? new($"{reason.Nb} {Synthetic.Nb}", $"{reason.En} {Synthetic.En}") : reason;
    }

    /// <summary>The computed number or item; «:» when it is hidden, «..» when there is none.</summary>
    public static string Computed(PublishedCheck check, Language language) => check switch
    {
        { ComputedItem: { } item } => item.In(language),
        { Computed: { } computed } => Number(check.Figure, computed, NumberFormat.For(language)),
        { Obstacle: CheckObstacle.Suppressed } => StandardSymbol.NotPublishable.Sign(),
        _ => StandardSymbol.Missing.Sign(),
    };

    /// <summary>The reason for the status alone.</summary>
    public static string Reason(PublishedCheck check, Language language) => (check.Obstacle, language) switch
    {
        (CheckObstacle.NoOpenData, Language.Nb) => "Dataene bak tallet følger ikke med her.",
        (CheckObstacle.NoOpenData, _) => "The data behind the figure are not part of this repository.",
        (CheckObstacle.Suppressed, Language.Nb) => "Tallet er skjult av hensyn til anonymitet.",
        (CheckObstacle.Suppressed, _) => "The number is hidden to protect anonymity.",
        (CheckObstacle.RoundedToTheLimit, Language.Nb) => "Det frigitte tallet er avrundet akkurat på grensen og kan ikke avgjøre saken.",
        (CheckObstacle.RoundedToTheLimit, _) => "The released number is rounded to just the limit and can't decide.",
        _ => check.Figure.Kind == PublishedKind.Rank ? Rank(check, language) : Numeric(check, language),
    };

    private static string Rank(PublishedCheck check, Language language)
    {
        var first = check.ComputedItem!.In(language);
        return (check.Status, language) switch
        {
            (CheckStatus.Reproduced, Language.Nb) => $"Vanligst også i beregningen: {first}.",
            (CheckStatus.Reproduced, _) => $"Most common in the computation too: {first}.",
            (_, Language.Nb) => $"Vanligst i beregningen: {first}; publisert: {check.Figure.Text.Nb}.",
            _ => $"Most common in the computation: {first}; published: {check.Figure.Text.En}.",
        };
    }

    private static string Numeric(PublishedCheck check, Language language)
    {
        var figure = check.Figure;
        var computed = Computed(check, language);
        var printed = figure.Text.In(language);
        var isDigits = figure.Qualifier == PublishedQualifier.Exact && figure.Kind is PublishedKind.Percent or PublishedKind.Count;
        return (isDigits, check.Status, language) switch
        {
            (true, CheckStatus.Reproduced, _) when computed == printed => language == Language.Nb ? $"{computed}, som trykt." : $"{computed}, as printed.",
            (true, CheckStatus.Reproduced, Language.Nb) => $"{computed} rundes av til {printed}.",
            (true, CheckStatus.Reproduced, _) => $"{computed} rounds to {printed}.",
            (true, _, Language.Nb) => $"{computed} rundes ikke av til {printed}.",
            (true, _, _) => $"{computed} doesn't round to {printed}.",
            (_, CheckStatus.Reproduced, Language.Nb) => $"{computed} er innenfor det «{printed}» kan stå for.",
            (_, CheckStatus.Reproduced, _) => $"{computed} is within what “{printed}” can stand for.",
            (_, _, Language.Nb) => $"{computed} er utenfor det «{printed}» kan stå for.",
            _ => $"{computed} is outside what “{printed}” can stand for.",
        };
    }

    private static string Number(PublishedFigure figure, decimal computed, NumberFormat format) => figure.Unit == PublishedUnit.Share
        ? format.Percent((double)computed, Math.Max((figure.Decimals ?? 0) + 1, computed.Scale - 2))
        : format.Number(computed, computed.Scale);
}
