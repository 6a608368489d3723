namespace Barometer.Notebooks.Cells;

/// <summary>
/// The cell that the current flow of control belongs to. It follows <c>await</c>, tasks and threads that the cell starts,
/// so that several sessions in one process never mix what they write.
/// </summary>
/// <param name="sink">Takes what the cell shows.</param>
/// <param name="format">Makes the outputs of an object; null for the forms that a notebook stores.</param>
internal sealed class CellScope(IOutputSink sink, Func<object?, IReadOnlyList<MimeBundle>>? format = null)
{
    private static readonly AsyncLocal<CellScope?> Ambient = new();
    private readonly Lock _gate = new();
    private bool _ended;
    private volatile bool _stopping;

    /// <summary>The cell that is calling, or null outside any cell.</summary>
    public static CellScope? Current => Ambient.Value;

    /// <summary>Makes this the cell of the current flow of control.</summary>
    public void Enter() => Ambient.Value = this;

    /// <summary>From now on nothing reaches the sink: what a task or thread left behind writes is dropped.</summary>
    public void End()
    {
        lock (_gate)
        {
            _ended = true;
        }
    }

    /// <summary>Tells the cell's code to stop at the next checkpoint or output.</summary>
    public void Stop() => _stopping = true;

    /// <summary>Goes on, unless the cell is to stop.</summary>
    /// <exception cref="OperationCanceledException">It is.</exception>
    public void ThrowIfStopping()
    {
        if (_stopping)
        {
            throw new OperationCanceledException("The cell was stopped.");
        }
    }

    /// <summary>Passes on text that was written to the console.</summary>
    public void Write(TextChannel channel, string text)
    {
        if (text.Length > 0)
        {
            Pass(() => sink.Write(channel, text));
        }
    }

    /// <summary>Shows an object.</summary>
    public void Display(object? value)
    {
        foreach (var bundle in Format(value))
        {
            Pass(() => sink.Show(bundle, displayId: null));
        }
    }

    /// <summary>Shows an object, each of its outputs by the name that <paramref name="displayId"/> gives it.</summary>
    /// <returns>The number of outputs.</returns>
    public int Display(object? value, Func<int, string> displayId)
    {
        var bundles = Format(value);
        for (var i = 0; i < bundles.Count; i++)
        {
            Pass(() => sink.Show(bundles[i], displayId(i)));
        }

        return bundles.Count;
    }

    /// <summary>Shows an object in the place of what was shown by those names; outputs that have no place aren't shown.</summary>
    public void Update(object? value, IReadOnlyList<string> displayIds)
    {
        foreach (var (bundle, id) in Format(value).Zip(displayIds))
        {
            Pass(() => sink.Update(bundle, id));
        }
    }

    // What has been shown isn't shown again at the end of a cell that ends in Display().
    private IReadOnlyList<MimeBundle> Format(object? value) =>
        value is DisplayedValue ? [] : [.. (format ?? ObjectFormatter.Format)(value).Select(bundle => bundle with { Source = value })];

    private void Pass(Action output)
    {
        ThrowIfStopping();
        lock (_gate)
        {
            if (!_ended)
            {
                output();
            }
        }
    }
}

/// <summary>What a cell may call to show something before its end. Every cell has it without a <c>using</c>.</summary>
public static class DisplayExtensions
{
    /// <summary>Shows <paramref name="value"/> as an output of the cell that is running; null shows as «null».</summary>
    /// <returns>What was shown, to be updated in place.</returns>
    /// <exception cref="NotebookException">No cell is running.</exception>
    public static DisplayedValue Display(this object? value) => new(RunningCell(), value);

    /// <summary>The cell that calls.</summary>
    /// <exception cref="NotebookException">There is none.</exception>
    internal static CellScope RunningCell() => CellScope.Current
        ?? throw new NotebookException(new NotebookProblem("Display() shows nothing here", Expected: "a call from a cell that is running"));
}

/// <summary>Something that a cell has shown, and that it may show anew in the same place: progress, above all.</summary>
public sealed class DisplayedValue
{
    private readonly string[] _ids;

    internal DisplayedValue(CellScope cell, object? value)
    {
        var name = Guid.NewGuid().ToString("N");
        string Id(int output) => FormattableString.Invariant($"{name}-{output}");
        _ids = [.. Enumerable.Range(0, cell.Display(value, Id)).Select(Id)];
    }

    /// <summary>Shows <paramref name="value"/> in the place of what was shown before, from this cell or a later one.</summary>
    /// <exception cref="NotebookException">No cell is running.</exception>
    public void Update(object? value) => DisplayExtensions.RunningCell().Update(value, _ids);
}
