using System.Text;
using SurveyStatistics;

namespace Barometer.Analysis;

/// <summary>
/// Bad input or misuse, with every problem found. Its message is written for a researcher and never holds a
/// respondent's answer.
/// </summary>
[SafeMessage]
public sealed class BarometerException : Exception
{
    /// <summary>Reports one problem.</summary>
    public BarometerException(Problem problem)
        : this([problem])
    {
    }

    /// <summary>Reports all <paramref name="problems"/> together.</summary>
    /// <exception cref="ArgumentException">There is no problem to report.</exception>
    public BarometerException(IReadOnlyList<Problem> problems)
        : base(Describe(problems)) => Problems = problems;

    /// <summary>The problems, in the order in which they were found.</summary>
    public IReadOnlyList<Problem> Problems { get; }

    /// <summary>What an engine computes; its problems are told in the codebook's words, with the names that are near.</summary>
    /// <exception cref="BarometerException">The engine found a problem.</exception>
    internal static T Translating<T>(Func<T> compute)
    {
        try
        {
            return compute();
        }
        catch (SurveyException error)
        {
            throw new BarometerException([.. error.Problems.Select(Translate)]);
        }
    }

    private static Problem Translate(SurveyStatistics.Problem problem) => problem.Asked is { } asked
        ? new Problem(
            problem.What,
            Column: problem.Column,
            Expected: NearNames.Expected(problem.Names, asked),
            Hint: NearNames.Hint(problem.Names, asked) ?? problem.Hint ?? "names are those of the codebook, in lower case")
        : new Problem(problem.What, Column: problem.Column, Expected: problem.Expected, Got: problem.Got, Hint: problem.Hint);

    private static string Describe(IReadOnlyList<Problem> problems) => problems.Count switch
    {
        0 => throw new ArgumentException("An exception needs at least one problem.", nameof(problems)),
        1 => problems[0].ToString(),
        _ => FormattableString.Invariant($"{problems.Count} problems:\n- ") + string.Join("\n- ", problems),
    };
}

/// <summary>
/// One thing that is wrong with the input, said so that a researcher can mend it: what, where, expected, got, hint.
/// It never holds an answer from the microdata: <see cref="Got"/> names the <em>kind</em> of what was found.
/// </summary>
/// <param name="What">What is wrong, in one short sentence.</param>
/// <param name="File">The file's path relative to the repository, or null when no file is concerned.</param>
/// <param name="Row">The line in the file (the header is line 1), or null when the whole file is concerned.</param>
/// <param name="Column">The column's name, or null.</param>
/// <param name="Expected">What would have been right.</param>
/// <param name="Got">The kind of what was there («a text that is no number»), never the value itself.</param>
/// <param name="Hint">What to do about it, or null.</param>
public sealed record Problem(
    string What,
    string? File = null,
    int? Row = null,
    string? Column = null,
    string? Expected = null,
    string? Got = null,
    string? Hint = null)
{
    /// <summary>The problem as one paragraph of plain text.</summary>
    public override string ToString()
    {
        var text = new StringBuilder(What);
        if (Where() is { Length: > 0 } where)
        {
            text.Append(" (").Append(where).Append(')');
        }

        Append(text, "expected", Expected);
        Append(text, "got", Got);
        Append(text, "hint", Hint);
        return text.ToString();
    }

    private static void Append(StringBuilder text, string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            text.Append("; ").Append(name).Append(": ").Append(value);
        }
    }

    private string Where()
    {
        var parts = new List<string>(3);
        if (File is not null)
        {
            parts.Add(File);
        }

        if (Row is not null)
        {
            parts.Add(FormattableString.Invariant($"line {Row}"));
        }

        if (Column is not null)
        {
            parts.Add($"column {Column}");
        }

        return string.Join(", ", parts);
    }
}

/// <summary>Says which names there are to whoever asked for another: the nearest first, and the one that was likely meant.</summary>
internal static class NearNames
{
    private const int Most = 8;

    /// <summary>So many letters of a title say which is meant.</summary>
    private const int Telling = 4;

    /// <summary>«one of innovated, …», the nearest first.</summary>
    public static string Expected(IEnumerable<string> names, string asked) => "one of " + string.Join(", ", Sorted(names, asked).Take(Most));

    /// <summary>«did you mean «innovated»?», or null when no name is near.</summary>
    public static string? Hint(IEnumerable<string> names, string asked) =>
        Sorted(names, asked).FirstOrDefault() is { } nearest && Distance(nearest, asked) <= Math.Max(1, asked.Length / 3)
            ? $"did you mean «{nearest}»?"
            : null;

    /// <summary>The same of what has titles, too: «one of evaluated (Evaluering), …».</summary>
    public static string Expected(IReadOnlyList<Called> names, string asked) => "one of " + string.Join(", ", Sorted(names, asked).Take(Most));

    /// <summary>The same of what has titles, too: the name or a title is near to what was asked, or holds it.</summary>
    public static string? Hint(IReadOnlyList<Called> names, string asked) =>
        Sorted(names, asked).FirstOrDefault() is { } nearest && nearest.Words.Any(word => Distance(word, asked) <= Math.Max(1, asked.Length / 3) || Holds(word, asked))
            ? $"did you mean «{nearest.Name}»{(nearest.Title.Nb == nearest.Name ? "" : $" ({nearest.Title.Nb})")}?"
            : null;

    private static IEnumerable<Called> Sorted(IReadOnlyList<Called> names, string asked) =>
        names.OrderBy(name => name.Words.Min(word => Holds(word, asked) ? 1 : Distance(word, asked)));

    // The first two thirds, so that «evaluert» finds «Evaluering».
    private static bool Holds(string word, string asked) =>
        asked.Trim() is { Length: >= Telling } text && word.Contains(text[..Math.Max(Telling, (text.Length * 2 / 3) + 1)], StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<string> Sorted(IEnumerable<string> names, string asked) => names.OrderBy(name => Distance(name, asked));

    // Levenshtein's, blind to capitals.
    private static int Distance(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var isSame = char.ToLowerInvariant(a[i - 1]) == char.ToLowerInvariant(b[j - 1]);
                var next = Math.Min(Math.Min(row[j] + 1, row[j - 1] + 1), diagonal + (isSame ? 0 : 1));
                diagonal = row[j];
                row[j] = next;
            }
        }

        return row[^1];
    }
}

/// <summary>What has a name of its own and a title in both languages.</summary>
/// <param name="Name">The name or code.</param>
/// <param name="Title">The title or label.</param>
internal sealed record Called(string Name, LocalizedText Title)
{
    /// <summary>All that it may be called.</summary>
    public IReadOnlyList<string> Words => [Name, Title.Nb, Title.En];

    /// <summary>«evaluated (Evaluering)»; the name alone where it has no title.</summary>
    public override string ToString() => Title.Nb == Name ? Name : $"{Name} ({Title.Nb})";
}

/// <summary>
/// Marks an exception whose messages never hold data, so that a notebook may store them. The notebook host looks for an
/// attribute of exactly this name, whatever assembly it comes from, and leaves all other messages out of the file.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class SafeMessageAttribute : Attribute;
