using System.Globalization;
using System.Text.Json.Nodes;

namespace Barometer.Analysis.Loading.Drafting;

/// <summary>A drafted codebook in the form of the repository's: a Data Package, in which what a person has to fill in is marked.</summary>
internal static class DraftPackage
{
    private const string FillIn = "FYLL UT";
    private const string FillInEn = "FILL IN";
    private const string Group = "group";

    /// <summary>The codebook.</summary>
    /// <param name="id">The survey's id, which ends in its year.</param>
    /// <param name="title">What the file calls itself, or null.</param>
    /// <param name="variables">The variables of both files.</param>
    /// <param name="batteries">The batteries that were found, with their titles.</param>
    /// <param name="like">The survey that is taken over from, or null.</param>
    /// <param name="notes">Takes what is to be filled in.</param>
    public static JsonObject Of(
        string id, string? title, (IReadOnlyList<DraftVariable> Responses, IReadOnlyList<DraftVariable> Frame) variables, IReadOnlyList<(string Name, string Title)> batteries, LikeSurvey? like, DraftNotes notes)
    {
        var taken = like?.Package([.. variables.Responses, .. variables.Frame], notes) ?? [];
        var weight = variables.Frame.FirstOrDefault(variable => variable is { Role: "none", Type: "number" or "integer" } && variable.Like is null)?.Name;
        var package = new JsonObject
        {
            ["$schema"] = "https://datapackage.org/profiles/2.0/datapackage.json",
            ["name"] = id,
            ["title"] = title is { Length: > 0 } ? title : $"{FillIn}: undersøkelsens tittel",
            ["titleEn"] = $"{FillInEn}: the survey’s title",
            ["description"] = $"{FillIn}: hvor skjemaet kommer fra",
            ["descriptionEn"] = $"{FillInEn}: where the form comes from",
            ["universe"] = taken["universe"]?.DeepClone() ?? $"{FillIn}: hvem undersøkelsen gjelder",
            ["universeEn"] = taken["universeEn"]?.DeepClone() ?? $"{FillInEn}: whom the survey is about",
            ["year"] = int.Parse(id[^4..], CultureInfo.InvariantCulture),
            ["unit"] = taken["unit"]?.DeepClone() ?? new JsonObject { ["kind"] = "other", ["plural"] = "enheter", ["pluralEn"] = "units" },
            ["design"] = taken["design"]?.DeepClone() ?? new JsonObject
            {
                ["strata"] = new JsonArray(),
                ["weights"] = weight ?? "respondents",
                ["finitePopulation"] = false,
                ["choice"] = $"{FillIn}: hvordan utvalget ble trukket, og hvem som har valgt vektene",
                ["choiceEn"] = $"{FillInEn}: how the sample was drawn, and who chose the weights",
            },
        };
        if (like is not null)
        {
            package["series"] = taken["series"]!.DeepClone();
        }

        if (variables.Responses.FirstOrDefault(variable => (variable.Like?["categories"] ?? (object?)variable.Categories) is not null) is { } first)
        {
            package["release"] = new JsonObject { ["question"] = first.Name, ["by"] = new JsonArray([.. variables.Frame.Where(variable => variable.Role == Group).Take(1).Select(variable => JsonValue.Create(variable.Name))]) };
        }

        package["batteries"] = new JsonArray([.. (taken["batteries"]?.AsArray() ?? []).Select(one => one!.DeepClone()), .. batteries.Select(one => new JsonObject { ["name"] = one.Name, ["title"] = one.Title, ["titleEn"] = one.Title })]);
        package["merged"] = taken["merged"]?.DeepClone() ?? new JsonArray();
        package["resources"] = new JsonArray(
            Resource("responses", ("Svar", "Answers"), variables.Responses, ("foreignKeys", new JsonArray(new JsonObject
            {
                ["fields"] = new JsonArray(CodebookRules.Key),
                ["reference"] = new JsonObject { ["resource"] = "frame", ["fields"] = new JsonArray(CodebookRules.Key) },
            }))),
            Resource("frame", ("Ramme", "Frame"), variables.Frame, null));
        notes.Add($"texts to write: look for «{FillIn}» and «{FillInEn}»");
        notes.Add("sensitive until you say otherwise: every answer (disclosureRole: none for what identifies nobody and may be told)");
        notes.Add("in the file’s language in both languages: translate one of them", variables.Responses.Concat(variables.Frame).Where(variable => variable is { Like: null, Column: not null }).Select(variable => variable.Name));
        notes.Add("how the sample was drawn: strata, sampling units, finite population (data/README.md, «design»)");
        package["toFillIn"] = new JsonArray([.. notes.Lines.Select(line => JsonValue.Create(line))]);
        return package;
    }

    private static JsonObject Resource(string name, (string Nb, string En) title, IEnumerable<DraftVariable> variables, (string Name, JsonArray Value)? keys)
    {
        var schema = new JsonObject { ["primaryKey"] = new JsonArray(CodebookRules.Key) };
        if (keys is { } more)
        {
            schema[more.Name] = more.Value;
        }

        schema["fields"] = new JsonArray([.. variables.Select(variable => variable.ToJson())]);
        return new JsonObject
        {
            ["name"] = name,
            ["path"] = name + ".csv",
            ["title"] = title.Nb,
            ["titleEn"] = title.En,
            ["format"] = "csv",
            ["mediatype"] = "text/csv",
            ["encoding"] = "utf-8",
            ["dialect"] = new JsonObject { ["delimiter"] = ",", ["lineTerminator"] = "\n", ["quoteChar"] = "\"", ["header"] = true },
            ["schema"] = schema,
        };
    }
}

/// <summary>What a person has to look at or to fill in in a drafted codebook: each kind once, with the variables it concerns.</summary>
internal sealed class DraftNotes
{
    private const int Named = 12;

    private readonly List<string> _kinds = [];
    private readonly Dictionary<string, List<string>> _variables = new(StringComparer.Ordinal);

    /// <summary>Notes something about the survey, or about one of its variables.</summary>
    public void Add(string what, string? variable = null)
    {
        if (!_variables.TryGetValue(what, out var variables))
        {
            _kinds.Add(what);
            _variables[what] = variables = [];
        }

        if (variable is not null && !variables.Contains(variable))
        {
            variables.Add(variable);
        }
    }

    /// <summary>Notes something about several variables; nothing where there are none.</summary>
    public void Add(string what, IEnumerable<string> variables)
    {
        foreach (var variable in variables)
        {
            Add(what, variable);
        }
    }

    /// <summary>The notes, a line each.</summary>
    public IReadOnlyList<string> Lines => [.. _kinds.Select(what => _variables[what] is { Count: > 0 } variables
        ? $"{what}: {string.Join(", ", variables.Take(Named))}{(variables.Count > Named ? FormattableString.Invariant($" and {variables.Count - Named} more") : "")}"
        : what)];
}
