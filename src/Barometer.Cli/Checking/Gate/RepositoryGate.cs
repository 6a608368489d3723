using System.Text;

namespace Barometer.Cli.Checking.Gate;

/// <summary>
/// The gate for a whole clone, or for a commit that is about to be made: every notebook, drafts too, with its outputs, its code and
/// its prose; every file that lies where results lie; and every file that has no place at all.
/// </summary>
internal static class RepositoryGate
{
    /// <summary>The register's path in the repository.</summary>
    public const string Register = "data/releases/shown.csv";

    private const string Ledger = "data/releases/ledger.json";
    private const string Figures = "docs/figures";

    /// <summary>All that is stored in a clone and may not be.</summary>
    public static IEnumerable<RuleFault> Check(Repository repository)
    {
        var shown = StampRegister.Read(repository.Shown);
        var (gate, sources, places) = (new NotebookGate(shown), SourceRules.Of(repository), FilePlaces.Of(repository));
        var manifest = StampRegister.Read(repository.Manifest);
        var tracked = Git.Tracked(repository.Root);
        return
        [
            .. Notebooks(repository).SelectMany(path => Check(gate, sources, File.ReadAllText(path), repository.Tell(path), Path.GetDirectoryName(path)!)),
            .. Files(Path.Combine(repository.Notebooks, EnglishText.Folder)).Order(StringComparer.Ordinal).SelectMany(path => sources.CheckEnglish(File.ReadAllText(path), repository.Tell(path), Path.GetDirectoryName(path)!)),
            .. new LedgerRule(ReleaseLedger.Read(repository.Ledger)).Check(shown),
            .. EditionRule.Check(repository),
            .. NumberRule.Check(repository),
            .. tracked.Concat(Loose(repository)).Distinct().Order(StringComparer.Ordinal).Select(path => Misplaced(places, path)).OfType<RuleFault>(),
            .. NotMade(repository, Loose(repository), path => File.ReadAllBytes(Path.Combine(repository.Root, path))),
            .. Documents(repository).SelectMany(path => DocumentRules.Check(File.ReadAllText(path), repository.Tell(path))),
            .. Changed(repository, repository.DocumentFigures, shown, Figures, _ => false),
            .. Changed(repository, repository.Artifacts, manifest, "artifacts", path => path == repository.Manifest),
            .. ChartRule.Of(repository) is { } charts ? Files(repository.Artifacts).Where(ChartRule.Reads).SelectMany(path => charts.Check(File.ReadAllBytes(path), repository.Tell(path))) : [],
        ];
    }

    /// <summary>All that may not be committed.</summary>
    public static IEnumerable<RuleFault> Check(Repository repository, StagedFiles staged)
    {
        var text = Encoding.UTF8.GetString(staged.Read(Register));
        var shown = text.Length == 0 ? new StampRegister([]) : StampRegister.Parse(text, Register);
        var known = KnownNumbers.Read(repository);
        var (gate, sources, places) = (new NotebookGate(shown), SourceRules.Of(repository, known), FilePlaces.Of(repository));
        var ledger = new LedgerRule(ReleaseLedger.Parse(staged.Read(Ledger), Ledger));
        return
        [
            .. staged.Paths.Select(path => Misplaced(places, path)).OfType<RuleFault>(),
            .. staged.Paths.Where(IsNotebook).SelectMany(path => Check(
                gate, sources, Encoding.UTF8.GetString(staged.Read(path)), path, Path.GetDirectoryName(Path.Combine(repository.Root, path))!)),
            .. staged.Paths.Where(IsEnglish).SelectMany(path => sources.CheckEnglish(Encoding.UTF8.GetString(staged.Read(path)), path, Path.GetDirectoryName(Path.Combine(repository.Root, path))!)),
            .. NotMade(repository, staged.Paths, staged.Read),
            .. known.HasEvidence ? [] : staged.Paths.Where(path => IsNotebook(path) && !IsCode(path)).Where(path => SourceRules.Quotes(Encoding.UTF8.GetString(staged.Read(path)))).Select(WithoutEvidence),
            .. staged.Paths.Where(IsDocument).SelectMany(path => DocumentRules.Check(Encoding.UTF8.GetString(staged.Read(path)), path)),
            .. staged.Paths.Where(path => path.StartsWith(Figures + '/', StringComparison.Ordinal)).Where(path => !Holds(shown, Figures, path[(Figures.Length + 1)..], staged.Read(path))).Select(WithoutRelease),
            .. EditionRule.Check(repository, staged),
            .. NumberRule.Check(repository, staged),
            .. staged.Paths.Contains(Ledger) || staged.Paths.Any(IsNotebook) ? ledger.Unpublished(Ledger) : [],
            .. ledger.Check(shown).Where(fault => staged.Paths.Contains(fault.Notebook) || staged.Paths.Contains(Ledger)),
        ];
    }

    private static IEnumerable<RuleFault> Check(NotebookGate gate, SourceRules sources, string json, string name, string folder) =>
        IsCode(name) ? [] : gate.CheckKept(json, name).Concat(sources.Check(json, name, folder));

    // In the notebooks' folder and in the documentation's, however deep.
    private static IEnumerable<string> Notebooks(Repository repository) =>
        new[] { repository.Notebooks, Path.Combine(repository.Root, "docs") }.SelectMany(Files).Where(IsNotebook).Order(StringComparer.Ordinal);

    private static IEnumerable<string> Documents(Repository repository) =>
        Directory.EnumerateFiles(repository.Root, "*.md").Concat(Files(Path.Combine(repository.Root, "docs"))).Concat(Files(repository.Data)).Where(path => IsDocument(repository.Tell(path)));

    // What lies in a clone's folders of data, text and notebooks, and beside them, tracked or not; real answers have their own folder.
    private static IEnumerable<string> Loose(Repository repository) =>
        Directory.EnumerateFiles(repository.Root)
            .Concat(new[] { repository.Data, repository.Notebooks, Path.Combine(repository.Root, "docs") }.SelectMany(Files))
            .Select(repository.Tell)
            .Where(path => !path.StartsWith("data/restricted/", StringComparison.Ordinal) && !path.Contains("/.ipynb_checkpoints/", StringComparison.Ordinal) && path != ".git");

    private static IEnumerable<RuleFault> Changed(Repository repository, string folder, StampRegister register, string place, Func<string, bool> isExcepted) =>
        from path in Files(folder).Order(StringComparer.Ordinal)
        where !isExcepted(path) && !Holds(register, place, Path.GetRelativePath(folder, path).Replace('\\', '/'), File.ReadAllBytes(path))
        select WithoutRelease(repository.Tell(path));

    private static bool Holds(StampRegister register, string place, string name, byte[] content) =>
        register.In(place, name).Any(form => form.Form == StampedForm.File && form.Digest == FormDigest.Of(content));

    private static IEnumerable<string> Files(string folder) =>
        Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories) : [];

    // Real answers among the synthetic ones would be taken for them: what lies there is what the program makes, byte for byte.
    private static IEnumerable<RuleFault> NotMade(Repository repository, IEnumerable<string> paths, Func<string, byte[]> read)
    {
        var synthetic = paths.Where(path => path.StartsWith("data/synthetic/", StringComparison.Ordinal)).ToList();
        var made = synthetic.Count == 0 ? [] : SyntheticSurveys.Create(repository.Data).ToDictionary(file => "data/" + file.Path.Replace('\\', '/'), file => file.Content);
        return synthetic.Where(path => !(made.TryGetValue(path, out var content) && content.Span.SequenceEqual(read(path))))
            .Select(path => new RuleFault(path, null, "it isn't what «barometer synthesize» makes: run it, or remove the file; real answers belong in data/restricted/"));
    }

    private static RuleFault? Misplaced(FilePlaces places, string path) => places.Fault(path) is { } fault ? new RuleFault(path, null, fault) : null;

    private static RuleFault WithoutRelease(string name) => new(
        name, null, "the file carries no release, or was changed since: released tables and figures write their files by «barometer reproduce»; remove it");

    private static RuleFault WithoutEvidence(string name) => new(
        name, null, "it quotes numbers of the evidence pack, which isn't there to compare them with: barometer reproduce writes it");

    private static bool IsNotebook(string path) => path.EndsWith(".ipynb", StringComparison.OrdinalIgnoreCase);

    private static bool IsDocument(string path) => path.EndsWith(".md", StringComparison.OrdinalIgnoreCase) && !IsCode(path) && !IsEnglish(path) && !path.StartsWith("data/restricted/", StringComparison.Ordinal);

    // Its comments say where numbers come from, as those of a notebook do.
    private static bool IsEnglish(string path) => path.StartsWith($"notebooks/{EnglishText.Folder}/", StringComparison.Ordinal);

    // The template of a notebook, and what tests read.
    private static bool IsCode(string path) => path.StartsWith("src/", StringComparison.Ordinal) || path.StartsWith("tests/", StringComparison.Ordinal) || path.StartsWith("bench/", StringComparison.Ordinal);
}
