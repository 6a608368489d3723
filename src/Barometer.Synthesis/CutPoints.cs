namespace Barometer.Synthesis;

/// <summary>Cuts respondents' scores so that the weighted shares of the answers come as near the wanted ones as they can.</summary>
internal static class CutPoints
{
    /// <summary>The answer of each respondent, as an index into the question's answers.</summary>
    /// <param name="scores">The scores of those who give an answer.</param>
    /// <param name="weights">Their weights.</param>
    /// <param name="baseWeight">The weight of the whole base, those who don't know included.</param>
    /// <param name="perMille">The wanted share of each answer but the first, in thousandths of the base.</param>
    public static int[] Cut(long[] scores, long[] weights, long baseWeight, int[] perMille)
    {
        var fromTop = Enumerable.Range(0, scores.Length).OrderByDescending(i => scores[i]).ThenBy(i => i);
        var answers = new int[scores.Length];
        var answer = perMille.Length;
        var (taken, wanted) = (0L, answer == 0 ? 0 : Wanted(perMille, answer, baseWeight));
        foreach (var i in fromTop)
        {
            // Half of a respondent's weight decides: the cut falls where the share is nearest.
            while (answer > 0 && taken + weights[i] / 2 >= wanted)
            {
                answer--;
                wanted = answer == 0 ? long.MaxValue : Wanted(perMille, answer, baseWeight);
            }

            answers[i] = answer;
            taken += weights[i];
        }

        return answers;
    }

    // The weight of this answer and all above it.
    private static long Wanted(int[] perMille, int answer, long baseWeight) => perMille.Skip(answer - 1).Sum() * baseWeight / 1000;
}
