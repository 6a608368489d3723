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

    /// <summary>The estimates a line each, for reading while one works.</summary>
    public override string ToString() => string.Join('\n', Estimates.Select(one => FormattableString.Invariant(
        $"{string.Join(" · ", [.. one.Groups.Select(group => group.Code), one.Outcome.Variable + (one.Outcome.Code is { } code ? " = " + code : "")])}: {one.Value:0.####}")
        + (double.IsFinite(one.StandardError) ? FormattableString.Invariant($" (SE {one.StandardError:0.####})") : "")));
}
