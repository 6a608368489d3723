namespace Barometer.Analysis.Estimation;

/// <summary>How the answers were weighted, in words for a table's note.</summary>
internal static class WeightingText
{
    /// <summary>Every answer counts once.</summary>
    public static LocalizedText Unweighted { get; } = new("uvektet", "unweighted");

    /// <summary>The weighting steps of a design.</summary>
    public static LocalizedText Of(DesignSpecification specification, IReadOnlyList<WeightStep> history, Labels labels) => specification.IsUnweighted
        ? Unweighted
        : new LocalizedText(
            "vektet: " + string.Join("; ", history.Select(step => $"{step.Name.Nb} ({labels.InWords(step.Detail, Language.Nb)})")),
            "weighted: " + string.Join("; ", history.Select(step => $"{step.Name.En} ({labels.InWords(step.Detail, Language.En)})")));
}
