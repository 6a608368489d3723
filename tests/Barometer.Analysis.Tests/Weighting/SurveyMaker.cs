namespace Barometer.Analysis.Tests.Weighting;

/// <summary>
/// A small survey with a known answer to everything: three strata of 10, 4 and 2 units with 4, 2 and 2 respondents.
/// «yes» to q1 leads to q2; unit ids and organisations are made up.
/// </summary>
internal static class SurveyMaker
{
    public static readonly string[] Sizes = ["small", "middle", "large"];

    public static Survey Make(
        string sizesOfFrame = "ssssssssssmmmmll",
        string sizesOfRespondents = "ssssmmll",
        string q1 = "ynynyn?y",
        string q2 = "abaab..b",
        double[]? numbers = null,
        DisclosureRole organisation = DisclosureRole.Organisation)
    {
        var codebook = Codebook(organisation);
        var respondents = sizesOfRespondents.Length;
        return new Survey
        {
            Codebook = codebook,
            IsSynthetic = true,
            Frame = new DataSet("frame", [Size(sizesOfFrame), Invited(sizesOfFrame)]),
            Responses = new DataSet("responses",
            [
                Size(sizesOfRespondents),
                new TextColumn("agency", [.. Enumerable.Range(0, respondents).Select(row => "V" + (row / 2))]),
                Answers(codebook["q1"], q1, "yn"),
                Answers(codebook["q2"], q2, "ab"),
                Answers(codebook["q3"], string.Concat(q1.Select(answer => answer == 'y' ? 'y' : '.')), "yn"),
                Answers(codebook["item1"], Take("ynynynyn", respondents), "yn"),
                Answers(codebook["item2"], Take("nnnnynyy", respondents), "yn"),
                new NumericColumn("employees", numbers ?? [.. Enumerable.Range(1, respondents).Select(i => (double)i)]),
            ]),
        };
    }

    private static Codebook Codebook(DisclosureRole organisation) => new()
    {
        Id = "made-up",
        Title = Text("En undersøkelse"),
        Universe = Text("arbeidsplasser"),
        Provenance = Text("laget for testene"),
        Responses =
        [
            new Variable
            {
                Name = "q1",
                Kind = VariableKind.Categorical,
                Label = Text("Spørsmål 1"),
                Categories = [new Category("yes", Text("Ja")), new Category("no", Text("Nei"))],
                MissingCodes = [new MissingCode("97", MissingReason.DontKnow, Text("Vet ikke"))],
            },
            new Variable
            {
                Name = "q2",
                Kind = VariableKind.Categorical,
                Label = Text("Spørsmål 2"),
                Categories = [new Category("a", Text("A")), new Category("b", Text("B"))],
                Routing = new QuestionRouting("q1", ["yes"], Text("arbeidsplasser med ja")),
                MissingCodes = [new MissingCode("97", MissingReason.DontKnow, Text("Vet ikke"))],
            },
            new Variable
            {
                Name = "q3",
                Kind = VariableKind.Categorical,
                Label = Text("Spørsmål 3"),
                Categories = [new Category("yes", Text("Ja")), new Category("no", Text("Nei"))],
                Routing = new QuestionRouting("q1", ["yes"], Text("arbeidsplasser med ja")),
            },
            Item("item1", "Punkt 1"),
            Item("item2", "Punkt 2"),
            new Variable { Name = "employees", Kind = VariableKind.Numeric, Label = Text("Ansatte") },
        ],
        Frame =
        [
            new Variable
            {
                Name = "size",
                Kind = VariableKind.Categorical,
                Label = Text("Størrelse"),
                Categories = [.. Sizes.Select(code => new Category(code, Text(code)))],
                Ordered = true,
                Role = DisclosureRole.Group,
            },
            new Variable { Name = "agency", Kind = VariableKind.Identifier, Label = Text("Virksomhet"), Role = organisation },
        ],
        Batteries = new Dictionary<string, LocalizedText> { ["items"] = Text("Punktene") },
    };

    private static Variable Item(string name, string label) => new()
    {
        Name = name,
        Kind = VariableKind.Categorical,
        Label = Text(label),
        Categories = [new Category("yes", Text("Ja")), new Category("no", Text("Nei"))],
        Battery = "items",
    };

    private static string Take(string letters, int count) => string.Concat(Enumerable.Range(0, count).Select(i => letters[i % letters.Length]));

    private static LocalizedText Text(string text) => new(text, text);

    private static CategoricalColumn Size(string letters) => new(
        "size", Sizes, [.. letters.Select(letter => "sml".IndexOf(letter))], ordered: true);

    // All but the first two were invited.
    private static CategoricalColumn Invited(string sizesOfFrame) => new(
        "invited",
        ["yes", "no"],
        [.. sizesOfFrame.Select((_, row) => row < 2 ? 1 : 0)]);

    // A letter of the categories, «?» for don't know, «.» for not asked, «-» for no answer.
    private static CategoricalColumn Answers(Variable variable, string letters, string known) => new(
        variable.Name,
        [.. variable.Categories.Select(category => category.Code)],
        [.. letters.Select(letter => known.IndexOf(letter))],
        [.. letters.Select(letter => letter switch
        {
            '?' => MissingReason.DontKnow,
            '.' => MissingReason.NotAsked,
            '-' => MissingReason.NoAnswer,
            _ => MissingReason.None,
        })])
    {
        IsConfidential = true,
        Routing = variable.Routing,
        ReasonCodes = variable.MissingCodes.ToDictionary(missing => missing.Reason, missing => missing.Code),
    };
}
