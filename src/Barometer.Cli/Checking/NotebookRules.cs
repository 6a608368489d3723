using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Barometer.Cli.Checking;

/// <summary>
/// The rules every notebook keeps, so that it runs under other hosts, reads in order and holds nothing but analysis
/// (docs/notebooks.md).
/// </summary>
internal static partial class NotebookRules
{
    private const int MostBytes = 1_000_000;
    private const string Provenance = ".Provenance(";
    private const string Notice = ".Notice(";

    // The metadata by which every host knows the notebook as C#.
    private static readonly (string[] Path, string Value)[] Metadata =
    [
        (["kernelspec", "name"], ".net-csharp"),
        (["kernelspec", "language"], "C#"),
        (["polyglot_notebook", "kernelInfo", "defaultKernelName"], "csharp"),
    ];

    /// <summary>All that is wrong with the notebook at <paramref name="path"/>; <paramref name="name"/> stands for it in messages.</summary>
    public static IEnumerable<RuleFault> Check(string path, string name)
    {
        NotebookDocument notebook;
        try
        {
            notebook = NotebookDocument.Read(path);
        }
        catch (NotebookException exception)
        {
            return [new RuleFault(name, null, exception.Problem.What)];
        }

        var english = EnglishText.Beside(path);
        return
        [
            .. Whole(path, notebook).Select(fault => new RuleFault(name, null, fault)),
            .. LanguageRules.Check(notebook, english, name),
            .. Prose(notebook, name),
            .. Prose(english.AsNotebook(), name),
            .. Cells(notebook, name),
        ];
    }

    /// <summary>The notebook with its name; nothing for a file that can't be read, which is a fault already.</summary>
    public static IEnumerable<(NotebookDocument Notebook, string Name)> Readable(string path, string name)
    {
        try
        {
            return [(NotebookDocument.Read(path), name)];
        }
        catch (NotebookException)
        {
            return [];
        }
    }

    /// <summary>What a check can't see, and says: it is no fault.</summary>
    /// <param name="path">The notebook.</param>
    /// <param name="name">How messages call it.</param>
    /// <param name="known">The numbers that prose can be compared with.</param>
    public static IEnumerable<string> Notes(string path, string name, KnownNumbers known)
    {
        foreach (var (notebook, _) in Readable(path, name))
        {
            if (!WasRun(notebook))
            {
                yield return $"{name} has not been run: its outputs are not checked (barometer run {Path.GetFileNameWithoutExtension(path)}, or barometer reproduce)";
            }

            if (!known.HasEvidence && ProseRules.Quotes(notebook))
            {
                yield return $"{name} quotes numbers of the evidence pack, which isn't there to compare them with: barometer reproduce writes it";
            }
        }
    }

    private static IEnumerable<string> Whole(string path, NotebookDocument notebook)
    {
        if (new FileInfo(path).Length > MostBytes)
        {
            yield return "the stored file is over 1 MB: show fewer or smaller pictures";
        }

        foreach (var fault in StructureRules.Check(notebook, Path.GetDirectoryName(path)!).Concat(MetadataFaults(path)))
        {
            yield return fault;
        }

        if (notebook.Cells.FirstOrDefault(IsCode)?.Source.Trim() != CodeRules.LoadCell)
        {
            yield return $"its first code cell is «{CodeRules.LoadCell}», alone";
        }

        if (WasRun(notebook) && !notebook.Cells.Any(Shows))
        {
            yield return "it shows a figure or a table of its own";
        }
        else if (notebook.Cells.FirstOrDefault(cell => cell.OutputText.Length > 2 && !cell.Source.Contains(Notice, StringComparison.Ordinal)) is { } first && !Shows(first))
        {
            yield return "the first that it shows is a figure or a table of its own: where the numbers come from stands last";
        }
    }

    private static IEnumerable<string> MetadataFaults(string path)
    {
        var metadata = JsonNode.Parse(File.ReadAllText(path))?["metadata"];
        return
            from expected in Metadata
            where expected.Path.Aggregate(metadata, (node, name) => (node as JsonObject)?[name])?.ToString() != expected.Value
            select $"metadata {string.Join('.', expected.Path)} is «{expected.Value}»";
    }

    private static bool WasRun(NotebookDocument notebook) => notebook.Cells.Any(cell => cell.OutputText.Length > 0);

    // A figure or a table, besides where its numbers come from.
    private static bool Shows(NotebookCell cell) => !cell.Source.Contains(Provenance, StringComparison.Ordinal)
        && (cell.OutputText.Contains("image/png", StringComparison.Ordinal) || cell.OutputText.Contains("<table", StringComparison.Ordinal));

    // Prose stays as it is written when real answers take the place of synthetic ones. A number quoted of the evidence pack is another one then, so that its cell is written anew.
    private static IEnumerable<RuleFault> Prose(NotebookDocument notebook, string name) =>
        from cell in notebook.Cells.Where(cell => cell.Type == CellType.Markdown && !ProseNumber.In(cell.Source).Any(number => ProseMark.Parse(number.Mark)?.InEvidence is not null))
        let word = Synthetic().Match(cell.Source)
        where word.Success
        select new RuleFault(
            name, cell.Id, FormattableString.Invariant($"line {1 + cell.Source.AsSpan(0, word.Index).Count('\n')}: prose says what the answers are, which is untrue once real ones are read: barometer.Notice(…) says it while it holds"));

    private static IEnumerable<RuleFault> Cells(NotebookDocument notebook, string name)
    {
        var load = notebook.Cells.FirstOrDefault(IsCode);
        return
            from cell in notebook.Cells.Where(IsCode)
            let ofCode = cell == load && cell.Source.Trim() == CodeRules.LoadCell ? [] : PortableCode.Check(cell.Source)
            from fault in ofCode.Concat(OutputRules.Check(cell))
            select new RuleFault(name, cell.Id, fault);
    }

    private static bool IsCode(NotebookCell cell) => cell.Type == CellType.Code;

    [GeneratedRegex(@"syntet|synthet(?!ic-data\.md)|(?:laget|laga|lagd) av kode|made by code", RegexOptions.IgnoreCase)]
    private static partial Regex Synthetic();
}

/// <summary>A notebook that breaks a rule.</summary>
/// <param name="Notebook">The notebook's path in the repository.</param>
/// <param name="Cell">The cell's id, or null when it concerns the whole notebook.</param>
/// <param name="Fault">What is wrong and what would be right.</param>
internal sealed record RuleFault(string Notebook, string? Cell, string Fault)
{
    public override string ToString() => Cell is null ? $"{Notebook}: {Fault}" : $"{Notebook}, cell {Cell}: {Fault}";
}
