using System.Text;
using System.Text.Json.Nodes;

namespace Barometer.Notebooks.Running;

/// <summary>
/// Keeps what one cell shows, in order; text written to one channel in a row is one output. A cell that writes without
/// end is told to stop before it fills the memory.
/// </summary>
/// <param name="limit">How many characters it may show.</param>
internal sealed class OutputCollector(long limit) : IOutputSink, IDisposable
{
    private readonly List<object> _outputs = [];
    private readonly CancellationTokenSource _overflow = new();
    private long _held;

    /// <summary>Cancelled when the cell has shown too much.</summary>
    public CancellationToken Overflow => _overflow.Token;

    /// <summary>What was shown last; null when nothing was.</summary>
    public MimeBundle? Last => _outputs.OfType<Shown>().LastOrDefault()?.Bundle;

    /// <inheritdoc/>
    public void Write(TextChannel channel, string text)
    {
        if (!Holds(text.Length))
        {
            return;
        }

        if (_outputs is not [.., ConsoleText last] || last.Channel != channel)
        {
            _outputs.Add(last = new ConsoleText(channel, new StringBuilder()));
        }

        last.Text.Append(text);
    }

    /// <inheritdoc/>
    public void Show(MimeBundle bundle, string? displayId)
    {
        if (Holds(Length(bundle)))
        {
            _outputs.Add(new Shown(bundle, displayId));
        }
    }

    /// <inheritdoc/>
    public void Update(MimeBundle bundle, string displayId)
    {
        var place = _outputs.FindIndex(output => output is Shown shown && shown.DisplayId == displayId);
        if (place >= 0 && Holds(Length(bundle) - Length(((Shown)_outputs[place]).Bundle)))
        {
            _outputs[place] = new Shown(bundle, displayId);
        }
    }

    /// <summary>
    /// What the cell has shown, as the outputs of nbformat and in a form that is the same for every run: no times, keys in
    /// the order of their names as Jupyter sorts them.
    /// </summary>
    /// <remarks>
    /// Everything shown is <c>display_data</c>, a trailing expression too: an <c>execute_result</c> repeats the execution
    /// count, so that a new cell would change the outputs of all cells after it, and there may be one for a cell only.
    /// </remarks>
    /// <param name="cell">The cell.</param>
    /// <param name="cleaner">Makes them the same on every machine.</param>
    /// <param name="seen">Sees each that was shown, in order; null for nobody.</param>
    /// <exception cref="NotebookException">A form should be JSON, and isn't.</exception>
    public JsonArray ToJson(NotebookCell cell, OutputCleaner cleaner, Action<CellOutput>? seen)
    {
        var outputs = new JsonArray();
        foreach (var output in _outputs)
        {
            if (output is ConsoleText text)
            {
                outputs.Add((JsonNode)new JsonObject
                {
                    ["name"] = text.Channel == TextChannel.Out ? "stdout" : "stderr",
                    ["output_type"] = "stream",
                    ["text"] = JupyterJson.SplitLines(cleaner.Clean(text.Text.ToString())),
                });
            }
            else if (cleaner.Clean(((Shown)output).Bundle) is { Forms.Count: > 0 } bundle)
            {
                seen?.Invoke(new CellOutput(cell.Number!.Value, cell.Id, bundle));
                outputs.Add((JsonNode)new JsonObject
                {
                    ["data"] = OutputCleaner.Data(bundle, JupyterJson.SplitLines),
                    ["metadata"] = PictureSize.Metadata(form => bundle[form]),
                    ["output_type"] = "display_data",
                });
            }
        }

        return outputs;
    }

    /// <inheritdoc/>
    public void Dispose() => _overflow.Dispose();

    private bool Holds(long characters)
    {
        if ((_held += characters) <= limit)
        {
            return true;
        }

        // Not at once: the call comes from the very thread that is to be stopped.
        _overflow.CancelAsync();
        return false;
    }

    private static long Length(MimeBundle bundle) => bundle.Forms.Sum(form => (long)form.Value.Length);

    private sealed record ConsoleText(TextChannel Channel, StringBuilder Text);

    // The id is the name by which it is updated; without one it can't be.
    private sealed record Shown(MimeBundle Bundle, string? DisplayId);
}
