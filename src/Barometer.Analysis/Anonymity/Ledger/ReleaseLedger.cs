namespace Barometer.Analysis.Anonymity.Ledger;

/// <summary>
/// What has been released, over all notebooks: <c>data/releases/ledger.json</c>. It holds the identity and the status of every
/// cell, and no value, shown or hidden. <c>barometer reproduce</c> writes it.
/// </summary>
public sealed class ReleaseLedger
{
    private readonly Dictionary<string, LedgerEntry> _entries;

    /// <summary>A ledger with these entries.</summary>
    /// <param name="entries">The entries, each with an id of its own.</param>
    /// <exception cref="BarometerException">Two entries have one id.</exception>
    public ReleaseLedger(IEnumerable<LedgerEntry> entries)
    {
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
