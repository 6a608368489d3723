using System.Text;

namespace Barometer.Cli.Checking.Gate;

/// <summary>The files of a commit that is about to be made, as git holds them: what lies in the folder may differ.</summary>
internal sealed class StagedFiles
{
    private readonly string _root;

    private StagedFiles(string root)
    {
        _root = root;
        Paths = Encoding.UTF8.GetString(Git("diff", "--cached", "--name-only", "-z", "--diff-filter=ACMRT")).Split('\0', StringSplitOptions.RemoveEmptyEntries);
    }

    /// <summary>The paths in the repository, with forward slashes.</summary>
    public IReadOnlyList<string> Paths { get; }

    /// <summary>The number of files.</summary>
    public int Count => Paths.Count;

    /// <summary>The files staged in the clone.</summary>
    /// <exception cref="BarometerException">There is no git, or no repository.</exception>
    public static StagedFiles Of(string root) => new(root);

    /// <summary>The content as it would be committed; empty when git has none.</summary>
    public byte[] Read(string path) => Has(path) ? Git("show", ":" + path) : [];

    private bool Has(string path) => Git("ls-files", "--cached", "-z", "--", ":(literal)" + path).Length > 0;

    private byte[] Git(params IEnumerable<string> arguments) => GitProcess.Run(_root, arguments);
}
