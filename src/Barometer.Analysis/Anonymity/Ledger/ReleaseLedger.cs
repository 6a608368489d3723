using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Barometer.Analysis.Anonymity.Ledger;

/// <summary>
/// What has been released, over all notebooks: <c>data/releases/ledger.json</c>. It holds the identity and the status of every
/// cell, and no value, shown or suppressed. <c>barometer reproduce</c> writes it.
/// </summary>
public sealed class ReleaseLedger
{
    private readonly Dictionary<string, LedgerEntry> _entries;

    /// <summary>A ledger with these entries.</summary>
    /// <param name="entries">The entries, each with an id of its own.</param>
    /// <exception cref="BarometerException">Two entries have one id.</exception>
    public ReleaseLedger(IEnumerable<LedgerEntry> entries)
        : this(entries, [], [])
    {
    }

    /// <summary>A ledger with these entries and the editions in which some were published.</summary>
    internal ReleaseLedger(IEnumerable<LedgerEntry> entries, IReadOnlyList<Edition> editions, IReadOnlyList<SupersededEntry> superseded)
    {
        (Editions, Superseded) = (editions, superseded);
        Entries = [.. entries.OrderBy(entry => entry.Notebook, StringComparer.Ordinal).ThenBy(entry => entry.Id, StringComparer.Ordinal)];
        var twice = Entries.GroupBy(entry => entry.Id).FirstOrDefault(same => same.Count() > 1);
        if (twice is not null)
        {
            throw new BarometerException(new Problem(
                $"The release id «{twice.Key}» is used by {string.Join(" and ", twice.Select(entry => entry.Notebook))}",
                Expected: "an id of its own for every table, over all notebooks"));
        }

        _entries = Entries.ToDictionary(entry => entry.Id, StringComparer.Ordinal);
    }

    /// <summary>A ledger in which nothing has been released.</summary>
    public static ReleaseLedger Empty { get; } = new([]);

    /// <summary>The entries, by notebook and id.</summary>
    public IReadOnlyList<LedgerEntry> Entries { get; }

    /// <summary>The editions, in their order.</summary>
    internal IReadOnlyList<Edition> Editions { get; }

    /// <summary>What was published once and has been corrected or withdrawn since.</summary>
    internal IReadOnlyList<SupersededEntry> Superseded { get; }

    /// <summary>The entry of an id, or null.</summary>
    public LedgerEntry? Find(string id) => _entries.GetValueOrDefault(id);

    /// <summary>Reads a ledger; a file that isn't there is an empty one.</summary>
    /// <param name="path">The path of <c>ledger.json</c>.</param>
    /// <exception cref="BarometerException">The file is no ledger.</exception>
    public static ReleaseLedger Read(string path) => File.Exists(path) ? LedgerFile.Parse(File.ReadAllBytes(path), Path.GetFileName(path)) : Empty;

    /// <summary>Reads a ledger; nothing is an empty one.</summary>
    /// <param name="content">The bytes of <c>ledger.json</c>.</param>
    /// <param name="name">How messages call the file.</param>
    /// <exception cref="BarometerException">They are no ledger.</exception>
    public static ReleaseLedger Parse(byte[] content, string name) => content.Length == 0 ? Empty : LedgerFile.Parse(content, name);

    /// <summary>The ledger as text, one line a cell, the same for the same ledger.</summary>
    public string ToJson() => LedgerFile.Write(this);
}

/// <summary>A released table as the ledger knows it.</summary>
public sealed record LedgerEntry
{
    /// <summary>The release's id.</summary>
    public required string Id { get; init; }

    /// <summary>The notebook that releases it, without folder and ending; empty while it isn't known.</summary>
    public required string Notebook { get; init; }

    /// <summary>The survey's id.</summary>
    public required string Survey { get; init; }

    /// <summary>Whether it is made from synthetic answers.</summary>
    public required bool IsSynthetic { get; init; }

    /// <summary>
    /// Whether it has been published. What is published stays as it is; a draft may be decided anew with the others.
    /// </summary>
    public bool IsPublished { get; init; }

    /// <summary>The edition that published it; null for a draft.</summary>
    internal int? Edition { get; init; }

    /// <summary>1, and one more each time another content is published under the id.</summary>
    public int Version { get; init; } = 1;

    /// <summary>What is measured, and of whom: <c>share of statlige arbeidsplasser</c>.</summary>
    public required string About { get; init; }

    /// <summary>The digest of everything that is shown: see <see cref="TableDigest"/>.</summary>
    public required string Digest { get; init; }

    /// <summary>The cells, in the table's order.</summary>
    public required IReadOnlyList<LedgerCell> Cells { get; init; }

    /// <summary>Whether the other entry is about the same cells.</summary>
    public bool IsAboutTheSameAs(LedgerEntry other) => Survey == other.Survey && IsSynthetic == other.IsSynthetic && About == other.About
        && Cells.Select(cell => cell.About).SequenceEqual(other.Cells.Select(cell => cell.About));
}

/// <summary>One cell of a released table as the ledger knows it: what it is about and whether it is seen, never its value.</summary>
/// <param name="About">The quantity and the respondents it is of, for example <c>innovated=yes, agency_group=ministry</c>.</param>
/// <param name="Status">Whether it is seen, and if not, why.</param>
public sealed record LedgerCell(string About, CellStatus Status);

/// <summary>Names and digests of released tables: what tells whether a table is the one that was released.</summary>
public static class TableDigest
{
    private const int Length = 16;

    /// <summary>What an estimate is about: the outcome, then the groups.</summary>
    public static string About(LabelledOutcome outcome, IEnumerable<LabelledGroup> groups)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        return string.Join(", ", groups.Select(group => $"{group.Variable}={group.Code}").Prepend(outcome.Code is { } code ? $"{outcome.Variable}={code}" : outcome.Variable));
    }

    /// <summary>What a table is about: the measure, whom it is of, and by which rules its variables were derived.</summary>
    public static string About(TableHeading table)
    {
        ArgumentNullException.ThrowIfNull(table);
        return string.Join("; ", table.Rules.Select(rule => rule.Formula).Prepend($"{table.Measure.ToString().ToLowerInvariant()} of {table.Universe.Nb}"));
    }

    /// <summary>The digest of everything a released table shows: 16 hexadecimal digits.</summary>
    /// <param name="released">The table.</param>
    public static string Of(Released<ReleasedTable> released)
    {
        ArgumentNullException.ThrowIfNull(released);
        var text = new StringBuilder(About(released.Content)).Append('\n').Append(released.Content.Weighting.Nb).Append('\n');
        foreach (var estimate in released.Content.Estimates)
        {
            string[] fields =
            [
                About(estimate.Outcome, estimate.Groups), estimate.Status.ToString(), Write(estimate.Value), Write(estimate.Interval?.Lower), Write(estimate.Interval?.Upper),
                Write(estimate.Respondents), Write(estimate.Base),
            ];
            text.AppendJoin('|', fields).Append('\n');
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())))[..Length];
    }

    private static string Write(double? number) => number is { } known && double.IsFinite(known) ? known.ToString("0.########", CultureInfo.InvariantCulture) : "";
}
