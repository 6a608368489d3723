namespace Barometer.Cli.Site;

/// <summary>The files that all pages share, each built into the program.</summary>
internal static class SiteAssets
{
    /// <summary>The style sheet's path under the folder of artifacts.</summary>
    public const string StyleSheet = "site/site.css";

    /// <summary>The script's path.</summary>
    public const string Script = "site/site.js";

    /// <summary>The path of plotly.js, the basic bundle: it draws the interactive charts, once a reader asks for one.</summary>
    public const string Plotly = "site/plotly-basic.min.js";

    private static readonly string[] All = [StyleSheet, Script, Plotly];

    /// <summary>The files.</summary>
    public static IEnumerable<ArtifactContent> Read() => All.Select(path => new ArtifactContent(path, Resource(path), "the reproduction itself"));

    private static byte[] Resource(string path)
    {
        using var stream = typeof(SiteAssets).Assembly.GetManifestResourceStream(path)!;
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
