namespace SurveyStatistics.Estimation;

/// <summary>The estimates of one question: each answer in each group, then for everybody.</summary>
public sealed class EstimateTable
{
    /// <summary>Makes a table.</summary>
    /// <param name="measure">What the numbers say.</param>
    /// <param name="by">The grouping variables, in their order; empty for none.</param>
    /// <param name="estimates">The estimates: group by group, those of everybody last.</param>
    public EstimateTable(Measure measure, IReadOnlyList<string> by, IReadOnlyList<Estimate> estimates) =>
        (Measure, By, Estimates) = (measure, by, estimates);

    /// <summary>What the numbers say.</summary>
    public Measure Measure { get; }

    /// <summary>The grouping variables, in their order; empty for none.</summary>
    public IReadOnlyList<string> By { get; }

    /// <summary>The estimates: group by group, those of everybody last.</summary>
    public IReadOnlyList<Estimate> Estimates { get; }

    /// <summary>The estimate with these names: codes of groups, of an answer, or of an item; see <see cref="NamedEstimates"/>.</summary>
    /// <exception cref="SurveyException">None has them, or several.</exception>
    public Estimate this[params string[] names] => Estimates[NamedEstimates.Find(Estimates, names)];

    /// <summary>The estimates of the groups that somebody is in, without those of everybody.</summary>
    public EstimateTable OfGroups() => new(Measure, By, [.. Estimates.Where(estimate => estimate.Groups.Count > 0 && estimate.Respondents > 0)]);

    /// <summary>The estimates with their covariances, for functions of them and tests of several.</summary>
    /// <exception cref="SurveyException">An estimate has no covariance with others.</exception>
    public JointEstimates Joint() => JointEstimates.Of(Estimates);

    /// <summary>The estimates a line each, for reading while one works.</summary>
    public override string ToString() => string.Join('\n', Estimates.Select(one => FormattableString.Invariant(
        $"{string.Join(" · ", [.. one.Groups.Select(group => group.Code), one.Outcome.Variable + (one.Outcome.Code is { } code ? " = " + code : "")])}: {one.Value:0.####}")
        + (double.IsFinite(one.StandardError) ? FormattableString.Invariant($" (SE {one.StandardError:0.####})") : "")));
}

/// <summary>What a number says: it decides the unit, the format and which disclosure rules apply.</summary>
public enum Measure
{
    /// <summary>An unweighted number of respondents or frame units.</summary>
    Count,

    /// <summary>A share of the base, 0–1.</summary>
    Share,

    /// <summary>A mean in the variable's own unit.</summary>
    Mean,

    /// <summary>An estimated population total.</summary>
    Total,

    /// <summary>A ratio of two totals.</summary>
    Ratio,

    /// <summary>A quantile in the variable's own unit.</summary>
    Quantile,

    /// <summary>A difference between two shares or means.</summary>
    Difference,

    /// <summary>An odds ratio: the odds in a category over those in its reference.</summary>
    OddsRatio,

    /// <summary>A net balance, −1 to 1: share positive less share negative.</summary>
    Balance,

    /// <summary>A relative risk: the share in a group over that in another.</summary>
    RelativeRisk,

    /// <summary>A standard deviation in the variable's own unit.</summary>
    StandardDeviation,

    /// <summary>A correlation, −1 to 1.</summary>
    Correlation,

    /// <summary>How consistent items are as measures of one thing: alpha or omega, at most 1.</summary>
    Consistency,
}
