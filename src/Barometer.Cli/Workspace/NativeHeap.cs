using System.Runtime.InteropServices;

namespace Barometer.Cli.Workspace;

/// <summary>The memory of native libraries: those that draw and those that solve linear programs.</summary>
internal static class NativeHeap
{
    // M_ARENA_MAX in glibc's malloc.h.
    private const int MostHeaps = -8;

    /// <summary>
    /// Keeps glibc from giving every thread a heap of its own. Pictures are drawn on all threads in turn, and what each heap keeps in reserve afterwards was 100 MB of a reproduction and more.
    /// </summary>
    public static void Share()
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        try
        {
            _ = SetOption(MostHeaps, 2);
        }
        catch (EntryPointNotFoundException)
        {
            // Another C library, which has one heap for all.
        }
    }

    [DllImport("libc", EntryPoint = "mallopt", ExactSpelling = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int SetOption(int option, int value);
}
