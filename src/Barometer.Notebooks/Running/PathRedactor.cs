using System.Text.RegularExpressions;

namespace Barometer.Notebooks.Running;

/// <summary>
/// Takes this machine's folders out of texts: paths below the root become relative to it, those below the home folder
/// start with <c>~</c>, those of temporary files with <c>$TMP</c>.
/// </summary>
internal sealed class PathRedactor
{
    private readonly (Regex Pattern, string Replacement)[] _rules;

    /// <summary>Takes out the folders of a machine whose home and temporary files are there.</summary>
    public PathRedactor(string root, string home, string temporary)
    {
        (string Folder, string Replacement)[] rules = [(root, "."), (home, "~"), (temporary, "$TMP")];
        _rules = [.. rules
            .Select(rule => rule with { Folder = Path.TrimEndingDirectorySeparator(rule.Folder) })
            .Where(rule => rule.Folder.Trim('/', '\\').Length > 0)
            .OrderByDescending(rule => rule.Folder.Length)
            .Select(rule => (Pattern(rule.Folder), rule.Replacement))];
    }

    /// <summary>
    /// Takes out this machine's folders. Without a <paramref name="root"/> it is the nearest folder with a <c>.git</c> at or
    /// above <paramref name="folder"/>, or else that folder.
    /// </summary>
    public static PathRedactor For(string folder, string? root) => new(
        Path.GetFullPath(root ?? Repository(folder)), Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), Path.GetTempPath());

    /// <summary>The text without this machine's folders.</summary>
    public string Redact(string text) => _rules.Aggregate(text, Apply);

    private static string Repository(string folder)
    {
        for (var at = new DirectoryInfo(folder); at is not null; at = at.Parent)
        {
            if (Path.Exists(Path.Combine(at.FullName, ".git")))
            {
                return at.FullName;
            }
        }

        return folder;
    }

    private static string Apply(string text, (Regex Pattern, string Replacement) rule) => rule.Pattern.Replace(text, match =>
        rule.Replacement == "." && match.Groups["separator"].Success ? "" : rule.Replacement + match.Groups["separator"].Value);

    // A whole path: neither the tail of a longer one nor the beginning of a longer folder name. JSON doubles a backslash.
    private static Regex Pattern(string folder)
    {
        const string Separator = @"(?:/|\\{1,2})";
        var path = string.Join(Separator, folder.Split('/', '\\').Select(Regex.Escape));
        return new Regex($@"(?<![\w.~-]){path}(?:(?<separator>{Separator})|(?![\w-]|\.\w))", RegexOptions.CultureInvariant);
    }
}
