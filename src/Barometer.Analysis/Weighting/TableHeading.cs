namespace Barometer.Analysis.Weighting;

/// <summary>What a table of estimates is about, in the codebook's words.</summary>
public record TableHeading
{
    /// <summary>A heading whose parts are given one by one.</summary>
    internal TableHeading()
    {
    }

    /// <summary>What the numbers say.</summary>
    public required Measure Measure { get; init; }

    /// <summary>The survey's id, for example <c>operational-2018</c>.</summary>
    public required string Survey { get; init; }

    /// <summary>Whether the answers behind it are synthetic.</summary>
    public required bool IsSynthetic { get; init; }

    /// <summary>What the table is about, short enough for a caption: «Jobber med innovasjon».</summary>
    public required LocalizedText Title { get; init; }

    /// <summary>The question as asked; null when the table isn't about a question.</summary>
    public LocalizedText? Question { get; init; }

    /// <summary>The survey's title, named in the source line; null when the survey's id has to do.</summary>
    public LocalizedText? Source { get; init; }

    /// <summary>The year of the survey; null when its codebook doesn't say.</summary>
    internal int? Year { get; init; }

    /// <summary>The unit the shares are of, for example «arbeidsplasser som har innført en innovasjon».</summary>
    public required LocalizedText Universe { get; init; }

    /// <summary>How the answers were weighted, in words; «uvektet / unweighted» when they weren't.</summary>
    public required LocalizedText Weighting { get; init; }

    /// <summary>The same for programs: who is in the base and how answers count. Null for a table that was made up.</summary>
    internal EstimationMethod? Method { get; init; }

    /// <summary>
    /// For each estimated variable all the answers there were to choose from, shown or not: a share is compared only with one of the same answers. Empty for numbers and for a table that
    /// was made up.
    /// </summary>
    internal IReadOnlyDictionary<string, IReadOnlyList<Called>> Choices { get; init; } = new Dictionary<string, IReadOnlyList<Called>>();

    /// <summary>The rules of the derived variables it names; none for a table of variables of the files.</summary>
    internal IReadOnlyList<DerivationRule> Rules { get; init; } = [];

    /// <summary>The grouping variables' names, in the order of an estimate's groups.</summary>
    public required IReadOnlyList<string> By { get; init; }

    /// <summary>The grouping variables' labels, in the same order.</summary>
    public required IReadOnlyList<LocalizedText> ByLabels { get; init; }
}

/// <summary>What was estimated, in words.</summary>
/// <param name="Variable">The variable's name in the codebook.</param>
/// <param name="Code">The category's code; null for a mean or a total of a number.</param>
/// <param name="Label">The label a reader sees.</param>
public sealed record LabelledOutcome(string Variable, string? Code, LocalizedText Label)
{
    /// <summary>The variable's own label, where a table holds several answers to each of several variables; else null.</summary>
    public LocalizedText? Item { get; init; }

    /// <summary>Whether it is a reason for having no answer, such as «don't know», counted beside the answers.</summary>
    public bool IsReason { get; init; }

    /// <summary>Whether the codebook marks it as what is left when the others are named.</summary>
    internal bool IsResidual { get; init; }
}

/// <summary>One coordinate of the group an estimate is about, in words.</summary>
/// <param name="Variable">The grouping variable's name.</param>
/// <param name="Code">The category's code.</param>
/// <param name="Label">The label a reader sees.</param>
public sealed record LabelledGroup(string Variable, string Code, LocalizedText Label)
{
    /// <summary>The heading that the label stands under, where groups of several variables stand in one table; else null.</summary>
    public LocalizedText? Section { get; init; }

    /// <summary>For the effect of a category in a model: the code of the category that it is compared with; else null.</summary>
    internal string? Reference { get; init; }

    /// <summary>Of a group that an answer makes: what the question is called; else null.</summary>
    internal LocalizedText? Question { get; init; }

    /// <summary>The label where nothing beside it says what it is of: «Private bedrifter: Ja», but «1–19 ansatte».</summary>
    internal LocalizedText InFull => Question is { } asked ? Answer(asked, Label) : Label;

    /// <summary>An answer with its question, which isn't said twice: «Evaluering pågår», not «Evaluering: Evaluering pågår».</summary>
    internal static LocalizedText Answer(LocalizedText question, LocalizedText answer)
    {
        return new(InFull(question.Nb, answer.Nb), InFull(question.En, answer.En));

        static string InFull(string asked, string said) =>
            said.StartsWith(asked, StringComparison.OrdinalIgnoreCase) && (said.Length == asked.Length || !char.IsLetterOrDigit(said[asked.Length])) ? said : $"{asked}: {said}";
    }
}

/// <summary>How a variable was derived.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Label">Its label.</param>
/// <param name="Words">The rule in the words of its parts.</param>
/// <param name="Formula">The rule by names and codes: what tells it from another of the same name.</param>
internal sealed record DerivationRule(string Name, LocalizedText Label, LocalizedText Words, string Formula);
