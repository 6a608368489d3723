namespace Barometer.Analysis.Loading.Importing;

/// <summary>What is to be imported.</summary>
/// <param name="DataRoot">The data folder.</param>
/// <param name="SurveyId">The survey's id.</param>
/// <param name="Answers">The file of answers.</param>
/// <param name="Frame">The file of the frame; null when the answers' file holds it, or it stays as it is.</param>
/// <param name="Mapping">A mapping in place of the one that was kept; null for that.</param>
/// <param name="IsFormConfirmed">Whether what is found out about the files' form is confirmed.</param>
internal sealed record ImportRequest(string DataRoot, string SurveyId, string Answers, string? Frame = null, string? Mapping = null, bool IsFormConfirmed = false);

/// <summary>
/// Makes a survey's two files of delivered ones: finds columns and meanings, says what is left to decide, checks the result as a reader of the survey does, and writes both
/// files or nothing.
/// </summary>
internal sealed class SurveyImport
{
    private const string OfAnswers = "answers";
    private const string OfFrame = "frame";

    private readonly Codebook _codebook;
    private readonly RestrictedFolder _folder;
    private readonly ImportMapping _decided;

    private SurveyImport(Codebook codebook, RestrictedFolder folder, ImportMapping decided) => (_codebook, _folder, _decided) = (codebook, folder, decided);

    /// <summary>The file of answers.</summary>
    public required ImportFile Answers { get; init; }

    /// <summary>The file of the frame, which may be that of the answers; null when the frame stays as it is.</summary>
    public required ImportFile? Frame { get; init; }

    /// <summary>Whether a mapping was kept from before, or given.</summary>
    public required bool HasMapping { get; init; }

    /// <summary>The files read.</summary>
    public IReadOnlyList<ImportFile> Files => Frame is null ? [Answers] : [Answers, Frame];

    /// <summary>Whether nothing is left to decide.</summary>
    public bool IsDecided => Files.All(file => file.IsDecided);

    /// <summary>The path of the mapping that is kept.</summary>
    public string MappingPath => _folder.Mapping;

    /// <summary>The survey's folder.</summary>
    public string Folder => _folder.Folder;

    /// <summary>Reads the files and finds everything.</summary>
    /// <param name="request">What to import.</param>
    /// <param name="progress">Is told what is done and how far it is, or null.</param>
    /// <exception cref="BarometerException">There is no such survey, a file is damaged or missing, or the mapping is wrong.</exception>
    public static SurveyImport Plan(ImportRequest request, Action<string, double>? progress = null)
    {
        var codebook = SurveyCatalog.Codebook(request.DataRoot, request.SurveyId);
        var folder = new RestrictedFolder(request.DataRoot, request.SurveyId);
        var mapping = request.Mapping ?? (File.Exists(folder.Mapping) ? folder.Mapping : null);
        var decided = mapping is null ? new ImportMapping(request.SurveyId, null, null) : ImportMapping.Read(mapping, request.SurveyId);
        var (ofAnswers, ofFrame) = (decided.Answers ?? FileMapping.None, decided.Frame ?? FileMapping.None);
        var answers = ImportFile.Read(
            OfAnswers, request.Answers, ofAnswers, request.IsFormConfirmed, table => TableImport.Several(table, codebook.Responses, codebook, ofAnswers),
            table => TableImport.Plan(table, codebook.Responses, codebook, ofAnswers, None, Share(progress, "reading the answers")));
        return new SurveyImport(codebook, folder, decided)
        {
            Answers = answers,
            Frame = request.Frame is { } path && Path.GetFullPath(path) != Path.GetFullPath(request.Answers)
                ? ImportFile.Read(
                    OfFrame, path, ofFrame, request.IsFormConfirmed, _ => new HashSet<int>(),
                    table => TableImport.Plan(table, codebook.Frame, codebook, ofFrame, Made(answers), Share(progress, "reading the frame")))
                : FrameWithin(answers, codebook, ofFrame, request.Frame is not null, progress) ?? (folder.Frame is null ? throw NoFrame(answers) : null),
            HasMapping = mapping is not null,
        };
    }

    /// <summary>Makes both files and checks them as a reader of the survey does.</summary>
    /// <param name="progress">Is told what is done and how far it is, or null.</param>
    /// <exception cref="BarometerException">Something about the answers or the frame is wrong: each kind once for a column, with a count, and never an answer.</exception>
    public ImportedFiles Make(Action<string, double>? progress = null)
    {
        var faults = Files.SelectMany(file => file.Faults()).ToList();
        if (faults.Count > 0)
        {
            throw new BarometerException(faults);
        }

        var frame = Frame is null ? _folder.Frame! : Frame.Import.Write(null, Share(progress, "making the frame"));
        var isOne = Frame is not null && Frame.Table == Answers.Table;
        var responses = Answers.Import.Write(isOne ? rows => Frame!.Import.Field(CodebookRules.Answered, rows) == "yes" : null, Share(progress, "making the answers"));
        progress?.Invoke("checking both against each other", 0);
        return SurveyReader.Check(_codebook, (frame, Frame?.Table.File ?? SurveyFolder.FrameFile), (responses, Answers.Table.File)) is var checkedFiles && checkedFiles.Problems.Count == 0
            ? new ImportedFiles(responses, frame, checkedFiles.Answers, checkedFiles.Units)
            : throw new BarometerException(checkedFiles.Problems);
    }

    /// <summary>Puts both files into the survey's folder, in one step.</summary>
    public void Write(ImportedFiles files) => _folder.Write(files.Responses, files.Frame);

    /// <summary>Keeps the mapping with what was decided and what is open now; nothing where there is nothing to keep.</summary>
    public void KeepMapping()
    {
        var kept = new ImportMapping(_decided.Survey, Merged(_decided.Answers, Answers), Merged(_decided.Frame, Frame));
        if (kept.Answers is not null || kept.Frame is not null)
        {
            _folder.Write(kept);
        }
    }

    private static IReadOnlyDictionary<string, Func<string, string>> None { get; } = new Dictionary<string, Func<string, string>>();

    private static FileMapping? Merged(FileMapping? before, ImportFile? file) =>
        (before ?? FileMapping.None).With(file?.Open ?? FileMapping.None) is { IsEmpty: false } merged ? merged : null;

    // Who has answered is who has a row of answers, where the frame doesn't say it.
    private static Dictionary<string, Func<string, string>> Made(ImportFile answers)
    {
        var units = new Lazy<HashSet<string>>(answers.Import.Units);
        return new() { [CodebookRules.Answered] = unit => units.Value.Contains(unit) ? "yes" : "no" };
    }

    // A file with the frame's variables holds both where it has units that didn't answer, or is named as both.
    private static ImportFile? FrameWithin(ImportFile answers, Codebook codebook, FileMapping decided, bool isNamed, Action<string, double>? progress)
    {
        var isFrame = new ColumnMatcher(answers.Table, codebook.Frame, codebook, decided.Columns ?? []).Match().All(match => match.Basis != MatchBasis.None);
        if (!isFrame && !isNamed)
        {
            return null;
        }

        var import = TableImport.Plan(answers.Table, codebook.Frame, codebook, decided, None, Share(progress, "reading the frame"));
        return !isNamed && import.Left is (0, 0) && !import.Any(CodebookRules.Answered, "no") ? null : ImportFile.Of(OfFrame, answers.Table, import, isConfirmed: true);
    }

    private static BarometerException NoFrame(ImportFile answers) => new(new Problem(
        "There is no frame",
        answers.Table.File,
        Expected: "the whole population, invited or not, answered or not: weights are reckoned by it",
        Got: "a file of those who answered",
        Hint: "name the file of the frame by --frame; the same file, where everybody answered"));

    private static Shares? Share(Action<string, double>? progress, string what) => progress is null ? null : new Shares(progress, what);

    private sealed class Shares(Action<string, double> progress, string what) : IProgress<double>
    {
        public void Report(double value) => progress(what, value);
    }
}

/// <summary>The two files of a survey, made and checked.</summary>
/// <param name="Responses">The answers.</param>
/// <param name="Frame">The frame.</param>
/// <param name="Answers">How many units answered.</param>
/// <param name="Units">How many units there are.</param>
internal sealed record ImportedFiles(byte[] Responses, byte[] Frame, int Answers, int Units);
