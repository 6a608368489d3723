using System.Text;

namespace Barometer.Analysis.Loading.Importing;

/// <summary>One delivered file of an import: the table in it, how it becomes a file of the survey, and what a person has to say of either.</summary>
internal sealed class ImportFile
{
    private ImportFile()
    {
    }

    /// <summary>What is made of it: «answers» or «frame».</summary>
    public required string What { get; init; }

    /// <summary>The table.</summary>
    public required DeliveredTable Table { get; init; }

    /// <summary>How it becomes a file of the survey.</summary>
    public required TableImport Import { get; init; }

    /// <summary>What was found out about its form and isn't certain, nor confirmed.</summary>
    public required IReadOnlyList<Finding> Unconfirmed { get; init; }

    /// <summary>Whether a person has nothing to decide about it.</summary>
    public bool IsDecided => Unconfirmed.Count == 0 && Import.Open.IsEmpty;

    /// <summary>What a person has to decide; empty when nothing.</summary>
    public FileMapping Open => Import.Open with { Form = Unconfirmed.Count == 0 ? null : Form() };

    /// <summary>Opens and reads it.</summary>
    /// <param name="what">What is made of it.</param>
    /// <param name="path">The file.</param>
    /// <param name="mapping">What a person decided.</param>
    /// <param name="isConfirmed">Whether what is found out about its form is confirmed.</param>
    /// <param name="texts">Finds the columns that hold several answers in a cell.</param>
    /// <param name="plan">Finds how the table becomes a file of the survey.</param>
    /// <exception cref="BarometerException">It is missing or damaged, or of no kind that is read.</exception>
    public static ImportFile Read(string what, string path, FileMapping mapping, bool isConfirmed, Func<DeliveredTable, IReadOnlySet<int>> texts, Func<DeliveredTable, TableImport> plan)
    {
        var (table, choices) = (DeliveryFile.Open(path), DeliveryChoices.None);
        if (Choices(mapping.Form, path) is { } chosen)
        {
            // Of an encoding that is certain (its mark, bytes that are no other) a mapping of an earlier file knows nothing.
            choices = table.Findings.Any(finding => finding is { What: "encoding", IsCertain: true }) ? chosen with { Encoding = null } : chosen;
            table = DeliveryFile.Open(path, choices);
        }

        if (table is DelimitedTable && texts(table) is { Count: > 0 } several)
        {
            table = DeliveryFile.Open(path, choices with { Texts = several });
        }

        return Of(what, table, plan(table), isConfirmed || mapping.Form?.Confirmed == true);
    }

    /// <summary>A file that another one's table holds, too.</summary>
    public static ImportFile Of(string what, DeliveredTable table, TableImport import, bool isConfirmed) => new()
    {
        What = what,
        Table = table,
        Import = import,
        Unconfirmed = isConfirmed ? [] : [.. table.Findings.Where(finding => !finding.IsCertain)],
    };

    /// <summary>The problems of cells that hold an error where something is read.</summary>
    public IEnumerable<Problem> Faults() => Table.Faults.Where(fault => !Import.Unused.Contains(fault.Column)).Select(fault => new Problem(
        $"{Counted.Of(fault.Count, "cell holds", "cells hold")} {fault.What}", Table.File, Column: fault.Column, Expected: "an answer or an empty cell", Hint: "mend the cells, or empty them, and save the file"));

    private FormMapping Form() => Table switch
    {
        DelimitedTable text => new FormMapping(false, Told(), text.Writing.Encoding.Encoding.WebName, text.Writing.Separator.Separator.ToString(), text.Writing.DecimalMark.ToString(), text.DateForm, null, text.Writing.Separator.SkippedLines, text.Writing.HeadingRecords),
        ExcelTable book => new FormMapping(false, Told(), Sheet: book.Sheet, SkippedLines: book.Headings.FirstRow, HeadingRows: book.Headings.Count),
        _ => new FormMapping(false, Told()),
    };

    private List<string> Told() => [.. Table.Findings.Select(finding => finding.ToString())];

    // What is not confirmed is found out anew.
    private static DeliveryChoices? Choices(FormMapping? form, string path) => form is not { Confirmed: true } ? null : new DeliveryChoices
    {
        Encoding = form.Encoding is null ? null : EncodingOf(form.Encoding, path),
        Separator = One(form.Separator),
        DecimalMark = One(form.DecimalMark),
        DateForm = form.Dates,
        Sheet = form.Sheet,
        SkippedLines = form.SkippedLines,
        HeadingRows = form.HeadingRows,
    };

    private static char? One(string? text) => text is { Length: > 0 } ? text[0] : null;

    private static Encoding EncodingOf(string name, string path)
    {
        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
        }
        catch (ArgumentException)
        {
            throw new BarometerException(new Problem($"There is no encoding «{name}»", Path.GetFileName(path), Expected: "utf-8, utf-16, windows-1252, iso-8859-1 …"));
        }
    }
}
