namespace Barometer.Evidence.Tables;

/// <summary>
/// Lays out facts about how something was made, one a line: where data come from, which policy was used, which version
/// of the code. Never anything that was computed from answers.
/// </summary>
internal static class FactTable
{
    /// <summary>The table.</summary>
    /// <param name="id">The name of its files.</param>
    /// <param name="title">What the facts are about.</param>
    /// <param name="stamp">Which survey they are about, and whether its answers are synthetic.</param>
    /// <param name="facts">What, and what it is.</param>
    public static EvidenceTable Of(string id, LocalizedText title, ReleaseStamp stamp, params IEnumerable<(LocalizedText Name, TableCell Value)> facts) =>
        new(
            new TableContent
            {
                Id = id,
                Title = title,
                Columns =
                [
                    new TableColumn("fact", Wording.Indicator, IsNumeric: false, IsRowHeader: true),
                    new TableColumn("value", new LocalizedText("Verdi", "Value"), IsNumeric: false),
                ],
                Rows = [.. facts.Select(fact => new TableRow([TableCell.Text(fact.Name), fact.Value]))],
                Source = null,
            },
            stamp);
}

/// <summary>The anonymity rules: each threshold in words, and what it is set to.</summary>
internal static class PolicyTable
{
    /// <summary>The table.</summary>
    public static EvidenceTable Of(ReleasePolicy policy) => new(
        new TableContent
        {
            Id = "policy",
            Title = new LocalizedText("Reglene for hva som kan vises", "The rules for what may be shown"),
            Columns =
            [
                new TableColumn("rule", new("Regel", "Rule"), IsNumeric: false, IsRowHeader: true),
                new TableColumn("value", new("Terskel", "Threshold"), IsNumeric: true),
            ],
            Rows = [.. Rules(policy).Select(rule => new TableRow([TableCell.Text(rule.Words), rule.Value]))],
            Notes = [new TableNote("", policy.Note)],
            Source = null,
        },
        new ReleaseStamp("policy", policy.Version, "policy", IsSynthetic: false));

    private static IEnumerable<(LocalizedText Words, TableCell Value)> Rules(ReleasePolicy policy) =>
    [
        (new("Færrest svar bak et tall", "Fewest answers behind a figure"), TableCell.Number(policy.MinRespondents)),
        (new("Færrest virksomheter bak et tall", "Fewest organisations behind a figure"), TableCell.Number(policy.MinOrganisations)),
        (new("Færrest svar i grunnlaget for en prosent eller et gjennomsnitt", "Fewest answers in the base of a percentage or a mean"), TableCell.Number(policy.MinBase)),
        (new("Største andel av svarene fra én virksomhet", "Largest share of the answers from one organisation"), TableCell.Percent(policy.MaxOrganisationShare)),
        (new("I en gruppe der alle, eller alle unntatt så mange, svarte likt, vises ingen svar", "No answers are shown of a group in which all but so many gave the same"),
            TableCell.Number(policy.GroupCoalition)),
        (new("Så langt fra det riktige antallet, til hver side, skal en leser minst måtte lete", "How far to either side of a hidden number a reader must be left to search"),
            TableCell.Number(policy.ProtectionInterval)),
        (new("Desimaler i prosenter", "Decimals of percentages"), TableCell.Number(policy.PercentDecimals)),
        (new("Vektede antall avrundes til nærmeste", "Weighted numbers are rounded to the nearest"), TableCell.Number(policy.BaseRounding)),
        (new("Effektive antall svar avrundes til nærmeste", "Effective numbers of answers are rounded to the nearest"), TableCell.Number(policy.EffectiveRounding)),
        (new("Vises en mindre andel av en tabell enn dette, foreslås en grovere", "Below this share of a table shown, a coarser one is proposed"), TableCell.Percent(policy.MinShownShare)),
        (new("I tabeller som avrundes i stedet for å skjules, er det ingen antall mellom 0 og", "In tables that are rounded instead of hidden, no number lies between 0 and"),
            TableCell.Number(policy.SmallCountBase)),
    ];
}
