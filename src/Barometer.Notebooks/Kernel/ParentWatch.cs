using System.Globalization;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Barometer.Notebooks.Kernel;

/// <summary>
/// Notices that the program that started this one is gone: a kernel whose front end died would listen for ever. Jupyter
/// tells Windows programs about their parent by a handle; elsewhere the system gives them to another parent.
/// </summary>
internal static class ParentWatch
{
    private const string HandleVariable = "JPY_PARENT_PID";
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    /// <summary>Ends when the parent is gone; without a parent to watch, when it is cancelled.</summary>
    public static async Task WaitAsync(CancellationToken cancel)
    {
        using var timer = new PeriodicTimer(Interval);
        var isGone = OperatingSystem.IsWindows() ? WindowsParent() : UnixParent();
        while (!isGone())
        {
            await timer.WaitForNextTickAsync(cancel).ConfigureAwait(false);
        }
    }

    private static Func<bool> UnixParent()
    {
        var parent = GetParent();
        return () => GetParent() != parent;
    }

    private static Func<bool> WindowsParent()
    {
        if (!nint.TryParse(Environment.GetEnvironmentVariable(HandleVariable), NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number <= 1)
        {
            return () => false;
        }

        var handle = new ManualResetEvent(false) { SafeWaitHandle = new SafeWaitHandle(number, ownsHandle: false) };
        return () => handle.WaitOne(0);
    }

    [DllImport("libc", EntryPoint = "getppid", ExactSpelling = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int GetParent();
}
