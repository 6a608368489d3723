namespace Barometer.Analysis.Weighting;

/// <content>Variables made of others.</content>
public sealed partial class BarometerDesign
{
    private BarometerDesign(BarometerDesign from, Survey survey, SurveyDesign engine)
        : this(survey, engine) => (Conditions, Unreleasable) = (from.Conditions, from.Unreleasable);

    /// <summary>
    /// The design with a variable made of others by a rule: it stands wherever a variable can, and is protected together with what it is made
    /// of. Who wasn't asked one of its parts isn't asked it. The weights stay as they are.
    /// </summary>
    /// <param name="name">Its name: lower case, words joined by underscores.</param>
    /// <param name="rule">The rule.</param>
    /// <param name="nb">Its Norwegian label; null for one made of its parts' labels.</param>
    /// <param name="en">Its English label; null likewise.</param>
    /// <exception cref="BarometerException">A part doesn't exist or doesn't suit the rule, the parts were asked of different people, or the name is taken.</exception>
    /// <example><code>
    /// design.Derive("evaluated_any", Rule.Is("evaluated", "internal", "external"), nb: "Har evaluert", en: "Has evaluated")
    ///     .Proportion("evaluated_any", by: "size_group")
    /// </code></example>
    public BarometerDesign Derive(string name, Rule rule, string? nb = null, string? en = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(rule);
        if (!name.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '_'))
        {
            throw new BarometerException(new Problem($"«{name}» is no name of a variable", Expected: "lower-case letters, digits and underscores", Hint: "words for readers are its labels: nb and en"));
        }

        return Derived(name, rule, nb is null && en is null ? null : new LocalizedText(nb ?? en!, en ?? nb!));
    }

    /// <summary>The part of the population of which a condition is true: negated, joined by or, on numbers. The table says it in its parts' labels.</summary>
    /// <param name="condition">The condition.</param>
    /// <exception cref="BarometerException">The rule says neither yes nor no; or as for <see cref="Derive"/>.</exception>
    /// <example><code>design.Where(Rule.Is("partner_private") | !Rule.Is("size_group", "under_20")).Proportion("spread")</code></example>
    public BarometerDesign Where(Rule condition)
    {
        ArgumentNullException.ThrowIfNull(condition);
        if (condition.Plain is var (variable, answers))
        {
            return Where(variable, answers);
        }

        if (!condition.IsCondition)
        {
            throw new BarometerException(new Problem("A rule that says neither yes nor no chooses nobody", Expected: "Rule.Is, AnyOf, AllOf, OtherThan, AtLeast or Below"));
        }

        // The same condition has the same name, so that it is one variable however often it is used.
        var name = BarometerException.Translating(() => condition.Formula(new RuleSource(Codebook, Engine.Data)));
        var derived = Codebook.FindDerived(name) is null ? Derived(name, condition, null) : this;
        return derived.Where(name, "yes").Told(derived.Labels.Of(name));
    }

    /// <summary>The same with the condition in words of one's own, for the table's universe: «med minst 50 ansatte».</summary>
    /// <param name="condition">The condition.</param>
    /// <param name="nb">It in Norwegian.</param>
    /// <param name="en">It in English.</param>
    /// <exception cref="BarometerException">As for <see cref="Where(Rule)"/>.</exception>
    public BarometerDesign Where(Rule condition, string nb, string en) => Where(condition).Told(new LocalizedText(nb, en));

    // The derived variables that a table names: in what is estimated, its groups, its domain or its model.
    private List<DerivationRule> RulesOf(EstimateTable table, EstimationMethod method)
    {
        if (Codebook.Derived.Count == 0)
        {
            return [];
        }

        var named = table.Estimates.SelectMany(one => one.Groups.Select(group => group.Variable).Append(one.Outcome.Variable).Concat(one.Members?.Parts.Select(part => part.Outcome?.Variable).OfType<string>() ?? []))
            .Concat(table.By).Concat(method.Domain.Select(condition => condition.Variable)).Concat(method.Model?.Predictors ?? [])
            .SelectMany(name => name.Split(['/', ':']).Prepend(name)).ToHashSet(StringComparer.Ordinal);
        return [.. Codebook.Derived.Where(one => named.Contains(one.Variable.Name)).Select(one => new DerivationRule(one.Variable.Name, one.Variable.Label, one.Words, $"{one.Variable.Name} = {Codebook.FormulaOf(one.Variable.Name)}"))];
    }

    /// <summary>The same for a table that is only thought of: no list of variables has it.</summary>
    internal BarometerDesign Trying(string name, Rule rule) => Derived(name, rule, null, isListed: false);

    private BarometerDesign Derived(string name, Rule rule, LocalizedText? label, bool isListed = true)
    {
        var survey = BarometerException.Translating(() => _survey.Deriving(name, rule, label, isListed));
        return new BarometerDesign(this, survey, Engine.WithColumn(survey.Responses[name]));
    }

    private BarometerDesign Told(LocalizedText words) => new(this, Engine)
    {
        Conditions = [.. Conditions.SkipLast(1), (Conditions[^1].Told with { Words = words }, Conditions[^1].Rows)],
    };
}
