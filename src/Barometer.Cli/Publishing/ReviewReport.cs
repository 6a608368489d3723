using System.Globalization;
using System.Text;

namespace Barometer.Cli.Publishing;

/// <summary>
/// What a reviewer reads before something is published: each table beside what protects it. It tells of what is hidden, so it is for
/// reviewers alone. The form is that of output checking: what it is, which statistics, which control was applied, what was found.
/// </summary>
internal sealed class ReviewReport
{
    private static readonly string[] Questions =
    [
        "Every table is one that the text needs, and no finer than it needs.",
        "The groups are those readers know the members of; no table singles an organisation out by several of them.",
        "What is hidden can't be guessed from what is common knowledge about the few it is about.",
        "Titles, notes and sentences say nothing that the numbers don't.",
        "Each exception below has a reason that holds.",
    ];

    private readonly StringBuilder _text = new();

    private ReviewReport()
    {
    }

    /// <summary>The report's text.</summary>
    /// <param name="request">What is to be published.</param>
    /// <param name="number">The edition's number.</param>
    /// <param name="tables">The tables.</param>
    /// <param name="policy">The thresholds.</param>
    /// <param name="origin">The deliveries of the answers behind it.</param>
    public static string Write(PublicationRequest request, int number, IReadOnlyList<ReviewedTable> tables, ReleasePolicy policy, IReadOnlyList<EvidenceDelivery> origin)
    {
        var report = new ReviewReport();
        report.Head(request, number, tables, policy, origin);
        foreach (var table in tables)
        {
            report.Add(table);
        }

        return report._text.ToString();
    }

    /// <summary>What stands for having read a text: its digest.</summary>
    public static string CodeOf(string report) => Edition.Of(report);

    private void Head(PublicationRequest request, int number, IReadOnlyList<ReviewedTable> tables, ReleasePolicy policy, IReadOnlyList<EvidenceDelivery> origin)
    {
        Line($"# Review of edition {number}");
        Line("For reviewers only: it tells of what is hidden. It stays under data/restricted/.");
        Line($"- asked for: {Counted.Of(tables.Count, "release", "releases")}{(request.Erratum is { } reason ? $", as an erratum: {reason}" : "")}");
        Line($"- answers: {string.Join("; ", origin.Select(one => $"{one.Survey}: {(one.Name is null ? Delivery.NotSaid.En : $"{one.Name.En}, version {one.Version} ({one.Date})")}{(one.IsSynthetic ? ", synthetic" : "")}"))}");
        Line($"- policy {policy.Version}: at least {policy.MinRespondents} respondents of {policy.MinOrganisations} organisations, no organisation above {Percent(policy.MaxOrganisationShare)}, protection {policy.ProtectionInterval}");
        Line($"- findings: {tables.Sum(table => table.Findings.Count)}");
        Line("");
        foreach (var question in Questions)
        {
            Line($"- [ ] {question}");
        }

        Line("");
        Line("| release | statbarn | shown | hidden | rounded | fewest n | fewest on a side | fewest organisations | largest share | narrowest hidden count | fewest solutions | proven by worlds | findings |");
        Line("|---|---|--:|--:|--:|--:|--:|--:|--:|---|--:|--:|--:|");
        foreach (var table in tables)
        {
            var review = table.Review;
            Line($"| {table.Id} | {string.Join(", ", table.Statbarns.Select(one => one.Name))} | {review?.Shown} | {review?.Suppressed} | {review?.Rounded} | {review?.FewestRespondents} | {review?.FewestOnASide} | {review?.FewestOrganisations} | {Percent(review?.LargestShare)} | {Interval(review)} | {table.FewestWorlds} | {Proven(table.Proof)} | {table.Findings.Count} |");
        }
    }

    private void Add(ReviewedTable table)
    {
        Line("");
        Line($"## {table.Id}");
        if (table.Entry is not { } entry || table.Released is not { } released)
        {
            Line("No notebook releases it any more: the erratum takes it back.");
            return;
        }

        Line($"- {entry.About}; notebook {entry.Notebook}; version {entry.Version}; digest {entry.Digest}");
        Line($"- statistics: {string.Join(", ", table.Statbarns.Select(one => $"[{one.Name}]({one.Uri}) ({string.Join(", ", one.Risks)})"))}");
        Line($"- control: {Control(table, released.Content)}");
        Line($"- weighting: {released.Content.Weighting.En}");
        if (table.Review is { FewestRespondents: not null } review)
        {
            Line($"- behind the smallest number shown: {review.FewestRespondents} respondents, {review.FewestOrganisations} organisations; the largest part of one: {Percent(review.LargestShare)}{(review.FewestOnASide is { } side ? $"; of its shares {side} at least gave the answer, and didn't" : "")}");
        }

        if (table.Review?.NarrowestHidden is not null)
        {
            Line($"- of the hidden counts the best known lies within {Interval(table.Review)}");
        }

        Line(table.FewestWorlds is { } worlds ? $"- whole numbers that agree with all that is shown of an answer in it: {worlds} at least" : "- whole numbers of its answers were not listed: what it holds isn't in the form of a case");
        Line(table.Proof is { } proof
            ? $"- other answers of which everything is shown alike prove {proof.ProvenFacts} of {proof.Facts} answers of organisations, and {proof.ProvenCounts} of {proof.Counts} counts that break a rule"
            : "- no audit of this content is at hand: barometer audit");
        foreach (var finding in table.Findings)
        {
            Line($"- **finding**: {finding}");
        }

        Line("");
        Line(EvidenceTable.Of(released).In(Language.En).ToMarkdown());
        if (table.Before is { } before)
        {
            Line($"Version {before.Version} was published in edition {before.Edition}: {Compared(before, entry)}.");
        }
    }

    private static string Control(ReviewedTable table, ReleasedTable released) => string.Join("; ", new[]
    {
        table.Review is { Suppressed: > 0 } ? "cells suppressed (PrimarySuppression, SecondarySuppression)" : null,
        table.Review is { Rounded: > 0 } ? "small counts rounded (ControlledRounding)" : null,
        released.Estimates.Select(estimate => estimate.Steps).OfType<RoundingSteps>().Distinct().ToList() is { Count: > 0 } steps
            ? string.Create(CultureInfo.InvariantCulture, $"numbers rounded to {string.Join(" or ", steps.Select(step => step.Value).Distinct().Order())} (Rounding)") : null,
        released.Estimates.Any(estimate => estimate.IsGeneralised) ? "limits computed from what is shown" : null,
    }.OfType<string>().DefaultIfEmpty("none"));

    private static string Proven(ReleaseProof? proof) => proof is null ? "" : FormattableString.Invariant($"{proof.ProvenFacts + proof.ProvenCounts} of {proof.Facts + proof.Counts}");

    private static string Compared(LedgerEntry before, LedgerEntry now)
    {
        var shown = before.Cells.Where(cell => cell.Status == CellStatus.Published).Select(cell => cell.About).ToHashSet();
        var hidden = now.Cells.Count(cell => cell.Status == CellStatus.Suppressed && shown.Contains(cell.About));
        return hidden == 0 ? "every cell that it showed is shown still" : Counted.Of(hidden, "cell that it showed is", "cells that it showed are") + " hidden now; readers keep the old numbers";
    }

    private static string Interval(TableReview? review) => review?.NarrowestHidden is { } interval ? string.Create(CultureInfo.InvariantCulture, $"{interval.Low:0.#} to {interval.High:0.#}") : "";

    private static string Percent(double? share) => share is { } known ? string.Create(CultureInfo.InvariantCulture, $"{known * 100:0} %") : "";

    private void Line(string line) => _text.Append(line).Append('\n');
}

/// <summary>A table that is to be published, with what a reviewer needs.</summary>
/// <param name="Id">The release's id.</param>
/// <param name="Entry">As the ledger will have it; null when an erratum takes it back.</param>
/// <param name="Released">The table as it is seen.</param>
/// <param name="Review">What protects it.</param>
/// <param name="Statbarns">What kinds of output it holds.</param>
/// <param name="FewestWorlds">Of the answers in it the fewest sets of whole numbers that agree with all that is shown; null where they weren't listed.</param>
/// <param name="Proof">What the last audit proved by other answers; null where none is at hand for this content.</param>
/// <param name="Findings">What the audit found.</param>
/// <param name="Before">What was published under the id before.</param>
internal sealed record ReviewedTable(
    string Id,
    LedgerEntry? Entry,
    Released<ReleasedTable>? Released,
    TableReview? Review,
    IReadOnlyList<Statbarn> Statbarns,
    long? FewestWorlds,
    ReleaseProof? Proof,
    IReadOnlyList<string> Findings,
    LedgerEntry? Before);
