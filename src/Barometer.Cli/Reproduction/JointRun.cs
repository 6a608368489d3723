namespace Barometer.Cli.Reproduction;

/// <summary>
/// Runs all notebooks, decides on their releases together, and runs them again should that change what is seen.
/// </summary>
/// <param name="runs">Runs notebooks.</param>
/// <param name="ledger">Decides on their releases.</param>
/// <param name="failed">Whether a notebook failed, which it tells people.</param>
internal sealed class JointRun(NotebookRuns runs, LedgerStore ledger, Func<IReadOnlyList<NotebookOutcome>, bool> failed)
{
    /// <summary>The outcomes with the ledger of their releases; without a ledger when a notebook failed.</summary>
    public async Task<(IReadOnlyList<NotebookOutcome> Outcomes, ReleaseLedger? Ledger)> RunAsync(CancellationToken cancel)
    {
        using var journal = new JournalSetting();
        var outcomes = await runs.RunAsync([], journal, cancel);
        if (failed(outcomes))
        {
            return (outcomes, null);
        }

        var released = journal.Read(outcomes);
        var plan = ledger.Plan(released);
        if (!plan.IsFollowed)
        {
            Terminal.Say($"[grey]what is hidden has changed: the notebooks run once more[/]");
            journal.Restart(plan.Ledger);
            outcomes = []; // the pictures of the first run are as large as those of the second
            outcomes = await runs.RunAsync([], journal, cancel);
            if (failed(outcomes))
            {
                return (outcomes, null);
            }

            released = journal.Read(outcomes);
            plan = ledger.Plan(released);
        }

        TellMostlyHidden(released);
        return (outcomes, plan.Ledger);
    }

    private static void TellMostlyHidden(IReadOnlyList<JournalEntry> released)
    {
        foreach (var one in released.Where(one => one.Coarser is not null))
        {
            Terminal.Say($"«{one.Entry.Id}» ({one.Entry.Notebook}) is mostly hidden. {one.Coarser}");
        }
    }
}
