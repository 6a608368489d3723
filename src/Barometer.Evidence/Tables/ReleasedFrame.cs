using Microsoft.Data.Analysis;

namespace Barometer.Evidence.Tables;

/// <summary>
/// Released numbers as a data frame of Microsoft.Data.Analysis, one row an estimate, to join, sort and compute with. What a
/// release hides is null in every column of numbers, so that no arithmetic can take it for nought.
/// </summary>
/// <remarks>
/// Columns are made one by one with their types: a data frame that reads a file guesses them, and takes «2,5» for 25. There is
/// no way from answers to a data frame, which prints its rows.
/// </remarks>
internal static class ReleasedFrame
{
    /// <summary>The numbers of a release, with labels in <paramref name="language"/>; shares are 0–1.</summary>
    public static DataFrame Of(Released<ReleasedTable> released, Language language)
    {
        var (table, stamp) = (released.Content, released.Stamp);
        var estimates = table.Estimates;
        return new DataFrame(
        [
            Texts("release", _ => stamp.Id),
            new BooleanDataFrameColumn("synthetic", estimates.Select(_ => stamp.IsSynthetic)),
            .. table.By.SelectMany(variable => new[]
            {
                Texts(variable, estimate => Group(estimate, variable)?.Code),
                Texts(variable + "_label", estimate => Group(estimate, variable)?.Label.In(language)),
            }),
            Texts("variable", estimate => estimate.Outcome.Variable),
            Texts("code", estimate => estimate.Outcome.Code),
            Texts("outcome", estimate => EstimateData.Named(estimate.Outcome, language)),
            Numbers("value", estimate => estimate.Value),
            Numbers("lower", estimate => estimate.Interval?.Lower),
            Numbers("upper", estimate => estimate.Interval?.Upper),
            new Int32DataFrameColumn("n", estimates.Select(estimate => ReleasedCell.IsShown(estimate) ? estimate.Respondents : null)),
            Texts("status", estimate => CodeName.Of(estimate.Status)),
        ]);

        DataFrameColumn Texts(string name, Func<ReleasedEstimate, string?> of) => new StringDataFrameColumn(name, estimates.Select(of));

        // Rounded as the table's CSV is: the frame tells no more digits than the file.
        DataFrameColumn Numbers(string name, Func<ReleasedEstimate, double?> of) => new DoubleDataFrameColumn(name, estimates.Select(estimate =>
            ReleasedCell.IsShown(estimate) && of(estimate) is { } number && double.IsFinite(number)
                ? (double?)Rounding.HalfAwayFromZero(number, CsvTableWriter.Decimals)
                : null));
    }

    private static LabelledGroup? Group(ReleasedEstimate estimate, string variable) =>
        estimate.Groups.FirstOrDefault(group => group.Variable == variable);
}
