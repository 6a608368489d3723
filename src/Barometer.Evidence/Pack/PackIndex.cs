using System.Globalization;
using System.Text;

namespace Barometer.Evidence.Pack;

/// <summary>Writes the list of all figures and tables for the documentation.</summary>
internal static class PackIndex
{
    private const string Head = """
        # Figures and tables

        Made by `barometer reproduce`; don't edit. Every figure and table of the notebooks, with the cell that makes it and its first
        file under `artifacts/`. The number is that of the Word document `artifacts/evidence/evidence.docx`, whose chapters are the
        notebooks in their order, and of the sheets of `artifacts/evidence/tallgrunnlag.xlsx`.

        | Nummer i Word-dokumentet | Tittel | Notatbok | Celle | Fil | Status |
        |---|---|---|---|---|---|

        """;

    /// <summary>The page.</summary>
    public static string Write(IReadOnlyList<PackItem> items)
    {
        var text = new StringBuilder(Head.ReplaceLineEndings("\n"));
        foreach (var item in items)
        {
            text.Append(CultureInfo.InvariantCulture, $"| {item.Label} | {Escaped(item.Title.Nb)} | [{item.Notebook}](../notebooks/{item.Notebook}.ipynb) | `{item.CellId}` | `{item.File}` | {PackStatuses.Of(item.Numbers.Stamp).Words().Nb} |\n");
        }

        return text.ToString();
    }

    private static string Escaped(string text) => text.Replace("|", "\\|", StringComparison.Ordinal);
}
