namespace Barometer.Analysis.Loading;

/// <summary>How the variables and answers of one survey stand to those of another, with the reasons: <c>data/crosswalk/</c>.</summary>
/// <param name="From">The first survey's id.</param>
/// <param name="To">The second survey's id.</param>
/// <param name="Variables">What was said of single variables; all others are the same in both.</param>
internal sealed record Crosswalk(string From, string To, IReadOnlyList<CrosswalkVariable> Variables)
{
    /// <summary>The folder of crosswalks in the data folder.</summary>
    public const string Folder = "crosswalk";

    /// <summary>What a variable of the first survey is in the second.</summary>
    public CrosswalkVariable Of(string variable) => Variables.FirstOrDefault(one => one.From == variable) ?? CrosswalkVariable.Same(variable);

    /// <summary>The variable of the first survey that is called so, or becomes one of the second that is.</summary>
    public string First(string variable) => Variables.FirstOrDefault(one => one.To == variable)?.From ?? variable;
}

/// <summary>How a variable of the first survey stands to one of the second.</summary>
/// <param name="From">Its name in the first survey; null for one that is new.</param>
/// <param name="To">Its name in the second; null for one that is gone.</param>
/// <param name="Mapping">How they stand to each other.</param>
/// <param name="Reason">Why; null for what is the same.</param>
/// <param name="Categories">Of merged categories what they become; none otherwise.</param>
internal sealed record CrosswalkVariable(string? From, string? To, CrosswalkMapping Mapping, LocalizedText? Reason, IReadOnlyList<CrosswalkCategory> Categories)
{
    /// <summary>Whether a change can be computed.</summary>
    public bool IsComparable => Mapping is CrosswalkMapping.Same or CrosswalkMapping.Renamed or CrosswalkMapping.Merged;

    /// <summary>A variable that is the same in both.</summary>
    public static CrosswalkVariable Same(string name) => new(name, name, CrosswalkMapping.Same, null, []);
}

/// <summary>A category of both surveys.</summary>
/// <param name="Category">The category.</param>
/// <param name="From">The codes of the first survey that it holds.</param>
/// <param name="To">Those of the second.</param>
internal sealed record CrosswalkCategory(Category Category, IReadOnlyList<string> From, IReadOnlyList<string> To);

/// <summary>How two variables stand to each other.</summary>
internal enum CrosswalkMapping
{
    /// <summary>The same question with the same answers.</summary>
    Same,

    /// <summary>The same under another name.</summary>
    Renamed,

    /// <summary>The same once categories are merged.</summary>
    Merged,

    /// <summary>Another question, or other answers: the series is broken.</summary>
    NotComparable,

    /// <summary>No longer asked.</summary>
    Dropped,

    /// <summary>Not asked before.</summary>
    New,
}
