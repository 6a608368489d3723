namespace Barometer.Notebooks.Kernel.Execution;

/// <summary>Takes what a cell shows that a front end wants to run silently.</summary>
internal sealed class NoOutput : IOutputSink
{
    /// <summary>The only one; it holds nothing.</summary>
    public static NoOutput Instance { get; } = new();

    /// <inheritdoc/>
    public void Write(TextChannel channel, string text)
    {
    }

    /// <inheritdoc/>
    public void Show(MimeBundle bundle, string? displayId)
    {
    }

    /// <inheritdoc/>
    public void Update(MimeBundle bundle, string displayId)
    {
    }
}
