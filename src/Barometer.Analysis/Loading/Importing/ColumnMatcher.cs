namespace Barometer.Analysis.Loading.Importing;

/// <summary>
/// Finds the column of each variable: by what a person decided, by name, by the question, by the title; and the columns that hold several items of a battery together.
/// </summary>
internal sealed class ColumnMatcher
{
    private const double Alike = 0.6;
    private const int MostProposals = 5;
    private static readonly string[] Dashes = [" – ", " — ", " - ", ": "];

    private readonly DeliveredTable _table;
    private readonly IReadOnlyList<DeliveredColumn> _columns;
    private readonly IReadOnlyList<Variable> _variables;
    private readonly Codebook _codebook;
    private readonly Dictionary<string, ColumnMapping> _decided;
    private readonly Dictionary<string, Variable> _byName;
    private readonly Dictionary<string, Variable> _byQuestion;
    private readonly Dictionary<string, Variable> _byTitle;

    /// <summary>Prepares the words.</summary>
    /// <param name="table">The delivered file.</param>
    /// <param name="variables">The variables wanted.</param>
    /// <param name="codebook">The codebook.</param>
    /// <param name="decided">What a person decided.</param>
    /// <exception cref="BarometerException">What was decided names variables or columns that there are not.</exception>
    public ColumnMatcher(DeliveredTable table, IReadOnlyList<Variable> variables, Codebook codebook, IReadOnlyList<ColumnMapping> decided)
    {
        (_table, _columns, _variables, _codebook) = (table, table.Columns, variables, codebook);
        _decided = decided.Where(one => one is { Variable: not null, Confirmed: true }).DistinctBy(one => one.Variable).ToDictionary(one => one.Variable!, StringComparer.Ordinal);
        CheckNames(table);
        var all = codebook.Responses.Concat(codebook.Frame).DistinctBy(variable => variable.Name).ToList();
        _byName = all.ToDictionary(variable => variable.Name, StringComparer.OrdinalIgnoreCase);
        _byQuestion = WordKeys.Unique(all.SelectMany(variable => Questions(variable).Select(key => (key, variable))));
        _byTitle = WordKeys.Unique(all.SelectMany(variable => WordKeys.Keys(variable.Label).Select(key => (key, variable))));
    }

    /// <summary>Where each variable stands, in their order.</summary>
    public IReadOnlyList<ColumnMatch> Match()
    {
        var named = Enumerable.Range(0, _columns.Count).Select(column => (Column: column, Means: Means(_columns[column]))).ToList();
        var found = _variables.Select(variable => Find(variable, named)).ToList();
        var used = found.SelectMany(match => match.Columns).ToHashSet();
        foreach (var battery in _variables.Where(variable => variable.Battery is not null).Select(variable => variable.Battery!).Distinct())
        {
            var items = Enumerable.Range(0, found.Count).Where(i => found[i].Variable.Battery == battery).ToList();
            if (items.TrueForAll(i => found[i].Basis == MatchBasis.None) && Together(battery, used) is { } together)
            {
                items.ForEach(i => found[i] = together with { Variable = found[i].Variable });
                used.UnionWith(together.Columns);
            }
        }

        return [.. found.Select(match => match.Basis == MatchBasis.None ? match with { Proposals = Proposals(match, used) } : match)];
    }

    /// <summary>The keys by which a question is called: with its battery, and the item before the question as some tools have it.</summary>
    public IEnumerable<string> Questions(Variable variable)
    {
        var title = variable.Battery is { } battery ? _codebook.Batteries.GetValueOrDefault(battery) : null;
        foreach (var (question, heading, label) in new[] { (variable.Question?.Nb, title?.Nb, variable.Label.Nb), (variable.Question?.En, title?.En, variable.Label.En) })
        {
            yield return WordKeys.Key(question);
            if (question is not null && variable.Battery is not null && Item(question) is { } parts)
            {
                yield return WordKeys.Key(parts.Item + " " + parts.Stem);
            }

            if (heading is not null)
            {
                yield return WordKeys.Key(heading + " " + label);
                yield return WordKeys.Key(label + " " + heading);
            }
        }
    }

    /// <summary>The question of a battery and the item; null when the text has no dash or colon.</summary>
    public static (string Stem, string Item)? Item(string question) => Dashes
        .Select(dash => (Dash: dash, At: question.LastIndexOf(dash, StringComparison.Ordinal)))
        .Where(one => one.At > 0)
        .Select(one => ((string, string)?)(question[..one.At], question[(one.At + one.Dash.Length)..]))
        .FirstOrDefault();

    private ColumnMatch Find(Variable variable, List<(int Column, Meant Means)> named)
    {
        if (Decided(variable) is { } decided)
        {
            return decided;
        }

        foreach (var basis in new[] { MatchBasis.Name, MatchBasis.Question, MatchBasis.Title })
        {
            var same = named.Where(one => one.Means.Variable?.Name == variable.Name && one.Means.Basis == basis).Select(one => one.Column).ToList();
            if (same.Count > 0)
            {
                return same.Count == 1 ? new(variable, basis, same) : new(variable, MatchBasis.None, []) { Proposals = [.. same.Select(column => _columns[column].Name)] };
            }
        }

        var contradicting = named.Where(one => one.Means.Contradicts.Any(other => other.Name == variable.Name)).Select(one => one.Column).ToList();
        return new(variable, MatchBasis.None, []) { Proposals = [.. contradicting.Select(column => _columns[column].Name)] };
    }

    private ColumnMatch? Decided(Variable variable)
    {
        if (!_decided.TryGetValue(variable.Name, out var decided) && (variable.Battery is null || !_decided.TryGetValue(variable.Battery, out decided)))
        {
            return null;
        }

        if (decided.Constant is { } constant)
        {
            return new(variable, MatchBasis.Mapping, []) { Constant = constant };
        }

        // Columns of an earlier delivery that this one lacks decide nothing about it.
        var columns = (decided.Columns ?? []).Select(name => Place(name)).ToList();
        return columns.Count == 0 || columns.Contains(-1) ? null
            : new(variable, MatchBasis.Mapping, columns) { IsTogether = decided.Variable != variable.Name };
    }

    // The variable a column means: by its name, unless the text beside it is the question of another.
    private Meant Means(DeliveredColumn column)
    {
        var texts = new[] { column.Name, column.Label }.Select(WordKeys.Key).Where(key => key.Length > 0).ToList();
        var named = _byName.GetValueOrDefault(column.Name.Trim());
        var asked = texts.Select(_byQuestion.GetValueOrDefault).FirstOrDefault(one => one is not null);
        if (named is not null)
        {
            return asked is null || asked == named ? new(named, MatchBasis.Name, []) : new(null, MatchBasis.None, [named, asked]);
        }

        return asked is not null ? new(asked, MatchBasis.Question, [])
            : texts.Select(_byTitle.GetValueOrDefault).FirstOrDefault(one => one is not null) is { } titled ? new(titled, MatchBasis.Title, [])
            : new(null, MatchBasis.None, []);
    }

    // Columns that are called as the battery is, with or without a number, or that SPSS calls so together.
    private ColumnMatch? Together(string battery, HashSet<int> used)
    {
        var items = _codebook.Items(battery);
        var keys = items.SelectMany(item => new[] { item.Question?.Nb, item.Question?.En }).OfType<string>().Select(Item).OfType<(string Stem, string Item)>()
            .Select(parts => WordKeys.Key(parts.Stem)).Concat(WordKeys.Keys(_codebook.Batteries.GetValueOrDefault(battery))).Append(WordKeys.Key(battery)).ToHashSet(StringComparer.Ordinal);
        var sets = _table is SavTable spss ? spss.Dictionary.MultipleResponseSets.Where(set => set.Kind == MultipleResponseKind.Categories && new[] { set.Label, set.Name }.Any(text => keys.Contains(WordKeys.Key(text)))) : [];
        var together = sets.SelectMany(set => set.Variables).Select(name => _columns.ToList().FindIndex(column => column is SpssColumn one && one.ShortName.Equals(name, StringComparison.OrdinalIgnoreCase))).Where(column => column >= 0 && !used.Contains(column)).Distinct().ToList();
        var columns = together.Count > 0 ? together : Enumerable.Range(0, _columns.Count)
            .Where(column => !used.Contains(column) && new[] { _columns[column].Name, _columns[column].Label }.Any(text => keys.Contains(WordKeys.Key(text).TrimEnd(' ', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9')) || keys.Contains(WordKeys.Key(text))))
            .ToList();
        return columns.Count == 0 ? null : new(items[0], MatchBasis.Battery, columns) { IsTogether = true };
    }

    private List<string> Proposals(ColumnMatch match, HashSet<int> used)
    {
        if (match.Proposals.Count > 0)
        {
            return [.. match.Proposals];
        }

        var keys = Questions(match.Variable).Concat(WordKeys.Keys(match.Variable.Label)).Append(WordKeys.Key(match.Variable.Name)).Where(key => key.Length > 0).Distinct().ToList();
        return
        [
            .. Enumerable.Range(0, _columns.Count).Where(column => !used.Contains(column))
                .Select(column => (_columns[column].Name, Likeness: new[] { _columns[column].Name, _columns[column].Label }.Select(WordKeys.Key).Max(text => keys.Max(key => WordKeys.Likeness(key, text)))))
                .Where(one => one.Likeness >= Alike).OrderByDescending(one => one.Likeness).Take(MostProposals).Select(one => one.Name),
        ];
    }

    private void CheckNames(DeliveredTable table)
    {
        var known = _variables.SelectMany(variable => new[] { variable.Name, variable.Battery }).OfType<string>().Distinct().ToList();
        var problems = _decided.Values.Where(one => !known.Contains(one.Variable!)).Select(one => new Problem(
            $"The mapping names a variable «{one.Variable}» that the codebook doesn't have", table.File, Expected: NearNames.Expected(known, one.Variable!), Hint: NearNames.Hint(known, one.Variable!))).ToList();
        if (problems.Count > 0)
        {
            throw new BarometerException(problems);
        }
    }

    private int Place(string name) => _columns.ToList().FindIndex(column => column.Name == name);

    private sealed record Meant(Variable? Variable, MatchBasis Basis, IReadOnlyList<Variable> Contradicts);
}

/// <summary>Where a variable stands.</summary>
/// <param name="Variable">The variable.</param>
/// <param name="Basis">By what it was found.</param>
/// <param name="Columns">The columns' places: one; several, or one for many, when a battery's items stand together.</param>
internal sealed record ColumnMatch(Variable Variable, MatchBasis Basis, IReadOnlyList<int> Columns)
{
    /// <summary>Whether the columns hold all items of its battery together.</summary>
    public bool IsTogether { get; init; }

    /// <summary>What every unit has, where a person said so.</summary>
    public string? Constant { get; init; }

    /// <summary>Columns that may be meant.</summary>
    public IReadOnlyList<string> Proposals { get; init; } = [];
}

/// <summary>By what a column was found.</summary>
internal enum MatchBasis
{
    /// <summary>It wasn't.</summary>
    None = 0,

    /// <summary>A person has decided it.</summary>
    Mapping,

    /// <summary>It has the variable's name.</summary>
    Name,

    /// <summary>It has the question as its name or label.</summary>
    Question,

    /// <summary>It has the variable's title.</summary>
    Title,

    /// <summary>It is called as the battery is.</summary>
    Battery,

    /// <summary>It is made of the units that have answers.</summary>
    Made,
}
