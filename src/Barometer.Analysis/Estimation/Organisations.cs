using Barometer.Analysis.Loading;
using Barometer.Analysis.Weighting;

namespace Barometer.Analysis.Estimation;

/// <summary>Which organisation (holding) each respondent belongs to.</summary>
internal static class Organisations
{
    /// <summary>
    /// For each row an opaque number of its organisation, by the codebook's variable with that role. Where there is none,
    /// or a row lacks it, the respondent is an organisation of its own.
    /// </summary>
    public static int[] OfRows(DataSet data, Survey? survey)
    {
        var variable = survey?.Codebook.Responses.Concat(survey.Codebook.Frame)
            .FirstOrDefault(one => one.Role == DisclosureRole.Organisation && data.TryGet(one.Name, out _));
        if (variable is null)
        {
            return [.. Enumerable.Range(0, data.RowCount)];
        }

        var column = CodedColumn.Of(data[variable.Name]);
        return [.. column.Codes.Select((code, row) => code >= 0 ? code : column.Categories.Count + row)];
    }
}
