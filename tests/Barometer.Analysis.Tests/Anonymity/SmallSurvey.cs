using static Barometer.Analysis.Tests.Anonymity.MadeUp;

namespace Barometer.Analysis.Tests.Anonymity;

/// <summary>Makes surveys with made-up answers: an opinion in five steps, and a question that only those with «yes» are asked.</summary>
internal sealed class SmallSurvey
{
    public static readonly string[] Opinions = ["1", "2", "3", "4", "5"];
    private readonly List<(string Group, string Area, int Organisation, string Opinion, string Innovated, string Detail, double? Staff)> _rows = [];

    /// <summary>Adds respondents with the same answers, each from an organisation of its own unless one is given.</summary>
    public SmallSurvey Add(
        int count, string group = "a", string area = "x", string opinion = "3", string innovated = "no", string detail = "", int? organisation = null, double? staff = null)
    {
        for (var i = 0; i < count; i++)
        {
            _rows.Add((group, area, organisation ?? 1000 + _rows.Count, opinion, innovated, detail, staff));
        }

        return this;
    }

    /// <summary>The survey.</summary>
    /// <param name="silent">How many were invited and didn't answer in a group, in each of its areas; null for ten.</param>
    public Survey Make(Func<string, int>? silent = null)
    {
        var codebook = Codebook();
        var missing = _rows.Select(row => (row.Group, row.Area)).Distinct().SelectMany(cell => Enumerable.Repeat(cell, silent?.Invoke(cell.Group) ?? 10)).ToList();
        Column Answers(string name, Func<int, string> of) => Column(name, [.. _rows.Select((_, row) => of(row))]);
        Column Column(string name, IReadOnlyList<string> codes) => new CategoricalColumn(
            name,
            [.. codebook[name].Categories.Select(category => category.Code)],
            [.. codes.Select(code => codebook[name].Categories.ToList().FindIndex(category => category.Code == code))],
            [.. codes.Select(code => code.Length == 0 ? MissingReason.NotAsked : MissingReason.None)],
            codebook[name].Ordered)
        {
            IsConfidential = codebook[name].Role != DisclosureRole.Group,
            Routing = codebook[name].Routing,
        };
        Column[] Frame(bool withSilent) =>
        [
            Column("group", [.. _rows.Select(row => row.Group), .. missing.Where(_ => withSilent).Select(unit => unit.Group)]),
            Column("area", [.. _rows.Select(row => row.Area), .. missing.Where(_ => withSilent).Select(unit => unit.Area)]),
            new TextColumn("agency", [.. _rows.Select(row => "V" + row.Organisation), .. missing.Where(_ => withSilent).Select((_, i) => "S" + i)]),
        ];
        return new Survey
        {
            Codebook = codebook,
            IsSynthetic = true,
            Frame = new DataSet("frame", [.. Frame(withSilent: true), new CategoricalColumn("invited", ["yes", "no"], new int[_rows.Count + missing.Count])]),
            Responses = new DataSet("responses",
            [
                .. Frame(withSilent: false),
                Answers("opinion", row => _rows[row].Opinion),
                Answers("innovated", row => _rows[row].Innovated),
                Answers("detail", row => _rows[row].Detail),
                new NumericColumn("staff", [.. _rows.Select((one, row) => one.Staff ?? (1.0 + row))]),
            ]),
        };
    }

    private Codebook Codebook() => MadeUp.Codebook(
        [
            Question("opinion", [.. Opinions.Select(code => new Category(code, Text(code)))]) with { Ordered = true },
            Question("innovated", Yes()),
            Question("detail", Yes()) with { Routing = new QuestionRouting("innovated", ["yes"], Text("arbeidsplasser med ja")) },
            new Variable { Name = "staff", Kind = VariableKind.Numeric, Label = Text("Ansatte"), Role = DisclosureRole.Sensitive },
        ],
        [
            Categorical("group", DisclosureRole.Group, [.. _rows.Select(row => row.Group).Distinct().Order()]),
            Categorical("area", DisclosureRole.Group, [.. _rows.Select(row => row.Area).Distinct().Order()]),
            Agency,
        ]);

    private static Category[] Yes() => [new("yes", Text("Ja")), new("no", Text("Nei"))];
}
