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
