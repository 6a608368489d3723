namespace Barometer.Cli.Reproduction;

/// <summary>The ledger of a data folder, and the plan for what is released next.</summary>
/// <param name="data">The data folder.</param>
internal sealed class LedgerStore(string data)
{
    private readonly string _path = Path.Combine(data, "releases", "ledger.json");

    /// <summary>Decides on the releases of all notebooks together.</summary>
    /// <returns>The ledger, and whether the notebooks showed what it says.</returns>
    public (ReleaseLedger Ledger, bool IsFollowed) Plan(IReadOnlyList<JournalEntry> released)
    {
        var stored = ReleaseLedger.Read(_path);
        var ledger = new JointPlan(ReleasePolicy.Read(Path.Combine(data, "releases", "policy.json")), stored).Decide(released);
        return (ledger, released.All(one => ledger.Find(one.Entry.Id)!.Cells.SequenceEqual(one.Entry.Cells)));
    }

    /// <summary>What differs between the ledger as it is stored and another.</summary>
    public IEnumerable<string> FindStale(ReleaseLedger ledger)
    {
        var stored = ReleaseLedger.Read(_path);
        foreach (var entry in ledger.Entries.Where(entry => stored.Find(entry.Id) is { IsPublished: true } old && old.Digest != entry.Digest))
        {
            yield return $"«{entry.Id}» is published, and a fresh run gives another content: release it under a new id";
        }

        if (stored.ToJson() != ledger.ToJson())
        {
            yield return "data/releases/ledger.json differs from the ledger of a fresh run";
        }
    }

    /// <summary>Stores a ledger.</summary>
    public void Store(ReleaseLedger ledger) => File.WriteAllText(_path, ledger.ToJson());
}
