namespace Barometer.Cli.Reproduction;

/// <summary>Runs notebooks side by side, each in a session of its own.</summary>
internal sealed class NotebookBatch(Repository repository)
{
    /// <summary>Runs them, as many at a time as there are processors.</summary>
    /// <returns>The outcomes in the order of <paramref name="paths"/>.</returns>
    public async Task<IReadOnlyList<NotebookOutcome>> RunAsync(IReadOnlyList<string> paths, IProgress<CellProgress> progress, CancellationToken cancel)
    {
        using var runner = new NotebookRunner();
        var outcomes = new NotebookOutcome[paths.Count];
        var options = new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = cancel };
        await Parallel.ForEachAsync(Enumerable.Range(0, paths.Count), options, async (i, stop) =>
        {
            var collected = new ExhibitCollector(Path.GetFileNameWithoutExtension(paths[i]));
            var run = new NotebookRunOptions { OutputFilter = collected.Take, Root = repository.Root };
            outcomes[i] = new NotebookOutcome(await runner.RunAsync(paths[i], run, progress, stop), collected);
        });
        cancel.ThrowIfCancellationRequested();
        return outcomes;
    }
}
