namespace Barometer.Analysis.Loading.Codebooks;

/// <summary>Reads the words of a codebook: texts that must be there in both languages, and words from a closed list.</summary>
internal sealed class CodebookTexts(ProblemLog problems)
{
    /// <summary>The text in both languages; what is missing is noted.</summary>
    public LocalizedText Text(string? nb, string? en, string property, string? variable) =>
        new(Required(nb, property, variable), Required(en, property + "En", variable));

    /// <summary>The text; noted when there is none.</summary>
    public string Required(string? text, string property, string? variable)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            problems.Add($"«{property}» is missing", null, variable, "a text");
            return "";
        }

        return text;
    }

    /// <summary>The role a word stands for; the strictest one, and a note, for any other word.</summary>
    public DisclosureRole Role(string? role, string variable) => role switch
    {
        "none" => DisclosureRole.None,
        "identifier" => DisclosureRole.Identifier,
        "organisation" => DisclosureRole.Organisation,
        "group" => DisclosureRole.Group,
        "sensitive" => DisclosureRole.Sensitive,
        _ => Unknown("disclosureRole", variable, "none, identifier, organisation, group or sensitive", DisclosureRole.Sensitive),
    };

    /// <summary>The reason a word stands for; «no answer», and a note, for any other word.</summary>
    public MissingReason Reason(string? reason, string variable) => reason switch
    {
        "not_asked" => MissingReason.NotAsked,
        "no_answer" => MissingReason.NoAnswer,
        "dont_know" => MissingReason.DontKnow,
        "not_relevant" => MissingReason.NotRelevant,
        _ => Unknown("missingValues.reason", variable, "not_asked, no_answer, dont_know or not_relevant", MissingReason.NoAnswer),
    };

    /// <summary>The kind a field's type makes; an identifier, and a note, for a type that isn't used here.</summary>
    public VariableKind Kind(string? type, bool hasCategories, string variable) => type switch
    {
        "string" => hasCategories ? VariableKind.Categorical : VariableKind.Identifier,
        "number" or "integer" => VariableKind.Numeric,
        _ => Unknown("type", variable, "string, number or integer", VariableKind.Identifier),
    };

    private T Unknown<T>(string property, string variable, string expected, T fallback)
    {
        problems.Add($"«{property}» is not understood", null, variable, expected, "another word, or none");
        return fallback;
    }
}
