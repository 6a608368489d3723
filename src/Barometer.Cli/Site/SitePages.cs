using System.Text;
using Barometer.Analysis.Loading;
using Barometer.Cli.Reproduction;

namespace Barometer.Cli.Site;

/// <summary>The pages beside the index: one for each notebook, and the data dictionary.</summary>
internal static class SitePages
{
    private const string Style = "Barometer.Cli.Site.site.css";

    /// <summary>The files.</summary>
    /// <param name="outcomes">The notebooks as run.</param>
    /// <param name="codebooks">The surveys' codebooks.</param>
    public static IEnumerable<ArtifactContent> Write(IReadOnlyList<NotebookOutcome> outcomes, IReadOnlyList<Codebook> codebooks) =>
    [
        .. outcomes.Select(outcome => File($"site/{outcome.Name}.html", new NotebookPage(outcome).Write())),
        File("site/dictionary.html", DictionaryPage.Write(codebooks)),
        File(PageLayout.StyleSheet, ReadStyle()),
    ];

    private static ArtifactContent File(string name, string text) => new(name, Encoding.UTF8.GetBytes(text), "the reproduction itself");

    private static string ReadStyle()
    {
        using var reader = new StreamReader(typeof(SitePages).Assembly.GetManifestResourceStream(Style)!);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
