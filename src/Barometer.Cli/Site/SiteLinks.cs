using System.Text.RegularExpressions;

namespace Barometer.Cli.Site;

/// <summary>
/// Where the links of notebooks and of the documentation lead in the site: notebooks to their pages, by their titles; documents to pages made of them; open data to copies beside
/// them. So nothing leads out of the folder, and it can be published alone. What has no place there is named without a link.
/// </summary>
internal sealed partial class SiteLinks
{
    private const string Listed = "docs/figures.md"; // the site's own list tells the same

    private readonly string _root;
    private readonly IReadOnlyDictionary<string, LocalizedText> _notebooks;
    private readonly SortedSet<string> _files = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, string> _documents = new(StringComparer.Ordinal);

    /// <summary>The links of some notebooks, and of the documents that they lead to.</summary>
    /// <param name="root">The clone's folder.</param>
    /// <param name="notebooks">The notebooks' titles by their names.</param>
    /// <param name="texts">Their texts, each with the folder that its links start from.</param>
    public SiteLinks(string root, IReadOnlyDictionary<string, LocalizedText> notebooks, IEnumerable<(string Folder, string Text)> texts)
    {
        (_root, _notebooks) = (root, notebooks);
        var open = new Queue<string>(texts.SelectMany(text => Targets(text.Folder, text.Text)));
        while (open.TryDequeue(out var path))
        {
            if (IsOpenData(path))
            {
                _files.Add(path);
            }
            else if (IsDocument(path) && !_documents.ContainsKey(path))
            {
                _documents[path] = File.ReadAllText(Path.Combine(_root, path));
                Targets(Path.GetDirectoryName(path)!.Replace('\\', '/'), _documents[path]).ToList().ForEach(open.Enqueue);
            }
        }
    }

    /// <summary>The documents that are linked to, by their paths in the repository.</summary>
    public IEnumerable<string> Documents => _documents.Keys;

    /// <summary>Copies of the files that are linked to.</summary>
    public IEnumerable<ArtifactFile> Copies => _files.Select(path => new ArtifactFile("site/" + CopyOf(path), () => File.ReadAllBytes(Path.Combine(_root, path))));

    /// <summary>A document's text.</summary>
    public string TextOf(string document) => _documents[document];

    /// <summary>Where a document's page lies. Documents are written in English and have one page.</summary>
    public static PageAddress PageOf(string document) => new("site/", "doc-" + Path.GetFileNameWithoutExtension(document));

    /// <summary>Where a link leads from a page in <c>site/</c>, and what it is called when it says a file's name only.</summary>
    /// <param name="url">The link as written.</param>
    /// <param name="folder">The folder of the text that has it, in the repository.</param>
    /// <param name="language">The language of the page.</param>
    /// <returns>No address where it leads nowhere in the site.</returns>
    public (string? Address, string? Name) Find(string url, string folder, Language language)
    {
        if (url.StartsWith('#') || Scheme().IsMatch(url))
        {
            return (url.StartsWith('#') || Web().IsMatch(url) ? url : null, null);
        }

        var (path, place) = Parts(folder, url);
        if (NotebookPath().Match(path) is { Success: true } match && _notebooks.TryGetValue(match.Groups[1].Value, out var notebook))
        {
            return (PageAddress.OfNotebook(match.Groups[1].Value).Name(language) + place, notebook.In(language));
        }

        if (_documents.TryGetValue(path, out var text))
        {
            return (PageOf(path).Name(Language.En) + place, Title().Match(text) is { Success: true } title ? title.Groups[1].Value : null);
        }

        return (path == Listed ? PageAddress.Figures.Name(language) : _files.Contains(path) ? CopyOf(path) : null, null);
    }

    private static IEnumerable<string> Targets(string folder, string markdown) =>
        Link().Matches(markdown).Select(link => link.Groups[1].Value).Where(url => !url.StartsWith('#') && !Scheme().IsMatch(url)).Select(url => Parts(folder, url).Path);

    private bool IsDocument(string path) => path.StartsWith("docs/", StringComparison.Ordinal) && path.EndsWith(".md", StringComparison.Ordinal) && path != Listed && IsOwn(path);

    // Answers lie in data/restricted and data/synthetic; of data only what is public by its nature is copied, under the names that such files have.
    private bool IsOpenData(string path) => (((path.StartsWith("data/published/", StringComparison.Ordinal) || path.StartsWith("data/codebook/", StringComparison.Ordinal)) && FilePlaces.IsData(path))
        || path is "data/releases/policy.json" or "docs/evidence.schema.json") && IsOwn(path);

    // A file of the repository's own: what a symbolic link leads to may be anything.
    private bool IsOwn(string path) => File.Exists(Path.Combine(_root, path)) && !FilePlaces.IsLink(_root, path);

    private static string CopyOf(string path) => "files/" + Path.GetFileName(path);

    // The path from the root of the repository, without «..».
    private static (string Path, string Place) Parts(string folder, string url)
    {
        var parts = new List<string>(folder.Split('/', StringSplitOptions.RemoveEmptyEntries));
        foreach (var part in url.Split('#')[0].Split('/'))
        {
            if (part == ".." && parts.Count > 0)
            {
                parts.RemoveAt(parts.Count - 1);
            }
            else if (part is not ("" or "."))
            {
                parts.Add(part);
            }
        }

        return (string.Join('/', parts), url.Contains('#', StringComparison.Ordinal) ? url[url.IndexOf('#', StringComparison.Ordinal)..] : "");
    }

    [GeneratedRegex(@"\]\(([^()\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex("^[a-z][a-z0-9+.-]*:")]
    private static partial Regex Scheme();

    [GeneratedRegex("^(?:https?|mailto):")]
    private static partial Regex Web();

    [GeneratedRegex(@"^notebooks/([\w.-]+)\.ipynb$")]
    private static partial Regex NotebookPath();

    [GeneratedRegex(@"^# (.+?)\s*$", RegexOptions.Multiline)]
    private static partial Regex Title();
}
