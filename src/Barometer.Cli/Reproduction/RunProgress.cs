using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Spectre.Console;

namespace Barometer.Cli.Reproduction;

/// <summary>Shows how far the notebooks have come: bars in a terminal, a line a notebook when piped.</summary>
internal static class RunProgress
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

    private sealed class Bars(ProgressContext context, IReadOnlyList<string> notebooks) : IProgress<CellProgress>
    {
        private readonly Dictionary<string, ProgressTask> _tasks = notebooks.ToDictionary(
            path => path, path => context.AddTask(Markup.Escape(Path.GetFileNameWithoutExtension(path))), StringComparer.Ordinal);

        public void Report(CellProgress value)
        {
            var task = _tasks[value.Notebook];
            task.MaxValue = value.Cells;
            task.Value = value.State == CellState.Running ? value.Cell - 1 : value.Cell;
        }
    }

    private sealed class Lines : IProgress<CellProgress>
    {
        private readonly ConcurrentDictionary<string, Stopwatch> _clocks = new(StringComparer.Ordinal);

        public void Report(CellProgress value)
        {
            var clock = _clocks.GetOrAdd(value.Notebook, _ => Stopwatch.StartNew());
            if (value.State != CellState.Running && (value.Cell == value.Cells || value.State != CellState.Succeeded))
            {
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                    $"{Path.GetFileNameWithoutExtension(value.Notebook)}: {value.Cell} of {value.Cells} cells, {(value.State == CellState.Succeeded ? "done" : "failed")} in {clock.Elapsed.TotalSeconds:0.0} s"));
            }
        }
    }
}
