namespace Barometer.Analysis.Anonymity.Claims;

/// <summary>All that can be answered to a question, «don't know» and «not relevant» among it, and who answered so.</summary>
/// <param name="data">The answers; null when they are not known.</param>
/// <param name="codebook">The survey's codebook, or null.</param>
internal sealed class AnswerCategories(DataSet? data, Codebook? codebook)
{
    /// <summary>The answers of a set of respondents; none for a variable without categories.</summary>
    public IEnumerable<Answer> Of(string variable, RowSet set)
    {
        if (data is null || !data.TryGet(variable, out var found) || found is not CategoricalColumn column)
        {
            return [];
        }

        var rows = set.Rows.ToArray();
        var categories = column.Categories.Select((category, code) =>
            new Answer(Answer.KeyOf(variable, category), new RowSet(Array.FindAll(rows, row => column.Codes[row] == code))));
        var reasons = ((MissingReason[])[MissingReason.DontKnow, MissingReason.NotRelevant]).Select(reason =>
            new Answer(Answer.KeyOf(variable, CodeOf(variable, reason)), new RowSet(Array.FindAll(rows, row => column.MissingAt(row) == reason))));
        return categories.Concat(reasons.Where(answer => answer.Givers.Count > 0));
    }

    private string CodeOf(string variable, MissingReason reason) =>
        codebook?.Responses.FirstOrDefault(one => one.Name == variable)?.MissingCodes.FirstOrDefault(code => code.Reason == reason)?.Code
        ?? reason.ToString();
}
