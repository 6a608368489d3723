using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Barometer.Analysis.Anonymity.Ledger;

/// <summary>The form of <c>ledger.json</c>: one line a cell, so that a difference can be read.</summary>
internal static class LedgerFile
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Reads a ledger.</summary>
    /// <param name="content">The file's bytes.</param>
    /// <param name="name">How messages call the file.</param>
    public static ReleaseLedger Parse(byte[] content, string name)
    {
        try
        {
            using var json = JsonDocument.Parse(content);
            var root = json.RootElement;
            return new ReleaseLedger(
                [.. root.GetProperty("releases").EnumerateArray().Select(Entry)],
                root.TryGetProperty("editions", out var editions) ? [.. editions.EnumerateArray().Select(Edition)] : [],
                root.TryGetProperty("superseded", out var superseded) ? [.. superseded.EnumerateArray().Select(Superseded)] : []);
        }
        catch (Exception error) when (error is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new BarometerException(new Problem(
                "The ledger of releases can't be read",
                name,
                Hint: "restore it: «git checkout -- data/releases/ledger.json»; where nothing of it is published yet, delete it, and «barometer reproduce» writes a new one"));
        }
    }

    /// <summary>Writes a ledger: what was never published, and never corrected, is not mentioned.</summary>
    public static string Write(ReleaseLedger ledger)
    {
        var text = new StringBuilder("{\n");
        if (ledger.Editions.Count > 0)
        {
            List(text, "editions", ledger.Editions, Write);
            text.Append(",\n");
        }

        List(text, "releases", ledger.Entries, (lines, entry) => Write(lines, entry, entry.IsPublished ? "published" : "draft"));
        if (ledger.Superseded.Count > 0)
        {
            text.Append(",\n");
            List(text, "superseded", ledger.Superseded, (lines, one) =>
            {
                Line(lines, "by", Number(one.By));
                Line(lines, "reason", Text(one.Reason));
                Write(lines, one.Entry, "superseded");
            });
        }

        return text.Append("\n}\n").ToString();
    }

    private static void List<T>(StringBuilder text, string name, IReadOnlyList<T> items, Action<StringBuilder, T> write)
    {
        text.Append("  \"").Append(name).Append("\": [");
        for (var i = 0; i < items.Count; i++)
        {
            text.Append(i == 0 ? "\n    {\n" : ",\n    {\n");
            write(text, items[i]);
            text.Append("\n    }");
        }

        text.Append(items.Count == 0 ? "]" : "\n  ]");
    }

    private static void Write(StringBuilder text, LedgerEntry entry, string state)
    {
        Line(text, "id", Text(entry.Id));
        Line(text, "notebook", Text(entry.Notebook));
        Line(text, "survey", Text(entry.Survey));
        Line(text, "synthetic", entry.IsSynthetic ? "true" : "false");
        Line(text, "state", Text(state));
        if (entry.Edition is { } edition)
        {
            Line(text, "edition", Number(edition));
        }

        Line(text, "version", Number(entry.Version));
        Line(text, "about", Text(entry.About));
        Line(text, "digest", Text(entry.Digest));
        Lines(text, "cells", entry.Cells.Select(cell => $"[{Text(cell.About)}, {Text(Name(cell.Status))}]"));
    }

    private static void Write(StringBuilder text, Edition edition)
    {
        Line(text, "number", Number(edition.Number));
        Line(text, "date", Text(edition.Told));
        Line(text, "commit", Text(edition.Commit));
        Line(text, "policy", Text(edition.Policy));
        Line(text, "author", Text(edition.Author));
        Line(text, "reviewer", Text(edition.Reviewer));
        if (edition.Erratum is { } erratum)
        {
            Line(text, "erratum", Text(erratum));
        }

        Line(text, "outputs", Text(edition.Outputs));
        Line(text, "previous", Text(edition.Previous));
        Lines(text, "exceptions", edition.Exceptions.Select(one => $"[{Text(one.Release)}, {Text(one.Reason)}]"));
        text.Append(",\n");
        Lines(text, "releases", edition.Releases.Select(one => $"[{Text(one.Id)}, {Number(one.Version)}, {Text(one.Digest)}, {Text(one.Cells)}{(one.IsWithdrawn ? ", \"withdrawn\"" : "")}]"));
    }

    private static void Line(StringBuilder text, string name, string value) => text.Append("      \"").Append(name).Append("\": ").Append(value).Append(",\n");

    private static void Lines(StringBuilder text, string name, IEnumerable<string> lines)
    {
        var all = string.Join(",\n", lines.Select(line => "        " + line));
        text.Append("      \"").Append(name).Append(all.Length == 0 ? "\": []" : "\": [\n" + all + "\n      ]");
    }

    private static LedgerEntry Entry(JsonElement entry) => new()
    {
        Id = entry.GetProperty("id").GetString()!,
        Notebook = entry.GetProperty("notebook").GetString()!,
        Survey = entry.GetProperty("survey").GetString()!,
        IsSynthetic = entry.GetProperty("synthetic").GetBoolean(),
        IsPublished = entry.GetProperty("state").GetString() is "published" or "superseded",
        Edition = entry.TryGetProperty("edition", out var edition) ? edition.GetInt32() : null,
        Version = entry.GetProperty("version").GetInt32(),
        About = entry.GetProperty("about").GetString()!,
        Digest = entry.GetProperty("digest").GetString()!,
        Cells = [.. entry.GetProperty("cells").EnumerateArray().Select(cell => new LedgerCell(cell[0].GetString()!, Status(cell[1].GetString()!)))],
    };

    private static Edition Edition(JsonElement edition) => new()
    {
        Number = edition.GetProperty("number").GetInt32(),
        Date = DateOnly.ParseExact(edition.GetProperty("date").GetString()!, "yyyy-MM-dd", CultureInfo.InvariantCulture),
        Commit = edition.GetProperty("commit").GetString()!,
        Policy = edition.GetProperty("policy").GetString()!,
        Author = edition.GetProperty("author").GetString()!,
        Reviewer = edition.GetProperty("reviewer").GetString()!,
        Erratum = edition.TryGetProperty("erratum", out var erratum) ? erratum.GetString() : null,
        Outputs = edition.GetProperty("outputs").GetString()!,
        Previous = edition.GetProperty("previous").GetString()!,
        Exceptions = [.. edition.GetProperty("exceptions").EnumerateArray().Select(one => new ReleaseException(one[0].GetString()!, one[1].GetString()!))],
        Releases = [.. edition.GetProperty("releases").EnumerateArray().Select(one =>
            new PublishedRelease(one[0].GetString()!, one[1].GetInt32(), one[2].GetString()!, one[3].GetString()!) { IsWithdrawn = one.GetArrayLength() > 4 })],
    };

    private static SupersededEntry Superseded(JsonElement one) => new(Entry(one), one.GetProperty("by").GetInt32(), one.GetProperty("reason").GetString()!);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Text(string text) => JsonSerializer.Serialize(text, Plain);

    private static string Name(CellStatus status) => status switch
    {
        CellStatus.Published => "published",
        CellStatus.Suppressed => "suppressed",
        CellStatus.Rounded => "rounded",
        _ => throw new ArgumentOutOfRangeException(nameof(status)),
    };

    /// <summary>The status; «shown» and «hidden» are what earlier versions wrote, and a published entry stays as it was written.</summary>
    private static CellStatus Status(string name) => name switch
    {
        "published" or "shown" => CellStatus.Published,
        "suppressed" or "hidden" => CellStatus.Suppressed,
        "rounded" => CellStatus.Rounded,
        _ => throw new FormatException(),
    };
}
