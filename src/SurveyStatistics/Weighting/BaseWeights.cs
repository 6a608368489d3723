namespace SurveyStatistics.Weighting;

/// <summary>
/// The first weights of a sample: those given, or N_h / r_h, the population units of a stratum over its respondents.
/// The latter takes the respondents of a stratum as a simple random sample of it.
/// </summary>
internal static class BaseWeights
{
    private const string Answered = "answered";

    /// <summary>The sample that <paramref name="design"/> describes, with its base weights.</summary>
    /// <exception cref="SurveyException">The design can't be used as it is; the message says what to do.</exception>
    public static WeightedSample Of(DesignSpecification design)
    {
        if (design.IsUnweighted)
        {
            return Unweighted(design);
        }

        CheckNotFiltered(design);
        var strata = Stratification.Of(design);
        var stages = SamplingStages.Of(design, strata);
        SamplingStages.CheckLonely(stages, design.Lonely);
        double[]? overInvited = null;
        var invitation = design.Invitation is null ? null : Invitation.Of(design, strata, out overInvited);
        var weights = overInvited is not null
            ? Array.ConvertAll(strata.OfRow, stratum => overInvited[stratum])
            : design.Weights is null ? FromCounts(design, strata, stages) : Given(design.Data.Numeric(design.Weights));
        return new WeightedSample
        {
            Data = design.Data,
            Frame = design.Frame,
            Invitation = invitation,
            Weights = weights,
            Stages = stages,
            Repeated = design.Repeated is null ? null : RepeatedUnits.Of(design, strata, stages[0]),
            Lonely = design.Lonely,
            History = [Describe(design, strata, weights)],
        };
    }

    // A part of the respondents is a domain of the design: base weights of the part alone would let it stand for the whole
    // population. A frame that marks those who answered tells whether rows have been left out.
    private static void CheckNotFiltered(DesignSpecification design)
    {
        if (design.Invitation is not null || design.Frame?.TryGet(Answered, out var column) != true || column is not (CategoricalColumn or NumericColumn))
        {
            return;
        }

        var answers = design.Frame.YesOrNo(Answered).Count(one => one);
        if (answers != design.Data.RowCount)
        {
            throw new SurveyException(new Problem(
                $"The rows of {design.Data.Name} are not those who answered",
                Expected: FormattableString.Invariant($"{answers} rows, one for each unit that the frame marks as answered"),
                Got: FormattableString.Invariant($"{design.Data.RowCount}"),
                Hint: "a part of the respondents is a domain, not a file of its own: make the design of all, then design.Where(…)"));
        }
    }

    private static WeightedSample Unweighted(DesignSpecification design)
    {
        var everybody = design with { Strata = [], Clusters = [], IsFinite = false, Frame = null, CollapseBelow = 0, Repeated = null };

        // A row that is outside the sample stays there.
        double[] weights = design.Weights is { } given
            ? Array.ConvertAll(Given(design.Data.Numeric(given)), weight => weight == 0 ? 0.0 : 1)
            : [.. Enumerable.Repeat(1.0, design.Data.RowCount)];
        return new WeightedSample
        {
            Data = design.Data,
            Weights = weights,
            Stages = SamplingStages.Of(everybody, Stratification.Of(everybody)),
            Lonely = LonelyStratum.Adjust,
            History = [new WeightStep { Kind = WeightStepKind.Base, Basis = WeightBasis.Unweighted, Weights = WeightSummary.Of(weights) }],
        };
    }

    private static double[] Given(NumericColumn column)
    {
        var weights = column.Values.ToArray();
        var wrong = weights.Count(weight => !(weight >= 0) || double.IsInfinity(weight));
        if (wrong > 0)
        {
            throw new SurveyException(new Problem(
                Problem.Counted(wrong, "row has", "rows have") + " a weight that is missing, negative or infinite",
                Column: column.Name,
                Expected: "a number above zero, or zero for a row of the frame that is outside the sample"));
        }

        return Array.Exists(weights, weight => weight > 0) ? weights : throw new SurveyException(new Problem(
            "No row has a weight above zero", Column: column.Name, Expected: "a weight above zero for everybody in the sample"));
    }

    private static double[] FromCounts(DesignSpecification design, Stratification strata, IReadOnlyList<SamplingStage> stages)
    {
        var perStratum = strata.FrameUnits?.Select((units, stratum) => units / strata.Respondents[stratum]).ToArray();
        if (perStratum is null && stages.Any(stage => stage.PopulationUnits is null))
        {
            throw new SurveyException(new Problem(
                "The design has no weights",
                Expected: "a weight variable, or population counts to make weights of",
                Hint: "add WeightedBy(\"…\") or WithFinitePopulation(\"…\"), or say Unweighted() if every answer shall count once"));
        }

        var weights = new double[design.Data.RowCount];
        for (var row = 0; row < weights.Length; row++)
        {
            weights[row] = perStratum is not null
                ? perStratum[strata.OfRow[row]]
                // Population units over sampled ones, stage by stage: the inverse of the inclusion probability.
                : stages.Aggregate(1.0, (product, stage) =>
                    product * stage.PopulationUnits![stage.Stratum[row]] / stage.SampledUnits[stage.Stratum[row]]);
        }

        return weights;
    }

    private static WeightStep Describe(DesignSpecification design, Stratification strata, double[] weights) => new()
    {
        Kind = WeightStepKind.Base,
        Basis = design.Weights is not null ? WeightBasis.Variable : design.Invitation is not null ? WeightBasis.Invited : WeightBasis.Respondents,
        Method = design.Weights ?? "",
        Variables = string.Join(" × ", design.Strata),
        HasMergedStrata = strata.IsMerged,
        Weights = WeightSummary.Of(weights),
    };
}

/// <summary>What a researcher has said about how the respondents were chosen, before anything is computed from it.</summary>
internal sealed record DesignSpecification
{
    /// <summary>The respondents.</summary>
    public required DataSet Data { get; init; }

    /// <summary>The population, one row a unit; null when the population is known from columns of the data only.</summary>
    public DataSet? Frame { get; init; }

    /// <summary>Whether every respondent counts once, whatever else is said.</summary>
    public bool IsUnweighted { get; init; }

    /// <summary>The variables whose crossing gives the strata.</summary>
    public IReadOnlyList<string> Strata { get; init; } = [];

    /// <summary>The sampling units of each stage, the first first; empty when respondents were sampled directly.</summary>
    public IReadOnlyList<string> Clusters { get; init; } = [];

    /// <summary>Whether the same cluster id in two strata means two clusters.</summary>
    public bool ClusterIdsRepeat { get; init; }

    /// <summary>The variable with the weights; null when they follow from the population counts.</summary>
    public string? Weights { get; init; }

    /// <summary>
    /// The frame's variables that say who was invited and who answered, when weights are population units over
    /// invitations; null when they are over respondents.
    /// </summary>
    public (string Invited, string Answered)? Invitation { get; init; }

    /// <summary>Whether variances get a finite population correction.</summary>
    public bool IsFinite { get; init; }

    /// <summary>The variables with the population count of each stage's stratum; empty when the frame is counted.</summary>
    public IReadOnlyList<string> PopulationCounts { get; init; } = [];

    /// <summary>The variables of the unit and of the wave, where the data are several waves put together; null where they are one.</summary>
    public (string Unit, string Wave)? Repeated { get; init; }

    /// <summary>What to do with a stratum of one unit.</summary>
    public LonelyStratum Lonely { get; init; }

    /// <summary>Strata with fewer respondents than this are merged with a neighbour; 0 leaves them.</summary>
    public int CollapseBelow { get; init; }
}
