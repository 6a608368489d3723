namespace Barometer.Analysis.Anonymity.Claims;

/// <summary>
/// All that can be answered to a question, «don't know» and «not relevant» among it, and who answered so. Of a derived variable: to the
/// questions that it is made of, since they are told of together with it.
/// </summary>
internal sealed class AnswerCategories
{
    /// <summary>With more combinations of answers than these only those in which one item alone is yes are looked at.</summary>
    private const int MostPatterns = 16;

    /// <summary>With more combinations than these it isn't looked for what the public parts of a rule leave open.</summary>
    private const int MostCombinations = 100_000;

    private readonly DataSet? _data;
    private readonly Codebook? _codebook;
    private readonly Codebook? _derived;
    private readonly Dictionary<string, IReadOnlyList<Answer>> _defined = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Dictionary<string, List<string>>> _sources = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<(RowSet Rows, bool IsOpen)>> _open = new(StringComparer.Ordinal);

    private AnswerCategories(DataSet? data, Codebook? codebook, Codebook? derived) => (_data, _codebook, _derived) = (data, codebook, derived);

    /// <summary>The answers behind a table.</summary>
    /// <param name="table">The table.</param>
    /// <param name="codebook">The survey's codebook; null where every variable counts as sensitive.</param>
    public static AnswerCategories Of(UnreleasedTable table, Codebook? codebook) => new(
        table.Design?.Engine.Data, codebook, table.Design?.Codebook is { Derived.Count: > 0 } derived ? derived : null);

    /// <summary>The codebook's variable, or the derived one; null when neither knows it, or there is no codebook.</summary>
    public Variable? Find(string name) => _codebook is null ? null : _codebook.Variables.FirstOrDefault(variable => variable.Name == name) ?? _derived?.FindDerived(name)?.Variable;

    /// <summary>Whether answers to a variable need protection; those of unknown variables do.</summary>
    public bool IsSensitive(string variable) => Find(variable) is not { } known
        || known.Role is DisclosureRole.Sensitive or DisclosureRole.Organisation or DisclosureRole.Identifier;

    /// <summary>The place of a question among all: as the questionnaire asks them, then what is derived, by name.</summary>
    public (int Order, string Name) PlaceOf(string variable) =>
        (_codebook?.Responses.Index().FirstOrDefault(one => one.Item.Name == variable) is { Item: not null } found ? found.Index : int.MaxValue, variable);

    /// <summary>Whether a variable is made of answers.</summary>
    public bool IsOfAnswers(string variable) => _derived?.FindDerived(variable) is not null && QuestionsOf(variable).Count > 0;

    /// <summary>The questions whose answers are told together: of a derived variable those that it is made of.</summary>
    public IReadOnlyList<string> QuestionsOf(string variable) => _derived?.FindDerived(variable) is null
        ? [variable]
        : [.. _derived.LeavesOf(variable).Where(IsSensitive).Order(StringComparer.Ordinal)];

    /// <summary>
    /// The name of an answer, the same in every table: answers to one question that are taken together are called by what they are, and
    /// anything else that is derived by its rule.
    /// </summary>
    public string KeyOf(string variable, string code) => _derived?.FindDerived(variable) is null ? Answer.KeyOf(variable, code)
        : Sources(variable) is var (leaf, sources) && code.Split('|') is var codes && codes.All(sources.ContainsKey)
            ? Answer.KeyOf(leaf, string.Join('|', ((CategoricalColumn)_data![leaf]).Categories.Where(category => codes.Any(one => sources[one].Contains(category)))))
        : Answer.KeyOf($"({_derived.FormulaOf(variable)})", code);

    /// <summary>The answers of a set of respondents; none for a number of the files.</summary>
    public IEnumerable<Answer> Of(string variable, RowSet set)
    {
        if (_data is null)
        {
            return [];
        }

        return _derived?.FindDerived(variable) is null
            ? To(variable, set)
            : Defined(variable).Select(answer => answer with { Givers = answer.Givers.Intersect(set) }).Where(answer => answer.Givers.Count > 0);
    }

    /// <summary>What a derived variable is made of, of all respondents: the answers to each question, how they go together, and what was made of them; none for a variable of the files.</summary>
    public IReadOnlyList<Answer> Defined(string variable)
    {
        if (_data is null || _derived?.FindDerived(variable) is null)
        {
            return [];
        }

        if (!_defined.TryGetValue(variable, out var answers))
        {
            var questions = QuestionsOf(variable);
            var everybody = new RowSet([.. Enumerable.Range(0, _data.RowCount)]);
            IEnumerable<Answer> own = Sources(variable) is null && _data[variable] is CategoricalColumn ? To(variable, everybody) : [];
            answers = [.. questions.SelectMany(question => To(question, everybody)).Concat(own).Concat(Patterns(questions)).Where(answer => answer.Givers.Count > 0).DistinctBy(answer => answer.Key)];
            _defined.Add(variable, answers);
        }

        return answers;
    }

    /// <summary>
    /// The parts of a set in which a variable follows from answers in one way: where a rule names variables of the frame besides, it is theirs
    /// in some groups, and an answer in others. What follows from the frame alone is left out.
    /// </summary>
    public IEnumerable<RowSet> Open(string variable, RowSet set) => Parts(variable, set).Where(part => part.IsOpen).Select(part => part.Rows);

    /// <summary>The same with the parts in which it follows from the frame alone.</summary>
    public IEnumerable<(RowSet Rows, bool IsOpen)> Parts(string variable, RowSet set) => _derived?.FindDerived(variable) is null || _derived.LeavesOf(variable).All(IsSensitive)
        ? [(set, true)]
        : Divided(variable).Select(part => (Rows: part.Rows.Intersect(set), part.IsOpen)).Where(part => part.Rows.Count > 0);

    /// <summary>
    /// What an estimate, or a part of one, tells. Means and totals of a number made of answers follow from how many gave each, and are held to
    /// the rules as if these were shown; a quantile tells how many have less, and how many have no more.
    /// </summary>
    public IEnumerable<(Outcome Outcome, CellMembers Members)> Told(Outcome outcome, CellMembers members, Estimate estimate)
    {
        if (members.CountedRows is not null || _data is null || !outcome.Variable.Split('/').Any(IsOfAnswers))
        {
            return [(outcome, members)];
        }

        var rows = members.BaseRows;
        return outcome.Variable.Split('/').SelectMany(name => !IsOfAnswers(name) ? [(new Outcome(name, outcome.Code), members)]
            : outcome.Code is null ? _derived!.FindDerived(name)!.Parts.SelectMany(part => Counts(part, rows))
            : Around(name, rows, estimate.Value));
    }

    private IEnumerable<(Outcome, CellMembers)> Counts(string variable, int[] rows)
    {
        var column = CodedColumn.Of(_data![variable]);
        return column.Categories.Index().Select(one => (one.Item, Givers: Array.FindAll(rows, row => column.Codes[row] == one.Index))).Where(one => one.Givers.Length > 0)
            .Select(one => (new Outcome(variable, one.Item), new CellMembers(rows, one.Givers)));
    }

    private IEnumerable<(Outcome, CellMembers)> Around(string variable, int[] rows, double value)
    {
        var column = _data!.Numeric(variable);
        var below = Array.FindAll(rows, row => column.Values[row] < value);
        var upTo = Array.FindAll(rows, row => column.Values[row] <= value);
        return new[] { ("<", below), ("≤", upTo) }.Where(one => one.Item2.Length > 0 && one.Item2.Length < rows.Length)
            .Select(one => (new Outcome(variable, FormattableString.Invariant($"{one.Item1} {value}")), new CellMembers(rows, one.Item2)));
    }

    private IEnumerable<Answer> To(string variable, RowSet set)
    {
        if (!_data!.TryGet(variable, out var found) || found is not CategoricalColumn column)
        {
            return [];
        }

        var rows = set.Rows.ToArray();
        var categories = column.Categories.Select((category, code) =>
            new Answer(KeyOf(variable, category), new RowSet(Array.FindAll(rows, row => column.Codes[row] == code))));
        var reasons = ((MissingReason[])[MissingReason.DontKnow, MissingReason.NotRelevant]).Select(reason =>
            new Answer(KeyOf(variable, CodeOf(variable, reason)), new RowSet(Array.FindAll(rows, row => column.MissingAt(row) == reason))));
        return categories.Concat(reasons.Where(answer => answer.Givers.Count > 0));
    }

    private string CodeOf(string variable, MissingReason reason) =>
        _codebook?.Responses.FirstOrDefault(one => one.Name == variable)?.MissingCodes.FirstOrDefault(code => code.Reason == reason)?.Code
        ?? reason.ToString();

    /// <summary>How the answers to several questions go together: each combination that occurs; of very many, who said yes to one item alone.</summary>
    private IEnumerable<Answer> Patterns(IReadOnlyList<string> questions)
    {
        var columns = questions.Select(question => _data![question]).OfType<CategoricalColumn>().ToList();
        if (columns.Count < 2)
        {
            return [];
        }

        var asked = Enumerable.Range(0, _data!.RowCount).Where(row => columns.TrueForAll(column => column.MissingAt(row) != MissingReason.NotAsked)).ToList();
        var patterns = asked.GroupBy(row => string.Join(" & ", columns.Select(column => Answer.KeyOf(column.Name, Said(column, row)))), StringComparer.Ordinal).ToList();
        return patterns.Count <= MostPatterns
            ? patterns.Select(same => new Answer(same.Key, new RowSet([.. same])))
            : columns.Where(column => column.IndexOf("yes") >= 0).Select(column => new Answer(
                $"{string.Join(" & ", questions)}: only {column.Name}",
                new RowSet([.. asked.Where(row => columns.TrueForAll(one => (Said(one, row) == "yes") == (one == column)))])));

        static string Said(CategoricalColumn column, int row) => column.Codes[row] is var code and >= 0 ? column.Categories[code] : column.MissingAt(row).ToString();
    }

    /// <summary>For a variable with categories that is made of one question with categories: the question, and for each category the answers it takes together.</summary>
    private (string Leaf, Dictionary<string, List<string>> Sources)? Sources(string variable)
    {
        if (_derived!.LeavesOf(variable) is not [var leaf] || _data?.TryGet(leaf, out var found) != true || found is not CategoricalColumn column || _derived.FindDerived(variable)!.Variable.Kind != VariableKind.Categorical)
        {
            return null;
        }

        if (!_sources.TryGetValue(variable, out var sources))
        {
            var each = new DataSet(leaf, [new CategoricalColumn(leaf, column.Categories, [.. Enumerable.Range(0, column.Categories.Count)], null, column.Ordered)]);
            var made = (CategoricalColumn)_derived.FindDerived(variable)!.Column(_derived, each);
            sources = made.Categories.Index().Select(one => (one.Item, From: column.Categories.Where((_, row) => made.Codes[row] == one.Index).ToList()))
                .Where(one => one.From.Count > 0).ToDictionary(one => one.Item, one => one.From, StringComparer.Ordinal);
            _sources.Add(variable, sources);
        }

        return (leaf, sources);
    }

    /// <summary>All respondents, by how a variable follows from answers where its variables of the frame are what they are.</summary>
    private List<(RowSet Rows, bool IsOpen)> Divided(string variable)
    {
        if (_open.TryGetValue(variable, out var divided))
        {
            return divided;
        }

        var leaves = _derived!.LeavesOf(variable);
        var open = leaves.Where(leaf => !IsSensitive(leaf)).ToList();
        var answers = leaves.Except(open).Select(leaf => CodedColumn.Of(_data![leaf])).ToList();
        var among = open.ConvertAll(leaf => CodedColumn.Of(_data![leaf]));
        var groups = Enumerable.Range(0, _data!.RowCount).GroupBy(row => string.Join(',', among.Select(column => column.Codes[row]))).Select(same => same.ToArray()).ToList();
        var combinations = answers.Aggregate(1.0, (product, column) => product * column.Categories.Count);
        if (combinations * groups.Count > MostCombinations || answers.Exists(column => column.Source is not CategoricalColumn))
        {
            divided = [.. groups.Select(rows => (new RowSet(rows), true))];
        }
        else
        {
            // Each group of the frame with each combination of answers: what the rule says of them.
            var (count, all) = ((int)combinations, new List<Column>());
            int[] first = [.. groups.SelectMany(rows => Enumerable.Repeat(rows[0], count))];
            all.AddRange(open.Select(leaf => _data[leaf].Take(first)));
            var step = 1;
            foreach (var column in answers)
            {
                var (size, each) = (column.Categories.Count, step);
                all.Add(new CategoricalColumn(column.Name, column.Categories, [.. first.Select((_, place) => place % count / each % size)], null, ((CategoricalColumn)column.Source).Ordered));
                step *= size;
            }

            var made = CodedColumn.Of(_derived.FindDerived(variable)!.Column(_derived, new DataSet(variable, all)));
            divided = [.. groups.Index().GroupBy(group => string.Join(',', made.Codes.Skip(group.Index * count).Take(count)))
                .Select(same => (new RowSet([.. same.SelectMany(group => group.Item).Order()]), same.Key.Split(',').Distinct().Count() > 1))];
        }

        _open.Add(variable, divided);
        return divided;
    }
}
