using System.Globalization;
using System.Runtime.ExceptionServices;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;
using NetMQ;

namespace Barometer.Notebooks.Kernel;

/// <summary>Runs a kernel as what a process is for: until a front end ends it, a signal does, or the front end is gone.</summary>
internal static class KernelProcess
{
    private static readonly TimeSpan LongestFarewell = TimeSpan.FromSeconds(3);

    /// <summary>Runs the kernel that a connection file describes, to its end.</summary>
    /// <param name="connectionFile">The file's path.</param>
    /// <param name="options">How cells are run.</param>
    /// <exception cref="NotebookException">The file isn't valid, or the kernel can't listen where it says.</exception>
    public static async Task RunAsync(string connectionFile, KernelOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        using (var kernel = new JupyterKernel(ConnectionFile.Read(connectionFile), options))
        {
            SurviveThreads(options.Log);
            using var interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, signal => Act(signal, kernel.Interrupt));
            using var terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, signal => Act(signal, kernel.Shutdown));
            using var parent = new CancellationTokenSource();
            await Task.WhenAny(kernel.Ended, ParentWatch.WaitAsync(parent.Token)).ConfigureAwait(false);
            await parent.CancelAsync().ConfigureAwait(false);
        }

        await Task.WhenAny(Task.Run(() => NetMQConfig.Cleanup(block: true)), Task.Delay(LongestFarewell)).ConfigureAwait(false);
    }

    private static void Act(PosixSignalContext signal, Action action)
    {
        signal.Cancel = true;
        action();
    }

    // A thread that a cell started ends by its exception; the kernel, and the session's variables, go on.
    private static void SurviveThreads(Action<string> log) => ExceptionHandling.SetUnhandledExceptionHandler(exception =>
    {
        log($"A thread ended: {SafeMessages.WithoutMessages(exception)}");
        return true;
    });
}

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

/// <summary>What a kernel is told when it starts.</summary>
internal sealed record KernelOptions
{
    /// <summary>The folder that <c>#!import</c> and relative <c>#r</c> start from: the notebook's, in which front ends start kernels.</summary>
    public string Folder { get; init; } = Directory.GetCurrentDirectory();

    /// <summary>The folder that paths in outputs are told from; null for the repository around <see cref="Folder"/>.</summary>
    public string? Root { get; init; }

    /// <summary>How long a cell that is told to stop may take to do so before it is left behind.</summary>
    public TimeSpan StopGrace { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>The most characters that one cell may write or show. Front ends store what they are sent, and are slow with more.</summary>
    public long OutputLimit { get; init; } = 50_000_000;

    /// <summary>What keeps a piece of code from being run: a line a fault; none lets it run.</summary>
    public Func<CodePart, IReadOnlyList<string>> Judge { get; init; } = _ => [];

    /// <summary>Whether the kernel may listen where other machines reach it.</summary>
    public bool AllowRemote { get; init; }

    /// <summary>Takes lines for whoever runs the kernel; no front end stores them.</summary>
    public Action<string> Log { get; init; } = _ => { };
}
