namespace Barometer.Evidence.Tests.Checks;

/// <summary>Small releases to hold published figures against. The numbers are made up.</summary>
internal static class CheckReleases
{
    public static Released<ReleasedTable> Share(double value, bool isSynthetic = false, CellStatus status = CellStatus.Published) =>
        Of(Measure.Share, isSynthetic, ("innovated", value, status));

    public static Released<ReleasedTable> Count(double value, bool isSynthetic = false) =>
        Of(Measure.Count, isSynthetic, ("answered", value, CellStatus.Published));

    public static Released<ReleasedTable> Of(Measure measure, bool isSynthetic, params (string Variable, double Value, CellStatus Status)[] cells) => new(
        new ReleasedTable
        {
            Measure = measure,
            Survey = "operational-2018",
            IsSynthetic = isSynthetic,
            Title = new LocalizedText("Prøve", "Trial"),
            Universe = new LocalizedText("arbeidsplasser", "workplaces"),
            Weighting = new LocalizedText("uvektet", "unweighted"),
            By = [],
            ByLabels = [],
            Estimates = [.. cells.Select(cell => new ReleasedEstimate
            {
                Outcome = new LabelledOutcome(cell.Variable, null, new LocalizedText("nb " + cell.Variable, "en " + cell.Variable)),
                Groups = [],
                Value = cell.Status == CellStatus.Published ? cell.Value : double.NaN,
                Respondents = null,
                Status = cell.Status,
            })],
        },
        new ReleaseStamp("trial", "1", "operational-2018", isSynthetic));
}
