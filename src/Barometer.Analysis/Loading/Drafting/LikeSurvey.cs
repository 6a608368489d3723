using System.Text.Json.Nodes;

namespace Barometer.Analysis.Loading.Drafting;

/// <summary>A survey whose texts, routing and roles a new one takes over for equal variables: those found by name, question or title.</summary>
internal sealed class LikeSurvey
{
    private const double SameQuestion = 0.95;

    private static readonly string[] TakenOver = ["series", "universe", "universeEn", "unit"];

    private readonly Codebook _codebook;
    private readonly JsonObject _document;
    private readonly Dictionary<string, JsonObject> _fields;

    private LikeSurvey(Codebook codebook, JsonObject document)
    {
        (_codebook, _document) = (codebook, document);
        _fields = document["resources"]!.AsArray().SelectMany(resource => resource!["schema"]!["fields"]!.AsArray()).Select(field => field!.AsObject())
            .DistinctBy(field => (string)field["name"]!).ToDictionary(field => (string)field["name"]!, StringComparer.Ordinal);
    }

    /// <summary>The survey's id.</summary>
    public string Id => _codebook.Id;

    /// <summary>Reads a survey's codebook.</summary>
    /// <param name="dataRoot">The data folder.</param>
    /// <param name="id">The survey's id.</param>
    /// <exception cref="BarometerException">There is no such survey, or its codebook is wrong.</exception>
    public static LikeSurvey Read(string dataRoot, string id) => new(
        SurveyCatalog.Codebook(dataRoot, id), JsonNode.Parse(File.ReadAllBytes(SurveyFolder.CodebookOf(dataRoot, id)))!.AsObject());

    /// <summary>The variables of a file that are equal to one of the survey's, by the column's place; those whose column holds a whole battery, by its first item.</summary>
    /// <param name="table">The file.</param>
    /// <param name="looks">What its columns hold.</param>
    /// <param name="notes">Takes the differences.</param>
    /// <param name="isFrame">Whether it is a file of the frame.</param>
    public IReadOnlyDictionary<int, IReadOnlyList<DraftVariable>> Equal(DeliveredTable table, IReadOnlyList<ColumnLook> looks, DraftNotes notes, bool isFrame)
    {
        List<Variable> all = [.. (isFrame ? [] : _codebook.Responses).Concat(_codebook.Frame).Where(variable => variable.Name != CodebookRules.Key).DistinctBy(variable => variable.Name)];
        var equal = new Dictionary<int, IReadOnlyList<DraftVariable>>();
        foreach (var match in new ColumnMatcher(table, all, _codebook, []).Match())
        {
            if (match.Basis == MatchBasis.None)
            {
                if (isFrame || _codebook.Responses.Any(variable => variable.Name == match.Variable.Name))
                {
                    notes.Add($"in {Id}, not in the file", match.Variable.Name);
                }

                continue;
            }

            var place = match.Columns[0];
            equal[place] = [.. equal.GetValueOrDefault(place, []), Taken(match.Variable, looks[place], match.IsTogether, notes)];
            for (var i = 1; i < match.Columns.Count; i++)
            {
                equal[match.Columns[i]] = [];
            }
        }

        return equal;
    }

    /// <summary>What stands in the codebook beside its variables, taken over as far as the new one has what it names.</summary>
    /// <param name="variables">The new survey's variables.</param>
    /// <param name="notes">Takes what could not be taken over.</param>
    public JsonObject Package(IReadOnlyList<DraftVariable> variables, DraftNotes notes)
    {
        var names = variables.Select(variable => variable.Name).ToHashSet(StringComparer.Ordinal);
        var package = new JsonObject();
        foreach (var property in TakenOver.Where(property => _document[property] is not null))
        {
            package[property] = _document[property]!.DeepClone();
        }

        package["series"] ??= _codebook.Series;
        package["batteries"] = new JsonArray([.. _document["batteries"]!.AsArray().Where(one => variables.Any(variable => (variable.Battery ?? (string?)variable.Like?["battery"]) == (string)one!["name"]!))
            .Select(one => Battery(one!.DeepClone().AsObject(), names, notes))]);
        if (_document["merged"] is JsonArray merged)
        {
            var kept = merged.Where(one => Codes(variables, (string)one!["of"]!) is { } codes
                && codes.SetEquals(one["categories"]!.AsArray().SelectMany(category => category!["codes"]!.AsArray()).Select(code => (string)code!))).ToList();
            package["merged"] = new JsonArray([.. kept.Select(one => one!.DeepClone())]);
            names.UnionWith(kept.Select(one => (string)one!["name"]!));
            merged.Except(kept).ToList().ForEach(one => notes.Add($"a coarser grouping of {Id} that doesn't fit the file’s categories, left out", (string)one!["name"]!));
        }

        if (_document["design"] is JsonObject design)
        {
            var missing = (_codebook.Design?.Groups ?? []).Concat(_codebook.Design?.Clusters ?? []).Where(name => !names.Contains(name)).Distinct().ToList();
            if (missing.Count == 0)
            {
                package["design"] = design.DeepClone();
            }

            missing.ForEach(name => notes.Add($"the design of {Id} needs it, and the file hasn't it: the design is to be declared anew", name));
        }

        return package;
    }

    // The field of the survey with the answers that the file has: its own words for those that are known.
    private DraftVariable Taken(Variable variable, ColumnLook look, bool isTogether, DraftNotes notes)
    {
        var field = _fields[variable.Name].DeepClone().AsObject();
        if (!isTogether && look.Column.Label is { } label && variable.Question is { } question && new[] { question.Nb, question.En }.All(text => WordKeys.Likeness(WordKeys.Key(text), WordKeys.Key(label)) < SameQuestion)
            && !ColumnIsItem(variable, label))
        {
            notes.Add($"the question reads otherwise than in {Id}, whose words were taken", variable.Name);
        }

        if (!isTogether && variable.Kind == VariableKind.Categorical)
        {
            var values = look.Column.ValueLabels.Select(one => one.Value).Union(look.IsMany ? [] : [.. look.Values, .. look.Missing]).ToList();
            var meanings = new ValueMatcher(variable, look.Column.ValueLabels, []).Match(values, look.Column.Missing);
            foreach (var other in meanings.Where(one => !one.IsCertain && one.Label is not null))
            {
                field["categories"]!.AsArray().Add(new JsonObject { ["value"] = new CodebookNames().For(other.Label!), ["label"] = other.Label, ["labelEn"] = other.Label });
                notes.Add($"an answer that {Id} hasn't, added as the last category", variable.Name);
            }

            if (meanings.Any(one => !one.IsCertain && one.Label is null))
            {
                notes.Add("values without a label in the file: the import asks what they mean", variable.Name);
            }

            // Only a file with labels says which answers could have been given.
            var gone = look.Column.ValueLabels.Count == 0 ? [] : variable.Categories.Where(category => meanings.All(one => one.Code != category.Code)).ToList();
            foreach (var category in gone)
            {
                notes.Add($"an answer of {Id} that the file hasn't: {category.Code}, kept", variable.Name);
            }
        }

        return new DraftVariable
        {
            Name = variable.Name,
            Column = look.Column.Name,
            Title = variable.Label.Nb,
            Battery = variable.Battery,
            Role = (string)field["disclosureRole"]!,
            IsInFrame = _codebook.Frame.Any(one => one.Name == variable.Name),
            Categories = field["categories"] is JsonArray categories ? [.. categories.Select(one => ((string)one!["value"]!, (string)one["label"]!))] : null,
            Like = field,
        };
    }

    private static bool ColumnIsItem(Variable variable, string label) => WordKeys.Keys(variable.Label).Contains(WordKeys.Key(label));

    private static JsonObject Battery(JsonObject battery, HashSet<string> names, DraftNotes notes)
    {
        if ((string?)battery["exclusive"] is { } alone && !names.Contains(alone))
        {
            battery.Remove("exclusive");
            notes.Add("the answer that stands alone isn't in the file", (string)battery["name"]!);
        }

        return battery;
    }

    private static HashSet<string>? Codes(IReadOnlyList<DraftVariable> variables, string name) =>
        variables.FirstOrDefault(variable => variable.Name == name && variable.IsInFrame)?.Categories?.Select(one => one.Code).ToHashSet(StringComparer.Ordinal);
}
