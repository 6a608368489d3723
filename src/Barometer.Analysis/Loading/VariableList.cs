using System.Net;
using System.Text;

namespace Barometer.Analysis.Loading;

/// <summary>
/// What there is to ask of surveys: each variable's name, titles, question or the rule it is derived by, answers with their codes, and who was asked. It is made of codebooks and rules alone and holds no number of answers:
/// how many answered is a release (<c>design.Count()</c>).
/// </summary>
/// <example><code>barometer.Variables("innovasjon")</code></example>
public sealed class VariableList : Displayable
{
    private static readonly string[] Headers = ["Navn / Name", "Tittel / Title", "Spørsmål / Question", "Svar / Answers", "Spurt / Asked"];
    private static readonly LocalizedText Number = new("et tall", "a number");
    private static readonly LocalizedText Whole = new("et helt tall", "a whole number");
    private static readonly LocalizedText Battery = new("Batteri", "Battery");
    private static readonly LocalizedText Derived = new("Avledet", "Derived");

    private readonly IReadOnlyList<(Codebook Codebook, IReadOnlyList<Variable> Variables)> _surveys;
    private readonly Language _language;

    private VariableList(IReadOnlyList<(Codebook Codebook, IReadOnlyList<Variable> Variables)> surveys, Language language) => (_surveys, _language) = (surveys, language);

    /// <summary>The variables in which every one of <paramref name="words"/> is found, those that have them in name or title first.</summary>
    /// <param name="codebooks">The surveys' codebooks.</param>
    /// <param name="words">Words, whole or in part, in either language; none for all variables.</param>
    /// <param name="language">The language of questions and answers.</param>
    /// <exception cref="BarometerException">No variable has them.</exception>
    internal static VariableList Of(IReadOnlyList<Codebook> codebooks, string words, Language language = Language.Nb)
    {
        var wanted = words.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var found = codebooks.Select(codebook => (Codebook: codebook, Variables: (IReadOnlyList<Variable>)[.. Found(codebook, wanted)])).Where(survey => survey.Variables.Count > 0).ToList();
        return found.Count > 0 ? new VariableList(found, language) : throw new BarometerException(new Problem(
            $"No variable of {string.Join(" or ", codebooks.Select(codebook => codebook.Id))} has «{words}» in its name, title, question or answers",
            Expected: "words in Norwegian or English; none lists all variables",
            Hint: wanted.Select(word => NearNames.Hint(WordsOf(codebooks), word)).FirstOrDefault(hint => hint is not null)));
    }

    /// <summary>The same list with questions and answers in another language.</summary>
    public VariableList In(Language language) => new(_surveys, language);

    /// <inheritdoc/>
    internal override string? Stored => OutputStamp.Notice;

    /// <inheritdoc/>
    public override string ToHtml()
    {
        var html = new StringBuilder();
        foreach (var (codebook, variables) in _surveys)
        {
            html.Append("<table><caption>").Append(Encode(codebook.Id)).Append(": ").Append(Encode(codebook.Title.In(_language))).Append("</caption><thead><tr>");
            html.AppendJoin("", Headers.Select(header => $"<th scope=\"col\" style=\"text-align:left\">{header}</th>")).Append("</tr></thead><tbody>");
            foreach (var variable in variables)
            {
                html.Append("<tr><th scope=\"row\" style=\"text-align:left\"><code>").Append(Encode(variable.Name)).Append("</code></th>");
                html.AppendJoin("", new[]
                {
                    $"{Encode(variable.Label.Nb)}<br><em lang=\"en\">{Encode(variable.Label.En)}</em>",
                    Encode(variable.Question?.In(_language) ?? RuleOf(codebook, variable) ?? ""),
                    string.Join("<br>", Answers(variable).Select(answer => (answer.Code is { } code ? $"<code>{Encode(code)}</code> " : "") + Encode(answer.Label.In(_language)))),
                    Encode(Asked(codebook, variable)) + (BatteryOf(codebook, variable) is { } battery ? $"<br>{Encode(battery)}" : ""),
                }.Select(cell => $"<td style=\"text-align:left\">{cell}</td>")).Append("</tr>");
            }

            html.Append("</tbody></table>");
        }

        return html.ToString();
    }

    /// <inheritdoc/>
    public override string ToString()
    {
        var text = new StringBuilder();
        foreach (var (codebook, variables) in _surveys)
        {
            text.Append(text.Length > 0 ? "\n" : "").Append(codebook.Id).Append(": ").Append(codebook.Title.In(_language)).Append('\n');
            foreach (var variable in variables)
            {
                string?[] lines =
                [
                    variable.Question?.In(_language) ?? RuleOf(codebook, variable),
                    string.Join(" · ", Answers(variable).Select(answer => answer.Code is { } code ? $"{code} = {answer.Label.In(_language)}" : answer.Label.In(_language))),
                    $"{new LocalizedText("Spurt", "Asked").In(_language)}: {Asked(codebook, variable)}" + (BatteryOf(codebook, variable) is { } battery ? $". {battery}" : ""),
                ];
                text.Append("\n  ").Append(variable.Name).Append(": ").Append(variable.Label.Nb).Append(" / ").Append(variable.Label.En)
                    .AppendJoin("", lines.Where(line => line is { Length: > 0 }).Select(line => $"\n    {line}")).Append('\n');
            }
        }

        return text.ToString().TrimEnd('\n');
    }

    private static IEnumerable<Variable> Found(Codebook codebook, string[] wanted) => codebook.Variables
        .Where(variable => variable.Kind != VariableKind.Identifier)
        .DistinctBy(variable => variable.Name)
        .Select(variable => (Variable: variable, Place: Place(codebook, variable, wanted)))
        .Where(found => found.Place is not null)
        .OrderBy(found => found.Place)
        .Select(found => found.Variable);

    // How far one has to read to find all words: the name and title, the battery, the question, the answers; null where they aren't there.
    private static int? Place(Codebook codebook, Variable variable, string[] wanted)
    {
        var text = "";
        foreach (var (place, more) in Texts(codebook, variable).Index())
        {
            text += "\n" + more;
            if (Array.TrueForAll(wanted, word => text.Contains(word, StringComparison.OrdinalIgnoreCase)))
            {
                return place;
            }
        }

        return null;
    }

    private static IEnumerable<string> Texts(Codebook codebook, Variable variable) =>
    [
        $"{variable.Name}\n{variable.Label.Nb}\n{variable.Label.En}",
        variable.Battery is { } name ? $"{name}\n{codebook.Batteries.GetValueOrDefault(name)?.Nb}\n{codebook.Batteries.GetValueOrDefault(name)?.En}" : "",
        $"{variable.Question?.Nb}\n{variable.Question?.En}\n{codebook.FindDerived(variable.Name)?.Words.Nb}\n{codebook.FindDerived(variable.Name)?.Words.En}",
        string.Join('\n', variable.Categories.Select(category => $"{category.Code}\n{category.Label.Nb}\n{category.Label.En}")),
    ];

    private static IEnumerable<(string? Code, LocalizedText Label)> Answers(Variable variable) => variable.Kind == VariableKind.Numeric
        ? [(null, variable.WholeNumbers ? Whole : Number)]
        : variable.Categories.Select(category => ((string?)category.Code, category.Label))
            .Concat(variable.MissingCodes.Where(missing => missing.Reason is MissingReason.DontKnow or MissingReason.NotRelevant).Select(missing => ((string?)missing.Code, missing.Label)));

    private string Asked(Codebook codebook, Variable variable) => (variable.Routing?.Universe ?? codebook.Universe).In(_language);

    private string? RuleOf(Codebook codebook, Variable variable) => codebook.FindDerived(variable.Name) is { } derived ? $"{Derived.In(_language)}: {derived.Words.In(_language)}" : null;

    private string? BatteryOf(Codebook codebook, Variable variable) => variable.Battery is not { } name ? null
        : $"{Battery.In(_language)}: {name}{(codebook.Batteries.GetValueOrDefault(name) is { } title ? $" ({title.In(_language)})" : "")}";

    private static IEnumerable<string> WordsOf(IEnumerable<Codebook> codebooks) => codebooks.SelectMany(codebook => codebook.Variables)
        .SelectMany(variable => $"{variable.Name} {variable.Label.Nb} {variable.Label.En} {variable.Question?.Nb} {variable.Question?.En}".Split([' ', ',', '?', '.', '–'], StringSplitOptions.RemoveEmptyEntries))
        .Where(word => word.Length > 3).Distinct(StringComparer.OrdinalIgnoreCase);

    private static string Encode(string text) => WebUtility.HtmlEncode(text);
}
