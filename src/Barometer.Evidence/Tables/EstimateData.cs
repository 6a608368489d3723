using System.Text;
using Microsoft.Data.Analysis;
using static System.FormattableString;

namespace Barometer.Evidence.Tables;

/// <summary>The released numbers behind a table or figure in full: one row an estimate.</summary>
internal static class EstimateData
{
    private static readonly string[] Numbers = ["estimate", "ci_lower", "ci_upper", "ci_level", "n", "base"];

    /// <summary>The numbers of released tables, by all that any of them is grouped by; shares are 0–1.</summary>
    public static TidyData Of(params IReadOnlyList<ReleasedTable> tables)
    {
        string[] by = [.. tables.SelectMany(table => table.By).Distinct()];
        return new TidyData(
            [.. by, "group_nb", "group_en", "variable", "code", "outcome_nb", "outcome_en", "measure", .. Numbers, "flags", "status"],
            [.. tables.SelectMany(table => table.Estimates.Select(estimate => (IReadOnlyList<string>)[.. Identity(table, by, estimate), .. Values(estimate)]))]);
    }

    private static IEnumerable<string> Identity(ReleasedTable table, string[] by, ReleasedEstimate estimate) =>
    [
        .. by.Select(variable => estimate.Groups.FirstOrDefault(group => group.Variable == variable)?.Code ?? ""),
        Wording.Heading(estimate.Groups.Select(group => group.Label))?.Nb ?? "",
        Wording.Heading(estimate.Groups.Select(group => group.Label))?.En ?? "",
        estimate.Outcome.Variable,
        estimate.Outcome.Code ?? "",
        Named(estimate.Outcome, Language.Nb),
        Named(estimate.Outcome, Language.En),
        CodeName.Of(table.Measure),
    ];

    /// <summary>The outcome's label, after the question it is an answer to where there are several.</summary>
    public static string Named(LabelledOutcome outcome, Language language) =>
        (outcome.Item is { } item ? item.In(language) + ": " : "") + outcome.Label.In(language);

    private static IEnumerable<string> Values(ReleasedEstimate estimate)
    {
        if (!ReleasedCell.IsShown(estimate))
        {
            return [.. Numbers.Select(_ => ""), "", StandardSymbol.NotPublishable.Sign()];
        }

        return
        [
            Number(estimate.Value),
            Number(estimate.Interval?.Lower ?? double.NaN),
            Number(estimate.Interval?.Upper ?? double.NaN),
            Number(estimate.Interval?.Level ?? double.NaN),
            estimate.Respondents is { } n ? Invariant($"{n}") : "",
            Number(estimate.Base),
            CodeName.Of(estimate.Reliability),
            double.IsFinite(estimate.Value) ? "" : StandardSymbol.Missing.Sign(),
        ];
    }

    private static string Number(double value) => double.IsFinite(value) ? CsvTableWriter.Number(value) : "";
}

/// <summary>The name of an enumeration's value in data files: <c>FewEffective</c> is <c>few-effective</c>.</summary>
internal static class CodeName
{
    /// <summary>The name; several flags are joined with a space.</summary>
    public static string Of<T>(T value)
        where T : struct, Enum
    {
        var name = new StringBuilder();
        foreach (var letter in value.ToString().Replace(", ", " ", StringComparison.Ordinal))
        {
            if (char.IsUpper(letter) && name.Length > 0 && name[^1] != ' ')
            {
                name.Append('-');
            }

            name.Append(char.ToLowerInvariant(letter));
        }

        return name.ToString();
    }
}

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
