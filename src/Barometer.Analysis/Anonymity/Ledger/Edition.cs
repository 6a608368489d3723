using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Barometer.Analysis.Anonymity.Ledger;

/// <summary>
/// What was published at one time: which releases, made by whom, who else looked at them, with which exceptions, from which code
/// and rules. Each edition names the digest of the one before, so that none can be changed or taken out unnoticed.
/// </summary>
internal sealed record Edition
{
    private const int DigestLength = 16;

    /// <summary>1, 2, ….</summary>
    public required int Number { get; init; }

    /// <summary>The day it was published.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>The version of the code in version control.</summary>
    public required string Commit { get; init; }

    /// <summary>The version of the policy that decided.</summary>
    public required string Policy { get; init; }

    /// <summary>The initials of who asks for it.</summary>
    public required string Author { get; init; }

    /// <summary>The initials of who read the review report: somebody else.</summary>
    public required string Reviewer { get; init; }

    /// <summary>The releases that it publishes.</summary>
    public required IReadOnlyList<PublishedRelease> Releases { get; init; }

    /// <summary>What was published in spite of a finding, and why.</summary>
    public IReadOnlyList<ReleaseException> Exceptions { get; init; } = [];

    /// <summary>Why it takes the place of what was published before; null when it doesn't.</summary>
    public string? Erratum { get; init; }

    /// <summary>The SHA-256 of the list of its outputs with their checksums, <c>data/releases/editions/1.csv</c>.</summary>
    public required string Outputs { get; init; }

    /// <summary>The digest of the edition before; empty for the first.</summary>
    public required string Previous { get; init; }

    /// <summary>The date as files have it: <c>2026-11-29</c>.</summary>
    public string Told => Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>In words: «Utgave 1, 2026-11-29, kode 0123456789ab, regler 1».</summary>
    public LocalizedText Words
    {
        get
        {
            var code = Commit.Length > 12 ? Commit[..12] : Commit;
            var erratum = Erratum is null ? new LocalizedText("", "") : new LocalizedText(", rettet", ", corrected");
            return new(
                FormattableString.Invariant($"Utgave {Number}{erratum.Nb}, {Told}, kode {code}, regler {Policy}"),
                FormattableString.Invariant($"Edition {Number}{erratum.En}, {Told}, code {code}, policy {Policy}"));
        }
    }

    /// <summary>The digest of everything in it: 16 hexadecimal digits.</summary>
    public string Digest => Of(string.Join('\n', [
        Number.ToString(CultureInfo.InvariantCulture), Told, Commit, Policy, Author, Reviewer, Erratum ?? "", Outputs, Previous,
        .. Releases.Select(one => FormattableString.Invariant($"{one.Id}|{one.Version}|{one.Digest}|{one.Cells}|{one.IsWithdrawn}")),
        .. Exceptions.Select(one => $"{one.Release}|{one.Reason}")]));

    /// <summary>The start of the SHA-256 of a text.</summary>
    internal static string Of(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..DigestLength];
}

/// <summary>A release in an edition.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Version">Its version.</param>
/// <param name="Digest">The digest of what it shows.</param>
/// <param name="Cells">The digest of its cells and their statuses.</param>
internal sealed record PublishedRelease(string Id, int Version, string Digest, string Cells)
{
    /// <summary>Whether the edition takes it back: nothing is in its place.</summary>
    public bool IsWithdrawn { get; init; }

    /// <summary>An entry of the ledger, as an edition names it.</summary>
    public static PublishedRelease Of(LedgerEntry entry) => new(
        entry.Id, entry.Version, entry.Digest, Edition.Of(string.Join('\n', entry.Cells.Select(cell => $"{cell.About}|{cell.Status}"))));
}

/// <summary>A release that is published in spite of a finding.</summary>
/// <param name="Release">Its id.</param>
/// <param name="Reason">Why.</param>
internal sealed record ReleaseException(string Release, string Reason);

/// <summary>An entry that was published, and that an erratum has replaced. It stays beside the new one: its numbers are out.</summary>
/// <param name="Entry">As it was published.</param>
/// <param name="By">The edition that replaced it.</param>
/// <param name="Reason">Why.</param>
internal sealed record SupersededEntry(LedgerEntry Entry, int By, string Reason);

/// <summary>
/// Whether a ledger still holds everything that was ever published: its editions follow one another by their digests, each release of
/// an edition is there as it was published, and nothing of an earlier version of the file is gone.
/// </summary>
/// <param name="ledger">The ledger.</param>
internal sealed class LedgerHistory(ReleaseLedger ledger)
{
    /// <summary>What doesn't hold together in the ledger itself.</summary>
    public IEnumerable<string> Faults()
    {
        var previous = "";
        foreach (var (i, edition) in ledger.Editions.Index())
        {
            if (edition.Number != i + 1 || edition.Previous != previous)
            {
                yield return FormattableString.Invariant($"edition {edition.Number} doesn't follow the one before: an edition was changed, added or taken out by hand");
            }

            previous = edition.Digest;
            foreach (var release in edition.Releases.Where(release => !release.IsWithdrawn && !IsHeld(release)))
            {
                yield return FormattableString.Invariant($"«{release.Id}», version {release.Version}, of edition {edition.Number} is gone or was changed");
            }
        }

        foreach (var entry in ledger.Entries.Where(entry => entry.IsPublished && !IsOfAnEdition(entry)))
        {
            yield return $"«{entry.Id}» is published, and no edition says so: barometer publish publishes";
        }

        foreach (var one in ledger.Superseded.Where(one => ledger.Editions.All(edition => edition.Number != one.By || edition.Erratum is null)))
        {
            yield return $"«{one.Entry.Id}» was replaced, and no erratum says why";
        }
    }

    /// <summary>What of an earlier version is gone, or was changed.</summary>
    /// <param name="earlier">The ledger as it was.</param>
    public IEnumerable<string> Undone(ReleaseLedger earlier)
    {
        foreach (var edition in earlier.Editions.Where(edition => ledger.Editions.All(one => one.Digest != edition.Digest)))
        {
            yield return FormattableString.Invariant($"edition {edition.Number} of {edition.Told} is gone or was changed");
        }

        foreach (var entry in earlier.Entries.Where(entry => entry is { IsPublished: true, Edition: not null }).Concat(earlier.Superseded.Select(one => one.Entry)))
        {
            if (!IsHeld(PublishedRelease.Of(entry)))
            {
                yield return FormattableString.Invariant($"«{entry.Id}», version {entry.Version}, was published and is gone or was changed");
            }
        }
    }

    private bool IsHeld(PublishedRelease release) =>
        ledger.Entries.Where(entry => entry.IsPublished).Concat(ledger.Superseded.Select(one => one.Entry)).Any(entry => PublishedRelease.Of(entry) == release);

    private bool IsOfAnEdition(LedgerEntry entry) =>
        ledger.Editions.FirstOrDefault(edition => edition.Number == entry.Edition) is { } edition && edition.Releases.Contains(PublishedRelease.Of(entry));
}
