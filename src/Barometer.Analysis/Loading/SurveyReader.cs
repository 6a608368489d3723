namespace Barometer.Analysis.Loading;

/// <summary>Reads a survey: codebook, frame and answers, checked against each other.</summary>
/// <example><code>var survey = SurveyReader.Read(DataFolder.Find("."), "operational-2018");</code></example>
internal static class SurveyReader
{
    /// <summary>Reads the survey <paramref name="surveyId"/> in the data folder <paramref name="dataRoot"/>.</summary>
    /// <param name="dataRoot">The data folder; see <see cref="DataFolder.Find"/>.</param>
    /// <param name="surveyId">The survey's id, for example <c>operational-2018</c>.</param>
    /// <exception cref="BarometerException">
    /// Anything is wrong with the files; all problems together. No message holds an answer or an identifier.
    /// </exception>
    public static Survey Read(string dataRoot, string surveyId)
    {
        var folder = SurveyFolder.Locate(dataRoot, surveyId);
        var codebook = ReadCodebook(folder);
        var ofFrame = new ProblemLog(folder.Display(folder.Frame));
        var ofResponses = new ProblemLog(folder.Display(folder.Responses));
        var frame = TableReader.Read(folder.Frame, codebook.Frame, ofFrame);
        var responses = TableReader.Read(folder.Responses, codebook.Responses, ofResponses);
        var rows = Join(codebook, frame, responses, ofFrame, ofResponses);
        List<Problem> problems = [.. ofFrame.ToList(), .. ofResponses.ToList()];
        return problems.Count == 0
            ? Build(codebook, frame!, responses!, rows!, folder.IsSynthetic)
            : throw new BarometerException(problems);
    }

    /// <summary>Checks a frame and answers that are in memory as <see cref="Read"/> checks those in files: how many units each has, and each kind of problem once for a column, with a count.</summary>
    /// <param name="codebook">The codebook.</param>
    /// <param name="frame">The frame as a file of ours, and the name messages use for it.</param>
    /// <param name="responses">The answers as a file of ours, and the name messages use for them.</param>
    public static (int Units, int Answers, IReadOnlyList<Problem> Problems) Check(Codebook codebook, (byte[] Text, string Name) frame, (byte[] Text, string Name) responses)
    {
        var (ofFrame, ofResponses) = (new ProblemLog(frame.Name, isCounted: true), new ProblemLog(responses.Name, isCounted: true));
        using var frameText = new MemoryStream(frame.Text, writable: false);
        using var responsesText = new MemoryStream(responses.Text, writable: false);
        var (units, answers) = (TableReader.Read(frameText, codebook.Frame, ofFrame), TableReader.Read(responsesText, codebook.Responses, ofResponses));
        Join(codebook, units, answers, ofFrame, ofResponses);
        return (units?.RowCount ?? 0, answers?.RowCount ?? 0, [.. ofFrame.ToList(), .. ofResponses.ToList()]);
    }

    private static int[]? Join(Codebook codebook, TableFile? frame, TableFile? responses, ProblemLog ofFrame, ProblemLog ofResponses)
    {
        if (responses is not null)
        {
            AnswerRules.Apply(responses, codebook, ofResponses);
        }

        return frame is null || responses is null ? null : new UnitJoin(frame, responses, ofFrame, ofResponses).Match();
    }

    /// <summary>Reads a survey's codebook and frame, and no answers: what a reader of its figures has besides them.</summary>
    /// <param name="dataRoot">The data folder.</param>
    /// <param name="surveyId">The survey's id.</param>
    /// <exception cref="BarometerException">Anything is wrong with the files; all problems together.</exception>
    public static (Codebook Codebook, DataSet Frame) ReadFrame(string dataRoot, string surveyId)
    {
        var folder = SurveyFolder.Locate(dataRoot, surveyId);
        var codebook = ReadCodebook(folder);
        var log = new ProblemLog(folder.Display(folder.Frame));
        var frame = TableReader.Read(folder.Frame, codebook.Frame, log);
        return log.ToList() is { Count: 0 } ? (codebook, new DataSet(codebook.Id + " frame", Columns(codebook, frame!))) : throw new BarometerException(log.ToList());
    }

    private static Codebook ReadCodebook(SurveyFolder folder)
    {
        var name = folder.Display(folder.Codebook);
        var codebook = CodebookReader.Read(folder.Codebook, name);
        return codebook.Id == folder.Id
            ? codebook
            : throw new BarometerException(new Problem(
                "The codebook is of another survey", name, Column: "name", Expected: folder.Id, Got: "another name"));
    }

    private static Survey Build(Codebook codebook, TableFile frame, TableFile responses, int[] frameRows, bool isSynthetic)
    {
        var ofFrame = Columns(codebook, frame);
        var joined = ofFrame.Where(column => column.Name != CodebookRules.Key && !CodebookRules.ResponseFlags.Contains(column.Name));
        return new Survey
        {
            Codebook = codebook,
            Frame = new DataSet(codebook.Id + " frame", ofFrame),
            Responses = new DataSet(
                codebook.Id + " responses",
                [.. responses.Columns.Select(column => column.ToColumn()), .. joined.Select(column => column.Take(frameRows))]),
            IsSynthetic = isSynthetic,
        };
    }

    private static List<Column> Columns(Codebook codebook, TableFile frame)
    {
        List<Column> columns = [.. frame.Columns.Select(column => column.ToColumn())];
        columns.AddRange([.. codebook.Merged.Select(merged => merged.Column((CategoricalColumn)columns.First(column => column.Name == merged.Of)))]);
        return columns;
    }
}

/// <summary>Finds each respondent in the frame, and checks that the frame agrees that the unit was invited and answered.</summary>
internal sealed class UnitJoin(TableFile frame, TableFile responses, ProblemLog ofFrame, ProblemLog ofResponses)
{
    // More of them are no slips of a pen: somebody took answers away.
    private const int FewUnits = 20;

    private readonly ColumnParser? _invited = frame.Find("invited");
    private readonly ColumnParser? _answered = frame.Find("answered");

    /// <summary>For each response row its row in the frame; only of use when no problem was noted.</summary>
    public int[]? Match()
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

        var rows = new int[responses.RowCount];
        var hasResponse = new bool[frame.RowCount];
        for (var row = 0; row < rows.Length; row++)
        {
            rows[row] = rowOf.GetValueOrDefault(respondents.Values[row], -1);
            if (rows[row] >= 0)
            {
                hasResponse[rows[row]] = true;
            }

            CheckRespondent(rows[row], responses.Lines[row]);
        }

        CheckFrame(responses.IsWhole ? hasResponse : null);
        return rows;
    }

    private void CheckRespondent(int frameRow, int line)
    {
        if (frameRow < 0)
        {
            if (frame.IsWhole)
            {
                ofResponses.Add(
                    "A respondent is not in the frame",
                    line,
                    CodebookRules.Key,
                    "a unit of the frame",
                    "an identifier the frame does not have",
                    $"mend the identifier, or add the unit to {SurveyFolder.FrameFile}");
            }
        }
        else if (IsYes(_invited, frameRow) is false)
        {
            ofResponses.Add(
                "A respondent was not invited", line, CodebookRules.Key, "a unit the frame marks as invited", "one it marks as not invited");
        }
        else if (IsYes(_answered, frameRow) is false)
        {
            ofResponses.Add(
                "A respondent is marked as not having answered", line, CodebookRules.Key, "a unit the frame marks as answered", "one it marks as not answered");
        }
    }

    private void CheckFrame(bool[]? hasResponse)
    {
        var missing = hasResponse is null ? 0 : Enumerable.Range(0, frame.RowCount).Count(row => IsYes(_answered, row) is true && !hasResponse[row]);
        if (missing > FewUnits)
        {
            ofFrame.Add(
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
            if (IsYes(_answered, row) is not true)
            {
                continue;
            }

            if (IsYes(_invited, row) is false)
            {
                ofFrame.Add(
                    "A unit answered without being invited", frame.Lines[row], "answered", "an answer from invited units only", "answered, but not invited");
            }
            else if (hasResponse is not null && !hasResponse[row])
            {
                ofFrame.Add(
                    "A unit is marked as answered but has no answers", frame.Lines[row], "answered", $"a row in {SurveyFolder.ResponsesFile}", "no row");
            }
        }
    }

    // What the frame says of the response process; null where it says nothing that can be read.
    private static bool? IsYes(ColumnParser? column, int row) =>
        column is not null && column.States[row] is >= 0 and var state ? column.Variable.Categories[state].Code == "yes" : null;
}
