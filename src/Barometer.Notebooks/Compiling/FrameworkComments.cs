namespace Barometer.Notebooks.Compiling;

/// <summary>
/// The framework's doc comments, where the SDK has them: beside its reference assemblies. What one assembly
/// implements, another may document.
/// </summary>
internal sealed class FrameworkComments
{
    private static readonly string[] Common = ["System.Runtime", "System.Collections", "System.Linq", "System.Console", "System.Threading"];
    private readonly Dictionary<string, Lazy<IReadOnlyDictionary<string, string>>> _files;

    public FrameworkComments()
    {
        var folder = Folder();
        _files = (folder is null ? [] : Directory.EnumerateFiles(folder, "*.xml"))
            .ToDictionary(path => Path.GetFileNameWithoutExtension(path), DocumentationFiles.File, StringComparer.Ordinal);
    }

    /// <summary>The comments of the assembly of that simple name.</summary>
    public DocumentationFiles Of(string name) =>
        new([.. Common.Prepend(name).Distinct().Select(file => _files.GetValueOrDefault(file)).OfType<Lazy<IReadOnlyDictionary<string, string>>>()]);

    // dotnet/shared/Microsoft.NETCore.App/10.0.1 → dotnet/packs/Microsoft.NETCore.App.Ref/10.0.x/ref/net10.0
    private static string? Folder()
    {
        var packs = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "..", "..", "..", "packs", "Microsoft.NETCore.App.Ref"));
        var version = FormattableString.Invariant($"{Environment.Version.Major}.{Environment.Version.Minor}");
        return Directory.Exists(packs)
            ? Directory.EnumerateDirectories(packs, version + ".*").Order(StringComparer.Ordinal)
                .Select(pack => Path.Combine(pack, "ref", "net" + version)).LastOrDefault(Directory.Exists)
            : null;
    }
}
