namespace Barometer.Analysis.Loading.Codebooks;

/// <summary>Turns the codebook file into the model, and notes everything that is missing in it.</summary>
internal sealed class CodebookBuilder(CodebookDocument document, ProblemLog problems)
{
    private readonly CodebookTexts _texts = new(problems);

    public Codebook Build() => new()
    {
        Id = _texts.Required(document.Name, "name", null),
        Title = _texts.Text(document.Title, document.TitleEn, "title", null),
        Universe = _texts.Text(document.Universe, document.UniverseEn, "universe", null),
        Provenance = _texts.Text(document.Description, document.DescriptionEn, "description", null),
        Batteries = Batteries(),
        BatteryLimits = [.. (document.Batteries ?? [])
            .Where(battery => battery.Maximum is not null || battery.Exclusive is not null)
            .Select(battery => new BatteryLimit(battery.Name ?? "", battery.Maximum, battery.Exclusive))],
        Responses = Variables("responses"),
        Frame = Variables("frame"),
        Merged = [.. (document.Merged ?? []).Select(Merged)],
    };

    private Dictionary<string, LocalizedText> Batteries()
    {
        var batteries = new Dictionary<string, LocalizedText>(StringComparer.Ordinal);
        foreach (var battery in document.Batteries ?? [])
        {
            var name = _texts.Required(battery.Name, "batteries.name", null);
            batteries[name] = _texts.Text(battery.Title, battery.TitleEn, "title", name);
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
        var name = _texts.Required(field.Name, "name", null);
        return new Variable
        {
            Name = name,
            Kind = _texts.Kind(field.Type, field.Categories is not null, name),
            Label = _texts.Text(field.Title, field.TitleEn, "title", name),
            Question = field.Question is null ? null : _texts.Text(field.Question, field.QuestionEn, "question", name),
            Categories = [.. (field.Categories ?? []).Select(category => Category(category, name))],
            Ordered = field.CategoriesOrdered,
            MissingCodes = [.. (field.MissingValues ?? []).Select(missing => Missing(missing, name))],
            Routing = field.Routing is null ? null : Routing(field.Routing, name),
            Role = _texts.Role(field.DisclosureRole, name),
            Battery = field.Battery,
            Minimum = field.Constraints?.Minimum,
            Maximum = field.Constraints?.Maximum,
            WholeNumbers = field.Type == "integer",
        };
    }

    private MergedVariable Merged(MergedDocument merged)
    {
        var name = _texts.Required(merged.Name, "merged.name", null);
        var categories = merged.Categories ?? [];
        var variable = new Variable
        {
            Name = name,
            Kind = VariableKind.Categorical,
            Label = _texts.Text(merged.Title, merged.TitleEn, "title", name),
            Categories = [.. categories.Select(category => Category(category, name))],
            Ordered = merged.CategoriesOrdered,
            Role = DisclosureRole.Group,
        };
        var codes = categories.SelectMany(category => (category.Codes ?? []).Select(code => (Code: code, To: category.Value ?? "")));
        return new MergedVariable(variable, _texts.Required(merged.Of, "merged.of", name), codes.DistinctBy(one => one.Code).ToDictionary(one => one.Code, one => one.To, StringComparer.Ordinal));
    }

    private Category Category(CategoryDocument category, string variable) => new(
        _texts.Required(category.Value, "categories.value", variable),
        _texts.Text(category.Label, category.LabelEn, "categories.label", variable));

    private MissingCode Missing(MissingDocument missing, string variable) => new(
        missing.Value ?? "",
        _texts.Reason(missing.Reason, variable),
        _texts.Text(missing.Label, missing.LabelEn, "missingValues.label", variable));

    private QuestionRouting Routing(RoutingDocument routing, string variable) => new(
        _texts.Required(routing.Variable, "routing.variable", variable),
        routing.Codes ?? [],
        _texts.Text(routing.Universe, routing.UniverseEn, "routing.universe", variable));
}
