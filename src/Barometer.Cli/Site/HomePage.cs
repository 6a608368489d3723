using System.Globalization;

namespace Barometer.Cli.Site;

/// <summary>The page to open after a reproduction: the notebooks, what an author takes home, and the check against published figures.</summary>
internal sealed class HomePage(IReadOnlyList<NotebookOutcome> outcomes, PublishedChecks published, LocalizedText site, Language language, LocalizedText? edition = null)
{
    private static readonly LocalizedText Mark = new("Syntetiske data.", "Synthetic data.");
    private static readonly LocalizedText Synthetic = new(
        "Svarene er laget av kode, ikke gitt av noen virksomhet. Tallene prøver beregningene og sier ingenting om staten.",
        "The answers are made by code, not given by any agency. The numbers test the computations and say nothing about the state.");

    private static readonly LocalizedText Notebooks = new("Notatbøkene", "The notebooks");
    private static readonly LocalizedText Evidence = new("Alt samlet", "All in one");
    private static readonly LocalizedText Word = new("Word-dokument med alle figurer og tabeller", "Word document of all figures and tables");
    private static readonly LocalizedText Excel = new("Excel-arbeidsbok med tallene bak", "Excel workbook of the numbers behind them (in Norwegian)");
    private static readonly LocalizedText Json = new("Hvert tall for seg, som JSON", "Every number by itself, as JSON");
    private static readonly LocalizedText Published = new("Publiserte tall, kontrollert", "Published figures, checked");
    private static readonly LocalizedText AllChecks = new("Alle tallene i registeret", "All figures of the registry");

    /// <summary>The page.</summary>
    public string Write()
    {
        var exhibits = outcomes.SelectMany(outcome => outcome.Collected.Exhibits).ToList();
        return new PageLayout(PageAddress.Home, site, language).Page(site.In(language), $"""
            <h1>{site.Html(language)}</h1>
            {(edition is null ? "" : Edition(edition))}{(exhibits.Any(exhibit => exhibit.Stamp.IsSynthetic) ? Warning() : "")}<h2>{Notebooks.Html(language)}</h2>
            <ul class="notebooks">
            {string.Concat(outcomes.Select(Item))}</ul>
            {(exhibits.Count > 0 ? Pack() : "")}<h2 id="published">{Published.Html(language)}</h2>
            <div class="wide" role="group" aria-labelledby="published" tabindex="0">
            {published.In(language).ToHtml()}
            </div>
            <p>{AllChecks.Html(language)}: <a href="published-check.csv">CSV</a></p>

            """);
    }

    private string Edition(LocalizedText words) => $"""
        <p class="edition">{words.Html(language)}</p>

        """;

    private string Warning() => $"""
        <p class="mark"><strong>{Mark.Html(language)}</strong> {Synthetic.Html(language)}</p>

        """;

    private string Item(NotebookOutcome outcome)
    {
        var exhibits = outcome.Collected.Exhibits.DistinctBy(exhibit => exhibit.Name).ToList();
        var figures = exhibits.Count(exhibit => exhibit.IsFigure);
        var holds = string.Join(", ", Counted(figures, "figur", "figurer", "figure", "figures").Concat(Counted(exhibits.Count - figures, "tabell", "tabeller", "table", "tables")));
        return $"""
            <li><a href="{PageAddress.OfNotebook(outcome.Name).Path(language)}">{outcome.Title.Html(language)}</a>{(holds.Length > 0 ? $" <small>{holds}</small>" : "")}</li>

            """;
    }

    private IEnumerable<string> Counted(int count, string one, string several, string oneEn, string severalEn) => count == 0 ? [] :
        [string.Create(CultureInfo.InvariantCulture, $"{count} {(language == Language.En ? (count == 1 ? oneEn : severalEn) : count == 1 ? one : several)}")];

    private string Pack() => $"""
        <h2>{Evidence.Html(language)}</h2>
        <ul>
        <li><a href="{(language == Language.En ? "evidence/evidence-en.docx" : "evidence/evidence.docx")}">{Word.Html(language)}</a></li>
        <li><a href="evidence/tallgrunnlag.xlsx">{Excel.Html(language)}</a></li>
        <li><a href="evidence/evidence.json">{Json.Html(language)}</a></li>
        </ul>

        """;
}
