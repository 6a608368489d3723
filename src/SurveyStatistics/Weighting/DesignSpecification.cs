namespace SurveyStatistics.Weighting;

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
