using System.Text.RegularExpressions;

namespace Barometer.Analysis.Weighting;

/// <summary>The words of a survey's codebook for what the engine knows by names and codes.</summary>
internal sealed partial class Labels(Survey survey)
{
    /// <summary>So many merged categories are named one by one.</summary>
    private const int Named = 3;

    private readonly Dictionary<string, Variable> _variables =
        survey.Codebook.Variables.DistinctBy(variable => variable.Name).ToDictionary(variable => variable.Name);

    /// <summary>How the answers of an unweighted table count.</summary>
    public static LocalizedText Unweighted { get; } = new("uvektet", "unweighted");

    /// <summary>The variable in the codebook, or null.</summary>
    public Variable? Find(string name) => _variables.GetValueOrDefault(name);

    /// <summary>The variable's short label.</summary>
    public LocalizedText Of(string name) => Find(name)?.Label ?? new LocalizedText(name, name);

    /// <summary>The question as asked, or null when the variable isn't a question.</summary>
    public LocalizedText? Question(string name) => Find(name)?.Question;

    /// <summary>The label of a category, of a reason for having none, or of merged categories; the code itself where the codebook has none.</summary>
    public LocalizedText Of(string name, string code)
    {
        if (Find(name) is not { } variable)
        {
            return new LocalizedText(code, code);
        }

        return variable.Categories.FirstOrDefault(category => category.Code == code)?.Label
            ?? variable.MissingCodes.FirstOrDefault(missing => missing.Code == code)?.Label
            ?? (code.Contains('+', StringComparison.Ordinal) ? Merged(variable, [.. code.Split('+').Select(part => Of(name, part))]) : new LocalizedText(code, code));
    }

    /// <summary>What was estimated, in words.</summary>
    public LabelledOutcome Of(Outcome outcome) => new(
        outcome.Variable, outcome.Code, outcome.Code is { } code ? Of(outcome.Variable, code) : Of(outcome.Variable))
    {
        IsReason = outcome.IsReason,
    };

    /// <summary>Whether the codebook marks an item, or this answer to it, as what is left when the others are named.</summary>
    public bool IsResidual(Outcome outcome) => Find(outcome.Variable) is { } variable
        && (variable.IsResidual || variable.Categories.Any(category => category.Code == outcome.Code && category.IsResidual));

    /// <summary>Whether the variable's values are answers, which say little without their question.</summary>
    public bool IsAnswered(string name) => Find(name)?.Role == DisclosureRole.Sensitive;

    /// <summary>A group in words; of an effect in a model it stands under the variable with what it is compared with.</summary>
    public LabelledGroup Of(GroupValue group)
    {
        var labelled = new LabelledGroup(group.Variable, group.Code, Of(group.Variable, group.Code)) { Question = IsAnswered(group.Variable) ? Of(group.Variable) : null };
        if (group.Reference is not { } code)
        {
            return labelled;
        }

        var (label, reference) = (Of(group.Variable), Of(group.Variable, code));
        return labelled with { Question = null, Reference = code, Section = new LocalizedText($"{label.Nb} (mot {reference.Nb})", $"{label.En} (against {reference.En})") };
    }

    /// <summary>Whom a survey, or a question of it that not everybody was asked, is about.</summary>
    public LocalizedText Universe(string? routedQuestion = null) =>
        (routedQuestion is null ? null : Find(routedQuestion)?.Routing?.Universe) ?? survey.Codebook.Universe;

    /// <summary>How the weights came about, in words.</summary>
    public LocalizedText Weighting(IReadOnlyList<WeightStep> history) => history[0].Basis == WeightBasis.Unweighted
        ? Unweighted
        : new LocalizedText(
            "vektet: " + string.Join("; ", history.Select(step => $"{Name(step)} ({InWords(Detail(step), Language.Nb)})")),
            "weighted: " + string.Join("; ", history.Select(step => $"{step.Name} ({InWords(step.Detail, Language.En)})")));

    /// <summary>A step's Norwegian name.</summary>
    public static string Name(WeightStep step) => step.Kind switch
    {
        WeightStepKind.Base => step.Basis == WeightBasis.Unweighted ? "uvektet" : "grunnvekt",
        WeightStepKind.PostStratification => "etterstratifisering",
        WeightStepKind.Raking => "raking",
        WeightStepKind.Calibration => "kalibrering",
        WeightStepKind.Trimming => "trimming",
        WeightStepKind.Scaling => "skalering",
        WeightStepKind.Standardisation => "standardisering",
        WeightStepKind.SecondPhase => "andre fase",
        WeightStepKind.Replication => "replikatvekter",
        _ => "frafallsjustering",
    };

    // The engine says the same in English (WeightStep.Detail).
    private static string Detail(WeightStep step) => step.Kind switch
    {
        WeightStepKind.Base => Basis(step),
        WeightStepKind.Raking => FormattableString.Invariant($"{step.Variables}; {step.Rounds} runder"),
        WeightStepKind.Calibration => FormattableString.Invariant($"{step.Variables}; {Distance(step)}, {step.Rounds} runder"),
        WeightStepKind.ResponseGroups => $"svargrupper av {step.Variables}",
        WeightStepKind.ResponsePhase => $"svargrupper av {step.Variables} som utvalgets andre fase",
        WeightStepKind.PropensityClasses => FormattableString.Invariant($"{step.Classes} klasser av svartilbøyelighet etter {step.Variables}"),
        WeightStepKind.InversePropensity => $"delt på svartilbøyelighet etter {step.Variables}",
        WeightStepKind.SecondPhase => $"strata av {step.Variables}",
        WeightStepKind.Standardisation => step.Variables.Replace(" in ", " i ", StringComparison.Ordinal),
        _ => step.Detail,
    };

    private static string Basis(WeightStep step) => step.Basis switch
    {
        WeightBasis.Unweighted => "hvert svar teller likt",
        WeightBasis.Variable => $"variabelen {step.Method}",
        WeightBasis.Invited => "populasjon delt på inviterte",
        _ => "populasjon delt på svar",
    }
        + (step.Variables.Length == 0 ? "" : $" i hvert stratum av {step.Variables}") + (step.HasMergedStrata ? ", små strata slått sammen" : "");

    private static string Distance(WeightStep step)
    {
        var name = step.Distance switch
        {
            CalibrationDistance.Raking => "eksponentiell",
            CalibrationDistance.Logit => "logit",
            _ => "lineær",
        };
        return step.Limits is { } limits ? FormattableString.Invariant($"{name}, {limits.Lower}–{limits.Upper}") : name;
    }

    // A text in which every variable's name is replaced by its label, as it reads inside a sentence.
    private string InWords(string text, Language language) => VariableName().Replace(
        text, match => Find(match.Value)?.Label.In(language) is { } label ? char.ToLowerInvariant(label[0]) + label[1..] : match.Value);

    private static LocalizedText Merged(Variable variable, LocalizedText[] parts) => new(
        Merged([.. parts.Select(part => part.Nb)], variable.Ordered, "og", "andre"), Merged([.. parts.Select(part => part.En)], variable.Ordered, "and", "others"));

    private static string Merged(string[] labels, bool ordered, string and, string others) =>
        ordered ? $"{labels[0]} – {labels[^1]}"
        : labels.Length <= Named ? string.Join(" + ", labels)
        : FormattableString.Invariant($"{labels[0]} {and} {labels.Length - 1} {others}");

    [GeneratedRegex("[a-z][a-z0-9_]+")]
    private static partial Regex VariableName();
}
