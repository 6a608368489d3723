using System.Text;
using Barometer.Evidence.Figures.Static;

namespace Barometer.Evidence.Artifacts;

/// <summary>What a figure's PNG file says about itself.</summary>
public static class FigureFile
{
    /// <summary>
    /// The digest of what the figure shows. Processors differ in the last shade of an edge: two pictures with the same
    /// digest show the same, even where their bytes differ.
    /// </summary>
    /// <param name="png">The file.</param>
    /// <returns>The digest, or null when it is no figure of ours, or is cut short.</returns>
    public static string? DigestOf(byte[] png) => PngChunks.Read(png).LastOrDefault().Type == "IEND" ? Text(png, "figure-digest") : null;

    /// <summary>The text of one entry, or null: <c>Title</c>, <c>Description</c>, <c>Source</c>, <c>release</c>, <c>synthetic</c>.</summary>
    public static string? Text(byte[] png, string keyword)
    {
        byte[] start = [.. Encoding.Latin1.GetBytes(keyword), 0, 0, 0, 0, 0];
        var entry = PngChunks.Read(png).FirstOrDefault(chunk => chunk.Type == "iTXt" && chunk.Data.AsSpan().StartsWith(start)).Data;
        return entry is null ? null : Encoding.UTF8.GetString(entry, start.Length, entry.Length - start.Length);
    }
}
