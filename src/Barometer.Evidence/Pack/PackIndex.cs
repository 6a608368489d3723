using System.Globalization;
using System.Text;

namespace Barometer.Evidence.Pack;

/// <summary>Writes the list of all figures and tables for the documentation.</summary>
internal static class PackIndex
{
    private const string Head = """
        # Figures and tables

        Made by `barometer reproduce`; don't edit. Every figure and table of the notebooks, as numbered in
        `artifacts/evidence/evidence.docx`, with the cell that makes it and its first file under `artifacts/`.

        | Figur | Tittel | Notatbok | Celle | Fil | Status |
        |---|---|---|---|---|---|

        """;

    /// <summary>The page.</summary>
    public static string Write(IReadOnlyList<PackItem> items)
    {
        var text = new StringBuilder(Head.ReplaceLineEndings("\n"));
        foreach (var item in items)
        {
            text.Append(CultureInfo.InvariantCulture, $"| {item.Label} | {Escaped(item.Title)} | [{item.Notebook}](../notebooks/{item.Notebook}.ipynb) | `{item.CellId}` | `{item.File}` | {Status(item)} |\n");
        }

        return text.ToString();
    }

    /// <summary>Whether the numbers are real, published by others, or synthetic.</summary>
    public static string Status(PackItem item) => item.Numbers.Stamp switch
    {
        { IsSynthetic: true } => "syntetisk",
        { Survey: "published" } => "publisert tall",
        _ => "ekte",
    };

    private static string Escaped(string text) => text.Replace("|", "\\|", StringComparison.Ordinal);
}
