using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Barometer.Notebooks.Sessions;

/// <summary>
/// One C# session: cells run one at a time, and each sees what those before it declared. It knows nothing of notebook
/// files: what a cell shows goes to an <see cref="IOutputSink"/>.
/// </summary>
internal sealed class CSharpSession : IDisposable
{
    private readonly SessionOptions _options;
    private readonly SessionLibraries _libraries;
    private readonly SubmissionCompiler _compiler;
    private readonly SubmissionRunner _runner;
    private readonly CellSplitter _splitter;
    private readonly CellThread _thread;
    private readonly ReferenceCache _references;
    private readonly ShadowCopies? _copies;
    private readonly SemaphoreSlim _turn = new(1);
    private volatile CSharpCompilation? _last;
    private int _count;

    public CSharpSession(CSharpEngine engine, SessionOptions options, IReadOnlyList<string> packageFolders)
    {
        _options = options;
        _references = engine.References;
        _libraries = new SessionLibraries(packageFolders, options.HostLibraries);
        _compiler = new SubmissionCompiler(_references, new LibraryResolver(_libraries, _references));
        _runner = new SubmissionRunner(engine.Libraries.ForSession(_libraries));
        _splitter = new CellSplitter(options.Folder);
        _copies = options.CopyLibraries ? new ShadowCopies() : null;
        _thread = new CellThread(options.CellTimeLimit, options.StopGrace);
    }

    /// <summary>
    /// Runs a cell; a cell that comes while another runs waits for it. An error in the cell is what comes back, and the
    /// session can go on after it with what the cell had declared until then.
    /// </summary>
    /// <param name="cell">The cell.</param>
    /// <param name="sink">Takes what it shows.</param>
    /// <param name="interrupt">Stops the cell; the failure then says that it was cancelled.</param>
    /// <returns>What went wrong, or null when nothing did.</returns>
    public async Task<CellFailure?> RunAsync(CellSource cell, IOutputSink sink, CancellationToken interrupt = default)
    {
        await _turn.WaitAsync(CancellationToken.None).ConfigureAwait(false);
        var scope = new CellScope(sink);
        try
        {
            return await Task.Run(() => RunPartsAsync(cell, scope, interrupt), CancellationToken.None).ConfigureAwait(false);
        }
        finally
        {
            scope.End();
            _turn.Release();
        }
    }

    /// <summary>What the compiler knows of code that would come next; it is neither run nor remembered.</summary>
    /// <param name="code">The code, commands blanked.</param>
    public SemanticModel Analyze(string code)
    {
        var tree = CSharpSyntaxTree.ParseText(code, CSharpDialect.Parsing);
        return _compiler.Continue(tree, int.MaxValue, _libraries.Paths.Select(_references.Library), _last).GetSemanticModel(tree);
    }

    /// <summary>Ends the session. No cell may be running.</summary>
    public void Dispose()
    {
        _turn.Dispose();
        _copies?.Dispose();
    }

    private async Task<CellFailure?> RunPartsAsync(CellSource cell, CellScope scope, CancellationToken interrupt)
    {
        var failures = new CellFailures(cell, _options, _runner.IsCode);
        try
        {
            foreach (var part in _splitter.Split(cell))
            {
                var run = await RunPartAsync(part, cell.Name, scope, interrupt).ConfigureAwait(false);
                if (run.End != CellEnd.Completed)
                {
                    return failures.Of(run, part);
                }
            }

            return null;
        }
        catch (CellFault fault)
        {
            return failures.Of(fault);
        }
        catch (OperationCanceledException)
        {
            return failures.Of(new CellRun(CellEnd.Interrupted), part: null);
        }
    }

    private async Task<CellRun> RunPartAsync(CodePart part, string name, CellScope scope, CancellationToken interrupt)
    {
        interrupt.ThrowIfCancellationRequested();
        AddLibraries(part);
        if (part.IsBlank)
        {
            return new CellRun(CellEnd.Completed);
        }

        var submission = _compiler.Compile(part, _count, _libraries.Paths.Select(_references.Library), _last, interrupt);
        _last = submission.Compilation;
        _count++;
        return submission.Program is { } program
            ? await _thread.RunAsync(_runner.Prepare(program, scope), scope, name, interrupt).ConfigureAwait(false)
            : new CellRun(CellEnd.Completed);
    }

    private void AddLibraries(CodePart part)
    {
        foreach (var reference in part.References)
        {
            var name = Path.GetFileNameWithoutExtension(reference.Path);
            if (_options.HostLibraries.HaveOther(reference.Path))
            {
                throw CellFault.Unsupported(
                    part.Name, reference.Line, $"«{name}» is another build than that of the program that runs the notebook, which shares its own. Build it anew, and run the program from there.");
            }

            if (!_libraries.TryAdd(_copies?.Of(reference.Path) ?? reference.Path))
            {
                throw CellFault.Unsupported(
                    part.Name,
                    reference.Line,
                    $"Another assembly called «{name}» is referenced already, from another folder. A session holds one.");
            }
        }
    }
}
