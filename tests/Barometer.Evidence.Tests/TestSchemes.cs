namespace Barometer.Evidence.Tests;

/// <summary>Weighting schemes of the repository's synthetic answers, each call in a workbench of its own.</summary>
internal static class TestSchemes
{
    public static Workbench Open() => Workbench.Open(data: Path.Combine(AppContext.BaseDirectory, "data"));

    public static WeightingSchemes Of(Workbench barometer)
    {
        var survey = barometer.Survey("operational-2018");
        return barometer.Schemes(
            survey,
            new("unweighted", "Uvektet", "Unweighted", survey.Unweighted()),
            new("strata", "Grunnvekt", "Base weights", survey.Design().StratifiedBy(["agency_group", "size_band"]).WithFinitePopulation()),
            new("raked", "Raket", "Raked", barometer.Design("operational-2018")) { IsChosen = true });
    }

    public static ReleasedSchemes Share() => Of(Open()).Share("innovated", id: "innovated-by-step");

    public static ReleasedBalance Balance()
    {
        var barometer = Open();
        return Of(barometer).Balance("balance", [.. new[] { "agency_group", "size_band", "region" }.Select(variable => Counts(barometer, variable))]);
    }

    public static ReleasedEstimates Counts(Workbench barometer, string variable) => barometer.Release(
        barometer.Survey("operational-2018").ResponseCounts(variable), id: "answered-by-" + variable.Replace('_', '-'));

    /// <summary>The counts with the number of answers of one group hidden.</summary>
    public static ReleasedEstimates Hiding(ReleasedEstimates counts, string code)
    {
        var table = counts.Released.Content;
        var estimates = table.Estimates.Select(estimate => estimate.Outcome.Variable == "answered" && estimate.Groups.Any(group => group.Code == code)
            ? estimate with { Value = double.NaN, Respondents = null, Status = CellStatus.Suppressed }
            : estimate);
        return new ReleasedEstimates(new Released<ReleasedTable>(table with { Estimates = [.. estimates] }, counts.Stamp), counts.Language);
    }
}
