namespace Barometer.Cli.Reproduction;

/// <summary>
/// Runs all notebooks, decides on their releases together, and runs them again should that change what is seen.
/// </summary>
/// <param name="runs">Runs notebooks.</param>
/// <param name="ledger">Decides on their releases.</param>
/// <param name="phases">The phases of the run.</param>
/// <param name="failed">Whether a notebook failed, which it tells people.</param>
internal sealed class JointRun(NotebookRuns runs, LedgerStore ledger, RunPhases phases, Func<IReadOnlyList<NotebookOutcome>, bool> failed)
{
    /// <summary>The outcomes with the ledger of their releases; without a ledger when a notebook failed.</summary>
    public async Task<(IReadOnlyList<NotebookOutcome> Outcomes, ReleaseLedger? Ledger)> RunAsync(CancellationToken cancel)
    {
        var outcomes = await runs.RunAllAsync(ledger.Stored, cancel);
        if (failed(outcomes))
        {
            return (outcomes, null);
        }

        var plan = Plan(outcomes);
        if (!plan.IsFollowed)
        {
            Terminal.Say($"[grey]what is hidden has changed: the notebooks run once more[/]");
            outcomes = []; // the pictures of the first run are as large as those of the second
            outcomes = await runs.RunAllAsync(plan.Ledger, cancel);
            if (failed(outcomes))
            {
                return (outcomes, null);
            }

            plan = Plan(outcomes);
        }

        TellMostlyHidden(Released(outcomes));
        return (outcomes, plan.Ledger);
    }

    private (ReleaseLedger Ledger, bool IsFollowed) Plan(IReadOnlyList<NotebookOutcome> outcomes) =>
        phases.Run("what is hidden, of all notebooks together", said => ledger.Plan(Released(outcomes), said));

    /// <summary>What notebooks released, in the notebooks' order.</summary>
    public static IReadOnlyList<JournalEntry> Released(IEnumerable<NotebookOutcome> outcomes) =>
        [.. outcomes.OrderBy(outcome => outcome.Name, StringComparer.Ordinal).SelectMany(outcome => outcome.Collected.Released)];

    private static void TellMostlyHidden(IReadOnlyList<JournalEntry> released)
    {
        foreach (var one in released.Where(one => one.Coarser is not null))
        {
            Terminal.Say($"«{one.Entry.Id}» ({one.Entry.Notebook}) is mostly hidden. {one.Coarser}");
        }
    }
}

/// <summary>The ledger of a data folder, and the plan for what is released next.</summary>
/// <param name="data">The data folder.</param>
/// <param name="given">What to take for the ledger that is stored; null for the file.</param>
internal sealed class LedgerStore(string data, ReleaseLedger? given = null)
{
    private readonly string _path = Path.Combine(data, "releases", "ledger.json");

    /// <summary>The ledger as it is stored.</summary>
    public ReleaseLedger Stored => given ?? ReleaseLedger.Read(_path);

    private ReleasePolicy Policy => ReleasePolicy.Read(Path.Combine(data, "releases", "policy.json"));

    /// <summary>Decides on the releases of all notebooks together.</summary>
    /// <param name="released">The releases.</param>
    /// <param name="said">Hears how far the decision has come; null for nobody.</param>
    /// <returns>The ledger, and whether the notebooks showed what it says.</returns>
    public (ReleaseLedger Ledger, bool IsFollowed) Plan(IReadOnlyList<JournalEntry> released, Action<string>? said = null)
    {
        var ledger = new JointPlan(Policy, Stored).Decide(released, said);
        return (ledger, released.All(one => ledger.Find(one.Entry.Id)!.Cells.SequenceEqual(one.Entry.Cells)));
    }

    /// <summary>What is published and a run would undo; nothing may be written then.</summary>
    /// <param name="released">The releases of all notebooks.</param>
    public IReadOnlyList<string> FindUndone(IReadOnlyList<JournalEntry> released) => [.. new JointPlan(Policy, Stored).Undone(released)];

    /// <summary>What differs between the ledger as it is stored and another.</summary>
    public IEnumerable<string> FindStale(ReleaseLedger ledger) =>
        Stored.ToJson() != ledger.ToJson() ? ["data/releases/ledger.json differs from the ledger of a fresh run"] : [];

    /// <summary>Stores a ledger.</summary>
    public void Store(ReleaseLedger ledger) => File.WriteAllText(_path, ledger.ToJson());
}
