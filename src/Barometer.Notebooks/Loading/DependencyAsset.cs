namespace Barometer.Notebooks.Loading;

/// <summary>One file of a package.</summary>
/// <param name="Package">The package's folder in a package cache: <c>skiasharp/3.119.4</c>.</param>
/// <param name="Path">The file's path in the package: <c>runtimes/linux-x64/native/libSkiaSharp.so</c>.</param>
/// <param name="Runtime">The machines it is made for, or null when it is made for all.</param>
/// <param name="IsNative">Whether it is a native library.</param>
internal sealed record DependencyAsset(string Package, string Path, string? Runtime, bool IsNative)
{
    /// <summary>The file's name.</summary>
    public string FileName { get; } = System.IO.Path.GetFileName(Path);

    /// <summary>Where the file may be: below the application's folder, in it, or in a package cache.</summary>
    public IEnumerable<string> Places(string folder, IEnumerable<string> packageFolders) =>
        packageFolders.Select(packages => System.IO.Path.Combine(packages, Package, Path))
            .Prepend(System.IO.Path.Combine(folder, FileName))
            .Prepend(System.IO.Path.Combine(folder, Path));
}
