using System.Text;

namespace Barometer.Analysis.Weighting;

/// <summary>
/// How the numbers of a table were made, as a program reads it: who is in the base and how the answers count. A reader has the same
/// in words (<see cref="TableHeading.Universe"/>, <see cref="TableHeading.Weighting"/>).
/// </summary>
internal sealed record EstimationMethod
{
    /// <summary>Who of those in the domain is in the base; null for numbers of the frame, which are no answers.</summary>
    public AnswerBase? Answers { get; init; }

    /// <summary>Who is asked the question; null when everybody is.</summary>
    public QuestionRouting? Routing { get; init; }

    /// <summary>The conditions of the domain; none for everybody.</summary>
    public IReadOnlyList<LabelledCondition> Domain { get; init; } = [];

    /// <summary>How the answers count.</summary>
    public WeightingMethod Weighting { get; init; } = WeightingMethod.Unweighted;

    /// <summary>How proportions' intervals are made in this design.</summary>
    public IntervalMethod Intervals { get; init; }

    /// <summary>The regression whose effects the numbers are; null for all others.</summary>
    public ModelTerms? Model { get; init; }
}

/// <summary>One condition of a domain.</summary>
/// <param name="Variable">The variable.</param>
/// <param name="Codes">The categories that meet it; none for a condition on a number, and for one on an identifier, which would name respondents.</param>
/// <param name="Words">The condition as a reader has it.</param>
internal sealed record LabelledCondition(string Variable, IReadOnlyList<string> Codes, LocalizedText Words);

/// <summary>What a regression is of.</summary>
/// <param name="Family">Linear, logistic or Poisson; null for proportional odds of an ordered answer.</param>
/// <param name="Predictors">The predictors, as they were named.</param>
internal sealed record ModelTerms(RegressionFamily? Family, IReadOnlyList<string> Predictors);

/// <summary>How answers count and where variances come from.</summary>
/// <param name="Key">A name made of the steps, the same for the same weighting: <c>population-over-respondents-in-each-stratum-of-agency-group</c>.</param>
/// <param name="Strata">The variables whose crossing gives the strata.</param>
/// <param name="HasFinitePopulation">Whether variances are corrected for the finite population.</param>
/// <param name="Steps">How the weights came about; none where every answer counts once.</param>
internal sealed record WeightingMethod(string Key, IReadOnlyList<string> Strata, bool HasFinitePopulation, IReadOnlyList<WeightStep> Steps)
{
    /// <summary>Every answer counts once.</summary>
    public static WeightingMethod Unweighted { get; } = new("unweighted", [], HasFinitePopulation: false, []);

    /// <summary>Whether answers count differently.</summary>
    public bool IsWeighted => Steps.Count > 0;

    /// <summary>Whether variances come from replicate weights; else they are linearised.</summary>
    public bool IsReplicated => Steps.Any(step => step.Kind == WeightStepKind.Replication);

    /// <summary>How a design weights.</summary>
    public static WeightingMethod Of(SurveyDesign design)
    {
        var steps = design.WeightHistory;
        return steps[0].Basis == WeightBasis.Unweighted
            ? Unweighted
            : new WeightingMethod(Name(steps), design.Strata, design.HasFinitePopulation, steps);
    }

    // How many rounds a raking took follows from the answers' distribution and is no part of what was chosen.
    private static string Name(IReadOnlyList<WeightStep> steps)
    {
        var name = new StringBuilder();
        foreach (var letter in string.Join(' ', steps.Select(step => step.Kind == WeightStepKind.Base ? step.Detail : $"{step.Name} {(step with { Rounds = null }).Detail}")))
        {
            if (char.IsAsciiLetterOrDigit(letter))
            {
                name.Append(char.ToLowerInvariant(letter));
            }
            else if (name.Length > 0 && name[^1] != '-')
            {
                name.Append('-');
            }
        }

        return name.ToString().TrimEnd('-').Replace("-rounds", "", StringComparison.Ordinal);
    }
}
