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
}
