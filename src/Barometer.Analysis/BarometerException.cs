using System.Text;
using SurveyStatistics;

namespace Barometer.Analysis;

/// <summary>
/// Bad input or misuse, with every problem found; the message holds the first two hundred and their number. It is written for a researcher and never holds a
/// respondent's answer.
/// </summary>
[SafeMessage]
public sealed class BarometerException : Exception
{
    // Several kinds of faults of several files, each with its first twenty, are listed whole.
    private const int Listed = 200;

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
        _ => FormattableString.Invariant($"{problems.Count} problems:\n- ") + string.Join("\n- ", problems.Take(Listed))
            + (problems.Count > Listed ? FormattableString.Invariant($"\n… and {problems.Count - Listed} more") : ""),
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

/// <summary>
/// Marks an exception whose messages never hold data, so that a notebook may store them. The notebook host looks for an
/// attribute of exactly this name, whatever assembly it comes from, and leaves all other messages out of the file.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class SafeMessageAttribute : Attribute;
