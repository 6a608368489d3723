namespace Barometer.Analysis.Loading;

/// <summary>
/// Reads a codebook: a Data Package with one resource for the responses and one for the frame. The properties that go
/// beyond the standard are described in data/README.md.
/// </summary>
internal static class CodebookReader
{
    /// <summary>Reads and checks the codebook at <paramref name="path"/>.</summary>
    /// <param name="path">The file.</param>
    /// <param name="name">The name messages use for it; by default the file's own name.</param>
    /// <exception cref="BarometerException">The file is missing, is no JSON, or contradicts itself; all problems together.</exception>
    public static Codebook Read(string path, string? name = null)
    {
        name ??= Path.GetFileName(path);
        return Read(CodebookDocument.Read(path, name), name);
    }

    /// <summary>Reads and checks a codebook's text.</summary>
    /// <param name="json">The text in UTF-8.</param>
    /// <param name="name">The name messages use for it.</param>
    /// <exception cref="BarometerException">It is no JSON, or contradicts itself; all problems together.</exception>
    public static Codebook Parse(byte[] json, string name) => Read(CodebookDocument.Parse(json, name), name);

    private static Codebook Read(CodebookDocument document, string name)
    {
        var problems = new ProblemLog(name);
        var codebook = new CodebookBuilder(document, problems).Build();
        if (problems.Any)
        {
            throw new BarometerException(problems.ToList());
        }

        CodebookRules.Check(codebook, problems);
        return problems.Any ? throw new BarometerException(problems.ToList()) : codebook;
    }
}

/// <summary>Turns the codebook file into the model, and notes everything that is missing in it.</summary>
internal sealed class CodebookBuilder(CodebookDocument document, ProblemLog problems)
{
    public Codebook Build() => new()
    {
        Id = Required(document.Name, "name", null),
        Series = document.Series ?? Required(document.Name, "name", null),
        Title = Text(document.Title, document.TitleEn, "title", null),
        Universe = Text(document.Universe, document.UniverseEn, "universe", null),
        Year = Year(),
        Unit = Unit(),
        Design = document.Design is null ? null : Design(document.Design),
        Release = document.Release is { } release ? new(Required(release.Question, "release.question", null), release.By ?? []) : null,
        Provenance = Text(document.Description, document.DescriptionEn, "description", null),
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
            var name = Required(battery.Name, "batteries.name", null);
            batteries[name] = Text(battery.Title, battery.TitleEn, "title", name);
        }

        return batteries;
    }

    private int? Year()
    {
        if (document.Year is < 1900 or > 2199)
        {
            problems.Add("«year» is no year", null, "year", "four digits, from 1900 on");
        }

        return document.Year;
    }

    private SurveyUnit Unit() => document.Unit is not { } unit ? SurveyUnit.Any : new(
        unit.Kind switch
        {
            "workplace" => UnitKind.Workplace,
            "organisation" => UnitKind.Organisation,
            "other" => UnitKind.Other,
            _ => Unknown("unit.kind", null, "workplace, organisation or other", UnitKind.Other),
        },
        Text(unit.Plural, unit.PluralEn, "unit.plural", null));

    private DeclaredDesign Design(DesignDocument design)
    {
        foreach (var other in design.Others?.Keys ?? [])
        {
            problems.Add("The design has a part that is not understood", null, "design." + other, NearNames.Expected(DesignDocument.Names, other), hint: NearNames.Hint(DesignDocument.Names, other));
        }

        return new DeclaredDesign
        {
            Strata = design.Strata ?? [],
            Clusters = design.Clusters ?? [],
            Weights = design.Weights ?? DeclaredDesign.Respondents,
            FinitePopulation = design.FinitePopulation,
            CollapseBelow = design.CollapseBelow,
            LonelyStrata = design.LonelyStrata switch
            {
                null or "fail" => LonelyStratum.Fail,
                "adjust" => LonelyStratum.Adjust,
                "average" => LonelyStratum.Average,
                "remove" => LonelyStratum.Remove,
                "certainty" => LonelyStratum.Certainty,
                _ => Unknown("design.lonelyStrata", null, "fail, adjust, average, remove or certainty", LonelyStratum.Fail),
            },
            NonResponse = design.NonResponse ?? [],
            ResponsePhase = design.ResponsePhase,
            PostStratification = design.PostStratification ?? [],
            Raking = [.. (design.Raking ?? []).Select(margin => margin.Variables)],
            Trimming = design.Trimming is { } limits ? (limits.Lower ?? 0, limits.Upper ?? double.PositiveInfinity) : null,
            Choice = Text(design.Choice, design.ChoiceEn, "design.choice", null),
        };
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
            Kind = Kind(field.Type, field.Categories is not null, name),
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
            IsResidual = field.Residual,
        };
    }

    private MergedVariable Merged(MergedDocument merged)
    {
        var name = Required(merged.Name, "merged.name", null);
        var categories = merged.Categories ?? [];
        var variable = new Variable
        {
            Name = name,
            Kind = VariableKind.Categorical,
            Label = Text(merged.Title, merged.TitleEn, "title", name),
            Categories = [.. categories.Select(category => Category(category, name))],
            Ordered = merged.CategoriesOrdered,
            Role = DisclosureRole.Group,
        };
        var codes = categories.SelectMany(category => (category.Codes ?? []).Select(code => (Code: code, To: category.Value ?? "")));
        return new MergedVariable(variable, Required(merged.Of, "merged.of", name), codes.DistinctBy(one => one.Code).ToDictionary(one => one.Code, one => one.To, StringComparer.Ordinal));
    }

    private Category Category(CategoryDocument category, string variable) => new(
        Required(category.Value, "categories.value", variable),
        Text(category.Label, category.LabelEn, "categories.label", variable))
    {
        IsResidual = category.Residual,
    };

    private MissingCode Missing(MissingDocument missing, string variable) => new(
        missing.Value ?? "",
        Reason(missing.Reason, variable),
        Text(missing.Label, missing.LabelEn, "missingValues.label", variable));

    private QuestionRouting Routing(RoutingDocument routing, string variable) => new(
        Required(routing.Variable, "routing.variable", variable),
        routing.Codes ?? [],
        Text(routing.Universe, routing.UniverseEn, "routing.universe", variable));

    // The text in both languages; what is missing is noted.
    private LocalizedText Text(string? nb, string? en, string property, string? variable) =>
        new(Required(nb, property, variable), Required(en, property + "En", variable));

    // The text; noted when there is none.
    private string Required(string? text, string property, string? variable)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            problems.Add($"«{property}» is missing", null, variable, "a text");
            return "";
        }

        return text;
    }

    // The role a word stands for; the strictest one, and a note, for any other word.
    private DisclosureRole Role(string? role, string variable) => role switch
    {
        "none" => DisclosureRole.None,
        "identifier" => DisclosureRole.Identifier,
        "organisation" => DisclosureRole.Organisation,
        "group" => DisclosureRole.Group,
        "sensitive" => DisclosureRole.Sensitive,
        "wave" => DisclosureRole.Wave,
        _ => Unknown("disclosureRole", variable, "none, identifier, organisation, group, sensitive or wave", DisclosureRole.Sensitive),
    };

    // The reason a word stands for; «no answer», and a note, for any other word.
    private MissingReason Reason(string? reason, string variable) => reason switch
    {
        "not_asked" => MissingReason.NotAsked,
        "no_answer" => MissingReason.NoAnswer,
        "dont_know" => MissingReason.DontKnow,
        "not_relevant" => MissingReason.NotRelevant,
        _ => Unknown("missingValues.reason", variable, "not_asked, no_answer, dont_know or not_relevant", MissingReason.NoAnswer),
    };

    // The kind a field's type makes; an identifier, and a note, for a type that isn't used here.
    private VariableKind Kind(string? type, bool hasCategories, string variable) => type switch
    {
        "string" => hasCategories ? VariableKind.Categorical : VariableKind.Identifier,
        "number" or "integer" => VariableKind.Numeric,
        _ => Unknown("type", variable, "string, number or integer", VariableKind.Identifier),
    };

    private T Unknown<T>(string property, string? variable, string expected, T fallback)
    {
        problems.Add($"«{property}» is not understood", null, variable, expected, "another word, or none");
        return fallback;
    }
}
