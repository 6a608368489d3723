namespace Barometer.Conformance.Weighting.Form;

/// <summary>One case: what is estimated of which design, and what is expected.</summary>
internal sealed record CaseForm
{
    /// <summary>The name in the report.</summary>
    public required string Id { get; init; }

    /// <summary>The design's id; null for what needs none.</summary>
    public string? Design { get; init; }

    /// <summary>What is estimated; README.md lists the names.</summary>
    public required string Estimator { get; init; }

    /// <summary>The variables.</summary>
    public IReadOnlyList<string> Variables { get; init; } = [];

    /// <summary>The grouping variables; with any, rows of everybody have no groups.</summary>
    public IReadOnlyList<string> By { get; init; } = [];

    /// <summary>The part of the population; all conditions hold.</summary>
    public IReadOnlyList<ConditionForm> Domain { get; init; } = [];

    /// <summary>Whether only rows with a value of every variable count.</summary>
    public bool Complete { get; init; }

    /// <summary>The answer counted.</summary>
    public string? Category { get; init; }

    /// <summary>Who is in the base: asked, asked-with-a-view or everybody.</summary>
    public string Answers { get; init; } = "asked";

    /// <summary>The confidence level.</summary>
    public double Level { get; init; } = 0.95;

    /// <summary>The interval of proportions: logit, wilson, beta, asin or plain.</summary>
    public string Interval { get; init; } = "logit";

    /// <summary>The degrees of freedom of the expected t intervals, where they are not the domain's.</summary>
    public double? Df { get; init; }

    /// <summary>quantile: the shares at or below.</summary>
    public IReadOnlyList<double> Probabilities { get; init; } = [0.5];

    /// <summary>The rule of a quantile, the kind of a test, the variant of a method.</summary>
    public string? Method { get; init; }

    /// <summary>ratio: the denominator.</summary>
    public string? Denominator { get; init; }

    /// <summary>contrast, tests: the variable that forms the groups.</summary>
    public string? Between { get; init; }

    /// <summary>t-test: the first group.</summary>
    public string? Group { get; init; }

    /// <summary>t-test: the group that is subtracted; null for everybody else.</summary>
    public string? From { get; init; }

    /// <summary>contrast: the coefficient of each group; given-shares: the share of each category.</summary>
    public IReadOnlyDictionary<string, double>? Coefficients { get; init; }

    /// <summary>Models and tests: the predictors.</summary>
    public IReadOnlyList<string> Predictors { get; init; } = [];

    /// <summary>regression: linear, logistic or poisson.</summary>
    public string Family { get; init; } = "linear";

    /// <summary>term-test: the term, or several joined by +; margins: the predictor.</summary>
    public string? Term { get; init; }

    /// <summary>Numbers that a closed form takes, by name.</summary>
    public IReadOnlyDictionary<string, double> Numbers { get; init; } = new Dictionary<string, double>();

    /// <summary>Lists of numbers that a method takes, by name.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<double>> Lists { get; init; } = new Dictionary<string, IReadOnlyList<double>>();

    /// <summary>What must come out.</summary>
    public required ExpectedForm Expected { get; init; }

    /// <summary>Tolerances of this case, by the number's name.</summary>
    public IReadOnlyDictionary<string, double> Tolerance { get; init; } = new Dictionary<string, double>();

    /// <summary>A remark for readers.</summary>
    public string? Note { get; init; }
}
