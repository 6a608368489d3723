using System.Globalization;

namespace Barometer.Notebooks.Running;

/// <summary>
/// A notebook compiled once, to be run many times: compiling takes most of the time of a run. Runs share nothing that their cells
/// do, and may go on side by side.
/// </summary>
internal sealed class NotebookProgram
{
    private readonly List<(NotebookCell Cell, IReadOnlyList<LoadedSubmission> Parts)> _cells = [];
    private readonly OutputCleaner _cleaner;

    private NotebookProgram(string path, OutputCleaner cleaner) => (Path, _cleaner) = (path, cleaner);

    /// <summary>The notebook's path, as it was given.</summary>
    public string Path { get; }

    /// <summary>Compiles the notebook at <paramref name="path"/>.</summary>
    /// <param name="path">The notebook.</param>
    /// <param name="engine">What sessions share.</param>
    /// <param name="options">The root of paths and the libraries that it shares with this program.</param>
    /// <param name="cancel">Stops it.</param>
    /// <exception cref="NotebookException">The file can't be read, or a cell doesn't compile.</exception>
    public static NotebookProgram Compile(string path, CSharpEngine engine, NotebookRunOptions options, CancellationToken cancel)
    {
        var folder = System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(path))!;
        var program = new NotebookProgram(path, new OutputCleaner(PathRedactor.For(folder, options.Root)));
        using var session = new CSharpSession(engine, new SessionOptions { Folder = folder, HostLibraries = new HostLibraries(options.HostLibraries), Judge = options.Judge });
        foreach (var cell in NotebookDocument.Read(path).Cells.Where(cell => cell.Type == CellType.Code && cell.IsRunnable))
        {
            try
            {
                program._cells.Add((cell, session.Compile(new CellSource(cell.Number!.Value, cell.Id, cell.Source), cancel)));
            }
            catch (CellFault fault)
            {
                throw new NotebookException(new NotebookProblem(fault.Message, $"{System.IO.Path.GetFileName(path)}, cell {cell.Number}"), fault);
            }
        }

        return program;
    }

    /// <summary>Runs all cells on this thread. What one throws is thrown.</summary>
    /// <param name="format">Makes the outputs of an object; null for the forms that a notebook stores.</param>
    /// <param name="seen">Sees every output in order, text of the console among them.</param>
    /// <param name="cancel">Stops the cell that runs at its next checkpoint or output.</param>
    public void Run(Func<object?, IReadOnlyList<MimeBundle>>? format, Action<CellOutput> seen, CancellationToken cancel) =>
        ExecutionContext.Run(ExecutionContext.Capture()!, _ => RunCells(format, seen, cancel), null);

    // In a flow of control of its own: what enters a cell's scope would write to it from then on.
    private void RunCells(Func<object?, IReadOnlyList<MimeBundle>>? format, Action<CellOutput> seen, CancellationToken cancel)
    {
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        CultureInfo.CurrentUICulture = CultureInfo.InvariantCulture;

        // Each piece takes the next place of the array; the first is the globals'.
        var submissions = new object?[_cells.Sum(cell => cell.Parts.Count) + 2];
        foreach (var (cell, parts) in _cells)
        {
            cancel.ThrowIfCancellationRequested();
            var scope = new CellScope(new Listener(cell, _cleaner, seen), format);
            using var stop = cancel.Register(scope.Stop);
            scope.Enter();
            try
            {
                foreach (var part in parts)
                {
                    part.Run(submissions, scope);
                }
            }
            finally
            {
                scope.End();
            }
        }
    }

    private sealed class Listener(NotebookCell cell, OutputCleaner cleaner, Action<CellOutput> seen) : IOutputSink
    {
        public void Write(TextChannel channel, string text) => Show(MimeBundle.OfText(text), displayId: null);

        public void Show(MimeBundle bundle, string? displayId) => seen(new CellOutput(cell.Number!.Value, cell.Id, cleaner.Clean(bundle)));

        public void Update(MimeBundle bundle, string displayId) => Show(bundle, displayId);
    }
}
