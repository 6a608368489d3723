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
