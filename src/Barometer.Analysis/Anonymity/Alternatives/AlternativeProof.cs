namespace Barometer.Analysis.Anonymity.Alternatives;

/// <summary>
/// Proves by other answers what can't come out: answers that frame and routing allow, of which the library shows the very same, and in which the
/// fact is another one. Nothing is concluded from equations: they only say where to look.
/// </summary>
/// <param name="surveys">The surveys.</param>
/// <param name="policy">The thresholds.</param>
/// <param name="recompute">Runs everything on other answers; only how it is drawn is left out.</param>
/// <param name="confirm">The questions of which something differs in all the rest, as by <see cref="Recomputed.Differences"/>; null where that isn't asked for.</param>
internal sealed class AlternativeProof(
    IReadOnlyList<Survey> surveys,
    ReleasePolicy policy,
    Func<IReadOnlyDictionary<string, Survey>, CancellationToken, Recomputed> recompute,
    Func<IReadOnlyDictionary<string, Survey>, Recomputed, CancellationToken, IReadOnlySet<SeenQuestion>?>? confirm = null)
{
    // Fixed, so that every machine looks at the same worlds however many processors it has.
    private const int AtATime = 4;
    private const int Enough = 6;

    /// <summary>Looks for other answers until everything is proven, nothing more is found, or there are so many.</summary>
    /// <param name="most">The most worlds to look at.</param>
    /// <param name="progress">Hears of each world.</param>
    /// <param name="cancel">Stops it.</param>
    public ProofResult Run(int most, IProgress<ProofResult>? progress, CancellationToken cancel)
    {
        var truth = recompute(surveys.ToDictionary(survey => survey.Id, StringComparer.Ordinal), cancel);
        var result = new ProofResult(surveys, policy, truth.Released);
        var idle = 0;
        for (var first = 0; first < most && idle < Enough && !result.IsComplete; first += AtATime)
        {
            var worlds = new World?[Math.Min(AtATime, most - first)];
            Parallel.For(0, worlds.Length, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = cancel }, i =>
            {
                worlds[i] = new WorldMaker(result, first + i).Make((world, wholly) => Verify(world, truth, wholly, cancel), cancel);
                result.Tell(progress);
            });
            var before = result.Count;
            foreach (var world in worlds)
            {
                result.Take(world);
            }

            result.Tell(progress);
            idle = result.Count == before ? idle + 1 : 0;
        }

        return result;
    }

    // What differs by question, null when it can't be said or the library refuses; none when all is the same.
    private IReadOnlySet<SeenQuestion>? Verify(World world, Recomputed truth, bool wholly, CancellationToken cancel)
    {
        if (world.Answers.Any(answers => !Enumerable.Range(0, answers.Rows).All(answers.IsAllowed)))
        {
            return null;
        }

        var given = world.Answers.ToDictionary(answers => answers.Survey.Id, answers => answers.ToSurvey(), StringComparer.Ordinal);
        try
        {
            var shown = recompute(given, cancel);
            var differences = truth.Differences(shown);
            return wholly && differences is { Count: 0 } && confirm is not null ? confirm(given, shown, cancel) : differences;
        }
        catch (Exception refusal) when (refusal is BarometerException or SurveyStatistics.SurveyException or DisclosureException)
        {
            return null;
        }
    }
}
