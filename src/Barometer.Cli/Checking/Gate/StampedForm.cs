namespace Barometer.Cli.Checking.Gate;

/// <summary>One form of an output that may be stored, or a file that may lie in the repository.</summary>
/// <param name="Place">The notebook's name, or the folder.</param>
/// <param name="Part">The cell's id, or the file's path in the folder.</param>
/// <param name="Form">The media type, or «file».</param>
/// <param name="Stamp">What it stands on: <c>release innovated-by-group</c>, or <c>notice</c> when it holds no result.</param>
/// <param name="Digest">The SHA-256 digest of its content.</param>
internal sealed record StampedForm(string Place, string Part, string Form, string Stamp, string Digest)
{
    /// <summary>What <see cref="Form"/> is for a file.</summary>
    public const string File = "file";
}
