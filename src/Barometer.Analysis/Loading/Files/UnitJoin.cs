namespace Barometer.Analysis.Loading.Files;

/// <summary>Finds each respondent in the frame, and checks that the frame agrees that the unit was invited and answered.</summary>
internal static class UnitJoin
{
    // More of them are no slips of a pen: somebody took answers away.
    private const int FewUnits = 20;

    /// <summary>For each response row its row in the frame; only of use when no problem was noted.</summary>
    public static int[]? Match(TableFile frame, TableFile responses, ProblemLog ofFrame, ProblemLog ofResponses)
    {
        if (frame.Keys is not { } units || responses.Keys is not { } respondents)
        {
            return null;
        }

        var rowOf = new Dictionary<string, int>(frame.RowCount, StringComparer.Ordinal);
        for (var row = 0; row < frame.RowCount; row++)
        {
            rowOf.TryAdd(units.Values[row], row);
        }

        var flags = new ResponseFlags(frame);
        var rows = new int[responses.RowCount];
        var hasResponse = new bool[frame.RowCount];
        for (var row = 0; row < rows.Length; row++)
        {
            rows[row] = rowOf.GetValueOrDefault(respondents.Values[row], -1);
            if (rows[row] >= 0)
            {
                hasResponse[rows[row]] = true;
            }

            CheckRespondent(rows[row], responses.Lines[row], flags, frame.IsWhole, ofResponses);
        }

        CheckFrame(frame, flags, responses.IsWhole ? hasResponse : null, ofFrame);
        return rows;
    }

    private static void CheckRespondent(int frameRow, int line, ResponseFlags flags, bool frameIsWhole, ProblemLog problems)
    {
        if (frameRow < 0)
        {
            if (frameIsWhole)
            {
                problems.Add(
                    "A respondent is not in the frame",
                    line,
                    CodebookRules.Key,
                    "a unit of the frame",
                    "an identifier the frame does not have",
                    $"mend the identifier, or add the unit to {SurveyFolder.FrameFile}");
            }
        }
        else if (flags.Invited(frameRow) is false)
        {
            problems.Add(
                "A respondent was not invited", line, CodebookRules.Key, "a unit the frame marks as invited", "one it marks as not invited");
        }
        else if (flags.Answered(frameRow) is false)
        {
            problems.Add(
                "A respondent is marked as not having answered", line, CodebookRules.Key, "a unit the frame marks as answered", "one it marks as not answered");
        }
    }

    private static void CheckFrame(TableFile frame, ResponseFlags flags, bool[]? hasResponse, ProblemLog problems)
    {
        var missing = hasResponse is null ? 0 : Enumerable.Range(0, frame.RowCount).Count(row => flags.Answered(row) is true && !hasResponse[row]);
        if (missing > FewUnits)
        {
            problems.Add(
                FormattableString.Invariant($"{missing} units are marked as answered but have no answers"),
                null,
                "answered",
                $"a row in {SurveyFolder.ResponsesFile} for each",
                "no row",
                "was the file filtered? Keep all answers in it, and take a part by design.Where(…)");
            hasResponse = null;
        }

        for (var row = 0; row < frame.RowCount; row++)
        {
            if (flags.Answered(row) is not true)
            {
                continue;
            }

            if (flags.Invited(row) is false)
            {
                problems.Add(
                    "A unit answered without being invited", frame.Lines[row], "answered", "an answer from invited units only", "answered, but not invited");
            }
            else if (hasResponse is not null && !hasResponse[row])
            {
                problems.Add(
                    "A unit is marked as answered but has no answers", frame.Lines[row], "answered", $"a row in {SurveyFolder.ResponsesFile}", "no row");
            }
        }
    }
}
