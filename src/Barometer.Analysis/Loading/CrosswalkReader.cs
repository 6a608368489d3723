namespace Barometer.Analysis.Loading;

/// <summary>
/// Reads a crosswalk and checks it against both codebooks. A variable of both names with the same codes needs no word; everything else needs an entry with a reason, so that nothing is compared, or left out,
/// unseen. The form is described in data/README.md.
/// </summary>
internal sealed class CrosswalkReader
{
    private readonly Codebook _from;
    private readonly Codebook _to;
    private readonly ProblemLog _problems;

    private CrosswalkReader(Codebook from, Codebook to) => (_from, _to, _problems) = (from, to, new ProblemLog(Name(from.Id, to.Id)));

    /// <summary>The crosswalk from one survey to another.</summary>
    /// <param name="dataRoot">The data folder.</param>
    /// <param name="from">The first survey's codebook.</param>
    /// <param name="to">The second survey's codebook.</param>
    /// <exception cref="BarometerException">There is none, or it contradicts itself or a codebook; all problems together.</exception>
    public static Crosswalk Read(string dataRoot, Codebook from, Codebook to)
    {
        var name = Name(from.Id, to.Id);
        var document = DeclaredJson.ReadFile<CrosswalkDocument>(PathOf(dataRoot, from, to), name, "The crosswalk cannot be read", new Problem(
            $"Nobody has said how «{from.Id}» and «{to.Id}» can be compared", name, Expected: "a crosswalk: which variables and answers are the same, and which are not", Hint: "data/README.md, «Crosswalks»; the earlier survey comes first"));
        return new CrosswalkReader(from, to).Crosswalk(document);
    }

    /// <summary>The crosswalks between some surveys, of those that have one.</summary>
    /// <param name="dataRoot">The data folder.</param>
    /// <param name="codebooks">The surveys' codebooks.</param>
    public static IReadOnlyList<Crosswalk> Between(string dataRoot, IReadOnlyList<Codebook> codebooks) =>
    [
        .. from one in codebooks
           from next in codebooks
           where File.Exists(PathOf(dataRoot, one, next))
           select Read(dataRoot, one, next),
    ];

    private static string PathOf(string dataRoot, Codebook from, Codebook to) => Path.Combine(dataRoot, Loading.Crosswalk.Folder, $"{from.Id}--{to.Id}.json");

    private static string Name(string from, string to) => $"{DataFolder.Name}/{Loading.Crosswalk.Folder}/{from}--{to}.json";

    private Crosswalk Crosswalk(CrosswalkDocument document)
    {
        if (document.From != _from.Id || document.To != _to.Id)
        {
            _problems.Add("The crosswalk is of other surveys", null, "from", $"{_from.Id} and {_to.Id}", $"{document.From} and {document.To}");
        }

        List<CrosswalkVariable> variables = [.. (document.Variables ?? []).Select(Variable)];
        if (document.NotAsked is { } left)
        {
            var reason = Reason(left.Reason, left.ReasonEn, "notAsked");
            variables.AddRange((left.From ?? []).Select(name => Checked(new CrosswalkVariable(name, null, CrosswalkMapping.Dropped, reason, []), name)));
            variables.AddRange((left.To ?? []).Select(name => Checked(new CrosswalkVariable(null, name, CrosswalkMapping.New, reason, []), name)));
        }

        foreach (var twice in variables.Select(one => one.From).OfType<string>().Concat(variables.Select(one => one.To).OfType<string>().Select(name => "→ " + name)).GroupBy(name => name).Where(group => group.Count() > 1))
        {
            _problems.Add("A variable stands twice in the crosswalk", null, twice.Key.TrimStart('→', ' '), "one entry");
        }

        CheckUnsaid(variables);
        return _problems.Any ? throw new BarometerException(_problems.ToList()) : new Crosswalk(_from.Id, _to.Id, variables);
    }

    private CrosswalkVariable Variable(CrosswalkVariableDocument given)
    {
        var name = given.From ?? given.To ?? "";
        var mapping = given.Mapping switch
        {
            "same" => CrosswalkMapping.Same,
            "renamed" => CrosswalkMapping.Renamed,
            "merged" => CrosswalkMapping.Merged,
            "not-comparable" => CrosswalkMapping.NotComparable,
            "dropped" => CrosswalkMapping.Dropped,
            "new" => CrosswalkMapping.New,
            _ => Unknown(name, given.Mapping),
        };
        return Checked(new CrosswalkVariable(given.From, given.To, mapping, Reason(given.Reason, given.ReasonEn, name), [.. (given.Categories ?? []).Select(one => Category(one, name))]), name);
    }

    private CrosswalkCategory Category(CrosswalkCategoryDocument given, string variable)
    {
        if (string.IsNullOrWhiteSpace(given.Value) || string.IsNullOrWhiteSpace(given.Label) || string.IsNullOrWhiteSpace(given.LabelEn))
        {
            _problems.Add("A merged category has no name", null, variable, "«value», «label» and «labelEn»");
        }

        return new CrosswalkCategory(new Category(given.Value ?? "", new LocalizedText(given.Label ?? "", given.LabelEn ?? "")), given.From ?? [], given.To ?? []);
    }

    private LocalizedText Reason(string? nb, string? en, string of)
    {
        if (string.IsNullOrWhiteSpace(nb) || string.IsNullOrWhiteSpace(en))
        {
            _problems.Add("The crosswalk gives no reason", null, of, "«reason» and «reasonEn»");
        }

        return new LocalizedText(nb ?? "", en ?? "");
    }

    private CrosswalkMapping Unknown(string name, string? got)
    {
        _problems.Add("«mapping» is not understood", null, name, "same, renamed, merged, not-comparable, dropped or new", got);
        return CrosswalkMapping.NotComparable;
    }

    private CrosswalkVariable Checked(CrosswalkVariable entry, string name)
    {
        var (from, to) = (Find(_from, entry.From), Find(_to, entry.To));
        if ((entry.From is not null && from is null) || (entry.To is not null && to is null))
        {
            _problems.Add("The crosswalk names a variable that isn't there", null, name, $"variables of {_from.Id} and {_to.Id}");
            return entry;
        }

        var both = from is not null && to is not null;
        if (entry.Mapping switch { CrosswalkMapping.Dropped => from is null || to is not null, CrosswalkMapping.New => to is null || from is not null, CrosswalkMapping.NotComparable => from is null && to is null, _ => !both })
        {
            _problems.Add("The mapping needs other sides of the crosswalk", null, name, "«from» of what is dropped, «to» of what is new, and both of everything else");
        }
        else if (entry.Mapping is CrosswalkMapping.Same or CrosswalkMapping.Renamed && !AreSame(from!, to!))
        {
            _problems.Add("Variables that are said to be the same have other codes", null, name, "the same kind and codes, or «merged» with categories");
        }
        else if (entry.Mapping == CrosswalkMapping.Merged)
        {
            CheckMerged(entry, from!, to!, name);
        }

        return entry;
    }

    private void CheckMerged(CrosswalkVariable entry, Variable from, Variable to, string name)
    {
        bool Covers(Variable variable, Func<CrosswalkCategory, IReadOnlyList<string>> of) =>
            variable.Categories.Select(category => category.Code).Order(StringComparer.Ordinal).SequenceEqual(entry.Categories.SelectMany(of).Order(StringComparer.Ordinal));

        if (from.Kind != VariableKind.Categorical || to.Kind != VariableKind.Categorical || entry.Categories.Count < 2 || !Covers(from, one => one.From) || !Covers(to, one => one.To)
            || entry.Categories.DistinctBy(one => one.Category.Code).Count() < entry.Categories.Count)
        {
            _problems.Add("Merged categories don't fit both variables", null, name, "two categories or more, and among them each code of both variables once");
        }
    }

    // What nobody has said a word of must be the same.
    private void CheckUnsaid(List<CrosswalkVariable> said)
    {
        foreach (var variable in Named(_from).Where(variable => said.All(one => one.From != variable.Name)))
        {
            if (said.Any(one => one.To == variable.Name) || Find(_to, variable.Name) is not { } other)
            {
                _problems.Add("A variable is in one survey only, and nobody says why", null, variable.Name, "an entry: renamed or dropped");
            }
            else if (!AreSame(variable, other))
            {
                _problems.Add("A variable has other codes in the second survey, and nobody says what that means", null, variable.Name, "an entry: merged or not-comparable");
            }
        }

        foreach (var variable in Named(_to).Where(variable => said.All(one => one.To != variable.Name) && Find(_from, variable.Name) is null))
        {
            _problems.Add("A variable is in one survey only, and nobody says why", null, variable.Name, "an entry: renamed or new");
        }
    }

    /// <summary>The variables that a crosswalk is about: neither ids nor who answered.</summary>
    public static IEnumerable<Variable> Named(Codebook codebook) => codebook.Variables.Where(variable => variable.Kind != VariableKind.Identifier && !CodebookRules.ResponseFlags.Contains(variable.Name));

    private static Variable? Find(Codebook codebook, string? name) => codebook.Variables.FirstOrDefault(variable => variable.Name == name);

    private static bool AreSame(Variable one, Variable other) =>
        one.Kind == other.Kind && one.Categories.Select(category => category.Code).Order(StringComparer.Ordinal).SequenceEqual(other.Categories.Select(category => category.Code).Order(StringComparer.Ordinal));
}

internal sealed record CrosswalkDocument(string? From, string? To, string? Note, string? NoteEn, IReadOnlyList<CrosswalkVariableDocument>? Variables, NotAskedDocument? NotAsked);

internal sealed record CrosswalkVariableDocument(string? From, string? To, string? Mapping, string? Reason, string? ReasonEn, IReadOnlyList<CrosswalkCategoryDocument>? Categories);

internal sealed record CrosswalkCategoryDocument(string? Value, string? Label, string? LabelEn, IReadOnlyList<string>? From, IReadOnlyList<string>? To);

internal sealed record NotAskedDocument(IReadOnlyList<string>? From, IReadOnlyList<string>? To, string? Reason, string? ReasonEn);
