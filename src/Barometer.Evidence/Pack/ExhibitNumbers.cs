using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Barometer.Evidence.Pack;

/// <summary>
/// The numbers by which texts cite figures and tables: «Figur 3.1». One that was given is kept, whatever else comes or goes; a new figure takes the next number of its theme,
/// a new theme the next chapter, and what was withdrawn isn't given to another.
/// </summary>
/// <remarks>A theme is a notebook's name without its place among the others (<c>innovation-activity</c>), so that notebooks can be put in another order.</remarks>
internal sealed partial class ExhibitNumbers
{
    /// <summary>The register's name in the folder of releases.</summary>
    public const string FileName = "numbers.csv";

    private const string Header = "number,theme,file,state";
    private const string InUse = "shown";
    private const string Withdrawn = "withdrawn";

    private readonly Dictionary<(string Theme, string File), ExhibitNumber> _given;

    private ExhibitNumbers(IEnumerable<KeyValuePair<(string Theme, string File), ExhibitNumber>> given) => _given = new(given);

    /// <summary>None given yet.</summary>
    public static ExhibitNumbers None { get; } = new([]);

    /// <summary>Those of the last reproduction; none where there is no register.</summary>
    /// <param name="data">The data folder.</param>
    /// <exception cref="BarometerException">The register can't be read, or gives a number twice.</exception>
    public static ExhibitNumbers Read(string data)
    {
        var path = Path.Combine(data, "releases", FileName);
        return File.Exists(path) ? Parse(File.ReadAllText(path)) : None;
    }

    /// <summary>The register in a text.</summary>
    /// <exception cref="BarometerException">It is none, or gives a number twice.</exception>
    public static ExhibitNumbers Parse(string text)
    {
        var lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.TrimEnd('\r')).ToList();
        var given = lines.Skip(1).Select(line => Line().Match(line)).ToList();
        if (lines.Count == 0 || lines[0] != Header || given.Exists(line => !line.Success))
        {
            throw Unreadable("The register of the numbers of figures and tables can't be read", Header);
        }

        var read = given.ConvertAll(line => KeyValuePair.Create(
            (line.Groups["theme"].Value, line.Groups["file"].Value),
            new ExhibitNumber(line.Groups["kind"].Value == "Figur", Parsed(line.Groups["chapter"].Value), Parsed(line.Groups["number"].Value))));
        return read.DistinctBy(one => one.Key).Count() == read.Count && read.DistinctBy(one => one.Value).Count() == read.Count && read.GroupBy(one => one.Key.Item1).All(IsOneChapter)
            && read.GroupBy(one => one.Value.Chapter).All(chapter => chapter.Select(one => one.Key.Item1).Distinct().Count() == 1)
            ? new ExhibitNumbers(read)
            : throw Unreadable("The register of the numbers of figures and tables gives a number twice", "one chapter a theme, and one number a figure or table");
    }

    /// <summary>A notebook's theme: its name without the digits that put it in its place.</summary>
    public static string ThemeOf(string notebook) => Place().Replace(notebook, "");

    /// <summary>With a number for each of these, in their order; who has one keeps it.</summary>
    /// <exception cref="BarometerException">Two notebooks have one theme.</exception>
    public ExhibitNumbers With(IEnumerable<Exhibit> exhibits)
    {
        var numbers = new ExhibitNumbers(_given);
        var notebooks = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var exhibit in exhibits)
        {
            var theme = ThemeOf(exhibit.Notebook);
            if (notebooks.TryGetValue(theme, out var other) && other != exhibit.Notebook)
            {
                throw new BarometerException(new Problem(
                    $"The notebooks {other} and {exhibit.Notebook} have one theme, «{theme}», by which their figures and tables are numbered",
                    Expected: "names that differ in more than their digits", Hint: "give one of them a name of its own"));
            }

            notebooks[theme] = exhibit.Notebook;
            if (!numbers._given.ContainsKey((theme, exhibit.Name)))
            {
                numbers._given.Add((theme, exhibit.Name), numbers.Next(theme, exhibit.IsFigure));
            }
        }

        return numbers;
    }

    /// <summary>The number of a figure or table; null when it has none.</summary>
    public ExhibitNumber? Find(Exhibit exhibit) => _given.GetValueOrDefault((ThemeOf(exhibit.Notebook), exhibit.Name));

    /// <summary>The numbers of an earlier register that aren't what they were: those of which another figure or table has the number, or none has.</summary>
    /// <param name="earlier">The earlier register.</param>
    public IEnumerable<ExhibitNumber> ChangedSince(ExhibitNumbers earlier) => earlier._given.Where(one => _given.GetValueOrDefault(one.Key) != one.Value).Select(one => one.Value);

    /// <summary>The register's text, a line a number.</summary>
    /// <param name="shown">The figures and tables that there are; all others were withdrawn.</param>
    public string Write(IEnumerable<Exhibit> shown)
    {
        var there = shown.Select(exhibit => (ThemeOf(exhibit.Notebook), exhibit.Name)).ToHashSet();
        var text = new StringBuilder(Header).Append('\n');
        foreach (var (key, number) in _given.OrderBy(one => one.Value.Chapter).ThenBy(one => one.Value.IsFigure).ThenBy(one => one.Value.Number))
        {
            text.Append(CultureInfo.InvariantCulture, $"{number.Label.Nb},{key.Theme},{key.File},{(there.Contains(key) ? InUse : Withdrawn)}\n");
        }

        return text.ToString();
    }

    private ExhibitNumber Next(string theme, bool isFigure)
    {
        var own = _given.Where(one => one.Key.Theme == theme).Select(one => one.Value).ToList();
        var chapter = own.Count > 0 ? own[0].Chapter : (_given.Values.Max(one => one.Chapter) ?? 0) + 1;
        return new ExhibitNumber(isFigure, chapter, own.Where(one => one.IsFigure == isFigure).Select(one => one.Number).DefaultIfEmpty().Max() + 1);
    }

    private static bool IsOneChapter(IEnumerable<KeyValuePair<(string Theme, string File), ExhibitNumber>> theme) => theme.Select(one => one.Value.Chapter).Distinct().Count() == 1;

    private static int Parsed(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);

    private static BarometerException Unreadable(string what, string expected) => new(new Problem(
        what, File: "data/releases/" + FileName, Expected: expected, Hint: "restore it: «git checkout -- data/releases/numbers.csv»; without it «barometer reproduce» numbers everything anew"));

    [GeneratedRegex(@"^\d\d[a-z]?-")]
    private static partial Regex Place();

    // Nothing but names: what else a line could hold would be a number that nobody looks at.
    [GeneratedRegex(@"^(?<kind>Figur|Tabell) (?<chapter>[1-9]\d{0,2})\.(?<number>[1-9]\d{0,2}),(?<theme>[a-z][\w.-]*),(?<file>(?:figures|tables)/[a-z][\w.-]*\.(?:svg|csv)),(?:shown|withdrawn)\z")]
    private static partial Regex Line();
}

/// <summary>The number of a figure or table.</summary>
/// <param name="IsFigure">Whether it is a figure's; else it is a table's.</param>
/// <param name="Chapter">The number of its theme; null for a draft's, which has none yet.</param>
/// <param name="Number">Its own among its kind in the theme.</param>
internal sealed record ExhibitNumber(bool IsFigure, int? Chapter, int Number)
{
    private static readonly LocalizedText Figure = new("Figur", "Figure");
    private static readonly LocalizedText Table = new("Tabell", "Table");

    /// <summary>«Figur» or «Tabell».</summary>
    public LocalizedText Kind => KindOf(IsFigure);

    /// <summary>«Figur 2.1»; of a draft «Figur U.1».</summary>
    public LocalizedText Label => new(Labelled(Kind.Nb, "U"), Labelled(Kind.En, "D"));

    /// <summary>«Figur» or «Tabell».</summary>
    public static LocalizedText KindOf(bool isFigure) => isFigure ? Figure : Table;

    private string Labelled(string kind, string draft) => Chapter is { } chapter ? FormattableString.Invariant($"{kind} {chapter}.{Number}") : FormattableString.Invariant($"{kind} {draft}.{Number}");
}
