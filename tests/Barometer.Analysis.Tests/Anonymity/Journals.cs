namespace Barometer.Analysis.Tests.Anonymity;

/// <summary>What a session tells of a release, made by hand: so that tests can change it.</summary>
internal static class Journals
{
    /// <summary>The entry of a released table.</summary>
    /// <param name="table">The table.</param>
    /// <param name="released">What was released of it.</param>
    /// <param name="codebook">The survey's codebook.</param>
    public static JournalEntry Of(UnreleasedTable table, Released<ReleasedTable> released, Codebook codebook)
    {
        var reader = new ClaimReader(table, codebook, Policies.Standard);
        var held = table.Estimates.Index().Where(one => one.Item.Members is not null).Select(one => one.Index).ToList();
        var entry = new LedgerEntry
        {
            Id = released.Stamp.Id,
            Notebook = released.Stamp.Id,
            Survey = table.Survey,
            IsSynthetic = true,
            About = TableDigest.About(table.Heading),
            Digest = TableDigest.Of(released),
            Cells = [.. released.Content.Estimates.Select(estimate => new LedgerCell(TableDigest.About(estimate.Outcome, estimate.Groups), estimate.Status))],
        };
        return new JournalEntry(entry, held, held.ConvertAll(i => reader.Read(table.Estimates[i])), table.OrganisationOfRow!);
    }
}
