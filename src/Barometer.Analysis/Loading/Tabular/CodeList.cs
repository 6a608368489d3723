namespace Barometer.Analysis.Loading.Tabular;

/// <summary>A sheet that says what the codes of the columns mean: a row a code, with its variable or question, the code and its label.</summary>
/// <param name="Rows">Its rows.</param>
internal sealed record CodeList(IReadOnlyList<CodeRow> Rows)
{
    private static readonly string[] OfVariable = ["variabel", "variable", "variabelnavn", "variable name", "navn", "name", "kolonne", "column"];
    private static readonly string[] OfQuestion = ["spørsmål", "spørsmålstekst", "question", "question text", "variabeltekst", "variable label"];
    private static readonly string[] OfCode = ["kode", "code", "verdi", "value"];
    private static readonly string[] OfLabel = ["etikett", "label", "verdietikett", "value label", "tekst", "text", "svaralternativ", "betydning", "meaning"];
    private static readonly string[] OfMissing = ["manglende", "missing", "brukermanglende", "user missing", "user-missing"];
    private static readonly string[] Yes = ["ja", "yes", "true", "x", "1", "sann"];

    /// <summary>Reads a sheet; null when its first row isn't that of a list of codes.</summary>
    /// <param name="sheet">The sheet, before its first row.</param>
    public static CodeList? Read(ExcelSheet sheet)
    {
        if (!sheet.Read())
        {
            return null;
        }

        var (variable, question) = (Column(sheet, OfVariable), Column(sheet, OfQuestion));
        var (code, label, missing) = (Column(sheet, OfCode), Column(sheet, OfLabel), Column(sheet, OfMissing));
        if (code < 0 || label < 0 || (variable < 0 && question < 0))
        {
            return null;
        }

        var rows = new List<CodeRow>();
        var (lastVariable, lastQuestion) = ("", "");
        while (sheet.Read())
        {
            // A variable's name may stand beside its first code only.
            (lastVariable, lastQuestion) = (Text(variable) is { Length: > 0 } name ? name : lastVariable, Text(question) is { Length: > 0 } text ? text : lastQuestion);
            if (!sheet.Values[code].IsEmpty)
            {
                rows.Add(new CodeRow(lastVariable, lastQuestion, sheet.Values[code], Text(label), Yes.Contains(Text(missing).ToLowerInvariant())));
            }
        }

        return new CodeList(rows);

        string Text(int column) => column < 0 ? "" : sheet.Values[column].ToString();
    }

    /// <summary>The column with what the list says of it.</summary>
    public DeliveredColumn Apply(DeliveredColumn column)
    {
        var own = Rows.Where(row => IsOf(row, column.Name) || (column.Label is { } text && IsOf(row, text))).ToList();
        if (own.Count == 0)
        {
            return column;
        }

        var other = own[0].Variable == column.Name ? own[0].Question : own[0].Variable;
        return column with
        {
            Label = column.Label ?? (other.Length == 0 || other == column.Name ? null : other),
            ValueLabels = [.. own.Where(row => row.Label.Length > 0).Select(row => new ValueLabel(row.Code, row.Label))],
            Missing = own.Exists(row => row.IsMissing) ? new MissingValues([.. own.Where(row => row.IsMissing).Select(row => row.Code)]) : MissingValues.None,
        };
    }

    private static bool IsOf(CodeRow row, string name) => name.Length > 0 && (row.Variable == name || row.Question == name);

    private static int Column(ExcelSheet sheet, string[] words) =>
        sheet.Values.ToList().FindIndex(value => words.Contains(value.Text.ToLowerInvariant()));
}

/// <summary>One code.</summary>
/// <param name="Variable">Its variable's name, or empty.</param>
/// <param name="Question">The question, or empty.</param>
/// <param name="Code">The code.</param>
/// <param name="Label">What it means.</param>
/// <param name="IsMissing">Whether it says that there is no answer.</param>
internal sealed record CodeRow(string Variable, string Question, DeliveredValue Code, string Label, bool IsMissing);
