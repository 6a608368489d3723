namespace Barometer.Cli.Checking;

/// <summary>What a check can't see, and says: it is no fault.</summary>
internal static class NotebookNotes
{
    /// <summary>The notes on the notebook at <paramref name="path"/>.</summary>
    /// <param name="path">The notebook.</param>
    /// <param name="name">How messages call it.</param>
    /// <param name="known">The numbers that prose can be compared with.</param>
    public static IEnumerable<string> Of(string path, string name, KnownNumbers known)
    {
        NotebookDocument notebook;
        try
        {
            notebook = NotebookDocument.Read(path);
        }
        catch (NotebookException)
        {
            yield break; // a fault, which the rules tell
        }

        if (!RunRules.WasRun(notebook))
        {
            yield return $"{name} has not been run: its outputs are not checked (barometer run {Path.GetFileNameWithoutExtension(path)}, or barometer reproduce)";
        }

        if (!known.HasEvidence && ProseRules.Quotes(notebook))
        {
            yield return $"{name} quotes numbers of the evidence pack, which isn't there to compare them with: barometer reproduce writes it";
        }
    }
}
