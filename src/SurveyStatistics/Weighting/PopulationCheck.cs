namespace SurveyStatistics.Weighting;

/// <summary>Checks that totals are of one population, the sample's own, and that fitted weights can be used.</summary>
internal static class PopulationCheck
{
    // Totals from different tables of one population may differ by rounding; a sample may be off by its own chance.
    private const double SameSize = 1e-6;
    private const double MostRescaling = 2;

    /// <summary>All counts must add up to one population size, which the weights before must not be far from.</summary>
    /// <exception cref="SurveyException">They do not.</exception>
    public static void Sizes(WeightedSample sample, AuxiliaryMatrix auxiliaries)
    {
        var crossings = auxiliaries.Terms.Where(term => term.Cells is not null).ToList();
        foreach (var term in crossings)
        {
            var (size, first) = (term.Totals.Sum(), crossings[0].Totals.Sum());
            if (Math.Abs(size - first) > SameSize * first)
            {
                throw new SurveyException(new Problem(
                    "The totals are not of one population: the counts of the variables add up to different numbers",
                    Expected: FormattableString.Invariant($"{first:0.###}, as the categories with {crossings[0].NameOf(0)} add up to"),
                    Got: FormattableString.Invariant($"{size:0.###} for those with {term.NameOf(0)}")));
            }
        }

        if (crossings.Count > 0)
        {
            NearTheWeights(sample, crossings[0].Totals.Sum());
        }
    }

    /// <summary>Weights must be positive, but of rows outside the sample.</summary>
    /// <param name="before">The weights before the step.</param>
    /// <param name="weights">Those after it.</param>
    /// <exception cref="SurveyException">One is not.</exception>
    public static void Positive(double[] before, double[] weights)
    {
        if (weights.Where((weight, row) => !(weight > 0) && before[row] != 0).Count() is var wrong and > 0)
        {
            throw new SurveyException(new Problem(
                FormattableString.Invariant($"The fitting gives {Problem.Counted(wrong, "respondent", "respondents")} a weight that is zero or negative"),
                Expected: "weights above zero",
                Hint: "use the raking distance, set bounds, for example (0.3, 3), or fit to fewer totals"));
        }
    }

    /// <summary>Every category must have somebody with a weight: in a replicate all its respondents can be left out.</summary>
    /// <exception cref="SurveyException">A sum of weights is zero; the message names the category.</exception>
    public static void Filled(double[] sums, Func<int, string> nameOf)
    {
        if (Array.FindIndex(sums, sum => !(sum > 0)) is var empty and >= 0)
        {
            throw new SurveyException(new Problem(
                $"The total of {nameOf(empty)} can't be met: no respondent with a weight above zero has it",
                Hint: "merge the category with another one"));
        }
    }

    private static void NearTheWeights(WeightedSample sample, double size)
    {
        var sum = WeightSummary.Of(sample.Weights).Sum;
        var known = sample.Frame?.RowCount ?? double.NaN;
        if (size > MostRescaling * sum || sum > MostRescaling * size || Math.Abs(size - known) > SameSize * known)
        {
            throw new SurveyException(new Problem(
                "The totals are of another population than the sample",
                Expected: double.IsNaN(known)
                    ? FormattableString.Invariant($"a size near {sum:0.###}, the sum of the weights")
                    : FormattableString.Invariant($"{known}, the size of the frame"),
                Got: FormattableString.Invariant($"{size:0.###}"),
                Hint: "check the totals' source; if the weights were relative ones, scale them first by ScaledTo(…)"));
        }
    }
}
