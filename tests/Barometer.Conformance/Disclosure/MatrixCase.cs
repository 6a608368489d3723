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
        Unions = !AreCounts && Rule.Rule is { } rule ? [SensitiveUnions.OfInnerCells(Tables, rule)] : [],
    };
}

/// <summary>Who contributed what: from the records, or, where there are none, each single respondent of an inner cell.</summary>
internal sealed class HoldingReader(MatrixCase of, IReadOnlyDictionary<int, int> rowNumbers)
{
    /// <summary>The holdings, in the order of their names.</summary>
    public List<Contributor> Read()
    {
        var path = Path.Combine(of.Folder, "records.csv");
        var contributor = of.Text("contributorVar");
        return File.Exists(path) && contributor is not null ? FromRecords(path, contributor) : of.AreCounts ? Singles() : [];
    }

    private List<Contributor> FromRecords(string path, string contributor)
    {
        var value = of.Text("numVar");
        return [.. CaseFile.Rows(path)
            .GroupBy(record => record[contributor])
            .OrderBy(records => records.Key, StringComparer.Ordinal)
            .Select(records => new Contributor(records.Key, records
                .GroupBy(record => rowNumbers[CaseFile.Whole(record[".row"])])
                .ToDictionary(rows => rows.Key, rows => rows.Sum(row => value is not null && row.TryGetValue(value, out var amount) ? CaseFile.Number(amount) : 1))))];
    }

    private List<Contributor> Singles() =>
        [.. rowNumbers.Where(pair => of.Values[pair.Value] == 1)
            .Select(pair => new Contributor($"row{pair.Key}", new Dictionary<int, double> { [pair.Value] = 1 }))];
}

/// <summary>The rule of a case: which of its cells are primary.</summary>
internal sealed class CaseRule
{
    private readonly MatrixCase _case;
    private readonly JsonElement _rule;

    /// <summary>Reads the rule.</summary>
    public CaseRule(MatrixCase of)
    {
        _case = of;
        of.Json.TryGetProperty("rule", out _rule);
        AnswerVariables = Answers();
    }

    /// <summary>The coalition of group disclosure, or null when the rule has none.</summary>
    public int? Coalition => Number("attributeCoalition") is { } coalition ? (int)coalition : null;

    /// <summary>The rule; null when it doesn't decide the primary set, which was set by hand then.</summary>
    public SensitivityRule? Rule => Coalition is null && Number("minRespondents") is null && Number("minHoldings") is null && Number("pPercent") is null ? null : new SensitivityRule
    {
        MinContributions = (int)(Number("minRespondents") ?? 0),
        MinContributors = _case.Text("contributorVar") is null ? 0 : (int)(Number("minHoldings") ?? 0),
        ProtectionPercent = Number("pPercent") ?? 0,
        Coalition = Coalition,
    };

    /// <summary>The variables of answers that the case names; empty when it names none.</summary>
    public IReadOnlyList<string> AnswerVariables { get; }

    /// <summary>
    /// Every group with every answer given in it, for the named answer variables, or for the last dimension of the inner
    /// cells when none is named.
    /// </summary>
    public List<GroupDisclosure> Groups()
    {
        var variables = AnswerVariables.Count > 0 ? AnswerVariables : [LastDimension()];
        var cellOf = _case.Tables.Cells.Select((form, cell) => (form, cell)).ToDictionary(pair => pair.form, pair => pair.cell);
        var groups = new List<GroupDisclosure>();
        foreach (var variable in variables)
        {
            foreach (var group in _case.Tables.Cells.Where(cell => cell.Value(_case.Values) > 0))
            {
                var answers = group.InnerCells.ToArray().GroupBy(row => _case.Inner[row][variable]).ToList();
                groups.AddRange(answers.Where(_ => answers.Count > 1)
                    .Select(rows => (rows.Key, Form: CellSum.Of(rows)))
                    .Where(answer => cellOf.ContainsKey(answer.Form))
                    .Select(answer => new GroupDisclosure($"{_case.Keys[cellOf[group]]}/{_case.Keys[cellOf[answer.Form]]}", group, answer.Form)));
            }
        }

        return groups;
    }

    private List<string> Answers()
    {
        if (_rule.ValueKind != JsonValueKind.Object || !_rule.TryGetProperty("answerVariable", out var variables))
        {
            return [];
        }

        return variables.ValueKind == JsonValueKind.Array
            ? [.. variables.EnumerateArray().Select(variable => variable.GetString()!)]
            : [variables.GetString()!];
    }

    private string LastDimension() =>
        _case.Inner[0].Keys.Last(name => name is not "row" && name != (_case.Text("freqVar") ?? "n") && name != _case.Text("numVar"));

    private double? Number(string name) =>
        _rule.ValueKind == JsonValueKind.Object && _rule.TryGetProperty(name, out var found) && found.ValueKind == JsonValueKind.Number
            ? found.GetDouble()
            : null;
}
