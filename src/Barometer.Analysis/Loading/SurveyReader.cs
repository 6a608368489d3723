namespace Barometer.Analysis.Loading;

/// <summary>Reads a survey: codebook, frame and answers, checked against each other.</summary>
/// <example><code>var survey = SurveyReader.Read(DataFolder.Find("."), "operational-2018");</code></example>
public static class SurveyReader
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
        if (responses is not null)
        {
            RoutingCheck.Apply(responses, ofResponses);
            BatteryCheck.Apply(responses, codebook, ofResponses);
        }

        var rows = frame is null || responses is null ? null : UnitJoin.Match(frame, responses, ofFrame, ofResponses);
        List<Problem> problems = [.. ofFrame.ToList(), .. ofResponses.ToList()];
        return problems.Count == 0
            ? Build(codebook, frame!, responses!, rows!, folder.IsSynthetic)
            : throw new BarometerException(problems);
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
        List<Column> ofFrame = [.. frame.Columns.Select(column => column.ToColumn())];
        ofFrame.AddRange([.. codebook.Merged.Select(merged => merged.Column((CategoricalColumn)ofFrame.First(column => column.Name == merged.Of)))]);
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
}
