using System.Text.Json;

namespace Barometer.Conformance.Disclosure;

/// <summary>A case of linked tables: cells as sums of inner cells, with a primary set and patterns to be judged.</summary>
internal sealed class MatrixCase
{
    private readonly Dictionary<int, int> _cellOfKey;

    /// <summary>Reads the case in a folder.</summary>
    public MatrixCase(string folder)
    {
        Folder = folder;
        Json = CaseFile.Json(Path.Combine(folder, "case.json"));
        Inner = CaseFile.Rows(Path.Combine(folder, "inner.csv"));
        Cells = CaseFile.Rows(Path.Combine(folder, "cells.csv"));
        var rowNumbers = Inner.Select((row, i) => (Number: CaseFile.Whole(row["row"]), i)).ToDictionary(pair => pair.Number, pair => pair.i);
        var forms = CaseFile.Rows(Path.Combine(folder, "matrix.csv"))
            .GroupBy(entry => CaseFile.Whole(entry["key"]), entry => rowNumbers[CaseFile.Whole(entry["row"])])
            .OrderBy(rows => rows.Key)
            .ToList();
        Keys = [.. forms.Select(rows => rows.Key)];
        _cellOfKey = Keys.Select((key, cell) => (key, cell)).ToDictionary(pair => pair.key, pair => pair.cell);
        var value = Text("numVar") ?? Text("freqVar") ?? "n";
        Values = [.. Inner.Select(row => CaseFile.Number(row[value]))];
        Tables = new LinkedTables(Values, forms.Select(CellSum.Of)) { AreCounts = AreCounts, Contributors = new HoldingReader(this, rowNumbers).Read() };
        Rule = new CaseRule(this);
        foreach (var row in CaseFile.Rows(Path.Combine(folder, "primary.csv")))
        {
            var cell = _cellOfKey[CaseFile.Whole(row["key"])];
            Primary.Add(cell);
            if (row.TryGetValue("upl", out var protection) && protection.Length > 0)
            {
                UpperProtection[cell] = CaseFile.Number(protection);
            }
        }
    }

    /// <summary>The folder.</summary>
    public string Folder { get; }

    /// <summary>The case's description.</summary>
    public JsonElement Json { get; }

    /// <summary>The inner cells.</summary>
    public IReadOnlyList<Dictionary<string, string>> Inner { get; }

    /// <summary>The cells of the tables; several may have the same key.</summary>
    public IReadOnlyList<Dictionary<string, string>> Cells { get; }

    /// <summary>The key of each cell of the system.</summary>
    public IReadOnlyList<int> Keys { get; }

    /// <summary>The values of the inner cells.</summary>
    public double[] Values { get; }

    /// <summary>The cells as sums of inner cells, with the holdings.</summary>
    public LinkedTables Tables { get; }

    /// <summary>The rule that made the primary set.</summary>
    public CaseRule Rule { get; }

    /// <summary>The primary cells as given.</summary>
    public List<int> Primary { get; } = [];

    /// <summary>The upper protection of amounts as given.</summary>
    public Dictionary<int, double> UpperProtection { get; } = [];

    /// <summary>Whether the cells are counts.</summary>
    public bool AreCounts => Text("numVar") is null;

    /// <summary>The cell of a key.</summary>
    public int CellOf(int key) => _cellOfKey[key];

    /// <summary>A text of the description, or null.</summary>
    public string? Text(string name) =>
        Json.TryGetProperty(name, out var found) && found.ValueKind == JsonValueKind.String ? found.GetString() : null;

    /// <summary>The primary cells and the groups whose answers must not be learnt.</summary>
    public SensitiveCells Sensitive(IReadOnlyList<GroupDisclosure> groups) => new()
    {
        Tables = Tables,
        Cells = Primary,
        Groups = groups,
        Coalition = Rule.Coalition ?? 1,
        UpperProtection = UpperProtection,
    };
}
