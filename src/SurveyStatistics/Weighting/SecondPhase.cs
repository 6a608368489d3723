namespace SurveyStatistics.Weighting;

/// <summary>
/// The second phase of a two-phase sample: of the units of the first, a simple random sample within strata; or those who
/// answered, within groups that answer with one probability.
/// </summary>
/// <param name="Stratum">For each row its second-phase stratum.</param>
/// <param name="Available">For each stratum the first-phase units in it.</param>
/// <param name="Taken">For each stratum those of them in the second phase.</param>
internal sealed record SecondPhase(int[] Stratum, int[] Available, int[] Taken)
{
    /// <summary>For each stratum the share taken.</summary>
    public double[] Fractions { get; } = [.. Taken.Select((taken, stratum) => taken / (double)Available[stratum])];

    /// <summary>Stops when a stratum has one unit of several.</summary>
    /// <exception cref="SurveyException">There is one.</exception>
    public void CheckLonely(Func<int, string> nameOf)
    {
        for (var stratum = 0; stratum < Taken.Length; stratum++)
        {
            if (Taken[stratum] == 1 && Available[stratum] > 1)
            {
                throw new SurveyException(new Problem(
                    $"The second phase has one unit only in {nameOf(stratum)}",
                    Expected: "two or more, to estimate its variance from",
                    Hint: "form larger groups, of fewer variables"));
            }
        }
    }

    /// <summary>The rows taken on of a first-phase sample, stratified, with the weights and the design of both phases.</summary>
    /// <param name="sample">The first phase.</param>
    /// <param name="taken">For each row whether it is in the second phase.</param>
    /// <param name="strata">The second phase's strata.</param>
    /// <exception cref="SurveyException">A row has no stratum, or a stratum nobody or a single one of several.</exception>
    public static WeightedSample Draw(WeightedSample sample, bool[] taken, Grouping strata)
    {
        var crossing = CrossClassification.Of(sample.Data, strata);
        var (available, kept) = (new int[crossing.CellCount], new int[crossing.CellCount]);
        for (var row = 0; row < taken.Length; row++)
        {
            var cell = crossing.Cells[row] is var known and >= 0 ? known : throw new SurveyException(new Problem(
                "A row of the first phase has no second-phase stratum", Column: strata.ToString(), Expected: "a category in every row"));
            available[cell]++;
            kept[cell] += taken[row] ? 1 : 0;
        }

        for (var cell = 0; cell < available.Length; cell++)
        {
            if (available[cell] > 0 && kept[cell] == 0)
            {
                throw new SurveyException(new Problem(
                    $"The second phase has nobody in {crossing.NameOf(cell)}", Expected: "two or more of each stratum", Hint: "form larger strata"));
            }
        }

        int[] rows = [.. Enumerable.Range(0, taken.Length).Where(row => taken[row])];
        var phase = new SecondPhase(Array.ConvertAll(rows, row => crossing.Cells[row]), available, kept);
        phase.CheckLonely(crossing.NameOf);
        var weights = Array.ConvertAll(rows, row => sample.Weights[row] / phase.Fractions[crossing.Cells[row]]);
        return sample with
        {
            Data = sample.Data.Take(rows),
            Weights = weights,
            BaseWeights = weights,
            SecondPhase = phase,
            Stages = [.. sample.Stages.Select(stage => Rows(stage, rows))],
            History = [.. sample.History, new WeightStep
            {
                Kind = WeightStepKind.SecondPhase,
                Variables = strata.ToString(),
                Weights = WeightSummary.Of(weights),
            }],
        };
    }

    // The units of the first phase stay as many as they are, also those nobody is taken of.
    private static SamplingStage Rows(SamplingStage stage, int[] rows) => stage with
    {
        Stratum = Array.ConvertAll(rows, row => stage.Stratum[row]),
        Unit = stage.Unit is null ? null : Array.ConvertAll(rows, row => stage.Unit[row]),
    };
}
