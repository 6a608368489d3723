namespace SurveyStatistics.Weighting;

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
