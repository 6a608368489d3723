using System.Globalization;
using System.Text;

namespace Barometer.Evidence.Published;

/// <summary>Writes checks as comma-separated values, invariant and in a stable order.</summary>
internal static class CheckCsv
{
    private static readonly (string Name, Func<PublishedCheck, string> Cell)[] Columns =
    [
        ("id", check => check.Figure.Id),
        ("source_row", check => check.Figure.SourceRow),
        ("status", check => CheckCodes.Of(check.Status)),
        ("synthetic", check => check.IsSynthetic ? "true" : "false"),
        ("printed", check => check.Figure.Printed),
        ("computed", check => check.Outcome.Item?.Code ?? check.Computed?.ToString(CultureInfo.InvariantCulture) ?? ""),
        ("basis", check => check.Basis),
        ("status_nb", check => check.StatusText.Nb),
        ("status_en", check => check.StatusText.En),
        ("explanation_nb", check => check.Explanation.Nb),
        ("explanation_en", check => check.Explanation.En),
        ("indicator_nb", check => check.Figure.Indicator.Nb),
        ("indicator_en", check => check.Figure.Indicator.En),
        ("confidence", check => check.Figure.Confidence.ToString()),
        ("source_title", check => check.Figure.Source.Title),
        ("source_url", check => check.Figure.Source.Address.OriginalString),
    ];

    /// <summary>A header and a line for each check.</summary>
    public static string Write(IEnumerable<PublishedCheck> checks)
    {
        var text = new StringBuilder();
        CsvLine.Append(text, Columns.Select(column => column.Name));
        foreach (var check in checks)
        {
            CsvLine.Append(text, Columns.Select(column => column.Cell(check)));
        }

        return text.ToString();
    }
}
