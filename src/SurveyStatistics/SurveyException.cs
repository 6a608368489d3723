using System.Text;

namespace SurveyStatistics;

/// <summary>
/// Data or a design that can't be computed with, with every problem found; the message holds the first ten and their number. It names
/// variables, categories and strata; it never holds a respondent's value, nor a category of a column that is confidential.
/// </summary>
[SafeMessage]
public sealed class SurveyException : Exception
{
    /// <summary>Reports one problem.</summary>
    public SurveyException(Problem problem)
        : this([problem])
    {
    }

    /// <summary>Reports all <paramref name="problems"/> together.</summary>
    /// <exception cref="ArgumentException">There is no problem to report.</exception>
    public SurveyException(IReadOnlyList<Problem> problems)
        : base(Describe(problems)) => Problems = problems;

    /// <summary>The problems, in the order in which they were found.</summary>
    public IReadOnlyList<Problem> Problems { get; }

    private static string Describe(IReadOnlyList<Problem> problems) => problems.Count switch
    {
        0 => throw new ArgumentException("An exception needs at least one problem.", nameof(problems)),
        1 => problems[0].ToString(),
        _ => FormattableString.Invariant($"{problems.Count} problems:\n- ") + string.Join("\n- ", problems.Take(Problem.Some))
            + (problems.Count > Problem.Some ? FormattableString.Invariant($"\n… and {problems.Count - Problem.Some} more") : ""),
    };
}

/// <summary>One thing that is wrong: what, where, expected, got, hint.</summary>
/// <param name="What">What is wrong, in one short sentence.</param>
/// <param name="Column">The variable it is about, or null.</param>
/// <param name="Expected">What would have been right.</param>
/// <param name="Got">The kind of what was there, never a value of the data.</param>
/// <param name="Hint">What to do about it, or null.</param>
public sealed record Problem(string What, string? Column = null, string? Expected = null, string? Got = null, string? Hint = null)
{
    /// <summary>The name that was asked for and isn't there, where that is the problem.</summary>
    public string? Asked { get; init; }

    /// <summary>The names there are, in their own order; empty where the problem is another.</summary>
    public IReadOnlyList<string> Names { get; init; } = [];

    /// <summary>The problem as one paragraph of plain text.</summary>
    public override string ToString()
    {
        var text = new StringBuilder(What);
        if (Column is not null)
        {
            text.Append(" (column ").Append(Column).Append(')');
        }

        foreach (var (name, value) in new[] { ("expected", Expected), ("got", Got), ("hint", Hint) })
        {
            if (!string.IsNullOrEmpty(value))
            {
                text.Append("; ").Append(name).Append(": ").Append(value);
            }
        }

        return text.ToString();
    }

    /// <summary>Several places with one fault, as one problem: the place where it is one, else how many and the first of them.</summary>
    /// <param name="names">The places' names; those that may not be named have one name.</param>
    /// <param name="one">What to say of one.</param>
    /// <param name="several">What to say of several, by their number: the names follow.</param>
    internal static string Of(IReadOnlyList<string> names, Func<string, string> one, Func<int, string> several)
    {
        string[] different = [.. names.Distinct()];
        return names.Count == 1 ? one(names[0]) : $"{several(names.Count)}: {string.Join("; ", different.Take(Some))}{(different.Length > Some ? " …" : "")}";
    }

    /// <summary>How many of what, in the number it has: «1 row has», «2 rows have».</summary>
    internal static string Counted(int count, string one, string many) => FormattableString.Invariant($"{count} {(count == 1 ? one : many)}");

    /// <summary>The problem of a name that isn't there; the first names that are stand in what was expected.</summary>
    internal static Problem NoSuch(string what, string asked, IEnumerable<string> names, string? hint = null)
    {
        string[] all = [.. names];
        return new Problem(what, Expected: "one of " + string.Join(", ", all.Take(Listed)) + (all.Length > Listed ? " …" : ""), Hint: hint) { Asked = asked, Names = all };
    }

    /// <summary>How many of many are named before an ellipsis.</summary>
    internal const int Some = 10;

    private const int Listed = 20;
}

/// <summary>Marks an exception whose messages never hold data. A host that may store messages looks for the name.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class SafeMessageAttribute : Attribute;
