namespace Barometer.Analysis.Loading;

/// <summary>A variable that an analysis made of others by a rule. It is in no file; wherever the survey's answers are read anew it is made anew.</summary>
/// <param name="Variable">The variable as the codebook knows it: labels, categories, who was asked, what it means for anonymity.</param>
/// <param name="Rule">The rule.</param>
/// <param name="Parts">The variables that the rule names, derived ones among them.</param>
internal sealed record DerivedVariable(Variable Variable, Rule Rule, IReadOnlyList<string> Parts)
{
    /// <summary>The rule in the words of its parts' labels.</summary>
    public required LocalizedText Words { get; init; }

    /// <summary>The rule by names and codes: what tells it from others.</summary>
    public required string Formula { get; init; }

    /// <summary>Declares a variable.</summary>
    /// <param name="codebook">The codebook, with what was derived before.</param>
    /// <param name="data">The answers.</param>
    /// <param name="name">Its name.</param>
    /// <param name="rule">Its rule.</param>
    /// <param name="label">Its label; null for one made of its parts' labels.</param>
    /// <exception cref="BarometerException">A part doesn't exist or is an identifier, the parts were asked of different people, or the name is taken.</exception>
    public static DerivedVariable Of(Codebook codebook, DataSet data, string name, Rule rule, LocalizedText? label)
    {
        if (data.TryGet(name, out _) || codebook.Variables.Any(variable => variable.Name == name))
        {
            throw new BarometerException(new Problem($"The survey has a variable «{name}» already", Expected: "a name of its own for what is derived"));
        }

        var source = new RuleSource(codebook, data);
        var values = rule.Make(source);
        var parts = source.Parts.Select(part => codebook[part]).ToList();
        if (parts.Find(part => part.Role is DisclosureRole.Identifier or DisclosureRole.Organisation) is { } identifier)
        {
            throw new BarometerException(new Problem($"«{name}» can't be made of «{identifier.Name}», which tells one organisation from another", Expected: "answers, numbers or groups"));
        }

        var routings = parts.Select(part => part.Routing).OfType<QuestionRouting>().DistinctBy(routing => $"{routing.Variable}={string.Join('|', routing.Codes)}").ToList();
        if (routings.Count > 1)
        {
            throw new BarometerException(new Problem(
                $"«{name}» is made of questions that different people were asked: {string.Join(", ", parts.Where(part => part.Routing is not null).Select(part => $"«{part.Name}»"))}",
                Expected: "questions with the same routing, or asked of everybody",
                Hint: "who wasn't asked one of them has no value: derive from the questions of one routing at a time"));
        }

        return new DerivedVariable(
            new Variable
            {
                Name = name,
                Kind = values.Amounts is null ? VariableKind.Categorical : VariableKind.Numeric,
                Label = label ?? rule.Label(source),
                Categories = values.Categories,
                Ordered = values.IsOrdered,
                MissingCodes = [.. parts.SelectMany(part => part.MissingCodes).Where(code => code.Reason is MissingReason.DontKnow or MissingReason.NotRelevant).DistinctBy(code => code.Reason)],
                Routing = routings is [var only] ? only : null,
                Role = parts.Exists(part => part.Role == DisclosureRole.Sensitive) ? DisclosureRole.Sensitive
                    : parts.TrueForAll(part => part.Role is DisclosureRole.Group or DisclosureRole.Wave) ? DisclosureRole.Group : DisclosureRole.None,
            },
            rule,
            [.. source.Parts])
        { Words = rule.Words(source), Formula = rule.Formula(source) };
    }

    /// <summary>The column, made of some data.</summary>
    public Column Column(Codebook codebook, DataSet data) => Rule.Make(new RuleSource(codebook, data)).ToColumn(Variable);
}
