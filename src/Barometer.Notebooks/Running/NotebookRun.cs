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
    private readonly OutputWriter _writer;
    private readonly NotebookCell[] _cells;
    private readonly Dictionary<string, CellOutputs> _outputs = new(StringComparer.Ordinal);
    private readonly List<CellResult> _results = [];
    private long _stored;

    public NotebookRun(string path, NotebookDocument document, NotebookRunOptions options, IProgress<CellProgress>? progress)
    {
        (_path, _document, _options, _progress) = (path, document, options, progress);
        _folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        _writer = new OutputWriter(new OutputCleaner(new PathRedactor(Path.GetFullPath(options.Root ?? RepositoryFolder.Around(_folder))), options.OutputFilter));
        _cells = [.. document.Cells.Where(cell => cell.Kind == CellKind.Code)];
        NotebookLanguage.Check(path, document);
    }

    /// <summary>Runs the cells until one fails.</summary>
    public async Task<NotebookRunResult> RunAsync(CSharpEngine engine, CancellationToken cancel)
    {
        var clock = Stopwatch.StartNew();
        using var session = engine.CreateSession(new SessionOptions
        {
            Folder = _folder,
            CellTimeLimit = _options.CellTimeLimit,
            StopGrace = _options.StopGrace,
            IsSafeMessage = _options.IsSafeMessage,
        });
        CellFailure? failure = null;
        foreach (var cell in _cells)
        {
            var outcome = failure is null && cell.IsRunnable
                ? await RunCellAsync(session, cell, cancel).ConfigureAwait(false)
                : null;
            failure ??= outcome?.Failure;
            _results.Add(new CellResult(cell.Number!.Value, cell.Id, outcome?.Status ?? CellStatus.NotRun, outcome?.Elapsed ?? TimeSpan.Zero));
        }

        return new NotebookRunResult(_path, _document.WithOutputs(_outputs), _results, failure, clock.Elapsed);
    }

    private async Task<CellOutcome> RunCellAsync(CSharpSession session, NotebookCell cell, CancellationToken cancel)
    {
        Report(cell, CellStatus.Running, TimeSpan.Zero);
        using var collector = new OutputCollector(_options.OutputLimit);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel, collector.Overflow);
        var outcome = await session.RunAsync(new CellSource(cell.Number!.Value, cell.Id, cell.Source), collector, stop.Token).ConfigureAwait(false);

        var (outputs, unfit) = Store(cell, collector);
        if (unfit is not null)
        {
            outcome = outcome with { Failure = unfit };
        }

        if (outcome.Failure is { } failure)
        {
            outputs.Add((JsonNode)_writer.Error(failure));
        }

        _outputs.Add(cell.Id, new CellOutputs(_outputs.Count + 1, outputs));
        Report(cell, outcome.Status, outcome.Elapsed);
        return outcome;
    }

    private (JsonArray Outputs, CellFailure? Unfit) Store(NotebookCell cell, OutputCollector collector)
    {
        try
        {
            var outputs = _writer.Write(cell, collector.Outputs);
            _stored += Encoding.UTF8.GetByteCount(JupyterJson.Write(outputs));
            return _stored > _options.OutputLimit || collector.Overflow.IsCancellationRequested
                ? ([], Unfit(cell, FailureKind.OutputLimit, TooLarge))
                : (outputs, null);
        }
        catch (NotebookException exception)
        {
            return ([], Unfit(cell, FailureKind.Unsupported, exception.Message));
        }
    }

    private string TooLarge => string.Create(
        CultureInfo.InvariantCulture,
        $"With this cell the outputs are larger than the {_options.OutputLimit:N0} bytes that a notebook may store. Show less, or a picture in a smaller size.");

    private static CellFailure Unfit(NotebookCell cell, FailureKind kind, string message) => new()
    {
        Kind = kind,
        CellNumber = cell.Number!.Value,
        CellId = cell.Id,
        Name = kind.ToString(),
        Message = message,
        StoredMessage = message,
    };

    private void Report(NotebookCell cell, CellStatus status, TimeSpan elapsed) =>
        _progress?.Report(new CellProgress(_path, cell.Number!.Value, _cells.Length, status, elapsed));
}
