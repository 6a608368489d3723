using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace Barometer.Evidence.Pack;

/// <summary>
/// The register of the evidence pack: every figure and table with its number there, one a line. A reproduction stores it, for
/// notebooks that show what the pack holds; for the documentation the same stands as a page in Markdown.
/// </summary>
internal static class PackRegister
{
    /// <summary>The register's name in the folder of releases, and in that of a reproduction.</summary>
    public const string FileName = "exhibits.json";

    private const string Head = """
        # Figures and tables

        Made by `barometer reproduce`; don't edit. Every figure and table of the notebooks, with the cell that makes it and its first
        file under `artifacts/`. The number is that of the Word document `artifacts/evidence/evidence.docx` and of the workbook
        `artifacts/evidence/tallgrunnlag.xlsx`, where a figure and a table of the same numbers share a sheet. It is kept, so that a text can cite it (`data/releases/numbers.csv`).

        | Nummer i Word-dokumentet | Tittel | Notatbok | Celle | Fil | Status |
        |---|---|---|---|---|---|

        """;

    private static readonly JsonSerializerOptions Form = new()
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        Converters = { new JsonStringEnumConverter() },
    };

    /// <summary>The lines of the register.</summary>
    public static IReadOnlyList<PackLine> Lines(IEnumerable<PackItem> items)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return [.. items.Select(item => new PackLine(
            item.Label.Nb,
            item.Exhibit.IsFigure,
            item.Exhibit.Title,
            item.Exhibit.Notebook,
            item.Exhibit.CellId,
            item.Exhibit.Name,
            EvidenceNumbers.Of(item.Exhibit.Numbers).Count(number => seen.Add(number.Id)),
            item.Status))];
    }

    /// <summary>The register's text.</summary>
    public static string Write(IEnumerable<PackLine> lines) =>
        "[\n" + string.Join(",\n", lines.Select(line => JsonSerializer.Serialize(line, Form))) + "\n]\n";

    /// <summary>The page: what, notebook, cell, file and status.</summary>
    public static string Page(IEnumerable<PackItem> items)
    {
        var text = new StringBuilder(Head.ReplaceLineEndings("\n"));
        foreach (var item in items)
        {
            var (exhibit, title) = (item.Exhibit, item.Exhibit.Title.Nb.Replace("|", "\\|", StringComparison.Ordinal));
            text.Append(CultureInfo.InvariantCulture, $"| {item.Label.Nb} | {title} | [{exhibit.Notebook}](../notebooks/{exhibit.Notebook}.ipynb) | `{exhibit.CellId}` | `{exhibit.Name}` | {item.Status.Words().Nb} |\n");
        }

        return text.ToString();
    }

    /// <summary>The register of the last reproduction.</summary>
    /// <param name="data">The data folder.</param>
    /// <exception cref="BarometerException">There is none yet, or it can't be read.</exception>
    public static IReadOnlyList<PackLine> Read(string data)
    {
        var path = Path.Combine(data, "releases", FileName);
        if (!File.Exists(path))
        {
            throw Unreadable("There is no register of figures and tables yet");
        }

        try
        {
            return JsonSerializer.Deserialize<PackLine[]>(File.ReadAllText(path), Form) ?? [];
        }
        catch (JsonException)
        {
            throw Unreadable("The register of figures and tables can't be read");
        }
    }

    private static BarometerException Unreadable(string what) =>
        new(new Problem(what, File: "data/releases/" + FileName, Hint: "barometer reproduce writes it"));
}

/// <summary>One figure or table on the register of the evidence pack.</summary>
/// <param name="Label">«Figur 2.1».</param>
/// <param name="IsFigure">Whether it is a figure; else it is a table.</param>
/// <param name="Title">Its title.</param>
/// <param name="Notebook">The notebook that made it.</param>
/// <param name="Cell">The cell's id.</param>
/// <param name="File">The path of its first file under the folder of artifacts.</param>
/// <param name="Numbers">How many numbers of <c>evidence.json</c> it has that no line before has, those that may not be shown among them.</param>
/// <param name="Status">Whether its numbers are synthetic, published by others, or real.</param>
internal sealed record PackLine(
    string Label, bool IsFigure, LocalizedText Title, string Notebook, string Cell, string File, int Numbers, PackStatus Status);

/// <summary>A figure or table with its number in the evidence pack.</summary>
/// <param name="Exhibit">The figure or table.</param>
/// <param name="Number">Its number.</param>
internal sealed record PackItem(Exhibit Exhibit, ExhibitNumber Number)
{
    /// <summary>«Figur 2.1».</summary>
    public LocalizedText Label => Number.Label;

    /// <summary>Whether its numbers are real, published by others, or synthetic.</summary>
    public PackStatus Status => Exhibit.Stamp switch
    {
        { IsSynthetic: true } => PackStatus.Synthetic,
        { Survey: "published" } => PackStatus.Published,
        _ => PackStatus.Real,
    };

    /// <summary>The variables of the survey that its numbers are of and divided by, as far as its data name them.</summary>
    // The data have one column for each variable that groups, named after it, and one that names what is estimated.
    public IReadOnlyList<string> Variables()
    {
        if (Exhibit.Numbers.Content.Data is not { } data || !data.Columns.Contains("variable"))
        {
            return [];
        }

        var at = data.Columns.ToList().IndexOf("variable");
        return [.. data.Rows.Select(row => row[at]).Concat(data.Columns.TakeWhile(column => column != "group_nb")).Distinct(StringComparer.Ordinal)];
    }
}

/// <summary>What the numbers of a figure or table are made of.</summary>
internal enum PackStatus
{
    /// <summary>Of answers that code made.</summary>
    Synthetic,

    /// <summary>Of figures that others have published.</summary>
    Published,

    /// <summary>Of answers that were given, or of rules.</summary>
    Real,
}

/// <summary>The words of <see cref="PackStatus"/>.</summary>
internal static class PackStatuses
{
    /// <summary>«syntetisk», «publisert tall» or «ekte».</summary>
    public static LocalizedText Words(this PackStatus status) => status switch
    {
        PackStatus.Synthetic => new("syntetisk", "synthetic"),
        PackStatus.Published => new("publisert tall", "published figure"),
        _ => new("ekte", "real"),
    };
}
