namespace Barometer.Analysis.Loading;

/// <summary>Turns the codebook file into the model, and notes everything that is missing in it.</summary>
internal sealed class CodebookBuilder(CodebookDocument document, ProblemLog problems)
{
    public Codebook Build() => new()
    {
        Id = Required(document.Name, "name", null),
        Title = Text(document.Title, document.TitleEn, "title", null),
        Universe = Text(document.Universe, document.UniverseEn, "universe", null),
        Provenance = Text(document.Description, document.DescriptionEn, "description", null),
        Batteries = Batteries(),
        Responses = Variables("responses"),
        Frame = Variables("frame"),
    };

    private Dictionary<string, LocalizedText> Batteries()
    {
        var batteries = new Dictionary<string, LocalizedText>(StringComparer.Ordinal);
        foreach (var battery in document.Batteries ?? [])
        {
            var name = Required(battery.Name, "batteries.name", null);
            batteries[name] = Text(battery.Title, battery.TitleEn, "title", name);
        }

        return batteries;
    }

    private List<Variable> Variables(string resource)
    {
        var fields = document.Fields(resource);
        if (fields.Count == 0)
        {
            problems.Add("The codebook describes no such file", null, resource, "a resource of that name with fields");
        }

        return [.. fields.Select(Variable)];
    }

    private Variable Variable(FieldDocument field)
    {
        var name = Required(field.Name, "name", null);
        return new Variable
        {
            Name = name,
            Kind = Kind(field, name),
            Label = Text(field.Title, field.TitleEn, "title", name),
            Question = field.Question is null ? null : Text(field.Question, field.QuestionEn, "question", name),
            Categories = [.. (field.Categories ?? []).Select(category => Category(category, name))],
            Ordered = field.CategoriesOrdered,
            MissingCodes = [.. (field.MissingValues ?? []).Select(missing => Missing(missing, name))],
            Routing = field.Routing is null ? null : Routing(field.Routing, name),
            Role = Role(field.DisclosureRole, name),
            Battery = field.Battery,
            Minimum = field.Constraints?.Minimum,
            Maximum = field.Constraints?.Maximum,
            WholeNumbers = field.Type == "integer",
        };
    }

    private VariableKind Kind(FieldDocument field, string variable)
    {
        switch (field.Type)
        {
            case "string":
                return field.Categories is null ? VariableKind.Identifier : VariableKind.Categorical;
            case "number" or "integer":
                return VariableKind.Numeric;
            default:
                problems.Add("A variable has no known type", null, variable, "type string, number or integer", "another");
                return VariableKind.Identifier;
        }
    }

    private Category Category(CategoryDocument category, string variable) =>
        new(Required(category.Value, "categories.value", variable), Text(category.Label, category.LabelEn, "categories.label", variable));

    private MissingCode Missing(MissingDocument missing, string variable) => new(
        missing.Value ?? "",
        Reason(missing.Reason, variable),
        Text(missing.Label, missing.LabelEn, "missingValues.label", variable));

    private Routing Routing(RoutingDocument routing, string variable) => new(
        Required(routing.Variable, "routing.variable", variable),
        routing.Codes ?? [],
        Text(routing.Universe, routing.UniverseEn, "routing.universe", variable));

    private DisclosureRole Role(string? role, string variable) => role switch
    {
        "none" => DisclosureRole.None,
        "identifier" => DisclosureRole.Identifier,
        "organisation" => DisclosureRole.Organisation,
        "group" => DisclosureRole.Group,
        "sensitive" => DisclosureRole.Sensitive,
        _ => Unknown("disclosureRole", variable, "none, identifier, organisation, group or sensitive", DisclosureRole.Sensitive),
    };

    private MissingReason Reason(string? reason, string variable) => reason switch
    {
        "not_asked" => MissingReason.NotAsked,
        "no_answer" => MissingReason.NoAnswer,
        "dont_know" => MissingReason.DontKnow,
        "not_relevant" => MissingReason.NotRelevant,
        _ => Unknown("missingValues.reason", variable, "not_asked, no_answer, dont_know or not_relevant", MissingReason.NoAnswer),
    };

    private T Unknown<T>(string property, string variable, string expected, T fallback)
    {
        problems.Add($"«{property}» is not understood", null, variable, expected, "another word, or none");
        return fallback;
    }

    private LocalizedText Text(string? nb, string? en, string property, string? variable) =>
        new(Required(nb, property, variable), Required(en, property + "En", variable));

    private string Required(string? text, string property, string? variable)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            problems.Add($"«{property}» is missing", null, variable, "a text");
            return "";
        }

        return text;
    }
}
