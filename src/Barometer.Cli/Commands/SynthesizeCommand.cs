using System.CommandLine;
using Barometer.Analysis.Weighting;

namespace Barometer.Cli.Commands;

/// <summary><c>barometer synthesize</c>: makes the synthetic stand-in again.</summary>
internal static class SynthesizeCommand
{
    public static Command Create()
    {
        var command = new Command("synthesize", "Make the synthetic stand-in for the answers again, byte for byte.");
        command.SetAction(_ => Run(Repository.Find()));
        return command;
    }

    private static int Run(Repository repository)
    {
        foreach (var file in SyntheticSurveys.Write(repository.Data))
        {
            Terminal.Say($"{file.Path}");
        }

        return ExitCode.Success;
    }
}

/// <summary><c>barometer simulate</c>: draws samples from a made-up population and counts how often intervals hold the truth.</summary>
internal static class SimulateCommand
{
    public static Command Create()
    {
        var survey = new Argument<string?>("survey") { Description = "The survey's id; none for those that have a stored simulation.", Arity = ArgumentArity.ZeroOrOne };
        var check = new Option<bool>("--check") { Description = "Write nothing; fail when what is stored differs from a fresh simulation." };
        var command = new Command("simulate", "Draw samples from a made-up population and count how often the intervals hold the truth; the counts are stored in data/simulated/.") { survey, check };
        command.SetAction((parsed, cancel) => Task.FromResult(Run(Repository.Find(), parsed.GetValue(survey), parsed.GetValue(check), cancel)));
        return command;
    }

    /// <summary>What of the stored simulations a fresh first batch contradicts.</summary>
    /// <param name="data">The data folder.</param>
    public static IReadOnlyList<string> FindStale(string data) =>
    [
        .. SimulatedCoverage.List(data).Where(survey => SimulatedCoverage.Read(data, survey).Batch(1) != new SimulatedCoverage(survey, Simulation(data, survey).Batch(1)).Batch(1))
            .Select(survey => $"{SimulatedCoverage.Name(survey)} differs from a fresh simulation: «barometer simulate» makes it anew"),
    ];

    private static int Run(Repository repository, string? survey, bool check, CancellationToken cancel)
    {
        var failed = false;
        foreach (var one in survey is null ? SimulatedCoverage.List(repository.Data) : [survey])
        {
            var (clock, processor) = (System.Diagnostics.Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
            using var progress = new PhaseProgress($"{one}: drawing samples");
            var fresh = Simulation(repository.Data, one).All(one, done => progress.Say($"{done} of {CoverageSimulation.Batches} batches"), cancel);
            progress.End();
            var took = FormattableString.Invariant($"{clock.Elapsed.TotalSeconds:0.0} s ({(Environment.CpuUsage.TotalTime - processor).TotalSeconds:0.0} s of processor time)");
            if (!check)
            {
                var path = SimulatedCoverage.PathOf(repository.Data, one);
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                File.WriteAllText(path, fresh.ToCsv());
                Terminal.Say($"{SimulatedCoverage.Name(one)}: {fresh.Totals.Where(count => count.Variable.Length == 0).Sum(count => count.Samples)} estimates of everybody, {took}");
            }
            else if (SimulatedCoverage.Read(repository.Data, one).ToCsv() != fresh.ToCsv())
            {
                failed = true;
                Terminal.Fail($"{SimulatedCoverage.Name(one)} differs from a fresh simulation");
            }
            else
            {
                Terminal.Say($"{SimulatedCoverage.Name(one)} is that of a fresh simulation, {took}");
            }
        }

        return failed ? ExitCode.Failure : ExitCode.Success;
    }

    private static CoverageSimulation Simulation(string data, string survey) =>
        CoverageSimulation.Of(data, SurveyCatalog.Codebook(data, survey));
}
