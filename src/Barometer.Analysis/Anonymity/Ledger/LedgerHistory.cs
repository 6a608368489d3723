namespace Barometer.Analysis.Anonymity.Ledger;

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
