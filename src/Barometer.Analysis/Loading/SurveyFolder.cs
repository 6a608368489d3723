using System.Text.Json;

namespace Barometer.Analysis.Loading;

/// <summary>
/// Where one survey's files are. Real answers in <c>restricted/</c> take over from the synthetic ones as soon as the
/// survey's folder exists there.
/// </summary>
internal sealed record SurveyFolder
{
    /// <summary>The folder of the codebooks.</summary>
    public const string CodebookFolder = "codebook";

    /// <summary>The folder of real answers, which never enter the repository.</summary>
    public const string RestrictedFolder = "restricted";

    /// <summary>The folder of the synthetic stand-in.</summary>
    public const string SyntheticFolder = "synthetic";

    /// <summary>The file of answers.</summary>
    public const string ResponsesFile = "responses.csv";

    /// <summary>The file of the frame.</summary>
    public const string FrameFile = "frame.csv";

    private SurveyFolder(string dataRoot, string id, bool isSynthetic)
    {
        Id = id;
        IsSynthetic = isSynthetic;
        Root = Path.TrimEndingDirectorySeparator(Path.GetFullPath(dataRoot));
    }

    /// <summary>The survey's id, for example <c>operational-2018</c>.</summary>
    public string Id { get; }

    /// <summary>Whether the answers in it are the synthetic stand-in.</summary>
    public bool IsSynthetic { get; }

    /// <summary>The data folder, as a full path.</summary>
    public string Root { get; }

    /// <summary>The codebook's full path.</summary>
    public string Codebook => CodebookOf(Root, Id);

    /// <summary>The codebook's path.</summary>
    /// <param name="dataRoot">The data folder.</param>
    /// <param name="surveyId">The survey's id.</param>
    public static string CodebookOf(string dataRoot, string surveyId) => Path.Combine(dataRoot, CodebookFolder, surveyId + ".json");

    /// <summary>The full path of the answers.</summary>
    public string Responses => Path.Combine(Folder, ResponsesFile);

    /// <summary>The full path of the frame.</summary>
    public string Frame => Path.Combine(Folder, FrameFile);

    /// <summary>The full path of the file that says which delivery the answers are; it may be missing.</summary>
    public string Delivery => Path.Combine(Folder, Loading.Delivery.FileName);

    private string Folder => Path.Combine(Root, IsSynthetic ? SyntheticFolder : RestrictedFolder, Id);

    /// <summary>The folder to read <paramref name="surveyId"/> from: restricted when it exists, else synthetic.</summary>
    /// <param name="dataRoot">The data folder.</param>
    /// <param name="surveyId">The survey's id.</param>
    /// <exception cref="BarometerException">A file that must be there is missing; all missing ones together.</exception>
    public static SurveyFolder Locate(string dataRoot, string surveyId)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(surveyId);
        if (!SurveyCatalog.List(dataRoot).Contains(surveyId))
        {
            throw new BarometerException(SurveyCatalog.NoSurvey(dataRoot, surveyId));
        }

        var isSynthetic = !HasReal(dataRoot, surveyId);
        if (isSynthetic && Unread(dataRoot) is { } unread)
        {
            throw new BarometerException(unread);
        }

        var folder = new SurveyFolder(dataRoot, surveyId, isSynthetic);
        string[] needed = [folder.Responses, folder.Frame];
        var problems = needed.Where(path => !File.Exists(path)).Select(folder.Missing).ToList();
        return problems.Count == 0 ? folder : throw new BarometerException(problems);
    }

    /// <summary>Whether there are real answers to the survey.</summary>
    public static bool HasReal(string dataRoot, string surveyId) => Directory.Exists(Path.Combine(dataRoot, RestrictedFolder, surveyId));

    /// <summary>A file's path as messages show it: relative to the repository, with forward slashes.</summary>
    public string Display(string path) =>
        Path.GetRelativePath(Path.GetDirectoryName(Root) ?? Root, path).Replace('\\', '/');

    // Delivered files that lie in restricted/ itself, while no survey has been imported: who put them there means them, and would get synthetic answers.
    private static Problem? Unread(string dataRoot)
    {
        var restricted = Path.Combine(dataRoot, RestrictedFolder);
        return Directory.Exists(restricted) && !Directory.EnumerateDirectories(restricted).Any() && Delivered(restricted) is { } file
            ? new Problem(
                "Delivered answers lie there that nothing has read",
                $"{DataFolder.Name}/{RestrictedFolder}",
                Expected: $"a folder for each survey, with {ResponsesFile} and {FrameFile}",
                Got: FileKind(file),
                Hint: "«barometer import FILE --survey ID --frame FRAME» makes both of a delivered file; docs/deliveries.md shows it")
            : null;
    }

    private static string? Delivered(string folder) => Directory.Exists(folder)
        ? Directory.EnumerateFiles(folder).Where(file => DeliveryFile.Extensions.Contains(Path.GetExtension(file).ToLowerInvariant())).Order(StringComparer.Ordinal).FirstOrDefault() : null;

    private static string FileKind(string path) => $"a file of the kind {Path.GetExtension(path).ToLowerInvariant()}";

    private Problem Missing(string path) => new(
        "A file is missing",
        Display(path),
        Expected: $"both {ResponsesFile} and {FrameFile}",
        Got: !IsSynthetic && Delivered(Folder) is { } file ? FileKind(file) : "no such file",
        Hint: IsSynthetic ? "«barometer synthesize» makes the synthetic files"
            : Delivered(Folder) is not null ? $"«barometer import FILE --survey {Id} --frame FRAME» makes both of a delivered file; docs/deliveries.md shows it"
            : $"real data need both files; without the survey's folder in {RestrictedFolder} the synthetic ones are used");
}

/// <summary>The surveys there are in a data folder.</summary>
internal static class SurveyCatalog
{
    /// <summary>The ids of the surveys that have a codebook, in ordinal order.</summary>
    /// <param name="dataRoot">The data folder.</param>
    public static IReadOnlyList<string> List(string dataRoot)
    {
        var folder = Path.Combine(dataRoot, SurveyFolder.CodebookFolder);
        return Directory.Exists(folder)
            ? [.. Directory.EnumerateFiles(folder, "*.json").Select(path => Path.GetFileNameWithoutExtension(path)).Order(StringComparer.Ordinal)]
            : [];
    }

    /// <summary>The codebooks of these surveys, in the same order.</summary>
    /// <param name="dataRoot">The data folder.</param>
    /// <exception cref="BarometerException">A codebook is wrong.</exception>
    public static IReadOnlyList<Codebook> Codebooks(string dataRoot) =>
        [.. List(dataRoot).Select(id => Codebook(dataRoot, id))];

    /// <summary>The codebook of a survey.</summary>
    /// <param name="dataRoot">The data folder.</param>
    /// <param name="surveyId">The survey's id.</param>
    /// <exception cref="BarometerException">There is no such survey, or its codebook is wrong.</exception>
    public static Codebook Codebook(string dataRoot, string surveyId) => List(dataRoot).Contains(surveyId)
        ? CodebookReader.Read(SurveyFolder.CodebookOf(dataRoot, surveyId))
        : throw new BarometerException(NoSurvey(dataRoot, surveyId));

    /// <summary>The problem of a survey that there isn't.</summary>
    public static Problem NoSurvey(string dataRoot, string asked) => new(
        $"There is no survey «{asked}»",
        $"{DataFolder.Name}/{SurveyFolder.CodebookFolder}",
        Expected: List(dataRoot) is { Count: > 0 } ids ? NearNames.Expected(ids, asked) : "a codebook in JSON for each survey",
        Hint: NearNames.Hint(List(dataRoot), asked) ?? "a survey is named after its codebook");
}

/// <summary>Finds the repository's data folder: the one that holds <c>codebook/</c>.</summary>
internal static class DataFolder
{
    /// <summary>The folder's name in the repository.</summary>
    public const string Name = "data";

    /// <summary>The data folder of the repository that <paramref name="start"/> lies in, as a full path.</summary>
    /// <param name="start">The repository's root or any folder in it.</param>
    /// <exception cref="BarometerException">Neither the folder nor any above it holds <c>data/codebook</c>.</exception>
    public static string Find(string start)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
        {
            var data = Path.Combine(folder.FullName, Name);
            if (Directory.Exists(Path.Combine(data, SurveyFolder.CodebookFolder)))
            {
                return data;
            }
        }

        throw new BarometerException(new Problem(
            "There is no data folder here or above",
            Expected: $"{Name}/{SurveyFolder.CodebookFolder} in the repository",
            Hint: "start in the repository's folder"));
    }
}

/// <summary>What is made of all surveys together: what the site, the evidence pack and its numbers are called. It stands in <c>publication.json</c> of the data folder.</summary>
internal static class PublicationTitle
{
    /// <summary>The file's name.</summary>
    public const string FileName = "publication.json";

    private static readonly JsonSerializerOptions Form = new(JsonSerializerDefaults.Web);

    /// <summary>Reads it; without the file it is called by the surveys' titles, each without its level.</summary>
    /// <param name="dataRoot">The data folder.</param>
    /// <exception cref="BarometerException">The file is there and says something else, or a codebook is wrong.</exception>
    public static LocalizedText Read(string dataRoot)
    {
        var path = Path.Combine(dataRoot, FileName);
        if (!File.Exists(path))
        {
            var titles = SurveyCatalog.Codebooks(dataRoot).Select(codebook => codebook.Title).Select(title => new LocalizedText(title.Nb.Split(',')[0], title.En.Split(',')[0])).Distinct().ToList();
            return new(string.Join(" og ", titles.Select(title => title.Nb)), string.Join(" and ", titles.Select(title => title.En)));
        }

        try
        {
            return JsonSerializer.Deserialize<Document>(File.ReadAllBytes(path), Form) is { Title: { Length: > 0 } title, TitleEn: { Length: > 0 } english }
                ? new(title, english) : throw new JsonException();
        }
        catch (JsonException)
        {
            throw new BarometerException(new Problem(
                "It can't be read what the publication is called", $"{DataFolder.Name}/{FileName}", Expected: """{ "title": "…", "titleEn": "…" }""", Got: "something else", Hint: "data/README.md, «The codebooks»"));
        }
    }

    private sealed record Document(string? Title, string? TitleEn);
}
