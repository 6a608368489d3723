using System.Collections;
using System.Reflection;
using System.Runtime.Loader;

namespace Barometer.Benchmarks;

/// <summary>
/// A clone of the repository that is built, of this version or an earlier one, and the way of one bar through its library:
/// called by names, so that one program measures any version that has them.
/// </summary>
internal sealed class BuiltClone : AssemblyLoadContext
{
    private readonly AssemblyDependencyResolver _resolver;
    private dynamic? _barometer, _design, _share, _released, _bars;

    public BuiltClone(string root)
        : base("clone")
    {
        Root = Path.GetFullPath(root);
        var builds = Directory.EnumerateFiles(Path.Combine(Root, "src", "Barometer.Cli", "bin"), "barometer.dll", SearchOption.AllDirectories);
        _resolver = new AssemblyDependencyResolver(builds.MaxBy(File.GetLastWriteTimeUtc)
            ?? throw new InvalidOperationException($"{Root} isn't built: run dotnet build there."));
    }

    /// <summary>The clone's folder.</summary>
    public string Root { get; }

    /// <summary>From the files of the survey to what a notebook stores, in the steps of a cell.</summary>
    public IReadOnlyList<(string Name, Action Run)> Steps =>
    [
        ("Workbench.Open", () => _barometer = Open()),
        ("Design", () => _design = _barometer!.Design("operational-2018")),
        ("Proportion", () => _share = _design!.Proportion("innovated", by: "agency_group")),
        ("Release", () => _released = _barometer!.Release(_share, id: "one-bar")),
        ("Bars", () => _bars = _released!.Bars()),
        ("display", () => Show()),
    ];

    /// <summary>Draws the bar anew as a picture.</summary>
    /// <returns>Its bytes.</returns>
    public long Draw() => ((byte[])_released!.Bars().ToPng()).Length;

    /// <summary>Makes the bar anew, and all that a notebook is given of it.</summary>
    /// <returns>The characters of all its forms.</returns>
    public long ShowAnew()
    {
        _bars = _released!.Bars();
        return Show();
    }

    protected override Assembly? Load(AssemblyName assemblyName) =>
        _resolver.ResolveAssemblyToPath(assemblyName) is { } path ? LoadFromAssemblyPath(path) : null;

    protected override IntPtr LoadUnmanagedDll(string unmanagedDllName) =>
        _resolver.ResolveUnmanagedDllToPath(unmanagedDllName) is { } path ? LoadUnmanagedDllFromPath(path) : IntPtr.Zero;

    private object Open()
    {
        var open = LoadFromAssemblyName(new AssemblyName("Barometer.Evidence")).GetType("Barometer.Evidence.Workbench")!.GetMethod("Open")!;
        return open.Invoke(null, [.. open.GetParameters().Select(one => one.Name == "data" ? Path.Combine(Root, "data") : one.DefaultValue)])!;
    }

    private long Show() => ((IEnumerable)_bars!.ToMimeBundles()).Cast<IReadOnlyDictionary<string, string>>().Sum(forms => forms.Sum(form => (long)form.Value.Length));
}
