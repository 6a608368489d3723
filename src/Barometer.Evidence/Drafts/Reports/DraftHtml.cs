using System.Globalization;
using System.Text;

namespace Barometer.Evidence.Drafts.Reports;

/// <summary>The findings as a page that stands alone: what has to be looked at first, then what can't be decided, then what agrees.</summary>
internal static class DraftHtml
{
    private const string Style = """
        body{font:1rem/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#1b2b2c;background:#fff}
        h1{font-size:1.5rem}h2{font-size:1.2rem;margin-top:2rem}blockquote{margin:.5rem 0;padding-left:1rem;border-left:4px solid #bfc6c7}
        mark{background:#ffe9b8;color:inherit;padding:0 .15em}article{border-top:1px solid #bfc6c7;padding:.75rem 0}
        dl{display:grid;grid-template-columns:max-content 1fr;gap:.1rem 1rem;margin:.5rem 0}dt{font-weight:600}dd{margin:0;overflow-wrap:anywhere}
        .verdict{font-weight:700}table{border-collapse:collapse}th,td{text-align:left;padding:.2rem 1rem .2rem 0;border-bottom:1px solid #bfc6c7}td{text-align:right}
        @media(prefers-color-scheme:dark){body{background:#101718;color:#e6eeee}mark{background:#5a4510}}
        """;

    /// <summary>The page.</summary>
    public static string Write(DraftReport report)
    {
        var language = report.Language;
        var title = Word(language, $"Kontroll av {report.Draft.Name}", $"Check of {report.Draft.Name}");
        var page = new StringBuilder();
        page.Append(CultureInfo.InvariantCulture, $"<!doctype html>\n<html lang=\"{Markup.Tag(language)}\">\n<head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width,initial-scale=1\"><title>{Markup.Encode(title)}</title><style>{Style}</style></head>\n<body>\n<main>\n<h1>{Markup.Encode(title)}</h1>\n");
        page.Append(CultureInfo.InvariantCulture, $"<p>{Markup.Encode(DraftWords.Summary(report))}</p>\n");
        if (!report.HasReleased)
        {
            page.Append(CultureInfo.InvariantCulture, $"<p><strong>{Markup.Encode(DraftWords.NothingReleased.In(language))}</strong></p>\n");
        }

        page.Append("<table><tbody>\n");
        foreach (var group in report.Findings.GroupBy(finding => finding.Verdict).OrderBy(group => group.Key))
        {
            page.Append(CultureInfo.InvariantCulture, $"<tr><th scope=\"row\">{Markup.Encode(DraftWords.Of(group.Key).In(language))}</th><td>{group.Count()}</td></tr>\n");
        }

        page.Append("</tbody></table>\n");
        Section(page, Word(language, "Se på disse", "Look at these"), report.Alarms, language);
        Section(page, Word(language, "Kan ikke avgjøres", "Can't be decided"), report.Findings.Where(finding => finding.Verdict == Verdict.Undecided), language);
        Section(page, Word(language, "Stemmer", "Agree"), report.Findings.Where(finding => finding.Verdict == Verdict.Agrees), language);
        return page.Append("</main>\n</body>\n</html>\n").ToString();
    }

    private static void Section(StringBuilder page, string heading, IEnumerable<DraftFinding> findings, Language language)
    {
        var all = findings.ToList();
        if (all.Count == 0)
        {
            return;
        }

        page.Append(CultureInfo.InvariantCulture, $"<h2>{Markup.Encode(heading)} ({all.Count})</h2>\n");
        foreach (var finding in all)
        {
            page.Append(CultureInfo.InvariantCulture, $"<article>\n<blockquote>{Quoted(finding)}</blockquote>\n<p><span class=\"verdict\">{Markup.Encode(DraftWords.Of(finding.Verdict).In(language))}</span>: {Markup.Encode(finding.Reason.In(language))}</p>\n<dl>\n");
            Line(page, Word(language, "I teksten", "In the text"), finding.Found);
            Line(page, Word(language, "I kilden", "In the source"), finding.Expected?.In(language));
            Line(page, Word(language, "Kilde", "Source"), finding.Source?.In(language));
            page.Append("</dl>\n</article>\n");
        }
    }

    private static void Line(StringBuilder page, string name, string? text)
    {
        if (!string.IsNullOrEmpty(text))
        {
            page.Append(CultureInfo.InvariantCulture, $"<dt>{Markup.Encode(name)}</dt><dd>{Markup.Encode(text)}</dd>\n");
        }
    }

    private static string Quoted(DraftFinding finding)
    {
        var (sentence, claim) = (finding.Sentence.Text, finding.Claim);
        var at = claim.Length == 0 ? -1 : sentence.IndexOf(claim, StringComparison.Ordinal);
        return at < 0 ? Markup.Encode(sentence) : $"{Markup.Encode(sentence[..at])}<mark>{Markup.Encode(claim)}</mark>{Markup.Encode(sentence[(at + claim.Length)..])}";
    }

    private static string Word(Language language, string nb, string en) => language == Language.Nb ? nb : en;
}
