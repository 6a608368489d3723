using System.Text;
using Barometer.Analysis;
using Barometer.Evidence.Text;

namespace Barometer.Evidence.Published;

/// <summary>Writes checks as an HTML table.</summary>
internal static class CheckHtml
{
    private static readonly LocalizedText Caption = new(
        "Publiserte tall holdt mot det som er beregnet", "Published figures held against what is computed");

    private static readonly LocalizedText[] Headings =
    [
        new("Tall", "Figure"), new("Publisert", "Published"), new("Beregnet", "Computed"), new("Status", "Status"), new("Forklaring", "Explanation"),
    ];

    /// <summary>A table of <paramref name="made"/> and, under it, the counts of all and what synthetic answers are worth.</summary>
    public static string Write(PublishedChecks checks, IReadOnlyList<PublishedCheck> made)
    {
        var language = checks.Language;
        var html = new StringBuilder("<table><caption>").Append(Markup.Encode(Caption.In(language))).Append("</caption><thead><tr>");
        foreach (var heading in Headings)
        {
            html.Append("<th scope=\"col\" style=\"text-align:left\">").Append(Markup.Encode(heading.In(language))).Append("</th>");
        }

        html.Append("</tr></thead><tbody>");
        foreach (var check in made)
        {
            Row(html, check, language);
        }

        html.Append("</tbody></table><p>").Append(Markup.Encode(checks.Summary(language))).Append('.');
        if (made.Any(check => check.IsSynthetic))
        {
            html.Append("<br>").Append(Markup.Encode(CheckText.Synthetic.In(language)));
        }

        return html.Append("</p>").ToString();
    }

    private static void Row(StringBuilder html, PublishedCheck check, Language language)
    {
        var figure = check.Figure;
        html.Append("<tr><th scope=\"row\" style=\"text-align:left;font-weight:normal\">").Append(Markup.Encode($"{figure.Indicator.In(language)} ({figure.Population.In(language)})"));
        html.Append("<br><small>").Append(Markup.Encode(figure.Id)).Append("</small></th>");
        foreach (var cell in new[]
        {
            figure.Text.In(language), CheckText.Computed(check, language), check.StatusText.In(language), CheckText.Reason(check, language),
        })
        {
            html.Append("<td style=\"text-align:left\">").Append(Markup.Encode(cell)).Append("</td>");
        }

        html.Append("</tr>");
    }
}
