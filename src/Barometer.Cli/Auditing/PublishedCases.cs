namespace Barometer.Cli.Auditing;

/// <summary>
/// Writes what is published of each answer as a case that any attacker can read, and judges the cases: from the numbers that the last
/// reproduction left behind and the frames, without answers.
/// </summary>
/// <param name="repository">The clone.</param>
/// <param name="data">The data folder.</param>
internal sealed class PublishedCases(Repository repository, string data)
{
    /// <summary>Writes the cases of all surveys, a folder each, and says what a reader finds.</summary>
    /// <param name="folder">The folder to write them in.</param>
    /// <param name="cancel">Stops it.</param>
    /// <returns>The exit code: failure when something is told.</returns>
    /// <exception cref="BarometerException">No reproduction has left its numbers behind.</exception>
    public int Write(string folder, CancellationToken cancel)
    {
        if (!File.Exists(repository.EvidenceNumbers))
        {
            throw new BarometerException(new Problem(
                "There are no published numbers to make cases of", File: repository.Tell(repository.EvidenceNumbers), Hint: "barometer reproduce writes them"));
        }

        var evidence = EvidenceJson.Read(File.ReadAllText(repository.EvidenceNumbers));
        var policy = ReleasePolicy.Read(Path.Combine(data, "releases", "policy.json"));
        var told = 0;
        foreach (var survey in SurveyCatalog.List(data))
        {
            var (codebook, frame) = SurveyReader.ReadFrame(data, survey);
            var (cases, leftOut) = new AnswerCases(codebook, frame, policy).Of(evidence);
            Directory.CreateDirectory(Path.Combine(folder, survey));
            foreach (var one in cases)
            {
                cancel.ThrowIfCancellationRequested();
                File.WriteAllText(Path.Combine(folder, survey, one.FileName), one.ToJson());
                var found = CaseAttack.Of(one);
                told += found.IsSafe ? 0 : 1;
                Tell(found, survey);
            }

            Terminal.Say($"{survey}: {Counted.Of(cases.Count, "answer", "answers")}, {Counted.Of(cases.Sum(one => one.Published.Count), "number", "numbers")}; {Counted.Of(leftOut.Values.Sum(), "number is", "numbers are")} in no case{(leftOut.Count > 0 ? ":" : "")}");
            foreach (var (why, count) in leftOut)
            {
                Terminal.Say($"  {count,4} {why}");
            }
        }

        return told == 0 ? ExitCode.Success : ExitCode.Failure;
    }

    private static void Tell(CaseFinding found, string survey)
    {
        if (found.IsSafe)
        {
            Terminal.Say($"{survey}, {found}");
        }
        else
        {
            Terminal.Fail($"{survey}, {found}");
        }
    }
}
