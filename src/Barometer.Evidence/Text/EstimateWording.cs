namespace Barometer.Evidence.Text;

/// <summary>The sentences around a table of estimates: what it shows, by what, of whom, when, and whence.</summary>
internal static class EstimateWording
{
    /// <summary>The answer that stands for itself: a share of «yes» needs no name.</summary>
    public const string Yes = "yes";

    private static readonly LocalizedText Asked = new("Spørsmål: «", "Question: «");

    /// <summary>What, by what: «Har innført innovasjon, etter virksomhetsgruppe og størrelse».</summary>
    public static LocalizedText WhatByWhat(ReleasedTable table)
    {
        var what = What(table);
        if (table.Estimates.Any(estimate => estimate.Groups.Any(group => group.Section is not null)))
        {
            return new LocalizedText(
                $"{what.Nb}: forskjell når de andre kjennetegnene i modellen er like", $"{what.En}: difference with the other characteristics in the model held equal");
        }

        return table.ByLabels.Count == 0 ? what : new LocalizedText(
            By(what.Nb, "etter", List(table.ByLabels.Select((label, i) => ByWord(table, i, label.Nb, "svaret på")), "og")),
            By(what.En, "by", List(table.ByLabels.Select((label, i) => ByWord(table, i, label.En, "the answer to")), "and")));
    }

    // Groups that are «yes» and «no» are answers to something, not kinds of something.
    private static string ByWord(ReleasedTable table, int grouping, string label, string answerTo) =>
        table.Estimates.Any(estimate => estimate.Groups.Count > grouping && estimate.Groups[grouping].Code == Yes) ? $"{answerTo} «{label}»" : label;

    /// <summary>The unit, of whom, and the year: «Prosent av statlige arbeidsplasser. 2018».</summary>
    public static LocalizedText UnitAndPeriod(ReleasedTable table)
    {
        var unit = Quantity.Of(table).Unit;
        var year = table.Year is { } found ? FormattableString.Invariant($". {found}") : "";
        return new LocalizedText($"{unit.Nb} {table.Universe.Nb}{year}", $"{unit.En} {table.Universe.En}{year}");
    }

    /// <summary>The source without its «Kilde:»; synthetic answers are never said to be the survey's own.</summary>
    /// <param name="table">The estimates.</param>
    /// <param name="isShort">Whether to name the survey without its level, which follows a comma in its title.</param>
    public static LocalizedText Source(ReleasedTable table, bool isShort = false)
    {
        var title = table.Source ?? new LocalizedText(table.Survey, table.Survey);
        title = isShort ? new LocalizedText(title.Nb.Split(',')[0], title.En.Split(',')[0]) : title;
        return Source(title, table.IsSynthetic);
    }

    /// <summary>The source of numbers that were made of a survey with this title.</summary>
    public static LocalizedText Source(LocalizedText title, bool isSynthetic) => isSynthetic
        ? new LocalizedText(
            $"Syntetiske data laget etter mønster av {title.Nb}. Egne beregninger",
            $"Synthetic data shaped like {title.En}. Own calculations")
        : new LocalizedText($"{title.Nb}. Egne beregninger", $"{title.En}. Own calculations");

    /// <summary>The question as asked, for a note; null when the table isn't about one.</summary>
    public static LocalizedText? Question(ReleasedTable table) => table.Question is null
        ? null
        : new LocalizedText($"{Asked.Nb}{table.Question.Nb}»", $"{Asked.En}{table.Question.En}»");

    /// <summary>How the derived variables of a table were made: «Har evaluert»: Evaluering: Ja, internt eller ja, eksternt.</summary>
    public static IEnumerable<LocalizedText> Rules(ReleasedTable table) => table.Rules
        .Select(rule => rule.Label == rule.Words
            ? new LocalizedText($"Avledet: {AsSentence(rule.Words.Nb)}", $"Derived: {AsSentence(rule.Words.En)}")
            : new LocalizedText($"«{rule.Label.Nb}» er avledet: {AsSentence(rule.Words.Nb)}", $"“{rule.Label.En}” is derived: {AsSentence(rule.Words.En)}"));

    /// <summary>Whether a note under a table is what was asked, as <see cref="Question"/> puts it.</summary>
    public static bool IsQuestion(LocalizedText note) => note.Nb.StartsWith(Asked.Nb, StringComparison.Ordinal);

    /// <summary>How the answers were weighted, and what KI stands for where there are intervals.</summary>
    public static LocalizedText Method(ReleasedTable table)
    {
        var (nb, en) = (Weighting(table).Nb, Weighting(table).En);
        if (IntervalWording.Level(table.Estimates) is null)
        {
            return new LocalizedText(nb, en);
        }

        (nb, en) = ($"{nb} KI: konfidensintervall.", $"{en} CI: confidence interval.");
        return !table.Estimates.Any(estimate => estimate.IsGeneralised) ? new LocalizedText(nb, en) : new LocalizedText(
            $"{nb} Der svarene er få, er intervallet regnet av det som vises.", $"{en} Where answers are few, the interval is computed from what is shown.");
    }

    /// <summary>How the answers were weighted, as a sentence.</summary>
    public static LocalizedText Weighting(ReleasedTable table) => new(AsSentence(table.Weighting.Nb), AsSentence(table.Weighting.En));

    /// <summary>Whether the answers were weighted, without how: «Vektet.»</summary>
    public static LocalizedText ShortWeighting(ReleasedTable table) =>
        new(AsSentence(table.Weighting.Nb.Split(':')[0]), AsSentence(table.Weighting.En.Split(':')[0]));

    /// <summary>The text with a capital first and a full stop last.</summary>
    public static string AsSentence(string text) => text.Length == 0
        ? text
        : SentenceCase.First(text) + (text[^1] is '.' or '!' or '?' ? "" : ".");

    private static LocalizedText What(ReleasedTable table)
    {
        var outcomes = table.Estimates.Select(estimate => estimate.Outcome).Distinct().ToArray();
        return outcomes is [{ Code: not null and not Yes } only] && only.Label != table.Title // a quantile is called by what it is of
            ? new LocalizedText($"{table.Title.Nb}: {only.Label.Nb}", $"{table.Title.En}: {only.Label.En}")
            : outcomes.Length > 1 && outcomes.All(outcome => outcome.Item is not null) && outcomes.Select(outcome => outcome.Code).Distinct().Count() == 1
            ? new LocalizedText($"{table.Title.Nb}: {outcomes[0].Label.Nb}", $"{table.Title.En}: {outcomes[0].Label.En}")
            : table.Title;
    }

    private static string By(string what, string by, string groups) => what.EndsWith('?')
        ? $"{what} {char.ToUpperInvariant(by[0])}{by[1..]} {groups}"
        : $"{what.TrimEnd('.', ' ')}, {by} {groups}";

    private static string List(IEnumerable<string> labels, string and) => Wording.Listed([.. labels.Select(SentenceCase.Inside)], and);
}

/// <summary>The confidence level of a table's intervals, in words.</summary>
internal static class IntervalWording
{
    /// <summary>The level all intervals have, or null when there is no interval.</summary>
    public static double? Level(IEnumerable<ReleasedEstimate> estimates) =>
        estimates.FirstOrDefault(estimate => estimate.Interval is not null)?.Interval!.Level;

    /// <summary>A column's header: «95 % KI».</summary>
    public static LocalizedText Header(double level) => new(
        $"{Percent(level, Language.Nb)} KI",
        $"{Percent(level, Language.En)} CI");

    /// <summary>How to read whiskers: «Strekene viser 95 prosent konfidensintervall.»</summary>
    public static LocalizedText Whiskers(double level) => new(
        $"Strekene viser {NumberFormat.For(Language.Nb).PercentInProse(level, Decimals(level))} konfidensintervall.",
        $"The lines show the {NumberFormat.For(Language.En).PercentInProse(level, Decimals(level))} confidence interval.");

    /// <summary>A confidence level as a percentage: «95 %».</summary>
    public static string Percent(double level, Language language) => NumberFormat.For(language).Percent(level, Decimals(level));

    private static int Decimals(double level) => Rounding.ToDecimal(level) * 100 % 1 == 0 ? 0 : 1;
}
