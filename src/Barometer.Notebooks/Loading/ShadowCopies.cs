using System.Globalization;

namespace Barometer.Notebooks.Loading;

/// <summary>
/// Copies of the folders of libraries that a session loads from, so that the libraries can be built anew while it lives.
/// Native libraries stay where they are, and are linked to: they come from packages, which no build changes, and a copy of one
/// that is loaded already would be a second one in the process.
/// </summary>
internal sealed class ShadowCopies : IDisposable
{
    private const string Prefix = "barometer-session-";
    private static readonly string[] Endings = [".dll", ".json", ".xml", ".pdb"];
    private readonly Dictionary<string, string> _copies = new(StringComparer.Ordinal);
    private readonly string _root = Path.Combine(Path.GetTempPath(), string.Create(CultureInfo.InvariantCulture, $"{Prefix}{Environment.ProcessId}-{Guid.NewGuid():N}"));

    /// <summary>Removes what sessions have left whose process is gone.</summary>
    public ShadowCopies()
    {
        foreach (var folder in Directory.EnumerateDirectories(Path.GetTempPath(), Prefix + "*"))
        {
            if (int.TryParse(Path.GetFileName(folder)[Prefix.Length..].Split('-')[0], CultureInfo.InvariantCulture, out var process) && !IsRunning(process))
            {
                Delete(folder);
            }
        }
    }

    /// <summary>The copy of the file at <paramref name="path"/>, in a copy of its folder that is made once.</summary>
    public string Of(string path)
    {
        var folder = Path.GetDirectoryName(path)!;
        if (!_copies.TryGetValue(folder, out var copy))
        {
            copy = Path.Combine(_root, _copies.Count.ToString(CultureInfo.InvariantCulture));
            Copy(folder, copy);
            _copies.Add(folder, copy);
        }

        return Path.Combine(copy, Path.GetFileName(path));
    }

    /// <summary>Removes the copies, as far as the system lets go of what is loaded.</summary>
    public void Dispose() => Delete(_root);

    private static void Copy(string folder, string copy)
    {
        var made = Directory.CreateDirectory(copy);
        if (!OperatingSystem.IsWindows())
        {
            made.UnixFileMode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
        }

        foreach (var file in Directory.EnumerateFiles(folder))
        {
            var target = Path.Combine(copy, Path.GetFileName(file));
            if (IsNative(file))
            {
                LinkOrCopy(file, target);
            }
            else if (Endings.Contains(Path.GetExtension(file)))
            {
                File.Copy(file, target);
            }
        }

        var runtimes = Path.Combine(folder, "runtimes");
        foreach (var file in RuntimeIdentifiers.Current.Select(runtime => Path.Combine(runtimes, runtime)).Where(Directory.Exists)
            .SelectMany(mine => Directory.EnumerateFiles(mine, "*", SearchOption.AllDirectories)))
        {
            var target = Path.Combine(copy, Path.GetRelativePath(folder, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            LinkOrCopy(file, target);
        }
    }

    // Of system libraries only Windows' have the ending of assemblies: those are copied. libortools.so.9 is one, too.
    private static bool IsNative(string file) =>
        Path.GetExtension(file) is ".so" or ".dylib" || Path.GetFileName(file).Contains(".so.", StringComparison.Ordinal);

    // Not everybody may make links on Windows.
    private static void LinkOrCopy(string file, string target)
    {
        try
        {
            File.CreateSymbolicLink(target, file);
        }
        catch (IOException)
        {
            File.Copy(file, target);
        }
    }

    private static bool IsRunning(int process)
    {
        try
        {
            using var found = System.Diagnostics.Process.GetProcessById(process);
            return !found.HasExited;
        }
        catch (Exception exception) when (exception is ArgumentException or InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            return exception is System.ComponentModel.Win32Exception;
        }
    }

    private static void Delete(string folder)
    {
        try
        {
            if (Directory.Exists(folder))
            {
                Directory.Delete(folder, recursive: true);
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Windows keeps what is loaded; the next session removes it.
        }
    }
}
