namespace Barometer.Analysis.Estimation;

/// <summary>Which organisation (holding) each respondent belongs to.</summary>
internal static class Organisations
{
    /// <summary>
    /// For each respondent an opaque number of its organisation, by the codebook's variable with that role; null when the
    /// codebook has none. Respondents whose organisation is missing count as one, so that they can't make a cell look safe.
    /// </summary>
    public static int[]? OfRows(Survey survey)
    {
        var variable = survey.Codebook.Variables
            .FirstOrDefault(one => one.Role == DisclosureRole.Organisation && survey.Responses.TryGet(one.Name, out _));
        if (variable is null)
        {
            return null;
        }

        var column = CodedColumn.Of(survey.Responses[variable.Name]);
        return [.. column.Codes.Select(code => code >= 0 ? code : column.Categories.Count)];
    }
}
