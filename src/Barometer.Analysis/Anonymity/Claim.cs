using Barometer.Analysis.Estimation;

namespace Barometer.Analysis.Anonymity;

/// <summary>
/// What one estimate tells a reader, if it is published: the size of its base and, on that base, a count (of those who
/// gave an answer) or a sum (behind a mean or a total).
/// </summary>
internal sealed class Claim
{
    /// <summary>Reads the claim of an estimate.</summary>
    /// <param name="measure">The table's measure.</param>
    /// <param name="estimate">The estimate, with its members.</param>
    /// <param name="organisationOfRow">For each row of the response table its organisation.</param>
    public Claim(Measure measure, Estimate estimate, int[] organisationOfRow)
    {
        var members = estimate.Members!;
        Base = new RowSet(members.BaseRows);
        Counted = measure is Measure.Share or Measure.Count && members.CountedRows is { } counted ? new RowSet(counted) : null;
        Rest = Counted is null ? null : Base.Except(Counted);
        Quantity = Counted is not null
            ? $"{estimate.Outcome.Variable}={estimate.Outcome.Code}"
            : measure == Measure.Count ? null : $"{measure}:{estimate.Outcome.Variable}={estimate.Outcome.Code}";
        Variable = estimate.Outcome.Variable;
        IsPercentage = measure != Measure.Count;
        OrganisationOfRow = organisationOfRow;
    }

    /// <summary>The respondents in the base.</summary>
    public RowSet Base { get; }

    /// <summary>The respondents who gave the answer; null when the claim is no count.</summary>
    public RowSet? Counted { get; }

    /// <summary>The respondents in the base who did not give it; null when the claim is no count.</summary>
    public RowSet? Rest { get; }

    /// <summary>The name of what is counted or summed on the base; null when only the base is told.</summary>
    public string? Quantity { get; }

    /// <summary>The variable behind the quantity.</summary>
    public string Variable { get; }

    /// <summary>Whether the figure is a percentage, a mean or the like, for which the minimum base holds.</summary>
    public bool IsPercentage { get; }

    /// <summary>For each row of the response table its organisation.</summary>
    public int[] OrganisationOfRow { get; }

    /// <summary>Whether the claim has been published; false when it is hidden.</summary>
    public bool IsPublished { get; set; }
}
