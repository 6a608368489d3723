using System.Security.Cryptography;
using System.Text;
using Barometer.Analysis.Anonymity.Alternatives;

namespace Barometer.Cli.Auditing;

/// <summary>
/// Runs all notebooks on answers in memory, and keeps digests of what a reader would see. They are compiled once; what is shown is
/// compared with what is shown of other answers. Nothing is written.
/// </summary>
internal sealed class Recomputation : IDisposable
{
    private readonly CSharpEngine _engine = new();
    private readonly Repository _repository;
    private readonly string _data;
    private readonly ReleaseLedger _ledger;
    private readonly List<NotebookProgram> _first = [];
    private readonly List<NotebookProgram> _last = [];
    private readonly Dictionary<string, LocalizedText> _titles = new(StringComparer.Ordinal);

    /// <summary>Compiles the notebooks.</summary>
    /// <param name="repository">The repository.</param>
    /// <param name="data">The data folder.</param>
    /// <param name="ledger">What is shown and what is hidden.</param>
    /// <param name="told">Hears of each notebook.</param>
    /// <param name="cancel">Stops it.</param>
    public Recomputation(Repository repository, string data, ReleaseLedger ledger, Action<string> told, CancellationToken cancel)
    {
        (_repository, _data, _ledger) = (repository, data, ledger);
        var options = new NotebookRunOptions { HostLibraries = NotebookRuns.Library, Root = repository.Root, Judge = new CodeRules(KnownNames.Read(repository)).Judge };
        foreach (var path in repository.FindNotebooks([]))
        {
            var name = Path.GetFileNameWithoutExtension(path);
            told(name);
            (NotebookRuns.Asks(path) ? _last : _first).Add(NotebookProgram.Compile(path, _engine, options, cancel));
            _titles[name] = NotebookOutcome.TitleOf(NotebookDocument.Read(path), EnglishText.Beside(path), name);
        }
    }

    /// <summary>Runs them, and draws no pictures: estimates, released values, tables, texts.</summary>
    /// <param name="surveys">The answers, by the ids of the surveys.</param>
    /// <param name="cancel">Stops it.</param>
    public Recomputed Run(IReadOnlyDictionary<string, Survey> surveys, CancellationToken cancel)
    {
        var (shown, released) = (new List<ShownOutput>(), new List<JournalEntry>());
        foreach (var program in _first.Concat(_last))
        {
            Run(program, Setting(surveys), one => released.Add(one with { Entry = one.Entry with { Notebook = NameOf(program) } }), Values, output => shown.Add(new ShownOutput(NameOf(program), output.CellId, Digest(output.Bundle)) { Releases = Releases(output.Bundle.Source) }), cancel);
        }

        return new Recomputed(shown, released);
    }

    /// <summary>
    /// Runs them, and makes everything that a reproduction keeps: every form of every output, the files of figures and tables, and the evidence pack.
    /// </summary>
    /// <param name="surveys">The answers, by the ids of the surveys.</param>
    /// <param name="cancel">Stops it.</param>
    public IReadOnlyList<ShownOutput> RunToTheByte(IReadOnlyDictionary<string, Survey> surveys, CancellationToken cancel)
    {
        var (shown, collected) = (new List<ShownOutput>(), new List<(LocalizedText, ExhibitCollector)>());
        foreach (var program in _first.Concat(_last))
        {
            var own = new ExhibitCollector(NameOf(program));
            var setting = _last.Contains(program) ? Setting(surveys) with { Exhibits = PackRegister.Lines(Pack(collected).Items) } : Setting(surveys);
            Run(program, setting, own.Hear, format: null, output =>
            {
                own.See(output);
                shown.Add(new ShownOutput(NameOf(program), output.CellId, Digest(output.Bundle)));
            }, cancel);
            collected.Add((_titles[NameOf(program)], own));
        }

        foreach (var file in collected.SelectMany(one => one.Item2.Exhibits).SelectMany(exhibit => exhibit.Files()).Concat(Pack(collected).Files()))
        {
            cancel.ThrowIfCancellationRequested();
            shown.Add(new ShownOutput(file.Origin, file.Name, Convert.ToHexString(SHA256.HashData(file.Bytes))));
        }

        return shown;
    }

    /// <inheritdoc/>
    public void Dispose() => _engine.Dispose();

    private WorkbenchSetting Setting(IReadOnlyDictionary<string, Survey> surveys) => new() { Data = _data, Ledger = _ledger, Surveys = surveys };

    private EvidencePack Pack(IReadOnlyList<(LocalizedText Title, ExhibitCollector Collected)> notebooks) => new(
        notebooks.Select(one => new PackTheme(one.Title, one.Collected.Exhibits)),
        new PackOrigin(_data, CodeVersion.Commit(_repository.Root)) { Edition = PackEdition.Of(_ledger) },
        [.. notebooks.SelectMany(one => one.Collected.Released).Select(one => (one.Entry.Notebook, one.Released!))]);

    private static void Run(
        NotebookProgram program, WorkbenchSetting setting, Action<JournalEntry> released, Func<object?, IReadOnlyList<MimeBundle>>? format, Action<CellOutput> seen, CancellationToken cancel)
    {
        (setting with { Released = released }).Apply();
        program.Run(format, seen, cancel);
    }

    // As the output says of itself: «release name: id@digest id@digest».
    private static string[] Releases(object? shown) => shown is Displayable { Stored: { } stored } && stored.Split(": ") is [_, var ledger]
        ? [.. ledger.Split(' ').Select(one => one[..one.IndexOf('@', StringComparison.Ordinal)])]
        : [];

    private static string NameOf(NotebookProgram program) => Path.GetFileNameWithoutExtension(program.Path);

    // A picture is drawn of its numbers and its words.
    private static IReadOnlyList<MimeBundle> Values(object? value) =>
        value is Figure figure ? [MimeBundle.OfText(figure.AltText + figure.Title + figure.Numbers.ToHtml())] : ObjectFormatter.Format(value);

    private static string Digest(MimeBundle bundle) =>
        Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\0', bundle.Forms.Select(form => form.Key + '\0' + form.Value)))));
}
