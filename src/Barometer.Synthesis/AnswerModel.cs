namespace Barometer.Synthesis;

/// <summary>
/// Draws the answers, question by question in the codebook's order, so that routing is followed; then has the batteries keep
/// what the form demands of them.
/// </summary>
internal sealed class AnswerModel(Codebook codebook, IReadOnlyList<Question> questions, ulong seed)
{
    private const string Yes = "yes";
    private const string No = "no";

    /// <summary>The answers of those who answered, in the frame's order.</summary>
    public AnswerSheet Draw(IReadOnlyList<Unit> frame)
    {
        var sheet = new AnswerSheet([.. frame.Where(unit => unit.Answered)]);
        foreach (var variable in codebook.Responses)
        {
            if (questions.FirstOrDefault(question => question.Variable == variable.Name) is { } question)
            {
                Answer(sheet, variable, question);
            }
        }

        foreach (var limit in codebook.BatteryLimits)
        {
            Keep(limit, sheet);
        }

        return sheet;
    }

    /// <summary>Cuts scores so that the weighted shares of the answers come as near the wanted ones as they can.</summary>
    /// <param name="scores">The scores of those who give an answer.</param>
    /// <param name="weights">Their weights.</param>
    /// <param name="baseWeight">The weight of the whole base, those who don't know included.</param>
    /// <param name="perMille">The wanted share of each answer but the first, in thousandths of the base.</param>
    /// <returns>The answer of each, as an index into the question's answers.</returns>
    internal static int[] Cut(long[] scores, long[] weights, long baseWeight, int[] perMille)
    {
        var fromTop = Enumerable.Range(0, scores.Length).OrderByDescending(i => scores[i]).ThenBy(i => i);
        var answers = new int[scores.Length];
        var answer = perMille.Length;
        var (taken, wanted) = (0L, Wanted(perMille, answer, baseWeight));
        foreach (var i in fromTop)
        {
            // Half of a respondent's weight decides: the cut falls where the share is nearest.
            while (answer > 0 && taken + weights[i] / 2 >= wanted)
            {
                answer--;
                wanted = Wanted(perMille, answer, baseWeight);
            }

            answers[i] = answer;
            taken += weights[i];
        }

        return answers;
    }

    // The weight of this answer and all above it; the first answer takes whatever is left.
    private static long Wanted(int[] perMille, int answer, long baseWeight) =>
        answer == 0 ? long.MaxValue : perMille.Skip(answer - 1).Sum() * baseWeight / 1000;

    private void Answer(AnswerSheet sheet, Variable variable, Question question)
    {
        var answers = sheet[variable.Name];
        var battery = variable.Battery ?? variable.Name;
        var noAnswer = new RandomStream(seed, "no answer " + battery);
        var dontKnow = new RandomStream(seed, "don't know " + (question.DontKnowTogether ? battery : variable.Name));
        var notRelevant = new RandomStream(seed, "not relevant " + variable.Name);
        var own = new RandomStream(seed, "own part " + variable.Name);
        var (unknown, irrelevant) = (Code(variable, MissingReason.DontKnow), Code(variable, MissingReason.NotRelevant));
        var giving = new List<int>();
        var scores = new List<long>();
        var baseWeight = 0L;
        for (var i = 0; i < answers.Length; i++)
        {
            // All streams are drawn from for everybody, so that one answer never moves another's.
            var unit = sheet.Respondents[i];
            var score = Latent.Scale(question.Capacity, unit.Capacity) + Latent.Scale(question.Openness, unit.Openness) + own.NextBell();
            var (skips, lacks, finds) = (noAnswer.Happens(question.NoAnswer), dontKnow.Happens(question.DontKnow), notRelevant.Happens(question.NotRelevant));
            if (skips || !IsAsked(sheet, variable, i))
            {
                continue;
            }

            baseWeight += unit.Weight;
            if (lacks || finds)
            {
                answers[i] = lacks ? unknown : irrelevant;
                continue;
            }

            giving.Add(i);
            scores.Add(score);
        }

        var cut = Cut([.. scores], [.. giving.Select(i => sheet.Respondents[i].Weight)], baseWeight, question.PerMille);
        for (var k = 0; k < cut.Length; k++)
        {
            answers[giving[k]] = question.Answers[cut[k]];
        }
    }

    private static string Code(Variable variable, MissingReason reason) => variable.MissingCodes.FirstOrDefault(missing => missing.Reason == reason)?.Code ?? "";

    private static bool IsAsked(AnswerSheet sheet, Variable variable, int respondent) =>
        variable.Routing is null || variable.Routing.Codes.Contains(sheet[variable.Routing.Variable][respondent]);

    // At most so many items of a battery are chosen, and «none» stands alone.
    private void Keep(BatteryLimit limit, AnswerSheet sheet)
    {
        var items = codebook.Items(limit.Battery).Where(item => item.Name != limit.Exclusive).Select(item => sheet[item.Name]).ToArray();
        if (limit.Maximum is int most)
        {
            KeepAtMost(items, most, new RandomStream(seed, "at most " + limit.Battery));
        }

        if (limit.Exclusive is not null)
        {
            FillNone(items, sheet[limit.Exclusive]);
        }
    }

    // Which of those chosen are kept is decided by lot. Where nothing was chosen the last item, «other», is.
    private static void KeepAtMost(string[][] items, int most, RandomStream lot)
    {
        for (var i = 0; i < items[0].Length; i++)
        {
            var chosen = items.Where(item => item[i] == Yes).ToArray();
            lot.Shuffle<string[]>(chosen);
            foreach (var item in chosen.Skip(most))
            {
                item[i] = No;
            }

            if (chosen.Length == 0 && items[^1][i] == No)
            {
                items[^1][i] = Yes;
            }
        }
    }

    private static void FillNone(string[][] items, string[] none)
    {
        for (var i = 0; i < none.Length; i++)
        {
            // Who left the battery unanswered, or doesn't know, did so to all of it.
            none[i] = items.Any(item => item[i] == Yes) ? No : items.Any(item => item[i] == No) ? Yes : items[0][i];
        }
    }
}

/// <summary>The answers of one survey: for each variable a code a respondent; an empty text where there is none.</summary>
internal sealed class AnswerSheet(IReadOnlyList<Unit> respondents)
{
    private readonly Dictionary<string, string[]> _answers = new(StringComparer.Ordinal);

    /// <summary>The respondents, in the order of the rows.</summary>
    public IReadOnlyList<Unit> Respondents { get; } = respondents;

    /// <summary>The codes of a variable, one a respondent.</summary>
    public string[] this[string variable]
    {
        get
        {
            if (!_answers.TryGetValue(variable, out var answers))
            {
                _answers[variable] = answers = new string[Respondents.Count];
                Array.Fill(answers, "");
            }

            return answers;
        }
    }
}
