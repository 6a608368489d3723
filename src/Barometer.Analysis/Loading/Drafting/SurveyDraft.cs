using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Barometer.Analysis.Loading.Drafting;

/// <summary>What a new survey is made of.</summary>
/// <param name="DataRoot">The data folder.</param>
/// <param name="SurveyId">The new survey's id.</param>
/// <param name="Answers">A delivered file of answers.</param>
/// <param name="Frame">A delivered file of the frame; null where the answers' file says all that is known of the units.</param>
/// <param name="Like">The survey whose texts, routing and roles are taken over; null for none.</param>
/// <param name="Unit">The column of the unit's id; null to look for it.</param>
/// <param name="Organisation">The column of the organisation that must not be recognised; null to look for it.</param>
/// <param name="Weight">The column of weights; null where the file names it, or there are none.</param>
/// <param name="Groups">The columns of groups that readers know the members of; empty to look for them.</param>
internal sealed record DraftRequest(
    string DataRoot, string SurveyId, string Answers, string? Frame = null, string? Like = null, string? Unit = null, string? Organisation = null, string? Weight = null, IReadOnlyList<string>? Groups = null);

/// <summary>A codebook made of a delivered file, in the form of the repository's, with what a person has to fill in.</summary>
internal sealed class SurveyDraft
{
    private const string Identifier = "identifier";
    private const string Group = "group";
    private const string Weight = "weight";
    private const string OfOrganisation = "organisation";
    private const string OrganisationId = "organisation_id";

    private static readonly JsonSerializerOptions Form = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly string[] UnitWords = ["unit_id", "unitid", "unit", "id", "respid", "resp_id", "respondent_id", "respondentid", "caseid", "case_id", "respondent", "lopenr", "lopenummer", "record", "uuid", "enhet"];
    private static readonly string[] OrganisationWords = ["agency_id", "organisation_id", "organization_id", "orgnr", "organisasjonsnummer", "virksomhet", "virksomhet_id", "agency", "organisation", "organization", "company", "employer"];

    private SurveyDraft(string json, ImportMapping? mapping, IReadOnlyList<string> notes) => (Json, Mapping, Notes) = (json, mapping, notes);

    /// <summary>The codebook's text.</summary>
    public string Json { get; }

    /// <summary>What an import of the same files needs to know beside the codebook; null when nothing.</summary>
    public ImportMapping? Mapping { get; }

    /// <summary>What a person has to look at or to fill in.</summary>
    public IReadOnlyList<string> Notes { get; }

    /// <summary>Drafts the codebook, and makes sure that it can be read.</summary>
    /// <exception cref="BarometerException">A file is damaged, a column that was named isn't there, or the units have no id.</exception>
    public static SurveyDraft Make(DraftRequest request)
    {
        var (table, notes) = (DeliveryFile.Open(request.Answers), new DraftNotes());
        var frame = request.Frame is null ? null : DeliveryFile.Open(request.Frame);
        foreach (var finding in table.Findings.Concat(frame?.Findings ?? []).Where(finding => !finding.IsCertain))
        {
            notes.Add($"{finding}");
        }

        var like = request.Like is null ? null : LikeSurvey.Read(request.DataRoot, request.Like);
        var answers = Variables(request, table, like, notes, isFrame: false);
        var units = frame is null ? answers.Where(variable => variable.IsInFrame).ToList() : Variables(request, frame, like, notes, isFrame: true);
        var made = Flags(units, notes);
        if (answers.All(variable => variable.Name != CodebookRules.Key))
        {
            answers.Insert(0, frame is null ? RowNumber(units, made, notes) : throw NoUnit(table));
        }

        Organisation(units, made, notes);
        var known = units.Select(variable => variable.Name).Where(name => name != CodebookRules.Key).ToHashSet(StringComparer.Ordinal);
        var (responses, batteries) = BatteryDrafts.Find([.. answers.Where(variable => !known.Contains(variable.Name)).Select(variable => variable with { IsInFrame = false })]);
        var package = DraftPackage.Of(request.SurveyId, (table as SavTable)?.Dictionary.FileLabel, (responses, units), batteries, like, notes);
        var json = package.ToJsonString(Form) + "\n";
        CodebookReader.Parse(Encoding.UTF8.GetBytes(json), request.SurveyId + ".json"); // a codebook that can't be read is never written
        return new SurveyDraft(json, Mapped(request.SurveyId, responses, units, made), notes.Lines);
    }

    private static List<DraftVariable> Variables(DraftRequest request, DeliveredTable table, LikeSurvey? like, DraftNotes notes, bool isFrame)
    {
        var looks = ColumnLook.Read(table);
        var equal = like?.Equal(table, looks, notes, isFrame) ?? new Dictionary<int, IReadOnlyList<DraftVariable>>();
        var roles = Roles(request, table, looks);
        var (names, fields, variables) = (new CodebookNames(), new FieldDrafts(notes), new List<DraftVariable>());
        names.Take(CodebookRules.Key);
        foreach (var name in equal.Values.SelectMany(one => one).Select(one => one.Name))
        {
            names.Take(name);
        }

        foreach (var look in looks)
        {
            var role = roles.GetValueOrDefault(look.Place);
            if (role == Identifier)
            {
                variables.Insert(0, new DraftVariable { Name = CodebookRules.Key, Column = look.Column.Name, Title = look.Column.Label ?? look.Column.Name, Role = Identifier, IsInFrame = true });
            }
            else if (equal.TryGetValue(look.Place, out var taken))
            {
                variables.AddRange(taken);
            }
            else if (fields.Of(look, names.For(look.Column.Name), role) is { } variable)
            {
                variables.Add(isFrame ? variable with { IsInFrame = true, Question = null, Role = role is null && variable.Categories is not null ? Group : variable.Role } : variable);
            }
        }

        notes.Add("roles to look at: groups whose members readers know", variables.Where(variable => variable.Role == Group && variable.Like is null).Select(variable => variable.Name));
        return variables;
    }

    // The roles that a file or its reader names, by the column's place.
    private static Dictionary<int, string> Roles(DraftRequest request, DeliveredTable table, IReadOnlyList<ColumnLook> looks)
    {
        var roles = new Dictionary<int, string>();
        foreach (var group in request.Groups ?? [])
        {
            Set(group, Group);
        }

        Set(request.Weight ?? (table as SavTable)?.Dictionary.Weight, Weight);
        Set(request.Organisation ?? looks.FirstOrDefault(look => OrganisationWords.Contains(new CodebookNames().For(look.Column.Name)))?.Column.Name, OfOrganisation);
        Set(request.Unit ?? looks.FirstOrDefault(look => UnitWords.Contains(new CodebookNames().For(look.Column.Name)) && look.IsKey(table))?.Column.Name, Identifier);
        return roles;

        void Set(string? name, string role)
        {
            if (name is null)
            {
                return;
            }

            var names = looks.Select(look => look.Column.Name).ToList();
            var place = names.FindIndex(one => one.Equals(name, StringComparison.OrdinalIgnoreCase));
            if (place < 0 && request.Frame is not null)
            {
                return; // it may stand in the other file
            }

            roles[place >= 0 ? place : throw new BarometerException(new Problem($"There is no column «{name}»", table.File, Expected: NearNames.Expected(names, name), Hint: NearNames.Hint(names, name)))] = role;
        }
    }

    // Whether a unit was invited and answered, where no column says it: yes for all.
    private static Dictionary<string, string> Flags(List<DraftVariable> units, DraftNotes notes)
    {
        var made = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (flag, nb, en) in new[] { (CodebookRules.Invited, "Invitert", "Invited"), (CodebookRules.Answered, "Svarte", "Answered") })
        {
            if (units.All(unit => unit.Name != flag))
            {
                made[flag] = "yes";
                notes.Add("no column says it, so that it is yes for all (the mapping says so)", flag);
            }

            units.RemoveAll(unit => unit.Name == flag && unit.Like is null);
            if (units.All(unit => unit.Name != flag))
            {
                units.Add(new DraftVariable
                {
                    Name = flag,
                    Title = nb,
                    IsInFrame = true,
                    Like = (JsonObject)JsonNode.Parse($$"""
                        { "name": "{{flag}}", "type": "string", "title": "{{nb}}", "titleEn": "{{en}}", "disclosureRole": "none", "categories": [{ "value": "yes", "label": "Ja", "labelEn": "Yes" }, { "value": "no", "label": "Nei", "labelEn": "No" }],
                          "categoriesOrdered": false, "missingValues": [], "constraints": { "required": true } }
                        """)!,
                });
            }
        }

        return made;
    }

    private static DraftVariable RowNumber(List<DraftVariable> units, Dictionary<string, string> made, DraftNotes notes)
    {
        var unit = new DraftVariable { Name = CodebookRules.Key, Title = "Enhet", Role = Identifier, IsInFrame = true };
        units.Insert(0, unit);
        made[CodebookRules.Key] = ColumnMapping.RowNumber;
        notes.Add("no column tells the units apart, so that they are numbered (the mapping says so)");
        return unit;
    }

    // What must not be recognised is the organisation; where none is named, each unit is one.
    private static void Organisation(List<DraftVariable> units, Dictionary<string, string> made, DraftNotes notes)
    {
        if (units.Any(unit => unit.Role == OfOrganisation))
        {
            return;
        }

        var key = units.First(unit => unit.Name == CodebookRules.Key);
        units.Insert(1, new DraftVariable { Name = OrganisationId, Column = key.Column, Title = "Virksomhet", Role = OfOrganisation, IsInFrame = true });
        if (made.TryGetValue(CodebookRules.Key, out var row))
        {
            made[OrganisationId] = row;
        }

        notes.Add("no column names the organisation that must not be recognised, so that each unit is taken for one of its own: name it by --organisation if several units belong to one");
    }

    private static BarometerException NoUnit(DeliveredTable table) => new(new Problem(
        "No column tells the units apart", table.File, Expected: "an id that stands in both files", Hint: "name its column by --unit"));

    // What the names of the codebook don't tell an import of the same files.
    private static ImportMapping? Mapped(string id, IReadOnlyList<DraftVariable> responses, IReadOnlyList<DraftVariable> frame, Dictionary<string, string> made)
    {
        var (ofAnswers, ofFrame) = (Columns(responses), Columns(frame));
        return ofAnswers.IsEmpty && ofFrame.IsEmpty ? null : new ImportMapping(id, ofAnswers.IsEmpty ? null : ofAnswers, ofFrame.IsEmpty ? null : ofFrame);

        FileMapping Columns(IReadOnlyList<DraftVariable> variables) => new(null, [
            .. variables.Where(variable => made.ContainsKey(variable.Name)).Select(variable => new ColumnMapping(variable.Name, null, made[variable.Name], Confirmed: true)),
            .. variables.Where(variable => variable is { Column: not null, Like: null } && variable.Question != variable.Column && !variable.Column.Equals(variable.Name, StringComparison.OrdinalIgnoreCase))
                .Select(variable => new ColumnMapping(variable.Name, [variable.Column!], null, Confirmed: true))], null);
    }
}
