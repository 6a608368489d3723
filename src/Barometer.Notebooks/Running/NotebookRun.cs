using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace Barometer.Notebooks.Running;

/// <summary>One run of one notebook.</summary>
internal sealed class NotebookRun
{
    private readonly string _path;
    private readonly string _folder;
    private readonly NotebookDocument _document;
    private readonly NotebookRunOptions _options;
    private readonly IProgress<CellProgress>? _progress;
    private readonly OutputCleaner _cleaner;
    private readonly NotebookCell[] _cells;
    private readonly Dictionary<string, JsonArray> _outputs = new(StringComparer.Ordinal);
    private long _stored;

    /// <summary>Prepares the run; what names no language counts as C#.</summary>
    /// <exception cref="NotebookException">The notebook or one of its cells is in another language.</exception>
    public NotebookRun(string path, NotebookDocument document, NotebookRunOptions options, IProgress<CellProgress>? progress)
    {
        (_path, _document, _options, _progress) = (path, document, options, progress);
        _folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        _cleaner = new OutputCleaner(PathRedactor.For(_folder, options.Root));
        _cells = [.. document.Cells.Where(cell => cell.Type == CellType.Code)];
        RequireCSharp(document.Language, "The notebook");
        foreach (var cell in _cells.Where(cell => cell.IsRunnable))
        {
            RequireCSharp(cell.Language, FormattableString.Invariant($"Code cell {cell.Number} ({cell.Id})"));
        }
    }

    /// <summary>Runs the cells until one fails.</summary>
    public async Task<NotebookRunResult> RunAsync(CSharpEngine engine, CancellationToken cancel)
    {
        var clock = Stopwatch.StartNew();
        using var session = new CSharpSession(engine, new SessionOptions
        {
            Folder = _folder,
            CellTimeLimit = _options.CellTimeLimit,
            StopGrace = _options.StopGrace,
            Judge = _options.Judge,
            HostLibraries = new HostLibraries(_options.HostLibraries),
        });
        // All cells are judged before the first one runs.
        List<CellFailure> failures = [.. _cells.Where(cell => cell.IsRunnable).Select(cell => session.Judge(SourceOf(cell))).OfType<CellFailure>()];
        foreach (var refused in failures.Take(1))
        {
            Report(_cells[refused.CellNumber - 1], CellState.Failed);
        }

        var results = new List<CellResult>();
        foreach (var cell in _cells)
        {
            var state = CellState.NotRun;
            if (failures.Count == 0 && cell.IsRunnable)
            {
                Report(cell, CellState.Running);
                var failure = await RunCellAsync(session, cell, cancel).ConfigureAwait(false);
                failures.AddRange(failure is null ? [] : [failure]);
                state = StateAfter(failure);
                Report(cell, state);
            }

            results.Add(new CellResult(cell.Number!.Value, cell.Id, state));
        }

        return new NotebookRunResult(_path, _document.WithOutputs(_outputs), results, failures, clock.Elapsed);
    }

    private static CellSource SourceOf(NotebookCell cell) => new(cell.Number!.Value, cell.Id, cell.Source);

    private async Task<CellFailure?> RunCellAsync(CSharpSession session, NotebookCell cell, CancellationToken cancel)
    {
        using var collector = new OutputCollector(_options.OutputLimit);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel, collector.Overflow);
        var failure = await session.RunAsync(SourceOf(cell), collector, stop.Token).ConfigureAwait(false);

        var (outputs, unfit) = Store(cell, collector);
        failure = unfit ?? failure;
        if (failure is not null)
        {
            var error = _cleaner.Error(failure);
            error.Insert(2, "output_type", "error");
            outputs.Add((JsonNode)error);
        }

        _outputs.Add(cell.Id, outputs);
        return failure;
    }

    private (JsonArray Outputs, CellFailure? Unfit) Store(NotebookCell cell, OutputCollector collector)
    {
        try
        {
            var outputs = collector.ToJson(cell, _cleaner, _options.OutputSeen);
            _stored += Encoding.UTF8.GetByteCount(JupyterJson.Write(outputs));
            return _stored > _options.OutputLimit || collector.Overflow.IsCancellationRequested
                ? ([], CellFailure.Of(FailureKind.OutputLimit, cell.Number!.Value, cell.Id, TooLarge))
                : (outputs, null);
        }
        catch (NotebookException exception)
        {
            return ([], CellFailure.Of(FailureKind.Unsupported, cell.Number!.Value, cell.Id, exception.Message));
        }
    }

    private string TooLarge => string.Create(
        CultureInfo.InvariantCulture,
        $"With this cell the outputs are larger than the {_options.OutputLimit:N0} bytes that a notebook may store. Show less, or a picture in a smaller size.");

    private static CellState StateAfter(CellFailure? failure) => failure switch
    {
        null => CellState.Succeeded,
        { Kind: FailureKind.Cancelled } => CellState.Cancelled,
        _ => CellState.Failed,
    };

    private void Report(NotebookCell cell, CellState state) =>
        _progress?.Report(new CellProgress(_path, cell.Number!.Value, _cells.Length, state));

    private void RequireCSharp(string? language, string what)
    {
        if (language is not (null or "" or "C#" or "csharp" or "c#"))
        {
            throw new NotebookException(new NotebookProblem(
                $"{what} isn't in C#", _path, "C#", language, "change the cell's language, or make it a Markdown cell"));
        }
    }
}
