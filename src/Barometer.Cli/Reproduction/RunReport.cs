using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Spectre.Console;

namespace Barometer.Cli.Reproduction;

/// <summary>
/// What a run tells whoever started it: how far the notebooks have come, as bars in a terminal and a line a notebook when
/// piped, and a few lines at its end.
/// </summary>
internal static class RunReport
{
    /// <summary>Runs <paramref name="work"/> with progress shown until it ends.</summary>
    public static async Task<T> ShowAsync<T>(IReadOnlyList<string> notebooks, Func<IProgress<CellProgress>, Task<T>> work)
    {
        if (!AnsiConsole.Profile.Capabilities.Interactive || Console.IsOutputRedirected)
        {
            return await work(new Lines());
        }

        return await AnsiConsole.Progress()
            .Columns(new SpinnerColumn(), new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new ElapsedTimeColumn())
            .StartAsync(context => work(new Bars(context, notebooks)));
    }

    /// <summary>Prints what was run, what it left behind, and how it compares with what was published.</summary>
    /// <param name="outcomes">The notebooks.</param>
    /// <param name="published">The published figures by status.</param>
    /// <param name="elapsed">How long it all took.</param>
    /// <param name="phases">Its phases.</param>
    /// <param name="last">A last line, or null.</param>
    public static void Print(IReadOnlyList<NotebookOutcome> outcomes, PublishedChecks published, TimeSpan elapsed, RunPhases phases, string? last)
    {
        var exhibits = outcomes.SelectMany(outcome => outcome.Collected.Exhibits).ToList();
        var figures = exhibits.Where(exhibit => exhibit.IsFigure).DistinctBy(exhibit => exhibit.Name).Count();
        var tables = exhibits.Where(exhibit => !exhibit.IsFigure).DistinctBy(exhibit => exhibit.Name).Count();
        Terminal.Say("notebooks", Number(outcomes.Count));
        Terminal.Say("figures", Number(figures));
        Terminal.Say("tables", Number(tables));
        Terminal.Say("published", published.Summary(Language.En));
        var contradicting = published.Checks.Where(check => check.Status == CheckStatus.Contradicts).Select(check => check.Figure.Id).ToList();
        if (contradicting.Count > 0)
        {
            Terminal.Say("", $"those that contradict: {string.Join(", ", contradicting)}; 90-reproduce-published says what");
        }

        if (exhibits.Any(exhibit => exhibit.Stamp.IsSynthetic))
        {
            Terminal.Say("data", "synthetic: the numbers test the computations and say nothing about the state");
        }

        Terminal.Say("time", string.Create(CultureInfo.InvariantCulture, $"{elapsed.TotalSeconds:0.0} s, {Slowest(outcomes)}"));
        Terminal.Say("phases", $"{phases} (seconds of processor time)");
        Terminal.Say("memory", string.Create(CultureInfo.InvariantCulture, $"{Process.GetCurrentProcess().PeakWorkingSet64 >> 20} MB at most"));
        if (last is not null)
        {
            Terminal.Say("", last);
        }
    }

    // The notebook that took longest, side by side with others.
    private static string Slowest(IReadOnlyList<NotebookOutcome> outcomes) => outcomes.MaxBy(outcome => outcome.Result.Elapsed) is { } slowest
        ? string.Create(CultureInfo.InvariantCulture, $"{slowest.Name} the longest: {slowest.Result.Elapsed.TotalSeconds:0.0} s")
        : "";

    private static string Number(int count) => count.ToString(CultureInfo.InvariantCulture);

    // The notebook ends with this cell: there is no other, or it failed.
    private static bool IsLast(CellProgress value) => value.State != CellState.Running && (value.Cell == value.Cells || value.State != CellState.Succeeded);

    private sealed class Bars(ProgressContext context, IReadOnlyList<string> notebooks) : IProgress<CellProgress>
    {
        private readonly Dictionary<string, ProgressTask> _tasks = notebooks.ToDictionary(
            path => path, path => context.AddTask(Markup.Escape(Path.GetFileNameWithoutExtension(path)), autoStart: false), StringComparer.Ordinal);

        public void Report(CellProgress value)
        {
            var task = _tasks[value.Notebook];
            if (!task.IsStarted)
            {
                task.StartTask();
            }

            task.MaxValue = value.Cells;
            task.Value = value.State == CellState.Running ? value.Cell - 1 : value.Cell;
            if (IsLast(value))
            {
                task.StopTask();
            }
        }
    }

    private sealed class Lines : IProgress<CellProgress>
    {
        private readonly ConcurrentDictionary<string, Stopwatch> _clocks = new(StringComparer.Ordinal);

        public void Report(CellProgress value)
        {
            var clock = _clocks.GetOrAdd(value.Notebook, _ => Stopwatch.StartNew());
            if (IsLast(value))
            {
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                    $"{Path.GetFileNameWithoutExtension(value.Notebook)}: {value.Cell} of {value.Cells} cells, {(value.State == CellState.Succeeded ? "done" : "failed")} in {clock.Elapsed.TotalSeconds:0.0} s"));
            }
        }
    }
}

/// <summary>The phases of a reproduction: each says on the screen how far it has come, and how long it took is told at the end.</summary>
internal sealed class RunPhases
{
    private readonly List<(string Name, TimeSpan Elapsed, TimeSpan Processor)> _done = [];

    /// <summary>Goes through a phase that tells how far it has come by lines.</summary>
    /// <param name="name">What it does.</param>
    /// <param name="work">Does it; it is given where to say how far it has come.</param>
    public T Run<T>(string name, Func<Action<string>, T> work)
    {
        using var progress = new PhaseProgress();
        progress.Begin(name);
        return Timed(name, () => Task.FromResult(work(progress.Say))).GetAwaiter().GetResult();
    }

    /// <summary>Goes through a phase that shows by itself how far it has come.</summary>
    /// <param name="name">What it does.</param>
    /// <param name="work">Does it.</param>
    public Task<T> RunAsync<T>(string name, Func<Task<T>> work) => Timed(name, work);

    /// <summary>How long each phase took, with the processor time that it used on all cores.</summary>
    public override string ToString() => string.Join(", ", _done.Select(one => string.Create(
        CultureInfo.InvariantCulture, $"{one.Name} {one.Elapsed.TotalSeconds:0.0} s ({one.Processor.TotalSeconds:0.0})")));

    private async Task<T> Timed<T>(string name, Func<Task<T>> work)
    {
        var (clock, processor) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
        try
        {
            return await work();
        }
        finally
        {
            _done.Add((name, clock.Elapsed, Environment.CpuUsage.TotalTime - processor));
        }
    }
}
