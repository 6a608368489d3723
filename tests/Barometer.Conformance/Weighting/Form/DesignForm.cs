namespace Barometer.Conformance.Weighting.Form;

/// <summary>How the respondents were chosen and weighted.</summary>
internal sealed record DesignForm
{
    /// <summary>The design that this one continues with further steps; null when it starts from data.</summary>
    public string? Base { get; init; }

    /// <summary>The id of the respondents' data.</summary>
    public string? Data { get; init; }

    /// <summary>The id of the population's data, one row a unit.</summary>
    public string? Frame { get; init; }

    /// <summary>The variables whose crossing gives the strata.</summary>
    public IReadOnlyList<string> Strata { get; init; } = [];

    /// <summary>The sampling units of each stage.</summary>
    public IReadOnlyList<string> Clusters { get; init; } = [];

    /// <summary>Whether cluster ids are numbered anew in every stratum.</summary>
    public bool ClusterIdsRepeat { get; init; }

    /// <summary>The variable with the weights; null when they follow from population counts.</summary>
    public string? Weights { get; init; }

    /// <summary>For each stage the variable with the population units of the row's stratum.</summary>
    public IReadOnlyList<string> PopulationCounts { get; init; } = [];

    /// <summary>Whether the frame's counts correct for the finite population.</summary>
    public bool FinitePopulation { get; init; }

    /// <summary>The frame's variables that say who was invited and who answered, when weights start from there.</summary>
    public InvitationForm? Invitation { get; init; }

    /// <summary>fail, adjust, average, remove or certainty.</summary>
    public string Lonely { get; init; } = "fail";

    /// <summary>Strata with fewer respondents are merged with a neighbour.</summary>
    public int CollapseBelow { get; init; }

    /// <summary>Whether every answer counts once.</summary>
    public bool Unweighted { get; init; }

    /// <summary>The replicate weights; null for variances by linearisation.</summary>
    public ReplicatesForm? Replicates { get; init; }

    /// <summary>The second phase of a two-phase sample.</summary>
    public SecondPhaseForm? SecondPhase { get; init; }

    /// <summary>What is done to the weights, in order.</summary>
    public IReadOnlyList<StepForm> Steps { get; init; } = [];

    /// <summary>Tolerances of the cases with this design, by the number's name.</summary>
    public IReadOnlyDictionary<string, double> Tolerance { get; init; } = new Dictionary<string, double>();
}
