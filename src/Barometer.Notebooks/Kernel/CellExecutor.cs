using System.Globalization;
using System.Text.Json.Nodes;

namespace Barometer.Notebooks.Kernel;

/// <summary>Runs the cells that a front end sends, one after the other, and says how they ended.</summary>
internal sealed class CellExecutor(CSharpSession session, KernelMessenger messenger, KernelHistory history, Inspection inspection, OutputCleaner cleaner, KernelOptions options)
{
    private readonly Lock _gate = new();
    private CancellationTokenSource? _running;
    private int _count;

    /// <summary>Stops the cell that is running; without one, nothing.</summary>
    public void Interrupt()
    {
        lock (_gate)
        {
            // Not on this thread: what waits for the cell to stop would go on here.
            _running?.CancelAsync();
        }
    }

    /// <summary>Runs the cell of that request and answers it.</summary>
    /// <returns>Whether the cells that wait are to be run: none is after one that failed, unless the front end wants it.</returns>
    public async Task<bool> RunAsync(JupyterMessage request)
    {
        var code = request.Content.Required("code").Replace("\r\n", "\n", StringComparison.Ordinal);
        var silent = request.Content.FlagOf("silent", false);
        if (string.IsNullOrWhiteSpace(code))
        {
            messenger.Reply(request, await SucceededAsync(request).ConfigureAwait(false));
            return true;
        }

        if (!silent && request.Content.FlagOf("store_history", true))
        {
            history.Add(++_count, code);
        }

        var cell = new CellSource(Math.Max(_count, 1), request.Metadata.TextOf("cellId") ?? $"in-{_count}", code);
        if (!silent && Inspection.NameAskedAbout(code) is { } name)
        {
            Help(request, cell, name);
            messenger.Reply(request, await SucceededAsync(request).ConfigureAwait(false));
            return true;
        }

        var failure = silent ? await RunAsync(cell, NoOutput.Instance, CancellationToken.None).ConfigureAwait(false) : await RunAsync(request, cell).ConfigureAwait(false);
        messenger.Reply(request, failure is null ? await SucceededAsync(request).ConfigureAwait(false) : Failed(failure));
        return failure is null || !request.Content.FlagOf("stop_on_error", true);
    }

    /// <summary>Answers the request without running it, because a cell before it failed.</summary>
    public Task AbortAsync(JupyterMessage request)
    {
        messenger.Reply(request, new JsonObject { ["status"] = "aborted", ["execution_count"] = _count });
        return Task.CompletedTask;
    }

    private void Help(JupyterMessage request, CellSource cell, string name)
    {
        PublishInput(request, cell);
        var help = inspection.Inspect(new CodeAtCursor(name, name.Length)) ?? MimeBundle.OfText($"There is nothing called «{name}» here.");
        using var output = new CellPublisher(messenger, request, cleaner, options.OutputLimit);
        output.Show(help, displayId: null);
    }

    private void PublishInput(JupyterMessage request, CellSource cell) =>
        messenger.Publish("execute_input", new JsonObject { ["code"] = cell.Code, ["execution_count"] = _count }, request);

    private async Task<CellFailure?> RunAsync(JupyterMessage request, CellSource cell)
    {
        PublishInput(request, cell);
        CellFailure? failure;
        using (var output = new CellPublisher(messenger, request, cleaner, options.OutputLimit))
        {
            failure = await RunAsync(cell, output, output.Overflow).ConfigureAwait(false);
            failure = output.Overflow.IsCancellationRequested ? TooMuch(cell) : failure;
        }

        if (failure is not null)
        {
            options.Log(failure.ToString());
            messenger.Publish("error", cleaner.Error(failure), request);
        }

        return failure;
    }

    private async Task<CellFailure?> RunAsync(CellSource cell, IOutputSink output, CancellationToken overflow)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(overflow);
        SetRunning(stop);
        try
        {
            return await session.RunAsync(cell, output, stop.Token).ConfigureAwait(false);
        }
        finally
        {
            SetRunning(null);
        }
    }

    private void SetRunning(CancellationTokenSource? stop)
    {
        lock (_gate)
        {
            _running = stop;
        }
    }

    private CellFailure TooMuch(CellSource cell) => CellFailure.Of(
        FailureKind.OutputLimit,
        cell.Number,
        cell.Id,
        string.Create(CultureInfo.InvariantCulture, $"The cell was stopped: it showed more than {options.OutputLimit:N0} characters."));

    private async Task<JsonObject> SucceededAsync(JupyterMessage request) => new()
    {
        ["status"] = "ok",
        ["execution_count"] = _count,
        ["user_expressions"] = await ValuesAsync(request).ConfigureAwait(false),
        ["payload"] = new JsonArray(),
    };

    // What the front end wants to know beside the cell's outputs: each a cell of its own, judged like one, whose last output is the value.
    private async Task<JsonObject> ValuesAsync(JupyterMessage request)
    {
        var values = new JsonObject();
        foreach (var (name, code) in request.Content["user_expressions"] as JsonObject ?? [])
        {
            using var shown = new OutputCollector(options.OutputLimit);
            var cell = new CellSource(Math.Max(_count, 1), name, code is JsonValue text && text.TryGetValue<string>(out var expression) ? expression : "");
            var failure = await RunAsync(cell, shown, shown.Overflow).ConfigureAwait(false);
            values[name] = failure is null ? Value(shown.Last) : Failed(failure);
        }

        return values;
    }

    private JsonObject Value(MimeBundle? shown) => new()
    {
        ["status"] = "ok",
        ["data"] = shown is null ? [] : OutputCleaner.Data(cleaner.Clean(shown), text => JsonValue.Create(text)),
        ["metadata"] = new JsonObject(),
    };

    private JsonObject Failed(CellFailure failure)
    {
        var content = cleaner.Error(failure);
        content["status"] = "error";
        content["execution_count"] = _count;
        return content;
    }
}
