namespace Barometer.Analysis.Loading;

/// <summary>
/// How a survey was sampled and how its answers are weighted, as its codebook declares it. The parts are taken in the order of the properties. What the choice rests
/// on stands with it, so that whoever reads the numbers sees who chose.
/// </summary>
internal sealed record DeclaredDesign
{
    /// <summary>The weight starts from those who answered: units over answers, in each stratum.</summary>
    public const string Respondents = "respondents";

    /// <summary>The weight starts from those invited: units over invitations, in each stratum.</summary>
    public const string Invited = "invited";

    /// <summary>The variables of the frame whose crossing gives the strata; none for a single one.</summary>
    public IReadOnlyList<string> Strata { get; init; } = [];

    /// <summary>The sampling units of each stage, the first first; none where units were sampled directly.</summary>
    public IReadOnlyList<string> Clusters { get; init; } = [];

    /// <summary>Where weights start: <see cref="Respondents"/>, <see cref="Invited"/>, or the name of a variable that holds them.</summary>
    public string Weights { get; init; } = Respondents;

    /// <summary>Whether variances are corrected for the finite population.</summary>
    public bool FinitePopulation { get; init; }

    /// <summary>Strata with fewer answers are merged with their smaller neighbour; null where none are merged.</summary>
    public int? CollapseBelow { get; init; }

    /// <summary>What is done with a stratum of a single sampled unit.</summary>
    public LonelyStratum LonelyStrata { get; init; }

    /// <summary>The groups in which those who answered carry the weight of those who didn't; none where there is no such step.</summary>
    public IReadOnlyList<string> NonResponse { get; init; } = [];

    /// <summary>Whether response is a second phase of sampling, which standard errors count.</summary>
    public bool ResponsePhase { get; init; }

    /// <summary>The crossing whose counts in the frame the weights are fitted to; none where there is no such step.</summary>
    public IReadOnlyList<string> PostStratification { get; init; } = [];

    /// <summary>The margins that weights are raked to, each a variable or a crossing; none where there is no such step.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Raking { get; init; } = [];

    /// <summary>The limits that weights are cut at; null where none are.</summary>
    public (double Lower, double Upper)? Trimming { get; init; }

    /// <summary>Whether the rows are those of several waves, with units in common.</summary>
    public bool IsOfWaves { get; init; }

    /// <summary>Who chose, and why.</summary>
    public required LocalizedText Choice { get; init; }

    /// <summary>The variables of the frame it needs.</summary>
    public IEnumerable<string> Groups => [.. Strata, .. NonResponse, .. PostStratification, .. Raking.SelectMany(margin => margin)];
}

/// <summary>What must hold between a declared design and the variables of its codebook.</summary>
internal static class DesignRules
{
    /// <summary>Notes every part that names something else than what it needs.</summary>
    public static void Check(Codebook codebook, ProblemLog problems)
    {
        if (codebook.Design is not { } design)
        {
            return;
        }

        var groups = codebook.Frame.Where(variable => variable is { Kind: VariableKind.Categorical, Role: DisclosureRole.Group }).Select(variable => variable.Name)
            .Concat(codebook.Merged.Select(merged => merged.Variable.Name)).ToList();
        foreach (var name in design.Groups.Distinct().Except(groups))
        {
            problems.Add("The design names no group of the frame", null, name, NearNames.Expected(groups, name), hint: NearNames.Hint(groups, name));
        }

        foreach (var name in design.Clusters.Where(name => codebook.Frame.All(variable => variable.Name != name)))
        {
            problems.Add("The design’s sampling unit is not in the frame", null, name, "a variable of the frame, such as that of the organisation");
        }

        if (design.Weights is not (DeclaredDesign.Respondents or DeclaredDesign.Invited) && codebook.Variables.All(variable => variable.Name != design.Weights || variable.Kind != VariableKind.Numeric))
        {
            problems.Add("The design’s weights are not understood", null, "design.weights", $"{DeclaredDesign.Respondents}, {DeclaredDesign.Invited} or the name of a number", design.Weights);
        }

        if (design.Weights != DeclaredDesign.Invited && (design.NonResponse.Count > 0 || design.ResponsePhase))
        {
            problems.Add("The design adjusts for non-response, but its weights do not start from the invitations", null, "design.nonResponse", $"«weights»: «{DeclaredDesign.Invited}»", design.Weights);
        }

        if (design.ResponsePhase && design.NonResponse.Count == 0)
        {
            problems.Add("The design has a response phase without groups", null, "design.responsePhase", "the groups in «nonResponse»");
        }

        if (design.CollapseBelow < 2)
        {
            problems.Add("The design merges no strata", null, "design.collapseBelow", "at least 2 answers");
        }

        if (design.PostStratification.Count > 0 && design.Raking.Count > 0)
        {
            problems.Add("The design fits its weights twice", null, "design.raking", "«postStratification» or «raking»");
        }

        if (design.Trimming is { } limits && !(limits.Lower >= 0 && limits.Lower < limits.Upper))
        {
            problems.Add("The design’s limits of weights cannot hold", null, "design.trimming", "a lower limit from 0, below the upper one");
        }
    }
}
