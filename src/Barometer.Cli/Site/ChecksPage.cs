using static Barometer.Cli.Site.SiteText;

namespace Barometer.Cli.Site;

/// <summary>The table of published figures that were held against what is computed here.</summary>
internal sealed class ChecksPage(PublishedChecks published, LocalizedText site, Language language)
{
    private static readonly LocalizedText Lead = new(
        "Tall som andre har publisert, holdt mot det som regnes ut her. Hva hver status krever, står i notatboken om de publiserte tallene.",
        "Figures that others have published, held against what is computed here. What each status takes is told in the notebook about the published figures.");

    private static readonly LocalizedText AllChecks = new("Alle tallene i registeret", "All figures of the registry");

    /// <summary>The page.</summary>
    public string Write() => new PageLayout(PageAddress.Checks, site, language) { Description = Lead.In(language) }.Page(Checks.In(language), $"""
        <h1 id="published">{Checks.Html(language)}</h1>
        <p>{Lead.Html(language)}</p>
        <div class="wide" role="group" aria-labelledby="published" tabindex="0">
        {published.In(language).ToHtml()}
        </div>
        <p>{AllChecks.Html(language)}: <a href="../published-check.csv" download="">CSV</a></p>

        """);
}
