using static Barometer.Analysis.Tests.Anonymity.MadeUp;

namespace Barometer.Analysis.Tests.Anonymity;

/// <summary>Makes surveys of a question with three answers, three yes/no items, two items of a scale and a number of staff.</summary>
internal static class QuestionSurvey
{
    private static readonly string[] Items = ["item_a", "item_b", "item_c"];
    private static readonly string[] Scales = ["scale_a", "scale_b"];

    /// <summary>One respondent: internal, external, no or dk; a letter for each item (y, n, or – for none); two scores (0 for none).</summary>
    internal sealed record Row(string Group, string Evaluated, string Ticked, int ScaleA = 3, int ScaleB = 3, double Staff = 10);

    /// <summary>So many respondents that answered alike.</summary>
    public static IEnumerable<Row> Of(int count, string evaluated = "no", string ticked = "nnn", string group = "a", int scaleA = 3, int scaleB = 3, double staff = 10) =>
        Enumerable.Repeat(new Row(group, evaluated, ticked, scaleA, scaleB, staff), count);

    /// <summary>The survey; each respondent is of an organisation of its own, and as many were silent in each group.</summary>
    public static Survey Make(params IEnumerable<Row>[] parts)
    {
        var rows = parts.SelectMany(part => part).ToList();
        string[] groups = ["a", "b"];
        var codebook = Codebook(groups);
        Column Answers(string name, Func<Row, string> of) => Coded(codebook[name], [.. rows.Select(of)]);
        var groupsOfAll = rows.Select(row => row.Group).Concat(groups.SelectMany(group => Enumerable.Repeat(group, 10))).ToList();
        return new Survey
        {
            Codebook = codebook,
            IsSynthetic = true,
            Frame = new DataSet("frame", [Coded(codebook["group"], groupsOfAll), new NumericColumn("staff", [.. rows.Select(row => row.Staff), .. Enumerable.Repeat(10.0, 20)]), new CategoricalColumn("invited", ["yes", "no"], new int[groupsOfAll.Count])]),
            Responses = new DataSet("responses",
            [
                Answers("group", row => row.Group),
                new NumericColumn("staff", [.. rows.Select(row => row.Staff)]),
                new TextColumn("agency", [.. rows.Select((_, i) => "V" + i)]),
                Answers("evaluated", row => row.Evaluated),
                .. Items.Select((item, i) => Answers(item, row => row.Ticked[i] == 'y' ? "yes" : row.Ticked[i] == 'n' ? "no" : "")),
                .. Scales.Select((item, i) => Answers(item, row => (i == 0 ? row.ScaleA : row.ScaleB) is > 0 and var score ? $"{score}" : "")),
            ]),
        };
    }

    private static CategoricalColumn Coded(Variable variable, IReadOnlyList<string> codes)
    {
        var categories = variable.Categories.Select(category => category.Code).ToList();
        return new CategoricalColumn(
            variable.Name,
            categories,
            [.. codes.Select(code => categories.IndexOf(code))],
            [.. codes.Select(code => categories.Contains(code) ? MissingReason.None : code == "dk" ? MissingReason.DontKnow : MissingReason.NoAnswer)],
            variable.Ordered)
        {
            IsConfidential = variable.Role != DisclosureRole.Group,
            ReasonCodes = new Dictionary<MissingReason, string> { [MissingReason.DontKnow] = "dk" },
        };
    }

    private static Codebook Codebook(string[] groups) => MadeUp.Codebook(
        [
            Question("evaluated", [new("internal", new("Ja, internt", "Yes, internally")), new("external", new("Ja, eksternt", "Yes, externally")), new("no", new("Nei", "No"))])
                with { Label = new("Evaluering", "Evaluation"), MissingCodes = [new MissingCode("dk", MissingReason.DontKnow, new("Vet ikke", "Don’t know"))] },
            .. Items.Select(item => Question(item, [new("yes", new("Ja", "Yes")), new("no", new("Nei", "No"))]) with { Battery = "items" }),
            .. Scales.Select(item => Categorical(item, DisclosureRole.Sensitive, "1", "2", "3", "4", "5") with { Ordered = true }),
        ],
        [
            Question("group", [.. groups.Select(group => new Category(group, Text("Gruppe " + group)))]) with { Role = DisclosureRole.Group },
            new Variable { Name = "staff", Kind = VariableKind.Numeric, Label = new("Ansatte", "Employees"), Role = DisclosureRole.Group },
            Agency,
        ],
        new Dictionary<string, LocalizedText> { ["items"] = Text("Hva som er gjort") });
}
