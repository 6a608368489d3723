using System.Text.RegularExpressions;

namespace Barometer.Analysis.Estimation;

/// <summary>The words of a survey's codebook; names and codes serve as labels for data without one.</summary>
internal sealed partial class Labels(Survey? survey)
{
    private readonly Dictionary<string, Variable> _variables = survey is null
        ? []
        : survey.Codebook.Variables.DistinctBy(variable => variable.Name).ToDictionary(variable => variable.Name);

    /// <summary>The variable in the codebook, or null.</summary>
    public Variable? Find(string name) => _variables.GetValueOrDefault(name);

    /// <summary>The variable's short label.</summary>
    public LocalizedText Of(string name) => Find(name)?.Label ?? new LocalizedText(name, name);

    /// <summary>The question as asked, or null when the variable isn't a question.</summary>
    public LocalizedText? Question(string name) => Find(name)?.Question;

    /// <summary>A text in which every variable's name is replaced by its label, as it reads inside a sentence.</summary>
    public string InWords(LocalizedText text, Language language) => VariableName().Replace(
        text.In(language), match => Find(match.Value)?.Label.In(language) is { } label ? char.ToLowerInvariant(label[0]) + label[1..] : match.Value);

    /// <summary>Whom a survey, or a question of it that not everybody was asked, is about.</summary>
    public LocalizedText Universe(string? routedQuestion = null) =>
        (routedQuestion is null ? null : Find(routedQuestion)?.Routing?.Universe)
        ?? survey?.Codebook.Universe
        ?? new LocalizedText("alle i utvalgsrammen", "everybody in the frame");

    [GeneratedRegex("[a-z][a-z0-9_]+")]
    private static partial Regex VariableName();
}
