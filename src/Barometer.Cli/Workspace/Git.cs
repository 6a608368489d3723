using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace Barometer.Cli.Workspace;

/// <summary>Runs git.</summary>
internal static class Git
{
    /// <summary>Whether the folder is the top of a clone, or of a worktree.</summary>
    public static bool IsRepository(string root) => Path.Exists(Path.Combine(root, ".git"));

    /// <summary>The paths that git tracks, with forward slashes; none where there is no git or no repository.</summary>
    public static IReadOnlyList<string> Tracked(string root)
    {
        try
        {
            return IsRepository(root) ? Paths(Run(root, "ls-files", "-z")) : [];
        }
        catch (BarometerException)
        {
            return [];
        }
    }

    /// <summary>Whether git ignores a path; false where there is no repository.</summary>
    /// <exception cref="BarometerException">There is no git, or no repository.</exception>
    public static bool Ignores(string root, string path)
    {
        Run(root, "rev-parse");
        try
        {
            return Run(root, "check-ignore", "--", path).Length > 0;
        }
        catch (BarometerException)
        {
            return false; // the answer «no» is an error of git's
        }
    }

    /// <summary>The versions of a file in the history of a clone in which a text occurs more or less often than before; none where there is no git.</summary>
    /// <param name="root">The clone's folder.</param>
    /// <param name="path">The file's path in it.</param>
    /// <param name="text">The text.</param>
    public static IReadOnlyList<byte[]> Versions(string root, string path, string text)
    {
        try
        {
            return IsRepository(root)
                ? [.. Lines(Run(root, "log", "--format=%H", "-S" + text, "--", path)).Select(commit => Content(root, commit, path)).Where(content => content.Length > 0)]
                : [];
        }
        catch (BarometerException)
        {
            return []; // a clone without a commit
        }
    }

    /// <summary>A file as the last commit has it; empty when it has none, or there is no commit.</summary>
    /// <param name="root">The clone's folder.</param>
    /// <param name="path">The file's path in it.</param>
    public static byte[] Committed(string root, string path)
    {
        try
        {
            return IsRepository(root) ? Content(root, "HEAD", path) : [];
        }
        catch (BarometerException)
        {
            return []; // a clone without a commit
        }
    }

    private static string[] Lines(byte[] output) => Encoding.UTF8.GetString(output).Split('\n', StringSplitOptions.RemoveEmptyEntries);

    // Nothing where the commit took the file away.
    private static byte[] Content(string root, string commit, string path) =>
        Run(root, "ls-tree", commit, "--", path).Length > 0 ? Run(root, "show", $"{commit}:{path}") : [];

    /// <summary>Paths as git writes them with <c>-z</c>.</summary>
    public static string[] Paths(byte[] output) => Encoding.UTF8.GetString(output).Split('\0', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>What git writes to its standard output.</summary>
    /// <exception cref="BarometerException">There is no git, or it fails.</exception>
    public static byte[] Run(string folder, params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo("git", arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        try
        {
            using var git = Process.Start(start)!;
            var error = git.StandardError.ReadToEndAsync();
            using var output = new MemoryStream();
            git.StandardOutput.BaseStream.CopyTo(output);
            git.WaitForExit();
            _ = error.Result;
            return git.ExitCode == 0 ? output.ToArray() : throw new BarometerException(new Problem(
                $"git {start.ArgumentList[0]} failed", Expected: "a clone that git knows", Hint: "run the command inside the clone"));
        }
        catch (Win32Exception)
        {
            throw new BarometerException(new Problem("There is no git", Expected: "git on the path"));
        }
    }
}

/// <summary>The files of a commit that is about to be made, as git holds them: what lies in the folder may differ.</summary>
/// <param name="root">The clone's folder.</param>
/// <exception cref="BarometerException">There is no git, or no repository.</exception>
internal sealed class StagedFiles(string root)
{
    /// <summary>The paths in the repository, with forward slashes.</summary>
    public IReadOnlyList<string> Paths { get; } =
        Git.Paths(Git.Run(root, "diff", "--cached", "--name-only", "-z", "--diff-filter=ACMRT"));

    /// <summary>The content as it would be committed; empty when git has none.</summary>
    public byte[] Read(string path) => Has(path) ? Git.Run(root, "show", ":" + path) : [];

    private bool Has(string path) => Git.Run(root, "ls-files", "--cached", "-z", "--", ":(literal)" + path).Length > 0;
}
