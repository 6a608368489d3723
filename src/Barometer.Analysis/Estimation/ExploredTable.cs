using System.Globalization;
using System.Net;
using System.Text;

namespace Barometer.Analysis.Estimation;

/// <summary>Unreleased estimates for the eyes of a researcher who explores, under a red banner.</summary>
internal static class ExploredTable
{
    /// <summary>The estimates as HTML.</summary>
    public static string Html(EstimateTable table)
    {
        var html = new StringBuilder(Notice.Warning).Append("<table><caption>").Append(Encode(table.Title.Nb))
            .Append("</caption><thead><tr><th scope=\"col\"></th><th scope=\"col\">estimat</th><th scope=\"col\">SE</th><th scope=\"col\">KI</th><th scope=\"col\">n</th></tr></thead><tbody>");
        foreach (var estimate in table.Estimates)
        {
            html.Append("<tr><th scope=\"row\">").Append(Encode(estimate.Caption)).Append("</th>");
            foreach (var cell in Cells(estimate))
            {
                html.Append("<td style=\"text-align:right\">").Append(cell).Append("</td>");
            }

            html.Append("</tr>");
        }

        return html.Append("</tbody></table>").ToString();
    }

    /// <summary>The estimates as plain text, one a line.</summary>
    public static string Text(EstimateTable table) =>
        string.Join('\n', [Exploration.Warning, table.Title.Nb, .. table.Estimates.Select(estimate => $"{estimate.Caption}: {string.Join("; ", Cells(estimate))}")]);

    private static string[] Cells(Estimate estimate) =>
    [
        Number(estimate.Value),
        Number(estimate.StandardError),
        estimate.Interval is { } interval ? $"{Number(interval.Lower)}–{Number(interval.Upper)}" : "",
        estimate.Respondents?.ToString(CultureInfo.InvariantCulture) ?? "",
    ];

    private static string Number(double value) => double.IsFinite(value) ? value.ToString("0.####", CultureInfo.InvariantCulture) : "";

    private static string Encode(string text) => WebUtility.HtmlEncode(text);
}
