using System.Diagnostics.Tracing;
using System.Globalization;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Text;

namespace Barometer.Benchmarks;

/// <summary>
/// The source files that one bar passes on its way from the survey's files to a notebook: those with a method that the runtime
/// compiles for the first time while it is made. Compiled methods are mapped to files by the symbols beside the assemblies.
/// </summary>
internal sealed class BarTrace(string root)
{
    private readonly BuiltClone _clone = new(root);
    private readonly Dictionary<Assembly, MetadataReader?> _symbols = [];
    private readonly List<(string Step, string File)> _order = [];

    /// <summary>The table in Markdown, a line a step.</summary>
    public string Write()
    {
        var text = new StringBuilder("| step | methods | files | new files | folders |\n|---|---:|---:|---:|---:|\n");
        using var compiled = new CompiledMethods();
        foreach (var (name, run) in _clone.Steps)
        {
            compiled.Take();
            run();
            Thread.Sleep(TimeSpan.FromSeconds(0.2)); // the last events come after the call
            var passed = compiled.Take().Select(method => FileOf(method.Type, method.Token)).OfType<string>().ToList();
            var files = passed.Distinct().ToList();
            var added = files.Except(_order.Select(one => one.File)).ToList();
            _order.AddRange(added.Select(file => (name, file)));
            text.Append(CultureInfo.InvariantCulture, $"| {name} | {passed.Count} | {files.Count} | {added.Count} | {files.Select(Path.GetDirectoryName).Distinct().Count()} |\n");
        }

        var lines = _order.Sum(one => File.ReadLines(Path.Combine(_clone.Root, one.File)).Count());
        return text.Append(CultureInfo.InvariantCulture, $"| **sum** | | | **{_order.Count} files, {lines} lines** | |").ToString();
    }

    /// <summary>The files in the order in which they are first passed, each with its step.</summary>
    public string Files() => string.Join('\n', _order.Select(one => $"{one.Step}: {one.File}"));

    private string? FileOf(string type, int token)
    {
        // A generic type is told with its arguments: Released`1[System.__Canon]. Types that the compiler made have one name in many assemblies.
        var name = type.Split('[')[0];
        var owner = name.StartsWith('<') ? null : _clone.Assemblies.FirstOrDefault(one => Symbols(one) is not null && one.GetType(name) is not null);
        if (owner is null || Symbols(owner) is not { } symbols || token >> 24 != 0x06 || (token & 0xFFFFFF) > symbols.MethodDebugInformation.Count)
        {
            return null;
        }

        var method = symbols.GetMethodDebugInformation(MetadataTokens.MethodDebugInformationHandle(token & 0xFFFFFF));
        var document = method.Document.IsNil ? method.GetSequencePoints().Select(point => point.Document).FirstOrDefault() : method.Document;
        var path = document.IsNil ? "" : symbols.GetString(symbols.GetDocument(document).Name).Replace('\\', '/');
        var file = path.IndexOf("/src/", StringComparison.Ordinal) is var at and >= 0 ? path[(at + 1)..] : null;
        return file is not null && File.Exists(Path.Combine(_clone.Root, file)) ? file : null;
    }

    private MetadataReader? Symbols(Assembly assembly)
    {
        if (!_symbols.TryGetValue(assembly, out var reader))
        {
            var path = Path.ChangeExtension(assembly.Location, ".pdb");
            _symbols[assembly] = reader = File.Exists(path) ? MetadataReaderProvider.FromPortablePdbStream(File.OpenRead(path)).GetMetadataReader() : null;
        }

        return reader;
    }

    /// <summary>The methods that the runtime compiles, in order.</summary>
    private sealed class CompiledMethods : EventListener
    {
        private const EventKeywords Compiling = (EventKeywords)0x10;
        private readonly Lock _gate = new();
        private List<(string Type, int Token)> _methods = [];

        /// <summary>What was compiled since the last call.</summary>
        public List<(string Type, int Token)> Take()
        {
            lock (_gate)
            {
                return Interlocked.Exchange(ref _methods, []);
            }
        }

        protected override void OnEventSourceCreated(EventSource eventSource)
        {
            if (eventSource.Name == "Microsoft-Windows-DotNETRuntime")
            {
                EnableEvents(eventSource, EventLevel.Verbose, Compiling);
            }
        }

        protected override void OnEventWritten(EventWrittenEventArgs eventData)
        {
            // The base class listens before this one's fields are there.
            if (_methods is not null && eventData.EventName?.StartsWith("MethodLoadVerbose", StringComparison.Ordinal) == true)
            {
                var type = (string)eventData.Payload![eventData.PayloadNames!.IndexOf("MethodNamespace")]!;
                var token = (int)(uint)eventData.Payload[eventData.PayloadNames.IndexOf("MethodToken")]!;
                lock (_gate)
                {
                    _methods.Add((type, token));
                }
            }
        }
    }
}
