namespace Barometer.Cli.Reproduction;

/// <summary>The version of the code in version control, read from the clone's own files.</summary>
internal static class CodeVersion
{
    /// <summary>The commit that is checked out; null outside a clone.</summary>
    public static string? Commit(string root)
    {
        var git = Path.Combine(root, ".git");
        var head = Path.Combine(git, "HEAD");
        if (!File.Exists(head))
        {
            return null;
        }

        var text = File.ReadAllText(head).Trim();
        return !text.StartsWith("ref: ", StringComparison.Ordinal) ? text : Resolve(git, text[5..]);
    }

    private static string? Resolve(string git, string reference)
    {
        var loose = Path.Combine(git, reference);
        if (File.Exists(loose))
        {
            return File.ReadAllText(loose).Trim();
        }

        var packed = Path.Combine(git, "packed-refs");
        return !File.Exists(packed) ? null : File.ReadLines(packed).FirstOrDefault(line => line.EndsWith(" " + reference, StringComparison.Ordinal))?.Split(' ')[0];
    }
}
