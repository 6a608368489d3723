using System.Runtime.InteropServices;

namespace Barometer.Notebooks.Loading;

/// <summary>The names under which packages keep what is made for this machine, the most fitting first: <c>linux-x64</c>, <c>linux</c>, <c>unix</c>, …</summary>
internal static class RuntimeIdentifiers
{
    /// <summary>The names for the process that is running.</summary>
    public static IReadOnlyList<string> Current { get; } =
        For(RuntimeInformation.RuntimeIdentifier, Os(), RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant());

    /// <summary>The names for a machine that calls itself <paramref name="own"/>.</summary>
    public static IReadOnlyList<string> For(string own, string os, string architecture)
    {
        string[] families = os switch
        {
            "linux" when own.Contains("-musl", StringComparison.Ordinal) => ["linux-musl", "linux", "unix"],
            "linux" or "osx" => [os, "unix"],
            _ => [os],
        };
        return [.. families.SelectMany(family => new[] { $"{family}-{architecture}", family }).Prepend(own).Append("any").Distinct()];
    }

    private static string Os() => OperatingSystem.IsWindows() ? "win" : OperatingSystem.IsMacOS() ? "osx" : "linux";
}
