namespace Barometer.Analysis.Tests.Anonymity;

/// <summary>Made-up codebooks, their words and variables.</summary>
internal static class MadeUp
{
    public static Variable Agency { get; } = new() { Name = "agency", Kind = VariableKind.Identifier, Label = Text("Virksomhet"), Role = DisclosureRole.Organisation };

    public static Variable Categorical(string name, DisclosureRole role, params string[] codes) =>
        Question(name, [.. codes.Select(code => new Category(code, Text(code)))]) with { Role = role };

    public static Variable Question(string name, IReadOnlyList<Category> categories) => new()
    {
        Name = name,
        Kind = VariableKind.Categorical,
        Label = Text(name),
        Categories = categories,
        Role = DisclosureRole.Sensitive,
    };

    public static Codebook Codebook(IReadOnlyList<Variable> responses, IReadOnlyList<Variable> frame, IReadOnlyDictionary<string, LocalizedText>? batteries = null) => new()
    {
        Id = "made-up",
        Title = Text("En undersøkelse"),
        Universe = Text("arbeidsplasser"),
        Provenance = Text("laget for testene"),
        Batteries = batteries ?? new Dictionary<string, LocalizedText>(),
        Responses = responses,
        Frame = frame,
    };

    public static LocalizedText Text(string text) => new(text, text);
}
