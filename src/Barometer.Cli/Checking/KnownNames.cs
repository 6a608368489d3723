using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Barometer.Cli.Checking;

/// <summary>
/// What has digits in it and is no number of the author's: names of the codebooks, the published figures, the notebooks and the
/// repository's files, the years of known editions, and the addresses of sources.
/// </summary>
internal sealed partial class KnownNames
{
    private readonly string _root;
    private readonly FrozenSet<string> _names;
    private readonly FrozenSet<string> _labels;
    private readonly FrozenSet<string> _years;
    private readonly FrozenSet<int> _inCodebook;
    private readonly FrozenSet<string> _addresses;
    private readonly string _sources;

    private KnownNames(string root, IReadOnlyList<string> codebooks, string sources, IReadOnlyList<string> documents)
    {
        (_root, _sources) = (root, sources);
        var fromCodebooks = codebooks.SelectMany(Strings).ToList();
        _labels = fromCodebooks.ToFrozenSet(StringComparer.OrdinalIgnoreCase);
        _names = fromCodebooks.Concat(Ids(sources)).Where(text => Name().IsMatch(text)).ToFrozenSet(StringComparer.Ordinal);
        _years = codebooks.Append(sources).SelectMany(text => Year().Matches(text)).Select(match => match.Value).ToFrozenSet(StringComparer.Ordinal);
        _inCodebook = fromCodebooks.SelectMany(text => Whole().Matches(text)).Select(match => int.Parse(match.Value, CultureInfo.InvariantCulture)).ToFrozenSet();
        _addresses = documents.Append(sources).SelectMany(text => Address().Matches(text)).Select(match => Bare(match.Value)).ToFrozenSet(StringComparer.Ordinal);
    }

    /// <summary>Reads them from a clone; what isn't there names nothing.</summary>
    public static KnownNames Read(Repository repository)
    {
        var published = Path.Combine(repository.Data, "published");
        return new(
            repository.Root,
            Texts(Path.Combine(repository.Data, "codebook"), "*.json"),
            string.Join('\n', Texts(published, "sources.csv").Concat(Texts(published, "figures.csv"))),
            [.. Texts(Path.Combine(repository.Root, "docs"), "*.md"), .. Texts(repository.Root, "README.md"), .. Texts(repository.Data, "README.md")]);
    }

    /// <summary>Whether a token is a name or a year, or is made of such: <c>headlines/innovated@from_50</c>, «2019–2020», <c>04-weighting</c>.</summary>
    public bool Has(string token)
    {
        var name = token.TrimEnd('.', ',', ':', '/', '-', '–', '#');
        return IsName(name) || Separator().Split(name).All(part => !part.Any(char.IsDigit) || IsName(part)) || Dash().Split(name).All(_years.Contains);
    }

    /// <summary>Whether the whole text stands so in a codebook: the label of a size band, by which an answer is called.</summary>
    public bool IsLabel(string text) => _labels.Contains(text);

    /// <summary>Whether the number stands in a codebook: the limit of a size band, above all.</summary>
    public bool IsInCodebook(int number) => _inCodebook.Contains(number);

    /// <summary>Whether an address is one of a source or of the documentation.</summary>
    public bool HasAddress(string address) => _addresses.Contains(Bare(address));

    /// <summary>Whether a relative link from a folder of the clone leads to a file in it.</summary>
    public bool HasFile(string folder, string target)
    {
        var path = Path.GetFullPath(Path.Combine(folder, target.Split('#')[0]));
        return path.StartsWith(Path.TrimEndingDirectorySeparator(_root) + Path.DirectorySeparatorChar, StringComparison.Ordinal) && Path.Exists(path);
    }

    /// <summary>Whether these words stand so in the list of sources: «Meld. St. 30».</summary>
    public bool IsInSources(string words) => _sources.Contains(words, StringComparison.Ordinal);

    private bool IsName(string name) =>
        _names.Contains(name) || _years.Contains(name) || (name.Length > 0 && name.IndexOfAny(Path.GetInvalidPathChars()) < 0 && IsFile(name));

    private bool IsFile(string name) => !name.Contains("..", StringComparison.Ordinal)
        && (File.Exists(Path.Combine(_root, name)) || File.Exists(Path.Combine(_root, "notebooks", name)) || File.Exists(Path.Combine(_root, "notebooks", name + ".ipynb")));

    private static string[] Texts(string folder, string pattern) =>
        Directory.Exists(folder) ? [.. Directory.EnumerateFiles(folder, pattern, pattern == "*.md" ? SearchOption.AllDirectories : SearchOption.TopDirectoryOnly).Select(File.ReadAllText)] : [];

    // The codebook may be in the middle of being written: what isn't JSON names nothing, and the run says what is wrong with it.
    private static IEnumerable<string> Strings(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return [.. Strings(document.RootElement)];
        }
        catch (JsonException)
        {
            return [];
        }
    }

    private static IEnumerable<string> Strings(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => [element.GetString()!],
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Strings),
        JsonValueKind.Object => element.EnumerateObject().SelectMany(member => Strings(member.Value)),
        _ => [],
    };

    private static IEnumerable<string> Ids(string csv) => csv.Split('\n').SelectMany(line => line.Split(',', 3).Take(2));

    private static string Bare(string address) => address.TrimEnd('.', ',', ';', ':', ')', '/');

    // A letter first: a code that is a bare number names nothing.
    [GeneratedRegex(@"^[A-Za-z][\w.-]*\z")]
    private static partial Regex Name();

    [GeneratedRegex(@"(?<!\d)(?:19|20)\d\d(?!\d)")]
    private static partial Regex Year();

    [GeneratedRegex(@"(?<![\d.,])\d{1,4}(?![\d.,])")]
    private static partial Regex Whole();

    [GeneratedRegex(@"https?://[^\s"",<>`)\]]+")]
    private static partial Regex Address();

    [GeneratedRegex("[/=@#:]")]
    private static partial Regex Separator();

    [GeneratedRegex("[–-]")]
    private static partial Regex Dash();
}
