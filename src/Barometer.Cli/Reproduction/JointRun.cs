using Barometer.Analysis.Anonymity.Claims;

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
    /// <summary>Runs all notebooks.</summary>
    /// <returns>The outcomes with the ledger of their releases; without a ledger when a notebook failed.</returns>
    public Task<(IReadOnlyList<NotebookOutcome> Outcomes, ReleaseLedger? Ledger)> RunAsync(CancellationToken cancel) => RunAsync(given => runs.RunAllAsync(given, cancel), keepsDrafts: false);

    /// <summary>Runs some notebooks: of their releases those that the ledger knows are shown as it says, and the others are decided on together beside these.</summary>
    /// <returns>The same as for all; the ledger isn't one to store.</returns>
    public Task<(IReadOnlyList<NotebookOutcome> Outcomes, ReleaseLedger? Ledger)> RunAsync(IReadOnlyCollection<string> names, CancellationToken cancel) =>
        RunAsync(given => runs.RunAsync(names, given, cancel), keepsDrafts: true);

    private async Task<(IReadOnlyList<NotebookOutcome> Outcomes, ReleaseLedger? Ledger)> RunAsync(Func<ReleaseLedger, Task<IReadOnlyList<NotebookOutcome>>> run, bool keepsDrafts)
    {
        var outcomes = await run(ledger.Stored);
        if (failed(outcomes))
        {
            return (outcomes, null);
        }

        var plan = Plan(outcomes, keepsDrafts);
        if (!plan.IsFollowed)
        {
            Terminal.Say($"[grey]what is hidden has changed: the notebooks run once more[/]");
            outcomes = []; // the pictures of the first run are as large as those of the second
            outcomes = await run(plan.Ledger);
            if (failed(outcomes))
            {
                return (outcomes, null);
            }

            plan = Plan(outcomes, keepsDrafts);
        }

        TellMostlyHidden(Released(outcomes));
        foreach (var (one, collision) in plan.Collisions)
        {
            Terminal.Say($"[yellow]hidden whole[/] «{one.Entry.Id}» ({one.Entry.Notebook}, cell {one.Cell}): what must be hidden of «{collision.Question}» follows from what is published: {string.Join(", ", collision.With.Select(id => $"«{id}»"))}");
        }

        return (outcomes, plan.Ledger);
    }

    private LedgerPlan Plan(IReadOnlyList<NotebookOutcome> outcomes, bool keepsDrafts) =>
        phases.Run("joint decision", said => ledger.Plan(Released(outcomes), keepsDrafts, said));

    /// <summary>What notebooks released, in the notebooks' order.</summary>
    public static IReadOnlyList<JournalEntry> Released(IEnumerable<NotebookOutcome> outcomes) =>
        [.. outcomes.OrderBy(outcome => outcome.Name, StringComparer.Ordinal).SelectMany(outcome => outcome.Collected.Released)];

    private static void TellMostlyHidden(IReadOnlyList<JournalEntry> released)
    {
        foreach (var one in released.Where(one => one.Coarser is not null))
        {
            Terminal.Say($"«{one.Entry.Id}» ({one.Entry.Notebook}) is hidden, or most of it. {one.Coarser}");
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
    /// <param name="keepsDrafts">Whether drafts of the ledger stay as they are.</param>
    /// <param name="said">Hears how far the decision has come; null for nobody.</param>
    public LedgerPlan Plan(IReadOnlyList<JournalEntry> released, bool keepsDrafts = false, Action<string>? said = null)
    {
        var plan = new JointPlan(Policy, Stored, keepsDrafts);
        var ledger = plan.Decide(released, said);
        return new LedgerPlan(ledger, plan.Collisions, released.All(one => ledger.Find(one.Entry.Id)!.Cells.SequenceEqual(one.Entry.Cells)));
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

/// <summary>What is decided on releases.</summary>
/// <param name="Ledger">The ledger.</param>
/// <param name="Collisions">The releases that are suppressed whole because of what is published.</param>
/// <param name="IsFollowed">Whether the notebooks showed what the ledger says.</param>
internal sealed record LedgerPlan(ReleaseLedger Ledger, IReadOnlyList<(JournalEntry Release, Collision Collision)> Collisions, bool IsFollowed);
