using System.Globalization;

namespace Barometer.Cli.Site;

/// <summary>The page to open first: what this is, for whom and by whom, the findings with their figures, the themes, the notebooks about method, and what an author takes home.</summary>
internal sealed class HomePage(SiteContent site, Language language)
{
    private static readonly LocalizedText Mark = new("Syntetiske data.", "Synthetic data.");
    private static readonly LocalizedText Synthetic = new(
        "Svarene er laget av kode, ikke gitt av noen virksomhet. Tallene prøver beregningene og sier ingenting om staten; figurer av publiserte tall er merket «publisert tall».",
        "The answers are made by code, not given by any agency. The numbers test the computations and say nothing about the state; figures of published numbers are marked “published figure”.");

    private static readonly LocalizedText Findings = new("Funn", "Findings");
    private static readonly LocalizedText Themes = new("Temaer", "Themes");
    private static readonly LocalizedText Method = new("Metode: hvordan tallene blir til", "Method: how the figures are made");
    private static readonly LocalizedText Evidence = new("Alt samlet", "All in one");
    private static readonly LocalizedText Word = new("Word-dokument med alle figurer og tabeller", "Word document of all figures and tables");
    private static readonly LocalizedText Excel = new("Excel-arbeidsbok med tallene bak", "Excel workbook of the numbers behind them (in Norwegian)");
    private static readonly LocalizedText Json = new("Hvert tall for seg, som JSON", "Every number by itself, as JSON");

    /// <summary>The page.</summary>
    public string Write()
    {
        var (method, themes) = (site.Notebooks.Where(IsMethod).ToList(), site.Notebooks.Where(notebook => !IsMethod(notebook)).ToList());
        return new PageLayout(PageAddress.Home, site.Title, language) { Description = site.Front.About?.In(language) }.Page(site.Title.In(language), $"""
            <h1>{site.Title.Html(language)}</h1>
            {Paragraph("about", site.Front.About)}{Paragraph("makers", site.Front.Makers)}{Paragraph("edition", site.Pack.Edition)}{(site.IsSynthetic ? Warning() : "")}{Section("findings", Findings, site.Headlines.Select(Finding))}{Section("themes", Themes, themes.Select(Card))}{Section("method", Method, method.Select(Line))}{(site.Pack.Items.Count > 0 ? Pack() : "")}
            """);
    }

    private bool IsMethod(NotebookOutcome notebook) => site.Front.Method.Contains(notebook.Name);

    private string Paragraph(string name, LocalizedText? text) => text is null ? "" : $"""
        <p class="{name}">{text.Html(language)}</p>

        """;

    private string Warning() => $"""
        <p class="mark"><strong>{Mark.Html(language)}</strong> {Synthetic.Html(language)}</p>

        """;

    private string Section(string name, LocalizedText heading, IEnumerable<string> items) => string.Concat(items) is not { Length: > 0 } all ? "" : $"""
        <section aria-labelledby="{name}">
        <h2 id="{name}">{heading.Html(language)}</h2>
        <ul class="{name}">
        {all}</ul>
        </section>

        """;

    private string Finding(PackItem item) => $"""
        <li>
        <h3><a href="{Page(item.Exhibit.Notebook)}#{ExhibitHtml.Anchor(item.Exhibit)}">{item.Exhibit.Title.Html(language)}</a></h3>
        {Sentence(item.Exhibit)}{ExhibitHtml.Small(item.Exhibit, language, "")}<p class="number">{item.Label.Html(language)} · {item.Status.Words().Html(language)}</p>
        </li>

        """;

    private string Sentence(Exhibit exhibit) => exhibit.Sentences is not [var first, ..] ? "" : $"""
        <p>{first.Html(language)}</p>

        """;

    private string Card(NotebookOutcome notebook)
    {
        var figure = site.Pack.Items.FirstOrDefault(item => item.Exhibit.Notebook == notebook.Name && item.Exhibit.IsFigure);
        return $"""
            <li>
            {(figure is null ? "" : ExhibitHtml.Small(figure.Exhibit, language, ""))}<h3><a href="{Page(notebook.Name)}">{notebook.Title.Html(language)}</a></h3>
            {Lead(notebook)}<p class="number">{Holds(notebook)}</p>
            </li>

            """;
    }

    private string Line(NotebookOutcome notebook) => $"""
        <li><h3><a href="{Page(notebook.Name)}">{notebook.Title.Html(language)}</a></h3>
        {Lead(notebook)}</li>

        """;

    private string Lead(NotebookOutcome notebook) => notebook.Finding is not { } finding ? "" : $"""
        <p>{finding.Html(language)}</p>

        """;

    private string Page(string notebook) => PageAddress.OfNotebook(notebook).Path(language);

    private string Holds(NotebookOutcome notebook)
    {
        var exhibits = EvidencePack.Shown(notebook.Collected.Exhibits);
        var figures = exhibits.Count(exhibit => exhibit.IsFigure);
        return string.Join(", ", Counted(figures, "figur", "figurer", "figure", "figures").Concat(Counted(exhibits.Count - figures, "tabell", "tabeller", "table", "tables")));
    }

    private IEnumerable<string> Counted(int count, string one, string several, string oneEn, string severalEn) => count == 0 ? [] :
        [string.Create(CultureInfo.InvariantCulture, $"{count} {(language == Language.En ? (count == 1 ? oneEn : severalEn) : count == 1 ? one : several)}")];

    private string Pack() => $"""
        <section aria-labelledby="pack">
        <h2 id="pack">{Evidence.Html(language)}</h2>
        <ul>
        <li><a href="{(language == Language.En ? EvidencePack.EnglishDocument : EvidencePack.Document)}" download="">{Word.Html(language)}</a></li>
        <li><a href="{EvidencePack.WorkbookIn(language)}" download="">{Excel.Html(language)}</a></li>
        <li><a href="{EvidencePack.NumbersFile}" download="">{Json.Html(language)}</a></li>
        </ul>
        </section>

        """;
}
