namespace SurveyStatistics.Estimation;

/// <summary>Linear combinations of shares and means that have been estimated together: differences and contrasts.</summary>
internal static class Comparison
{
    /// <summary>The combination Σ cᵢθᵢ with a t interval.</summary>
    /// <param name="state">The design.</param>
    /// <param name="outcome">Its labels.</param>
    /// <param name="groups">The groups it is about.</param>
    /// <param name="terms">The shares or means, each with the rows it is of.</param>
    /// <param name="coefficients">The coefficient of each.</param>
    public static Estimate Of(
        DesignState state,
        Outcome outcome,
        IReadOnlyList<GroupValue> groups,
        IReadOnlyList<(Indicator Indicator, int[]? Group)> terms,
        double[] coefficients)
    {
        var variance = state.Variance.Value;
        var ratios = new Ratios([.. terms.Select(term => term.Indicator.Within(term.Group))]);
        var vector = variance.Estimate(ratios);
        var (value, square) = vector.Combine(coefficients);
        var rows = Union([.. terms.Select(term => term.Indicator.Rows(term.Group))]);
        var degrees = variance.DegreesOfFreedom(rows, 1)[0];
        GroupEstimate[] parts = [.. terms.Select(term => state.WithoutAnswers(
            DomainStatistic.Means(variance, term.Indicator.Rows(term.Group), 1, new RowNumbers(term.Indicator.Values))[0], term.Indicator.Outcome, groups))];
        var isFixed = Array.TrueForAll(parts, part => part.IsFixed);
        square = isFixed ? 0 : square;
        var interval = state.StudentInterval(value, square, degrees);

        // A comparison is no better known than the least known of what it compares.
        var effective = parts.Min(part => part.EffectiveRespondents);
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
            Reliability = isFixed ? Reliability.FixedByDesign : ReliabilityRule.Judge(effective, degrees, isOfShares ? interval : null),
            Members = new CellMembers([.. terms.Select(term => term.Indicator.Members(term.Group))]),
            Source = new EstimateSource(state, new Lazy<IStatistic>(() => new FunctionStatistic(ratios, Sum))),
        };

        SmoothNumber Sum(double[] values) => values.Index().Aggregate(
            (SmoothNumber)0, (sum, one) => sum + (coefficients[one.Index] * SmoothNumber.Estimate(one.Item, one.Index, values.Length)));
    }

    // In the base is 0 and outside −1: the larger of them is in either.
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

/// <summary>One outcome as numbers a row: the terms that comparisons, ranks and tests are made of.</summary>
/// <param name="Outcome">Its labels.</param>
/// <param name="InBase">For each row 0 in the base and −1 outside.</param>
/// <param name="Values">For each row its value; read in the base only.</param>
/// <param name="Counted">Whether a row gave the answer; null for a number.</param>
internal sealed record Indicator(Outcome Outcome, int[] InBase, double[] Values, Func<int, bool>? Counted)
{
    /// <summary>The outcome's share or mean among the rows of a group.</summary>
    /// <param name="group">For each row 0 in the group and −1 outside; null for the whole base.</param>
    public RatioTerm Within(int[]? group = null) => RatioTerm.Mean(Rows(group), 0, new RowNumbers(Values));

    /// <summary>The respondents behind the outcome's share or mean among the rows of a group.</summary>
    public CellMembers Members(int[]? group = null)
    {
        int[] Base() => [.. Rows(group).Index().Where(row => row.Item == 0).Select(row => row.Index)];
        return new CellMembers(Base, Counted is null ? null : () => Array.FindAll(Base(), row => Counted(row))) { Outcome = Outcome };
    }

    /// <summary>For each row 0 in the base and the group, and −1 outside.</summary>
    public int[] Rows(int[]? group = null)
    {
        if (group is null)
        {
            return InBase;
        }

        var rows = new int[InBase.Length];
        for (var row = 0; row < rows.Length; row++)
        {
            rows[row] = InBase[row] == 0 && group[row] == 0 ? 0 : -1;
        }

        return rows;
    }
}
