using System.CommandLine;
using System.Globalization;

namespace Barometer.Cli.Publishing;

/// <summary><c>barometer publish</c>: freezes releases as an edition, after somebody else has read the report on them.</summary>
internal static class PublishCommand
{
    public static Command Create()
    {
        var releases = new Argument<string[]>("release") { Description = "The ids of releases on the ledger.", Arity = ArgumentArity.OneOrMore };
        var author = new Option<string?>("--author") { Description = "The initials of who asks." };
        var reviewer = new Option<string?>("--reviewer") { Description = "The initials of who has read the report. Without them only the report is written." };
        var review = new Option<string?>("--review") { Description = "The code of the report that was read." };
        var erratum = new Option<string?>("--erratum") { Description = "Why what was published is corrected, or taken back where no notebook releases it any more." };
        var except = new Option<string[]>("--except") { Description = "A release that is published in spite of a finding, with the reason: release=reason." };
        var date = new Option<string?>("--date") { Description = "The edition's date, yyyy-MM-dd; today unless said otherwise." };
        var command = new Command("publish", "Write a review report of releases; with a reviewer, freeze them as an edition.") { releases, author, reviewer, review, erratum, except, date };
        command.SetAction((parsed, cancel) => new Publisher(Repository.Find()).PublishAsync(
            new PublicationRequest([.. parsed.GetValue(releases)!.Distinct()], Date(parsed.GetValue(date)))
            {
                Author = parsed.GetValue(author),
                Reviewer = parsed.GetValue(reviewer),
                Review = parsed.GetValue(review),
                Erratum = parsed.GetValue(erratum),
                Exceptions = [.. (parsed.GetValue(except) ?? []).Select(Exception)],
            },
            cancel));
        return command;
    }

    private static ReleaseException Exception(string text) => text.Split('=', 2) is [var release, var reason] ? new(release.Trim(), reason.Trim()) : new(text, "");

    private static DateOnly Date(string? text) =>
        text is null ? DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime)
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date
        : throw new BarometerException(new Problem("The date can't be read", Expected: "yyyy-MM-dd"));
}
