namespace Barometer.Analysis.Anonymity.Claims;

/// <summary>What follows for an answer from what is shown of others: everybody's answers to a question add up, and so do those that are counted together.</summary>
internal static class Remainders
{
    // A sum of shown values can lie on the edge of what the truth leaves.
    private const double Widened = 1 + 1e-6;
    private const int MostSteps = 10_000;

    /// <summary>
    /// What follows for an answer from a number that several make up, in one base and weighted in one way, when all others of them are shown:
    /// everybody of a closed question, two answers taken together, a net balance. It is known to half the sum of their units.
    /// </summary>
    public static IEnumerable<Told> Of(IReadOnlyList<Claim> claims, List<Told> numbers)
    {
        foreach (var weighted in numbers.GroupBy(one => one.Number.Weighting))
        {
            var (set, coefficients) = (weighted.Key.Set, weighted.First().Number.Coefficients);
            var all = weighted.SelectMany(one => one.Claims).SelectMany(claim => claims[claim].Sums).Where(sum => sum.Base.Equals(set)).SelectMany(sum => sum.Also).DistinctBy(answer => answer.Key).ToList();
            List<Told> same = [.. weighted, .. weighted.Where(one => one.Number.Opposed is not null).SelectMany(balance => Halves(balance, all, [.. weighted]))];
            var shown = Finest(same);
            var everybody = new ShownNumber("", set, coefficients, set, 0) { Known = coefficients.Sum() };
            foreach (var (ofWhole, whole) in same.Where(one => one.Number.Answer.Length > 0).Prepend(new Told([], everybody)))
            {
                // Answers taken together can stand for those they are made of, where their own number is shown.
                var parts = all.Concat(same.Where(one => one.Number is { Answer.Length: > 0, Opposed: null }).Select(one => new Answer(one.Number.Answer, one.Number.Givers))).DistinctBy(answer => answer.Key)
                    .Select(answer => (Answer: answer, Sign: answer.Givers.IsSubsetOf(whole.Givers) ? 1 : whole.Opposed is { } below && answer.Givers.IsSubsetOf(below) ? -1 : 0))
                    .Where(part => part.Sign != 0 && part.Answer.Key != whole.Answer && (whole == everybody || (part.Answer.Givers.Count > 0 && IsMadeOf(whole.Answer, part.Answer.Key)))).ToList();
                foreach (var cover in Covers(parts, whole.Givers.Count + (whole.Opposed?.Count ?? 0), answer => shown.ContainsKey(answer.Key)).Where(cover => cover.Count > 1))
                {
                    foreach (var (answer, sign) in cover.Where(part => cover.TrueForAll(other => other.Answer.Key == part.Answer.Key || shown.ContainsKey(other.Answer.Key))))
                    {
                        var others = cover.Where(part => part.Answer.Key != answer.Key).Select(part => (part.Sign, Shown: shown[part.Answer.Key])).ToList();
                        yield return new Told(
                            [.. others.SelectMany(other => other.Shown.Parts), .. ofWhole],
                            new ShownNumber(answer.Key, set, coefficients, answer.Givers, (whole.Step + others.Sum(other => other.Shown.Number.Step)) * Widened)
                            {
                                Known = sign * (whole.Value - others.Sum(other => other.Sign * other.Shown.Number.Value)),
                            });
                    }
                }
            }
        }
    }

    /// <summary>
    /// What a net balance leaves for one of its sides as a whole, when all answers on the other side are shown: with it, what everybody's answers add
    /// up to tells of an answer that is on neither side.
    /// </summary>
    private static IEnumerable<Told> Halves(Told balance, List<Answer> all, List<Told> weighted)
    {
        var (number, shown) = (balance.Number, Finest(weighted));
        (string, RowSet, RowSet, int)[] sides = [("above", number.Givers, number.Opposed!, 1), ("below", number.Opposed!, number.Givers, -1)];
        foreach (var (name, side, other, sign) in sides)
        {
            var parts = all.Where(answer => answer.Givers.Count > 0 && answer.Givers.IsSubsetOf(other) && IsMadeOf(number.Answer, answer.Key)).Select(answer => (answer, 1)).ToList();
            foreach (var cover in Covers(parts, other.Count, answer => shown.ContainsKey(answer.Key)).Where(cover => cover.TrueForAll(part => shown.ContainsKey(part.Answer.Key))))
            {
                var others = cover.ConvertAll(part => shown[part.Answer.Key]);
                yield return new Told(
                    [.. others.SelectMany(one => one.Parts), .. balance.Parts],
                    new ShownNumber($"{number.Answer} {name}", number.Set, number.Coefficients, side, (number.Step + others.Sum(one => one.Number.Step)) * Widened)
                    {
                        Known = (sign * number.Value) + others.Sum(one => one.Number.Value),
                    });
            }
        }
    }

    // Of each answer the number that is shown in the smallest unit.
    private static Dictionary<string, Told> Finest(IEnumerable<Told> numbers) =>
        numbers.GroupBy(one => one.Number.Answer).ToDictionary(one => one.Key, one => one.MinBy(number => number.Number.Step)!, StringComparer.Ordinal);

    /// <summary>What an answer is to: the question, or the questions of which the answers are taken together.</summary>
    private static string QuestionOf(string answer) => string.Join(" & ", answer.Split(" & ").Select(one => one[..Math.Max(one.LastIndexOf('='), 0)]));

    private static bool IsMadeOf(string whole, string part) => whole[0] == '(' || QuestionOf(part).Split(" & ").Contains(QuestionOf(whole));

    /// <summary>
    /// The ways in which answers to one question that exclude each other make up a number of respondents, at most one of them without a number that
    /// is shown. The search stops after a fixed number of steps.
    /// </summary>
    private static List<List<(Answer Answer, int Sign)>> Covers(List<(Answer Answer, int Sign)> parts, int respondents, Func<Answer, bool> isShown)
    {
        var (covers, steps) = (new List<List<(Answer, int)>>(), 0);
        foreach (var question in parts.GroupBy(part => QuestionOf(part.Answer.Key)))
        {
            // That nobody gave an answer isn't known unless it is shown: it could have been given, too.
            Add(question.Where(part => part.Answer.Givers.Count > 0).ToList(), [.. question.Where(part => part.Answer.Givers.Count == 0)], 0, respondents);
        }

        return covers;

        void Add(List<(Answer Answer, int Sign)> open, List<(Answer Answer, int Sign)> chosen, int from, int left)
        {
            if (chosen.Count(part => !isShown(part.Answer)) > 1)
            {
                return;
            }

            if (left == 0 && chosen.Count > 0)
            {
                covers.Add(chosen);
            }

            for (var i = from; i < open.Count && steps < MostSteps; i++)
            {
                steps++;
                var part = open[i].Answer;
                if (part.Givers.Count <= left && chosen.TrueForAll(one => one.Answer.Givers.Intersect(part.Givers).Count == 0))
                {
                    Add(open, [.. chosen, open[i]], i + 1, left - part.Givers.Count);
                }
            }
        }
    }
}

/// <summary>A number, and the claims that tell it.</summary>
/// <param name="Parts">The numbers it follows from, each by the claims that show it: all must be shown, by one of theirs.</param>
/// <param name="Number">The number.</param>
internal sealed record Told(int[][] Parts, ShownNumber Number)
{
    public IEnumerable<int> Claims => Parts.SelectMany(part => part);

    public bool IsBy(Func<int, bool> isShown) => Array.TrueForAll(Parts, part => Array.Exists(part, claim => isShown(claim)));
}
