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
