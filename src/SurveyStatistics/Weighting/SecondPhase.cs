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
}
