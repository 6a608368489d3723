using System.Text.RegularExpressions;

namespace SurveyStatistics.Tests.Golden;

/// <summary>A function call as R writes it: its name, its arguments by position and by name, all as text.</summary>
internal sealed partial record RCall(string Function, IReadOnlyList<string> Positional, IReadOnlyDictionary<string, string> Named)
{
    public static RCall? Parse(string text)
    {
        var match = Shape().Match(text.Trim());
        if (!match.Success)
        {
            return null;
        }

        var (positional, named) = (new List<string>(), new Dictionary<string, string>());
        foreach (var argument in Split(match.Groups[2].Value, ','))
        {
            var name = NamedArgument().Match(argument);
            if (name.Success)
            {
                named.Add(name.Groups[1].Value, name.Groups[2].Value.Trim());
            }
            else
            {
                positional.Add(argument.Trim());
            }
        }

        return new RCall(match.Groups[1].Value, positional, named);
    }

    public string Argument(string name, string otherwise = "") => Named.GetValueOrDefault(name, otherwise).Trim('\'');

    /// <summary>The terms of a one-sided formula: <c>~a+b</c> gives a and b.</summary>
    public static string[] Terms(string formula) => [.. Split(formula.TrimStart('~'), '+').Select(term => term.Trim())];

    public static IEnumerable<string> Split(string text, char separator)
    {
        var (depth, start) = (0, 0);
        for (var i = 0; i < text.Length; i++)
        {
            depth += text[i] is '(' or '{' ? 1 : text[i] is ')' or '}' ? -1 : 0;
            if (text[i] == separator && depth == 0)
            {
                yield return text[start..i];
                start = i + 1;
            }
        }

        if (start < text.Length)
        {
            yield return text[start..];
        }
    }

    [GeneratedRegex(@"^([\w.]+)\((.*)\)$", RegexOptions.Singleline)]
    private static partial Regex Shape();

    [GeneratedRegex(@"^\s*([\w.]+)\s*=(?!=)(.*)$", RegexOptions.Singleline)]
    private static partial Regex NamedArgument();
}
