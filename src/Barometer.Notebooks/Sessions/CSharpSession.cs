using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;

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
    private readonly ShadowCopies? _copies;
    private readonly SemaphoreSlim _turn = new(1);
    private readonly UnmadeVariables _unmade = new();

    /// <summary>Starts the session.</summary>
    public CSharpSession(CSharpEngine engine, SessionOptions options)
    {
        _options = options;
        _libraries = new SessionLibraries(LibraryFolder.PackageFolders(), options.HostLibraries);
        _compiler = new SubmissionCompiler(_libraries, engine.References);
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

    /// <summary>What keeps a cell from being run by the judge's rules; null when nothing does.</summary>
    /// <param name="cell">The cell.</param>
    public CellFailure? Judge(CellSource cell)
    {
        try
        {
            return Judge(cell, _splitter.Split(cell));
        }
        catch (CellFault)
        {
            return null; // a command that this host doesn't have, or a file that isn't there: running the cell tells which
        }
    }

    /// <summary>Compiles a cell after those before it, without running it: whoever runs all of them runs them in their order.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="interrupt">Stops it.</param>
    /// <exception cref="CellFault">It doesn't compile, uses what isn't supported, or breaks the judge's rules.</exception>
    public IReadOnlyList<LoadedSubmission> Compile(CellSource cell, CancellationToken interrupt)
    {
        var parts = _splitter.Split(cell).ToList();
        if (Judge(cell, parts) is { } refused)
        {
            throw new CellFault(refused.Kind, refused.Line, refused.Message, refused.Trace);
        }

        var loaded = new List<LoadedSubmission>();
        foreach (var part in parts)
        {
            AddLibraries(part);
            if (!part.IsBlank && _compiler.Compile(part, interrupt) is { } program)
            {
                loaded.Add(_runner.Load(program));
            }
        }

        return loaded;
    }

    /// <summary>What the compiler knows of code that would come next; it is neither run nor remembered.</summary>
    /// <param name="code">The code, commands blanked.</param>
    public SemanticModel Analyze(string code) => _compiler.Analyze(code);

    /// <summary>Ends the session. No cell may be running.</summary>
    public void Dispose()
    {
        _turn.Dispose();
        _copies?.Dispose();
    }

    private async Task<CellFailure?> RunPartsAsync(CellSource cell, CellScope scope, CancellationToken interrupt)
    {
        var failures = new CellFailures(cell, _options.CellTimeLimit, _runner.IsCode);
        List<CodePart> parts = [];
        var done = 0;
        try
        {
            parts = [.. _splitter.Split(cell)];
            if (Judge(cell, parts) is { } refused)
            {
                return Failed(refused);
            }

            foreach (var part in parts)
            {
                var run = await RunPartAsync(part, cell.Name, scope, interrupt).ConfigureAwait(false);
                if (run.End != CellEnd.Completed)
                {
                    return Failed(failures.Of(run, part));
                }

                _unmade.Made(part);
                done++;
            }

            return null;
        }
        catch (CellFault fault)
        {
            return Failed(failures.Of(fault));
        }
        catch (OperationCanceledException)
        {
            return Failed(failures.Of(new CellRun(CellEnd.Interrupted), part: null));
        }

        CellFailure Failed(CellFailure failure)
        {
            var explained = _unmade.Explain(failure, parts);
            parts.Skip(done).ToList().ForEach(_unmade.Failed);
            return explained;
        }
    }

    private CellFailure? Judge(CellSource cell, IEnumerable<CodePart> parts)
    {
        var refusals = parts.SelectMany(_options.Judge).ToList();
        return refusals.Count == 0 ? null : new CellFailures(cell, _options.CellTimeLimit, _runner.IsCode).Of(refusals);
    }

    private async Task<CellRun> RunPartAsync(CodePart part, string name, CellScope scope, CancellationToken interrupt)
    {
        interrupt.ThrowIfCancellationRequested();
        AddLibraries(part);
        return !part.IsBlank && _compiler.Compile(part, interrupt) is { } program
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

/// <summary>Loads compiled pieces into the session's load context and runs them, by Roslyn's protocol for script code.</summary>
internal sealed class SubmissionRunner(AssemblyLoadContext context)
{
    // Each piece puts itself into the array; what follows finds its variables there. The first place is the globals'.
    private object?[] _submissions = new object?[16];
    private int _count = 1;

    /// <summary>Whether the assembly was made of cells: only its frames are told to the reader.</summary>
    public bool IsCode(Assembly assembly) =>
        ReferenceEquals(AssemblyLoadContext.GetLoadContext(assembly), context)
        && assembly.GetName().Name!.StartsWith(TypeNames.SubmissionPrefix, StringComparison.Ordinal);

    /// <summary>Loads the program and gives what is to be run on the cell's thread.</summary>
    public Action Prepare(SubmissionProgram program, CellScope scope)
    {
        if (++_count > _submissions.Length - 1)
        {
            Array.Resize(ref _submissions, _submissions.Length * 2);
        }

        var submissions = _submissions;
        var loaded = Load(program);
        return () => loaded.Run(submissions, scope);
    }

    /// <summary>Loads the program, to be run any number of times.</summary>
    public LoadedSubmission Load(SubmissionProgram program)
    {
        using var image = new MemoryStream(program.Assembly);
        using var symbols = new MemoryStream(program.Symbols);
        var start = context.LoadFromStream(image, symbols)
            .GetType(program.EntryType, throwOnError: true)!
            .GetMethod(program.EntryMethod, BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public)!
            .CreateDelegate<Func<object?[], Task<object?>>>();
        return new LoadedSubmission(start, program.HasResult);
    }
}

/// <summary>A compiled piece that is loaded.</summary>
/// <param name="Start">Runs it, given the array in which it and those before it find each other's variables.</param>
/// <param name="HasResult">Whether it ends in an expression whose value is to be shown.</param>
internal sealed record LoadedSubmission(Func<object?[], Task<object?>> Start, bool HasResult)
{
    /// <summary>Runs it on this thread and shows its value.</summary>
    public void Run(object?[] submissions, CellScope scope)
    {
        var value = Start(submissions).GetAwaiter().GetResult();
        if (HasResult)
        {
            scope.Display(value);
        }
    }
}
