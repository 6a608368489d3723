using Barometer.Analysis.Loading;

namespace Barometer.Analysis.Estimation;

/// <summary>The words of a survey's codebook; names and codes serve as labels for data without one.</summary>
internal sealed class Labels(Survey? survey)
{
    /// <summary>The variable in the codebook, or null.</summary>
    public Variable? Find(string name) =>
        survey?.Codebook.Responses.Concat(survey.Codebook.Frame).FirstOrDefault(variable => variable.Name == name);

    /// <summary>The variable's short label.</summary>
    public LocalizedText Of(string name) => Find(name)?.Label ?? new LocalizedText(name, name);

    /// <summary>The title of a table about the variable: the question as asked, else the label.</summary>
    public LocalizedText Title(string name) => Find(name)?.Question ?? Of(name);

    /// <summary>Whom a survey, or a question of it that not everybody was asked, is about.</summary>
    public LocalizedText Universe(string? routedQuestion = null) =>
        (routedQuestion is null ? null : Find(routedQuestion)?.Routing?.Universe)
        ?? survey?.Codebook.Universe
        ?? new LocalizedText("alle i utvalgsrammen", "everybody in the frame");
}
