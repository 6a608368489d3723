namespace SurveyStatistics.Weighting;

/// <summary>
/// Non-response adjustment by response homogeneity groups: within a group everybody invited is taken to answer with the
/// same probability, so that respondents carry the weight of those who did not answer (Särndal, Swensson and Wretman
/// 1992, 15.6). The factor is the group's invited weight over its respondents' weight.
/// </summary>
internal static class ResponseGroups
{
    /// <summary>The sample adjusted within the groups that variables of the frame form.</summary>
    /// <exception cref="SurveyException">The weights did not start from invitations, or a group has no respondent.</exception>
    public static WeightedSample Apply(WeightedSample sample, Grouping variables)
    {
        var invitation = sample.Invitation ?? throw NoInvitation();
        var crossing = CrossClassification.Of(sample.Data, variables);
        var factors = Factors(invitation, crossing.CellsIn(invitation.Units), crossing.CellCount, crossing.NameOf);
        return Adjusted(
            sample,
            crossing.Cells,
            factors,
            new WeightStep { Kind = WeightStepKind.ResponseGroups, Variables = variables.ToString() });
    }

    /// <summary>Tells that adjustment needs to know who was invited.</summary>
    public static SurveyException NoInvitation() => new(new Problem(
        "Non-response can't be adjusted for: the weights do not start from the invitations",
        Expected: "WeightedByInvitation() before the adjustment",
        Hint: "weights of population units over respondents adjust for non-response by stratum already"));

    /// <summary>Tells that nobody of a group answered.</summary>
    public static SurveyException NobodyAnswered(string group) => new(new Problem(
        $"Nobody answered in the response group {group}",
        Expected: "at least one respondent in every group of the invited",
        Hint: "form larger groups, of fewer variables"));

    /// <summary>Each group's invited weight over its respondents' weight; NaN where nobody was invited.</summary>
    /// <exception cref="SurveyException">A group has invited units and no respondent.</exception>
    public static double[] Factors(Invitation invitation, int[] groupOfUnit, int groups, Func<int, string> nameOf)
    {
        var (invited, answered) = (new double[groups], new double[groups]);
        for (var unit = 0; unit < groupOfUnit.Length; unit++)
        {
            if (groupOfUnit[unit] is not (var group and >= 0))
            {
                throw new SurveyException(new Problem("An invited unit belongs to no response group", Expected: "a category that respondents can have"));
            }

            invited[group] += invitation.Weights[unit];
            answered[group] += invitation.Answered[unit] ? invitation.Weights[unit] : 0;
        }

        for (var group = 0; group < groups; group++)
        {
            if (invited[group] > 0 && answered[group] == 0)
            {
                throw NobodyAnswered(nameOf(group));
            }
        }

        return [.. invited.Select((weight, group) => weight / answered[group])];
    }

    /// <summary>The sample with each respondent's weight multiplied by its group's factor.</summary>
    public static WeightedSample Adjusted(
        WeightedSample sample, int[] groupOfRow, double[] factors, WeightStep step)
    {
        var weights = new double[groupOfRow.Length];
        for (var row = 0; row < weights.Length; row++)
        {
            weights[row] = sample.Weights[row] * factors[groupOfRow[row]];
        }

        return sample.After(weights, step);
    }
}

/// <summary>
/// Non-response adjustment by estimated response propensity: either respondents count by the inverse of their own
/// propensity, or units are put in classes of similar propensity and adjusted within them, which is steadier when the
/// model is wrong (Little 1986; Rosenbaum and Rubin 1984 for five classes).
/// </summary>
internal static class ResponsePropensity
{
    /// <summary>The sample adjusted within classes of the propensities' quantiles.</summary>
    /// <exception cref="SurveyException">The weights did not start from invitations, or a class has no respondent.</exception>
    public static WeightedSample ByClasses(WeightedSample sample, ResponseModel model, string predictors, int classes)
    {
        var sorted = (double[])model.Propensities.Clone();
        Array.Sort(sorted);
        var breaks = Enumerable.Range(1, classes - 1).Select(i => Quantile7.OfSorted(sorted, i / (double)classes)).ToArray();
        var factors = ResponseGroups.Factors(
            sample.Invitation!,
            Array.ConvertAll(model.Propensities, ClassOf),
            classes,
            one => FormattableString.Invariant($"{one + 1} of {classes} by propensity"));
        return ResponseGroups.Adjusted(sample, Array.ConvertAll(model.Predict(sample.Data), ClassOf), factors, new WeightStep
        {
            Kind = WeightStepKind.PropensityClasses,
            Variables = predictors,
            Classes = classes,
        });

        // A propensity at a break belongs to the class below it, as in R's cut().
        int ClassOf(double propensity) => breaks.Count(limit => propensity > limit);
    }

    /// <summary>The sample with each weight divided by the respondent's own propensity.</summary>
    public static WeightedSample ByInverse(WeightedSample sample, ResponseModel model, string predictors)
    {
        var propensities = model.Predict(sample.Data);
        var weights = new double[propensities.Length];
        for (var row = 0; row < weights.Length; row++)
        {
            weights[row] = sample.Weights[row] / propensities[row];
        }

        return sample.After(weights, new WeightStep { Kind = WeightStepKind.InversePropensity, Variables = predictors });
    }
}

/// <summary>
/// Response as a second phase of sampling: the invited are a sample of the frame, and those who answered a simple random
/// sample of each response group of the invited. Each group's factor is its invited units over its respondents.
/// </summary>
internal static class ResponsePhase
{
    /// <summary>The sample with response as its second phase.</summary>
    /// <exception cref="SurveyException">The weights did not start from invitations, or a group has too few respondents.</exception>
    public static WeightedSample Apply(WeightedSample sample, Grouping variables)
    {
        var invitation = sample.Invitation ?? throw ResponseGroups.NoInvitation();
        var crossing = CrossClassification.Of(sample.Data, variables);
        var (available, taken) = Count(invitation, crossing);
        var filled = Enumerable.Range(0, taken.Length).Where(cell => taken[cell] > 0).ToArray();
        var phase = new SecondPhase(
            Array.ConvertAll(crossing.Cells, cell => Array.IndexOf(filled, cell)),
            Array.ConvertAll(filled, cell => available[cell]),
            Array.ConvertAll(filled, cell => taken[cell]));
        phase.CheckLonely(stratum => crossing.NameOf(filled[stratum]));
        var adjusted = ResponseGroups.Adjusted(
            sample,
            phase.Stratum,
            [.. phase.Fractions.Select(fraction => 1 / fraction)],
            new WeightStep { Kind = WeightStepKind.ResponsePhase, Variables = variables.ToString() });
        return adjusted with { SecondPhase = phase, Stages = [sample.Stages[0] with { SampledUnits = invitation.PerStratum }] };
    }

    private static (int[] Available, int[] Taken) Count(Invitation invitation, CrossClassification crossing)
    {
        var (available, taken) = (new int[crossing.CellCount], new int[crossing.CellCount]);
        var cells = crossing.CellsIn(invitation.Units);
        for (var unit = 0; unit < cells.Length; unit++)
        {
            if (cells[unit] is not (var cell and >= 0))
            {
                throw new SurveyException(new Problem("An invited unit belongs to no response group", Expected: "a category that respondents can have"));
            }

            available[cell]++;
            taken[cell] += invitation.Answered[unit] ? 1 : 0;
        }

        for (var cell = 0; cell < available.Length; cell++)
        {
            if (available[cell] > 0 && taken[cell] == 0)
            {
                throw ResponseGroups.NobodyAnswered(crossing.NameOf(cell));
            }
        }

        return (available, taken);
    }
}
