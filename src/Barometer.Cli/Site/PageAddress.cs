namespace Barometer.Cli.Site;

/// <summary>Where a page lies under the folder of artifacts, in each language.</summary>
/// <param name="Folder">Its folder: empty, or <c>site/</c>.</param>
/// <param name="Stem">Its name without language and ending.</param>
internal sealed record PageAddress(string Folder, string Stem)
{
    /// <summary>The first page.</summary>
    public static readonly PageAddress Home = new("", "index");

    /// <summary>The list of all figures and tables.</summary>
    public static readonly PageAddress Figures = new("site/", "figures");

    /// <summary>The data dictionary.</summary>
    public static readonly PageAddress Dictionary = new("site/", "dictionary");

    /// <summary>The way from the page to the folder of artifacts.</summary>
    public string Root => Folder.Length == 0 ? "" : "../";

    /// <summary>A notebook's page.</summary>
    public static PageAddress OfNotebook(string name) => new("site/", name);

    /// <summary>The name of its file.</summary>
    public string Name(Language language) => Stem + (language == Language.En ? "-en.html" : ".html");

    /// <summary>The path of its file under the folder of artifacts.</summary>
    public string Path(Language language) => Folder + Name(language);

    /// <summary>The link from this page to another.</summary>
    public string To(PageAddress other, Language language) => Root + other.Path(language);
}
