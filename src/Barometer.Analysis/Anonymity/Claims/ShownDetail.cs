namespace Barometer.Analysis.Anonymity.Claims;

/// <summary>
/// How sharply a number is shown. It follows from what is shown beside it (the measure and n) and from the design and the group, and not from
/// the answers: so that one form was chosen and not another tells nothing.
/// </summary>
/// <param name="Decimals">The decimals of percentages, in percentage points; null for other numbers.</param>
/// <param name="IsGeneralised">Whether the limits are computed from what is shown anyway; false when they are the estimate's own.</param>
internal sealed record ShownDetail(int? Decimals, bool IsGeneralised)
{
    private const int Digits = 9;

    /// <summary>The unit of the last digit of a percentage.</summary>
    public double Step => Math.Pow(10, -((Decimals ?? 0) + 2));

    /// <summary>
    /// The detail of an estimate: of few respondents no decimals; limits of its own only for many respondents in so many strata that their
    /// counts can't be listed.
    /// </summary>
    /// <param name="table">Its table.</param>
    /// <param name="estimate">The estimate.</param>
    /// <param name="conditions">What its base tells.</param>
    /// <param name="policy">The thresholds.</param>
    public static ShownDetail Of(UnreleasedTable table, UnreleasedEstimate estimate, Conditions conditions, ReleasePolicy policy)
    {
        var isPercent = table.Measure is Measure.Share or Measure.Balance || (table.Measure == Measure.Difference && estimate.Outcome.Code is not null);

        // An effect or a margin in a model follows from all respondents at once: in decimals next to no other answers give the same, and its
        // interval bears none.
        var isEffect = IsOfAModel(table.Measure, estimate);
        var decimals = !isPercent ? (int?)null : isEffect ? 0 : policy.PercentDecimals;

        // What these tell beyond the number of each answer is how answers go together: their limits are computed from what is shown.
        if (table.Measure is Measure.Correlation or Measure.Consistency)
        {
            return new ShownDetail(null, true);
        }

        // A rate of the invited has a base of the frame and no answer behind it; nor has a mean of a number of the frame.
        if (estimate.HasFrameBase || table.Measure == Measure.Count || !conditions.TellsAnswers(estimate) || estimate.Numbers.Respondents is not { } n)
        {
            return new ShownDetail(decimals, false);
        }

        return n < policy.FewRespondents
            ? new ShownDetail(isPercent ? 0 : null, true)
            : new ShownDetail(decimals, (isPercent || table.Measure == Measure.Total) && CanBeListed(table, conditions.OfFrame(estimate)));
    }

    /// <summary>Whether a percentage is made of many shares at once: an effect or an adjusted share in a model, or a contrast of more than two groups.</summary>
    public static bool IsOfAModel(Measure measure, UnreleasedEstimate estimate) =>
        measure is Measure.Difference or Measure.Share && estimate.Members is { Parts.Count: var parts } && parts != (measure == Measure.Share ? 0 : 2);

    private static bool CanBeListed(UnreleasedTable table, RowSet respondents)
    {
        if (table.Design is not { } design)
        {
            return false;
        }

        var weights = design.Engine.Weights;
        var sizes = new Dictionary<double, int>();
        foreach (var row in respondents.Rows)
        {
            var weight = Math.Round(weights[row], Digits);
            sizes[weight] = sizes.GetValueOrDefault(weight) + 1;
        }

        return sizes.Values.Aggregate(1.0, (vectors, size) => vectors * (size + 1)) <= AnswerSystem.MostVectors;
    }
}
