namespace Barometer.Cli.Reproduction;

/// <summary>Compares the outputs stored in notebooks with those of a fresh run.</summary>
internal static class StoredOutputs
{
    /// <summary>The notebooks whose file differs from the fresh run, each with the first cell that does.</summary>
    public static IReadOnlyList<string> FindStale(IEnumerable<NotebookOutcome> outcomes, Repository repository) =>
    [
        .. outcomes.Where(IsStale).Select(outcome => $"{repository.Tell(outcome.Result.Path)}: {FirstDifference(outcome)}"),
    ];

    private static bool IsStale(NotebookOutcome outcome) =>
        !PictureText.AreSame(File.ReadAllText(outcome.Result.Path), outcome.Result.Document.ToJson());

    private static string FirstDifference(NotebookOutcome outcome)
    {
        var stored = NotebookDocument.Read(outcome.Result.Path).Cells;
        var fresh = outcome.Result.Document.Cells;
        var differs = fresh.Zip(stored).FirstOrDefault(pair => !PictureText.AreSame(pair.Second.OutputText, pair.First.OutputText)).First;
        return differs is null
            ? "the file's form differs from a fresh run"
            : FormattableString.Invariant($"the stored output of cell {differs.Number} ({differs.Id}) differs from a fresh run");
    }
}
