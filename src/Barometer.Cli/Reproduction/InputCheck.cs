namespace Barometer.Cli.Reproduction;

/// <summary>Reads everything that notebooks read, so that all that is wrong with it is told at once, before any of them runs.</summary>
internal static class InputCheck
{
    /// <summary>Reads the surveys, the release policy and the published figures.</summary>
    /// <exception cref="BarometerException">Something is wrong with them; all problems together.</exception>
    public static void Check(string data)
    {
        var surveys = SurveyCatalog.List(data);
        if (surveys.Count == 0)
        {
            throw new BarometerException(new Problem(
                "There are no surveys in the data folder", Expected: $"a codebook in JSON for each survey, in {SurveyFolder.CodebookFolder}/", Hint: "look at --data"));
        }

        List<Action> reads =
        [
            .. surveys.Select<string, Action>(id => () => SurveyReader.Read(data, id)),
            () => ReleasePolicy.Read(Path.Combine(data, "releases", "policy.json")),
            () => PublishedRegistry.Read(Path.Combine(data, "published", "figures.csv")),
        ];
        var problems = reads.SelectMany(Problems).ToList();
        if (problems.Count > 0)
        {
            throw new BarometerException(problems);
        }
    }

    private static IReadOnlyList<Problem> Problems(Action read)
    {
        try
        {
            read();
            return [];
        }
        catch (BarometerException exception)
        {
            return exception.Problems;
        }
    }
}
