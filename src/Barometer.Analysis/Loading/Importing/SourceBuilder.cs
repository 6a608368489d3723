using System.Globalization;

namespace Barometer.Analysis.Loading.Importing;

/// <summary>Says how each variable is made of its column, or of several, and what is open about it.</summary>
/// <param name="table">The delivered file.</param>
/// <param name="codebook">The codebook.</param>
/// <param name="values">The different values of the columns.</param>
/// <param name="decided">What a person decided of values.</param>
/// <param name="made">Variables that are made where no column holds them, by the unit's id.</param>
internal sealed class SourceBuilder(
    DeliveredTable table, Codebook codebook, ColumnValues values, IReadOnlyList<ValueMapping> decided, IReadOnlyDictionary<string, Func<string, string>> made)
{
    private const string Yes = "yes";
    private const string No = "no";

    private readonly Dictionary<string, VariableSource> _items = [];

    /// <summary>The sources of the variables, in their order.</summary>
    public IReadOnlyList<VariableSource> Build(IReadOnlyList<ColumnMatch> matches)
    {
        foreach (var battery in matches.Where(match => match.Variable.Battery is not null).GroupBy(match => match.Variable.Battery!))
        {
            if (battery.All(match => match.IsTogether))
            {
                BuildTogether(battery.Key, [.. battery]);
            }
            else if (battery.All(match => match is { Columns.Count: 1, IsTogether: false, Variable.Kind: VariableKind.Categorical }))
            {
                BuildTicks([.. battery]);
            }
        }

        return [.. matches.Select(match => _items.TryGetValue(match.Variable.Name, out var source) ? source : Build(match))];
    }

    private VariableSource Build(ColumnMatch match)
    {
        var variable = match.Variable;
        if (match.Constant is { } constant)
        {
            return constant.Contains(ColumnMapping.RowNumber, StringComparison.Ordinal)
                ? new VariableSource(variable, Line(match, "the number of the row")) { Field = rows => constant.Replace(ColumnMapping.RowNumber, rows.Count.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal) }
                : new VariableSource(variable, Line(match, "the same for all units")) { Field = _ => constant };
        }

        if (match.Basis == MatchBasis.None)
        {
            return made.TryGetValue(variable.Name, out var of)
                ? new VariableSource(variable, new ImportLine(variable.Name, "", Word(MatchBasis.Made), "yes for those who have a row of answers", null)) { Field = _ => "", Made = of }
                : new VariableSource(variable, Line(match, "", match.Proposals.Count > 0 ? Counted.Of(match.Proposals.Count, "column may be meant", "columns may be meant") : "no column found"))
                {
                    IsUnmatched = true,
                    Proposals = match.Proposals,
                };
        }

        var column = match.Columns[0];
        return variable.Kind switch
        {
            VariableKind.Categorical => Coded(match, column),
            VariableKind.Numeric => Number(match, column),
            _ => new VariableSource(variable, Line(match, "as it stands")) { Field = rows => PlainText(rows[column]) },
        };
    }

    private VariableSource Coded(ColumnMatch match, int column)
    {
        if (values.IsMany(column))
        {
            return new VariableSource(match.Variable, Line(match, "", FormattableString.Invariant($"more than {ColumnValues.Most} different values, so that it holds something else"))) { IsUnmatched = true };
        }

        var meanings = Meanings(match.Variable, column);
        var codes = meanings.Where(one => one.IsCertain).ToDictionary(one => one.Value, one => one.Code!);
        return Source(match, match.Variable, meanings, rows => codes.GetValueOrDefault(rows[column], ""));
    }

    private VariableSource Number(ColumnMatch match, int column)
    {
        var meanings = Meanings(match.Variable, column);
        var codes = meanings.Where(one => one.IsCertain).ToDictionary(one => one.Value, one => one.Code!);
        return Source(match, match.Variable, meanings, rows => codes.TryGetValue(rows[column], out var code) ? code : PlainNumber.Of(rows[column]) ?? "", "numbers");
    }

    // All items in one column, or in several with one answer each.
    private void BuildTogether(string battery, List<ColumnMatch> matches)
    {
        var items = codebook.Items(battery);
        var question = ChosenAnswers.Question(battery, items, codebook.Batteries[battery]);
        var columns = matches[0].Columns;
        if (columns.Any(values.IsCut))
        {
            matches.ForEach(match => _items[match.Variable.Name] = new VariableSource(match.Variable, Line(match, "", "too many different values for answers")) { IsUnmatched = true });
            return;
        }

        var labels = columns.SelectMany(column => table.Columns[column].ValueLabels).Distinct().ToList();
        var matcher = new ValueMatcher(question, labels, Decided(battery));
        var cells = columns.SelectMany(column => values[column]).Distinct().ToList();
        var parts = cells.ToDictionary(cell => cell, cell => cell.IsText ? [.. ChosenAnswers.Parts(cell.Text, matcher.Knows).Select(part => Labelled(labels, part))] : new[] { cell });
        var meanings = matcher.Match([.. parts.Values.SelectMany(part => part).Distinct()], table.Columns[columns[0]].Missing).ToDictionary(one => one.Value);
        var isOpen = meanings.Values.Any(one => !one.IsCertain);
        var chosen = new ChosenAnswers(columns, parts.Where(_ => !isOpen).ToDictionary(cell => cell.Key, cell => (string[])[.. cell.Value.Select(part => meanings[part].Code!).Where(code => code.Length > 0)]));
        var reasons = question.MissingCodes.Select(one => one.Code).Where(code => code.Length > 0).ToHashSet(StringComparer.Ordinal);
        foreach (var match in matches)
        {
            _items[match.Variable.Name] = Source(match, question, [.. meanings.Values], rows => chosen.Field(match.Variable.Name, reasons, rows), "several answers in a cell or column");
        }
    }

    // A number among the answers of a text cell is the number that has a label.
    private static DeliveredValue Labelled(IReadOnlyList<ValueLabel> labels, string part) =>
        labels.Select(label => label.Value).FirstOrDefault(value => value.ToString() == part) is { IsEmpty: false } value ? value : DeliveredValue.Of(part);

    // A column an item that is filled when it was chosen, and says no of none.
    private void BuildTicks(List<ColumnMatch> matches)
    {
        var meanings = matches.Select(match => Meanings(match.Variable, match.Columns[0])).ToList();
        if (matches.Count < 2 || meanings.Exists(one => one.Any(meaning => !meaning.IsCertain || meaning.Code == No)) || !meanings.Exists(one => one.Any(meaning => meaning.Code == Yes)))
        {
            return;
        }

        for (var i = 0; i < matches.Count; i++)
        {
            var codes = meanings[i].ToDictionary(one => one.Value, one => one.Code!);
            var (item, column) = (matches[i].Variable, matches[i].Columns[0]);
            var others = matches.Zip(meanings, (match, of) => (Column: match.Columns[0], Yes: of.Where(one => one.Code == Yes).Select(one => one.Value).ToHashSet())).ToList();
            _items[item.Name] = new VariableSource(item, Line(matches[i], "chosen where it is filled; no where another one is"))
            {
                Field = rows => codes.TryGetValue(rows[column], out var code) ? code : others.Any(other => other.Yes.Contains(rows[other.Column])) ? No : "",
            };
        }
    }

    private VariableSource Source(ColumnMatch match, Variable variable, IReadOnlyList<ValueMeaning> meanings, Func<DeliveredRows, string> field, string? always = null)
    {
        var open = meanings.Where(one => !one.IsCertain).ToList();

        // By what, not how many: that would tell which answers nobody gave.
        var recoded = string.Join(", ", meanings.Where(one => one.IsCertain).Select(one => one.Basis).Distinct().Order().Select(Word).Prepend(always).Where(word => word is not null));
        return open.Count == 0
            ? new VariableSource(match.Variable, Line(match, recoded.Length == 0 ? "empty" : recoded)) { Field = field }
            : new VariableSource(match.Variable, Line(match, recoded, Left(open)))
            {
                Open = new OpenValues(variable.Name, open, [.. variable.Categories.Select(one => $"{one.Code} = {one.Label.Nb}"), .. variable.MissingCodes.Select(one => $"{(one.Code.Length == 0 ? "(empty)" : one.Code)} = {one.Label.Nb}")]),
            };
    }

    private IReadOnlyList<ValueMeaning> Meanings(Variable variable, int column) =>
        new ValueMatcher(variable, table.Columns[column].ValueLabels, Decided(variable.Name)).Match(values[column], table.Columns[column].Missing);

    private IEnumerable<ValueCode> Decided(string name) => decided.Where(one => one.Confirmed && (one.Variables ?? []).Contains(name)).SelectMany(one => one.Codes ?? []);

    private ImportLine Line(ColumnMatch match, string recoded, string? left = null) =>
        new(match.Variable.Name, string.Join(", ", match.Columns.Select(column => table.Columns[column].Name)), Word(match.Basis), recoded, left);

    private static string Left(List<ValueMeaning> open)
    {
        var proposed = open.Count(one => one.Code is not null);
        return Counted.Of(open.Count, "value to decide", "values to decide") + (proposed == 0 ? "" : proposed == open.Count ? ", with a proposal" : FormattableString.Invariant($", {proposed} with a proposal"));
    }

    private static string PlainText(DeliveredValue value) => PlainNumber.Of(value) is { } number && !value.IsText ? number : value.ToString().Trim();

    private static string Word(MatchBasis basis) => basis switch
    {
        MatchBasis.Mapping => "mapping",
        MatchBasis.Name => "name",
        MatchBasis.Question => "question",
        MatchBasis.Title => "title",
        MatchBasis.Battery => "battery’s question",
        MatchBasis.Made => "made",
        _ => "",
    };

    private static string Word(ValueBasis basis) => basis switch
    {
        ValueBasis.Mapping => "mapping",
        ValueBasis.FileLabel => "the file’s labels",
        ValueBasis.Code => "codes",
        _ => "labels",
    };
}
