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
            CheckStatus.Follows => new("følger av andre publiserte tall", "follows from other published figures"),
            CheckStatus.Consistent => new("i samsvar med andre publiserte tall", "consistent with other published figures"),
            CheckStatus.Contradicts => new("i strid med det tallet holdes mot", "contradicts what it is held against"),
            CheckStatus.NeedsMicrodata => new("trenger mikrodata", "needs the microdata"),
            _ => new("opplysning om undersøkelsen", "a fact about the survey"),
        };
        return isSynthetic && status is CheckStatus.Reproduced or CheckStatus.Contradicts ? new(said.Nb + " (syntetiske data)", said.En + " (synthetic data)") : said;
    }

    /// <summary>The reason for the status, and on synthetic data what it is worth.</summary>
    public static LocalizedText Explanation(PublishedCheck check)
    {
        var reason = Reason(check);
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
    public static LocalizedText Reason(PublishedCheck check) => new(Reason(check, Language.Nb), Reason(check, Language.En));

    private static string Reason(PublishedCheck check, Language language) => (check.Obstacle, language) switch
    {
        (_, Language.Nb) when check.Status == CheckStatus.Fact => "Ingen svar kan kontrollere den.",
        (_, _) when check.Status == CheckStatus.Fact => "No answers could check it.",
        (CheckObstacle.NoOpenData, Language.Nb) => check.Estimate is { } code
            ? $"Kan kontrolleres med svarene til {check.Figure.Survey.Nb}: {code}"
            : "Dataene bak tallet følger ikke med her, og kodebøkene våre har ikke spørsmålet.",
        (CheckObstacle.NoOpenData, _) => check.Estimate is { } code
            ? $"Could be checked with the answers to {check.Figure.Survey.En}: {code}"
            : "The data behind the figure are not part of this repository, and our codebooks don't ask it.",
        (CheckObstacle.Suppressed, Language.Nb) => "Tallet er skjult av hensyn til anonymitet.",
        (CheckObstacle.Suppressed, _) => "The number is hidden to protect anonymity.",
        (CheckObstacle.RoundedToTheLimit, Language.Nb) => "Det frigitte tallet er avrundet akkurat på grensen og kan ikke avgjøre saken.",
        (CheckObstacle.RoundedToTheLimit, _) => "The released number is rounded to just the limit and can't decide.",
        (_, _) when check.Outcome.Bounds is { } bounds => Bounded(check, bounds, language),
        _ when check.Arithmetic is { } shown => $"{shown.In(language)}: {Numeric(check, language)}",
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

    // «Gruppene hver for seg: … Det gir 65–85 %; «74 %» er innenfor.» Limits that are told by the other figure itself aren't told twice.
    private static string Bounded(PublishedCheck check, (decimal Lower, decimal Upper) bounds, Language language)
    {
        var (isInside, printed, shown) = (check.Status == CheckStatus.Consistent, check.Figure.Text.In(language), check.Arithmetic!.In(language));
        var format = NumberFormat.For(language);
        if (!check.HasRange)
        {
            return language == Language.Nb ? $"{shown}; «{printed}» er {(isInside ? "i samsvar med" : "i strid med")} det." : $"{shown}; “{printed}” {(isInside ? "agrees" : "disagrees")} with that.";
        }

        var range = $"{Limit(Math.Max(0, bounds.Lower))} {(language == Language.Nb ? "til" : "to")} {Limit(bounds.Upper)}";
        return language == Language.Nb
            ? $"{shown}. Det gir {range}; «{printed}» er {(isInside ? "innenfor" : "utenfor")}."
            : $"{shown}. That gives {range}; “{printed}” is {(isInside ? "inside" : "outside")}.";

        string Limit(decimal limit) => check.Figure.Unit == PublishedUnit.Number ? format.Number(limit, 0) : format.Percent((double)limit, 1);
    }

    private static string Numeric(PublishedCheck check, Language language)
    {
        var figure = check.Figure;
        var computed = Computed(check, language);
        var printed = figure.Text.In(language);
        var isDigits = figure.Qualifier == PublishedQualifier.Exact && figure.Kind is PublishedKind.Percent or PublishedKind.Count;
        return (isDigits, check.Status, language) switch
        {
            (true, CheckStatus.Reproduced or CheckStatus.Follows, _) when computed == printed => language == Language.Nb ? $"{computed}, som trykt." : $"{computed}, as printed.",
            (true, CheckStatus.Reproduced or CheckStatus.Follows, Language.Nb) => $"{computed} rundes av til {printed}.",
            (true, CheckStatus.Reproduced or CheckStatus.Follows, _) => $"{computed} rounds to {printed}.",
            (true, _, Language.Nb) => $"{computed} rundes ikke av til {printed}.",
            (true, _, _) => $"{computed} doesn't round to {printed}.",
            (_, CheckStatus.Reproduced or CheckStatus.Follows, Language.Nb) => $"{computed} er innenfor det «{printed}» kan stå for.",
            (_, CheckStatus.Reproduced or CheckStatus.Follows, _) => $"{computed} is within what “{printed}” can stand for.",
            (_, _, Language.Nb) => $"{computed} er utenfor det «{printed}» kan stå for.",
            _ => $"{computed} is outside what “{printed}” can stand for.",
        };
    }

    private static string Number(PublishedFigure figure, decimal computed, NumberFormat format) => figure.Unit == PublishedUnit.Share
        ? format.Percent((double)computed, Math.Max((figure.Decimals ?? 0) + 1, computed.Scale - 2))
        : format.Number(computed, computed.Scale);
}
