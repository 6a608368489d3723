namespace SurveyStatistics.Estimation;

/// <summary>Estimates linear combinations of shares and means that have been estimated together.</summary>
internal sealed class ComparisonMaker(DesignState state)
{
    /// <summary>The combination Σ cᵢθᵢ with a t interval.</summary>
    /// <param name="outcome">Its labels.</param>
    /// <param name="groups">The groups it is about.</param>
    /// <param name="terms">The shares or means, each with the rows it is of.</param>
    /// <param name="coefficients">The coefficient of each.</param>
    public Estimate Make(
        Outcome outcome, IReadOnlyList<GroupValue> groups, IReadOnlyList<(Indicator Indicator, int[]? Group)> terms, double[] coefficients)
    {
        var variance = state.Variance.Value;
        var vector = variance.Estimate(new Ratios([.. terms.Select(term => term.Indicator.Within(term.Group))]));
        var (value, square) = vector.Combine(coefficients);
        var rows = Union([.. terms.Select(term => term.Indicator.Rows(term.Group))]);
        var degrees = variance.DegreesOfFreedom(rows, 1)[0];
        var members = new CellMembers([.. terms.Select(term => term.Indicator.Members(term.Group))]);
        var interval = state.Intervals.Student(value, square, degrees);
        var isOfShares = terms.All(term => term.Indicator.Counted is not null);
        return new Estimate
        {
            Outcome = outcome,
            Groups = groups,
            Value = value,
            StandardError = Math.Sqrt(square),
            Interval = interval,
            Respondents = rows.Count(row => row == 0),
            Base = rows.Select((row, i) => row == 0 ? variance.Sample.Weights[i] : 0).Sum(),
            DegreesOfFreedom = degrees,
            Reliability = ReliabilityRule.Judge(terms.Min(Effective), degrees, isOfShares ? interval : null),
            Members = members,
        };
    }

    // A comparison is no better known than the least known of what it compares.
    private double Effective((Indicator Indicator, int[]? Group) term) => DomainStatistic.Means(
        state.Variance.Value, term.Indicator.Rows(term.Group), 1, new RowNumbers(term.Indicator.Values))[0].EffectiveRespondents;

    private static int[] Union(int[][] rows)
    {
        var union = (int[])rows[0].Clone();
        foreach (var one in rows.AsSpan(1))
        {
            for (var row = 0; row < union.Length; row++)
            {
                union[row] = Math.Max(union[row], one[row]);
            }
        }

        return union;
    }
}
