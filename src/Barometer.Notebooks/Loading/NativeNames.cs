namespace Barometer.Notebooks.Loading;

/// <summary>The file names by which a native library may go, as the runtime itself tries them.</summary>
internal static class NativeNames
{
    private static readonly string Suffix = OperatingSystem.IsWindows() ? ".dll" : OperatingSystem.IsMacOS() ? ".dylib" : ".so";

    /// <summary>The names for <c>[DllImport("name")]</c>.</summary>
    public static IEnumerable<string> Variants(string name)
    {
        var file = Path.GetFileName(name);
        return new[] { file + Suffix, $"lib{file}{Suffix}", file, $"lib{file}" }.Distinct();
    }
}
