using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Barometer.Notebooks.Running;

/// <summary>
/// Makes what a cell showed the same for every run, before it is stored or sent to somebody who stores it: no machine's
/// paths, and <c>\n</c> for line ends.
/// </summary>
internal sealed class OutputCleaner(PathRedactor paths)
{
    /// <summary>The text.</summary>
    public string Clean(string text) => paths.Redact(text.Replace("\r\n", "\n", StringComparison.Ordinal));

    /// <summary>The output.</summary>
    public MimeBundle Clean(MimeBundle bundle) =>
        bundle.Select((mediaType, content) => MimeBundle.IsText(mediaType) || MimeBundle.IsJson(mediaType) ? Clean(content) : content);

    /// <summary>Name, message and places of a failure.</summary>
    public JsonObject Error(CellFailure failure)
    {
        var message = Clean(failure.Message);
        var place = failure.Line is { } line ? FormattableString.Invariant($"cell {failure.CellNumber}, line {line}") : $"cell {failure.CellNumber}";
        string[] trace = [$"{failure.Name}: {message}", .. (failure.Trace.Count > 0 ? failure.Trace : [place]).Select(frame => $"  at {frame}")];
        return new JsonObject
        {
            ["ename"] = failure.Name,
            ["evalue"] = message,
            ["traceback"] = new JsonArray([.. trace.Select(frame => (JsonNode)JsonValue.Create(frame))]),
        };
    }

    /// <summary>The forms of <paramref name="bundle"/> as JSON: what is JSON as itself, everything else as text.</summary>
    /// <param name="bundle">The forms.</param>
    /// <param name="text">How text that a person may read is written.</param>
    /// <exception cref="NotebookException">One should be JSON, and isn't.</exception>
    public static JsonObject Data(MimeBundle bundle, Func<string, JsonNode> text) =>
        new(bundle.Forms.Select(form => KeyValuePair.Create(form.Key, Content(form.Key, form.Value, text))));

    private static JsonNode? Content(string mediaType, string content, Func<string, JsonNode> text)
    {
        try
        {
            return MimeBundle.IsJson(mediaType) ? JsonNode.Parse(content)
                : MimeBundle.IsText(mediaType) ? text(content)
                : JsonValue.Create(content);
        }
        catch (JsonException exception)
        {
            throw new NotebookException(new NotebookProblem($"An output of type {mediaType} can't be stored", Expected: "JSON", Got: "text that is no JSON"), exception);
        }
    }
}

/// <summary>One output of a cell, as the notebook stores it.</summary>
/// <param name="CellNumber">The cell's number among the code cells, from 1.</param>
/// <param name="CellId">The cell's id.</param>
/// <param name="Bundle">The object that was shown, and its forms with the machine's paths taken out.</param>
internal sealed record CellOutput(int CellNumber, string CellId, MimeBundle Bundle);

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
