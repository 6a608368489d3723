namespace Barometer.Conformance.Weighting;

/// <summary>Runs all files of cases in a folder.</summary>
internal static class WeightingCommand
{
    /// <summary>Writes a line a case, then the counts.</summary>
    /// <param name="folder">The folder with the files of cases.</param>
    /// <param name="output">Where the lines go.</param>
    /// <param name="errors">Where it says that a file is not in the form.</param>
    /// <returns>0 without a difference, 1 with one, 2 when the folder or a file is not in the form.</returns>
    public static int Run(string folder, TextWriter output, TextWriter errors)
    {
        try
        {
            var outcomes = new List<Outcome>();
            foreach (var outcome in Outcomes(folder))
            {
                output.WriteLine(outcome);
                outcomes.Add(outcome);
            }

            output.WriteLine(Counts(outcomes));
            return outcomes.Exists(outcome => outcome.Verdict == Verdict.Differs) ? 1 : 0;
        }
        catch (FormException problem)
        {
            errors.WriteLine(problem.Message);
            return 2;
        }
    }

    /// <summary>The outcomes of all cases in a folder.</summary>
    /// <exception cref="FormException">There is no file of cases, or one is not in the form.</exception>
    public static IEnumerable<Outcome> Outcomes(string folder)
    {
        var files = Directory.Exists(folder) ? CaseFiles.In(folder) : [];
        return files.Count > 0
            ? files.SelectMany(file => new CaseRunner(file).Run())
            : throw new FormException($"There is no file of cases in {folder}.");
    }

    private static string Counts(List<Outcome> outcomes)
    {
        var unexpected = outcomes.Count(outcome => outcome is { Verdict: Verdict.Refuses, IsExpected: false });
        return FormattableString.Invariant(
            $"{outcomes.Count} cases: {Count(Verdict.Ok)} ok, {Count(Verdict.Differs)} differ, {Count(Verdict.Refuses)} refused ({unexpected} of them not expected), {Count(Verdict.NotSupported)} not supported");

        int Count(Verdict verdict) => outcomes.Count(outcome => outcome.Verdict == verdict);
    }
}
