using System.Text.RegularExpressions;

namespace Barometer.Cli.Checking.Gate;

/// <summary>
/// What may not stand in a document of the repository because whoever reviews it would not see it: numbers in comments, as character
/// entities, in data addresses, in texts that decode to numbers. The numbers that a document shows are its reviewer's to read.
/// </summary>
internal static partial class DocumentRules
{
    /// <summary>What is hidden in a document.</summary>
    /// <param name="markdown">Its text.</param>
    /// <param name="name">Its path in the repository.</param>
    public static IEnumerable<RuleFault> Check(string markdown, string name)
    {
        var text = Quoted().Replace(markdown, match => ProseNumber.Blank(match.Value));
        return
        [
            .. Found(Comment(), "a comment holds a number that readers don't see"),
            .. Found(Entity(), "a number is written as a character entity"),
            .. Found(Data(), "data stand in an address («data:…»)"),
            .. Found(Invisible(), "a character can't be seen"),
            .. markdown.Split('\n').Index().Where(line => TextNumbers.HasCode(line.Item)).Select(line => Fault(line.Index + 1, "a text decodes to a number")),
        ];

        IEnumerable<RuleFault> Found(Regex pattern, string kind) => pattern.Matches(text).Select(match => Fault(1 + text.AsSpan(0, match.Index).Count('\n'), kind));

        RuleFault Fault(int line, string kind) => new(name, null, FormattableString.Invariant($"line {line}: {kind}: write it so that it is read, or remove it"));
    }

    // Code shows comments and entities as they are written.
    [GeneratedRegex(@"^ {0,3}(```+|~~~+).*?(^ {0,3}\1|\z)|`[^`\n]*`", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Quoted();

    [GeneratedRegex(@"<!--(?:(?!-->).)*\p{N}(?:(?!-->).)*-->", RegexOptions.Singleline)]
    private static partial Regex Comment();

    [GeneratedRegex("&#(?:\\d+|x[0-9a-f]+);|&frac\\w+;|&sup\\d;", RegexOptions.IgnoreCase)]
    private static partial Regex Entity();

    [GeneratedRegex(@"\bdata:[a-z]+/", RegexOptions.IgnoreCase)]
    private static partial Regex Data();

    [GeneratedRegex(@"[\u200B\u2060\uFEFF\u00AD\u200E\u200F\u202A-\u202E\u2066-\u2069]")]
    private static partial Regex Invisible();
}
