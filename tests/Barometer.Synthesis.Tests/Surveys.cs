namespace Barometer.Synthesis.Tests;

/// <summary>The committed surveys, and weighted shares counted plainly from them: the sum of N/r, with nothing of the library.</summary>
internal static class Surveys
{
    public static string Data { get; } = DataFolder.Find(AppContext.BaseDirectory);

    public static Survey Operational { get; } = SurveyReader.Read(Data, "operational-2018");

    public static Survey Strategic { get; } = SurveyReader.Read(Data, "strategic-2018");

    /// <summary>How the stand-in of the operational survey is made.</summary>
    public static SyntheticModel OperationalModel { get; } = ModelReader.Read(Data, Operational.Codebook);

    /// <summary>How the stand-in of the strategic survey is made.</summary>
    public static SyntheticModel StrategicModel { get; } = ModelReader.Read(Data, Strategic.Codebook);

    /// <summary>The agencies' groups.</summary>
    public static Groups Groups => OperationalModel.Population.Groups;

    /// <summary>The sizes of workplaces.</summary>
    public static Bands Bands => OperationalModel.Population.Bands;

    /// <summary>N/r of each respondent's stratum.</summary>
    public static double[] Weights(Survey survey, params string[] by)
    {
        var inFrame = Keys(survey.Frame, by).CountBy(key => key).ToDictionary();
        var answered = Keys(survey.Responses, by).CountBy(key => key).ToDictionary();
        return [.. Keys(survey.Responses, by).Select(key => inFrame[key] / (double)answered[key])];
    }

    /// <summary>The weighted share of a code among those who were asked and answered, don't know included, in percent.</summary>
    public static double Share(Survey survey, string variable, string code, double[] weights)
    {
        var column = survey.Responses[variable];
        var (counted, all) = (0.0, 0.0);
        for (var row = 0; row < column.Count; row++)
        {
            if (column.MissingAt(row) is MissingReason.NotAsked or MissingReason.NoAnswer)
            {
                continue;
            }

            all += weights[row];
            counted += Code(column, row) == code ? weights[row] : 0;
        }

        return 100 * counted / all;
    }

    /// <summary>The code of a row, or a number as text; «» where there is none.</summary>
    public static string Code(Column column, int row) => column switch
    {
        _ when column.MissingAt(row) != MissingReason.None => "",
        CategoricalColumn categorical => categorical.Categories[categorical.Codes[row]],
        NumericColumn numeric => FormattableString.Invariant($"{numeric.Values[row]}"),
        TextColumn text => text.Values[row],
        _ => throw new ArgumentException("Another kind of column.", nameof(column)),
    };

    private static IEnumerable<string> Keys(DataSet data, string[] by) =>
        Enumerable.Range(0, data.RowCount).Select(row => string.Join('|', by.Select(name => Code(data[name], row))));
}
