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

/// <summary>What somebody asks to publish.</summary>
/// <param name="Releases">The ids of the releases.</param>
/// <param name="Date">The edition's date.</param>
internal sealed record PublicationRequest(IReadOnlyList<string> Releases, DateOnly Date)
{
    /// <summary>The initials of who asks.</summary>
    public string? Author { get; init; }

    /// <summary>The initials of who read the report; null while nobody has: then only the report is written.</summary>
    public string? Reviewer { get; init; }

    /// <summary>The code of the report that was read.</summary>
    public string? Review { get; init; }

    /// <summary>Why the releases, published before, are corrected; null when they are new.</summary>
    public string? Erratum { get; init; }

    /// <summary>Releases that are published in spite of a finding.</summary>
    public IReadOnlyList<ReleaseException> Exceptions { get; init; } = [];

    /// <summary>What is wrong with it, given the ledger as it is.</summary>
    /// <exception cref="BarometerException">Everything that is wrong.</exception>
    public void Check(ReleaseLedger ledger)
    {
        var problems = Releases.Select(id => ledger.Find(id) switch
        {
            null => new Problem($"There is no release «{id}» on the ledger", Hint: NearNames.Hint(ledger.Entries.Select(entry => entry.Id), id) ?? "barometer reproduce writes the ledger"),
            { IsPublished: true } when Erratum is null => new Problem($"«{id}» is published", Hint: "correct it with a reason: --erratum"),
            { IsPublished: false } when Erratum is not null => new Problem($"«{id}» isn't published, so there is nothing to correct", Hint: "publish it without --erratum"),
            _ => null,
        }).Concat(OfPeople()).Concat(Exceptions.Where(one => !Releases.Contains(one.Release)).Select(one => new Problem($"«{one.Release}» is excepted, and isn't among what is to be published")));
        var wrong = problems.OfType<Problem>().ToList();
        if (wrong.Count > 0)
        {
            throw new BarometerException(wrong);
        }
    }

    private IEnumerable<Problem?> OfPeople()
    {
        if (Reviewer is null)
        {
            yield break;
        }

        yield return IsInitials(Reviewer) && IsInitials(Author) ? null : new Problem("Who asks and who reviewed are named by their initials", Expected: "--author AB --reviewer CD: two to four letters each");
        yield return Reviewer != Author ? null : new Problem("The reviewer is the author", Expected: "a second pair of eyes");
        yield return Review is not null ? null : new Problem("Which report was reviewed isn't said", Expected: "--review with the code that the report was given");
        yield return Exceptions.FirstOrDefault(one => string.IsNullOrWhiteSpace(one.Reason)) is { } unreasoned ? new Problem($"The exception of «{unreasoned.Release}» has no reason", Expected: "--except release=reason") : null;
        yield return Erratum is null || !string.IsNullOrWhiteSpace(Erratum) ? null : new Problem("The erratum has no reason");
    }

    private static bool IsInitials(string? text) => text is { Length: >= 2 and <= 4 } && text.All(char.IsLetter);
}
