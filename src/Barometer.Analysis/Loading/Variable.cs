namespace Barometer.Analysis.Loading;

/// <summary>One variable of the codebook.</summary>
public sealed record Variable
{
    /// <summary>The column's name in the file: lower case, words joined by underscores.</summary>
    public required string Name { get; init; }

    /// <summary>How its values are stored.</summary>
    public required VariableKind Kind { get; init; }

    /// <summary>The short label of tables and figures.</summary>
    public required LocalizedText Label { get; init; }

    /// <summary>The question as asked; null for frame variables.</summary>
    public LocalizedText? Question { get; init; }

    /// <summary>The categories in their order; empty unless categorical.</summary>
    public IReadOnlyList<Category> Categories { get; init; } = [];

    /// <summary>Whether the categories run from low to high.</summary>
    public bool Ordered { get; init; }

    /// <summary>The codes that stand for a reason why there is no value.</summary>
    public IReadOnlyList<MissingCode> MissingCodes { get; init; } = [];

    /// <summary>Who is asked; null when everybody is.</summary>
    public QuestionRouting? Routing { get; init; }

    /// <summary>What it means for anonymity.</summary>
    public DisclosureRole Role { get; init; }

    /// <summary>The smallest number allowed; null when there is no limit or the variable is not numeric.</summary>
    public double? Minimum { get; init; }

    /// <summary>The largest number allowed; null when there is no limit or the variable is not numeric.</summary>
    public double? Maximum { get; init; }

    /// <summary>Whether only whole numbers are allowed.</summary>
    public bool WholeNumbers { get; init; }

    /// <summary>The battery of items it belongs to (for example <c>partners</c>), or null.</summary>
    public string? Battery { get; init; }

    /// <summary>Whether it holds what is left when the other items are named, such as «other» and «none»: a figure has it last.</summary>
    internal bool IsResidual { get; init; }
}

/// <summary>How a variable's values are stored.</summary>
public enum VariableKind
{
    /// <summary>An identifier: text that is never analysed.</summary>
    Identifier,

    /// <summary>A category code.</summary>
    Categorical,

    /// <summary>A number.</summary>
    Numeric,
}

/// <summary>One answer category: the code as it stands in the file, and its label.</summary>
/// <param name="Code">The code in the data file, for example <c>yes</c> or <c>3</c>.</param>
/// <param name="Label">What the code means.</param>
public sealed record Category(string Code, LocalizedText Label)
{
    /// <summary>Whether it holds what is left when the other answers are named: a figure has it last.</summary>
    internal bool IsResidual { get; init; }
}

/// <summary>A code in the file that stands for a reason why there is no value.</summary>
/// <param name="Code">The code in the file; an empty string is the empty field.</param>
/// <param name="Reason">What it means.</param>
/// <param name="Label">What a reader sees.</param>
public sealed record MissingCode(string Code, MissingReason Reason, LocalizedText Label);

/// <summary>Who is asked a question: those for whom <see cref="Routing.Variable"/> has one of <see cref="Routing.Codes"/>.</summary>
/// <param name="Variable">The variable that decides.</param>
/// <param name="Codes">The codes that lead to the question.</param>
/// <param name="Universe">Whom that is, in words, for example «arbeidsplasser som har innført en innovasjon».</param>
public sealed record QuestionRouting(string Variable, IReadOnlyList<string> Codes, LocalizedText Universe) : Routing(Variable, Codes);

/// <summary>What a variable means for anonymity.</summary>
public enum DisclosureRole
{
    /// <summary>Neither identifies nor is sensitive.</summary>
    None = 0,

    /// <summary>Names the respondent or workplace.</summary>
    Identifier,

    /// <summary>Names the organisation (holding) that must not be recognised: the agency.</summary>
    Organisation,

    /// <summary>A group that readers know the members of: agency group, ministry area, size band, region.</summary>
    Group,

    /// <summary>An answer that an organisation may not want to be known by.</summary>
    Sensitive,

    /// <summary>In a file that holds several waves: the id of the survey in which the row's answers were given. A group, too.</summary>
    Wave,
}
