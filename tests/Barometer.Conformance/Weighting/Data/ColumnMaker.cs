using System.Globalization;

namespace Barometer.Conformance.Weighting.Data;

/// <summary>Makes typed columns of a file's texts and of columns made before.</summary>
internal sealed class ColumnMaker(CsvTable table, IReadOnlyList<string> missing, IReadOnlyDictionary<string, Column> made)
{
    /// <summary>The column that <paramref name="form"/> declares.</summary>
    /// <exception cref="FormException">The data do not have it, or not so.</exception>
    public Column Make(string name, ColumnForm form) => form switch
    {
        { Constant: { } constant } => new NumericColumn(name, [.. Enumerable.Repeat(constant, table.RowCount)]),
        { Quotient: [var over, var under] } => new NumericColumn(name, [.. Numeric(over).Zip(Numeric(under), (a, b) => a / b)]),
        { Sum: { } terms } => new NumericColumn(name, Sum(terms)),
        { Cut: { } limits } => Cut(name, form, limits),
        { Cross: { } parts } => Cross(name, parts),
        { Type: "number" } => Number(name, form),
        { Type: "factor" } => Factor(name, form),
        { Type: "text" } => new TextColumn(name, (string[])Fields(name, form).Clone()),
        _ => throw new FormException($"The column «{name}» is a «{form.Type}», not a number, factor or text."),
    };

    private string[] Fields(string name, ColumnForm form)
    {
        var fields = table.Fields(form.From ?? name);
        var blank = missing.Count == 0 ? fields : Array.ConvertAll(fields, field => missing.Contains(field) ? "" : field);
        return form.Recode is { } codes ? Array.ConvertAll(blank, field => codes.GetValueOrDefault(field, field)) : blank;
    }

    private static MissingReason[] Reasons(string[] fields, ColumnForm form) => Array.ConvertAll(fields, field => field.Length == 0
        ? MissingReason.NoAnswer
        : form.Reasons?.GetValueOrDefault(field) switch
        {
            null => MissingReason.None,
            "not-asked" => MissingReason.NotAsked,
            "no-answer" => MissingReason.NoAnswer,
            "dont-know" => MissingReason.DontKnow,
            "not-relevant" => MissingReason.NotRelevant,
            var other => throw new FormException($"«{other}» is no reason for a missing value."),
        });

    private NumericColumn Number(string name, ColumnForm form)
    {
        var fields = Fields(name, form);
        var reasons = Reasons(fields, form);
        var values = fields.Select((field, row) => reasons[row] == MissingReason.None
            ? double.TryParse(field, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
                ? value
                : throw new FormException($"The column «{name}» of numbers holds «{field}».")
            : double.NaN).ToArray();
        return new NumericColumn(name, values, reasons);
    }

    private CategoricalColumn Factor(string name, ColumnForm form)
    {
        var fields = Fields(name, form);
        var reasons = Reasons(fields, form);
        var number = form.Levels.Select((level, i) => (level, i)).ToDictionary(one => one.level, one => one.i, StringComparer.Ordinal);
        var codes = fields.Select((field, row) => reasons[row] == MissingReason.None
            ? number.TryGetValue(field, out var code) ? code : throw new FormException($"The factor «{name}» has no level «{field}».")
            : -1).ToArray();
        return new CategoricalColumn(name, Categories(form.Levels), codes, reasons, form.Ordered);
    }

    private CategoricalColumn Cut(string name, ColumnForm form, IReadOnlyList<double> limits)
    {
        var codes = Array.ConvertAll(Numeric(form.From ?? name), value =>
            Enumerable.Range(0, limits.Count - 1).FirstOrDefault(i => value > limits[i] && value <= limits[i + 1], -1));
        return new CategoricalColumn(name, Categories(form.Levels), codes, ordered: form.Ordered);
    }

    private CategoricalColumn Cross(string name, IReadOnlyList<string> parts)
    {
        var columns = parts.Select(part => Made(part) as CategoricalColumn ?? throw new FormException($"«{part}» is no factor.")).ToArray();
        var levels = columns.Aggregate(
            (IEnumerable<string>)[""], (names, column) => names.SelectMany(left => column.Categories.Select(right => $"{left}:{right}")));
        var codes = Enumerable.Range(0, table.RowCount).Select(row => columns.Aggregate(0, (code, column) =>
            code < 0 || column.Codes[row] < 0 ? -1 : (code * column.Categories.Count) + column.Codes[row]));
        return new CategoricalColumn(name, Categories([.. levels.Select(level => level[1..])]), [.. codes]);
    }

    private double[] Sum(IReadOnlyDictionary<string, double> terms)
    {
        var sum = new double[table.RowCount];
        foreach (var (name, factor) in terms)
        {
            var values = Numeric(name);
            for (var row = 0; row < sum.Length; row++)
            {
                sum[row] += factor * values[row];
            }
        }

        return sum;
    }

    private double[] Numeric(string name) => Made(name) is NumericColumn column ? column.Values.ToArray() : throw new FormException($"«{name}» is no number.");

    private Column Made(string name) => made.TryGetValue(name, out var column)
        ? column
        : throw new FormException($"The column «{name}» is used before it is declared.");

    private static string[] Categories(IReadOnlyList<string> levels) => levels.Count > 0
        ? [.. levels]
        : throw new FormException("A factor needs levels.");
}
