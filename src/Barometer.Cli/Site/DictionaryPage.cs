using System.Text;
using Barometer.Analysis.Loading;

namespace Barometer.Cli.Site;

/// <summary>The data dictionary: every variable of the surveys with its question, its answers and who was asked.</summary>
internal static class DictionaryPage
{
    /// <summary>The page.</summary>
    public static string Write(IReadOnlyList<Codebook> codebooks)
    {
        var content = new StringBuilder("<h1>Variabler</h1>\n");
        foreach (var codebook in codebooks)
        {
            content.Append("<h2 id=\"").Append(codebook.Id).Append("\">").Append(PageLayout.Text(codebook.Title.Nb)).Append("</h2>\n<p>")
                .Append(PageLayout.Text(codebook.Provenance.Nb)).Append("</p>\n<p lang=\"en\">").Append(PageLayout.Text(codebook.Provenance.En)).Append("</p>\n");
            Table(content, codebook);
        }

        return PageLayout.Page("Variabler", content.ToString(), hasLanguages: false);
    }

    private static void Table(StringBuilder content, Codebook codebook)
    {
        content.Append("<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-labelledby=\"").Append(codebook.Id)
            .Append("\">\n<table>\n<thead><tr><th scope=\"col\">Variabel</th><th scope=\"col\">Innhold</th><th scope=\"col\">Svar</th></tr></thead>\n<tbody>\n");
        foreach (var variable in codebook.Variables.DistinctBy(variable => variable.Name))
        {
            content.Append("<tr><th scope=\"row\"><code>").Append(variable.Name).Append("</code></th><td>").Append(Words(variable)).Append("</td><td>")
                .Append(Answers(variable)).Append("</td></tr>\n");
        }

        content.Append("</tbody>\n</table>\n</div>\n");
    }

    private static string Words(Variable variable) =>
        $"{PageLayout.Text(variable.Question?.Nb ?? variable.Label.Nb)}<br><span lang=\"en\">{PageLayout.Text(variable.Question?.En ?? variable.Label.En)}</span>"
        + (variable.Routing is { } routing ? $"<br>Spurt: {PageLayout.Text(routing.Universe.Nb)}" : "")
        + (variable.Battery is { } battery ? $"<br>Batteri: <code>{battery}</code>" : "");

    // The codes are what category:, Where and sentences are written with.
    private static string Answers(Variable variable) => string.Join("<br>", variable.Categories.Select(category => (category.Code, category.Label))
        .Concat(variable.MissingCodes.Where(missing => missing.Reason is MissingReason.DontKnow or MissingReason.NotRelevant).Select(missing => (missing.Code, missing.Label)))
        .Select(answer => $"<code>{answer.Code}</code> {PageLayout.Text(answer.Label.Nb)} <span lang=\"en\">({PageLayout.Text(answer.Label.En)})</span>"));
}
