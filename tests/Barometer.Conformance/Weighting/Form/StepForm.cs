namespace Barometer.Conformance.Weighting.Form;

/// <summary>One thing done to the weights.</summary>
internal sealed record StepForm
{
    /// <summary>post-stratify, rake, calibrate, standardise, trim, adjust-nonresponse, response-phase, adjust-propensity or scale.</summary>
    public required string Kind { get; init; }

    /// <summary>The totals to meet: one for post-stratification and standardisation, the margins of raking, the totals of calibration.</summary>
    public IReadOnlyList<TotalForm> Totals { get; init; } = [];

    /// <summary>calibrate: linear, raking or logit.</summary>
    public string Distance { get; init; } = "linear";

    /// <summary>calibrate: the smallest and largest factor.</summary>
    public IReadOnlyList<double>? Bounds { get; init; }

    /// <summary>trim: the lowest weight.</summary>
    public double? Lower { get; init; }

    /// <summary>trim: the highest weight.</summary>
    public double? Upper { get; init; }

    /// <summary>trim: the quantile of the weights that is the lowest.</summary>
    public double? LowerQuantile { get; init; }

    /// <summary>trim: the quantile of the weights that is the highest.</summary>
    public double? UpperQuantile { get; init; }

    /// <summary>adjust-nonresponse, response-phase: the variables whose crossing gives the response groups; standardise: the groups, none for everybody as one.</summary>
    public IReadOnlyList<string> Groups { get; init; } = [];

    /// <summary>adjust-propensity: the predictors.</summary>
    public IReadOnlyList<string> Predictors { get; init; } = [];

    /// <summary>adjust-propensity: the number of classes; 0 for the inverse of each propensity.</summary>
    public int Classes { get; init; } = 5;

    /// <summary>adjust-propensity: whether the model counts units by their weights.</summary>
    public bool Weighted { get; init; }

    /// <summary>scale: the sum of the weights.</summary>
    public double? Total { get; init; }
}
