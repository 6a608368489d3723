namespace Barometer.Synthesis;

/// <summary>Draws the answers, question by question in the codebook's order, so that routing is followed.</summary>
internal sealed class AnswerModel(Codebook codebook, IReadOnlyList<Question> questions, ulong seed)
{
    private const string DontKnow = "dont_know";
    private const string NotRelevant = "not_relevant";

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

        return sheet;
    }

    private void Answer(AnswerSheet sheet, Variable variable, Question question)
    {
        var answers = sheet[variable.Name];
        var battery = variable.Battery ?? variable.Name;
        var noAnswer = new RandomStream(seed, "no answer " + battery);
        var dontKnow = new RandomStream(seed, "don't know " + (question.DontKnowTogether ? battery : variable.Name));
        var notRelevant = new RandomStream(seed, "not relevant " + variable.Name);
        var own = new RandomStream(seed, "own part " + variable.Name);
        var giving = new List<int>();
        var scores = new List<long>();
        var baseWeight = 0L;
        for (var i = 0; i < answers.Length; i++)
        {
            // All streams are drawn from for everybody, so that one answer never moves another's.
            var score = Score(question, sheet.Respondents[i], own);
            var (skips, lacks, finds) = (noAnswer.Happens(question.NoAnswer), dontKnow.Happens(question.DontKnow), notRelevant.Happens(question.NotRelevant));
            if (skips || !IsAsked(sheet, variable, i))
            {
                continue;
            }

            baseWeight += sheet.Respondents[i].Weight;
            if (lacks || finds)
            {
                answers[i] = lacks ? DontKnow : NotRelevant;
                continue;
            }

            giving.Add(i);
            scores.Add(score);
        }

        var cut = CutPoints.Cut([.. scores], [.. giving.Select(i => sheet.Respondents[i].Weight)], baseWeight, question.PerMille);
        for (var k = 0; k < cut.Length; k++)
        {
            answers[giving[k]] = question.Answers[cut[k]];
        }
    }

    private static long Score(Question question, Unit unit, RandomStream own) =>
        Latent.Scale(question.Capacity, unit.Capacity) + Latent.Scale(question.Openness, unit.Openness) + own.NextBell();

    private static bool IsAsked(AnswerSheet sheet, Variable variable, int respondent) =>
        variable.Routing is null || variable.Routing.Codes.Contains(sheet[variable.Routing.Variable][respondent]);
}
