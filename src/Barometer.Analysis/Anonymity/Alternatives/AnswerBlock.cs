namespace Barometer.Analysis.Anonymity.Alternatives;

/// <summary>Questions whose answers move together, so that what moves is something the form allows.</summary>
/// <param name="Questions">Their numbers.</param>
internal sealed record AnswerBlock(IReadOnlyList<int> Questions)
{
    /// <summary>
    /// The blocks of a survey. The first holds all questions: whole answers move. Then each question on which no other hangs, as routing or
    /// because a shown number is of those who gave an answer to it; a battery with a limit is one block.
    /// </summary>
    /// <param name="sheet">The answers.</param>
    /// <param name="shown">What is shown of them.</param>
    /// <param name="inBatteries">Whether every battery is one block: what ties its answers to each other, and so the ranks of its items, stays.</param>
    public static IReadOnlyList<AnswerBlock> Of(AnswerSheet sheet, IReadOnlyList<RoundedNumber> shown, bool inBatteries)
    {
        var choosing = shown.SelectMany(number => number.Conditions.Select(condition => condition.Question)).ToHashSet();
        choosing.UnionWith(sheet.Questions.Select(one => one.Routing).OfType<QuestionRouting>().Select(routing => sheet.IndexOf(routing.Variable)));
        var limited = sheet.Survey.Codebook.BatteryLimits.Select(limit => limit.Battery).ToHashSet(StringComparer.Ordinal);
        var all = Enumerable.Range(0, sheet.Questions.Count).ToList();
        return
        [
            new AnswerBlock(all),
            .. all.Where(q => !choosing.Contains(q))
                .GroupBy(q => sheet.Questions[q].Battery is { } battery && (inBatteries || limited.Contains(battery)) ? battery : sheet.Questions[q].Name)
                .Select(block => new AnswerBlock([.. block])),
        ];
    }
}
