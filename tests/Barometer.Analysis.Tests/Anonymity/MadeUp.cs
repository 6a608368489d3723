namespace Barometer.Analysis.Tests.Anonymity;

/// <summary>The words and variables of made-up codebooks.</summary>
internal static class MadeUp
{
    public static Variable Agency { get; } = new() { Name = "agency", Kind = VariableKind.Identifier, Label = Text("Virksomhet"), Role = DisclosureRole.Organisation };

    public static Variable Categorical(string name, DisclosureRole role, params string[] codes) => new()
    {
        Name = name,
        Kind = VariableKind.Categorical,
        Label = Text(name),
        Categories = [.. codes.Select(code => new Category(code, Text(code)))],
        Role = role,
    };

    public static LocalizedText Text(string text) => new(text, text);
}
