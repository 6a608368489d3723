using static Barometer.Analysis.Tests.Anonymity.MadeUp;

namespace Barometer.Analysis.Tests.Anonymity.Releases;

/// <summary>A made-up survey of four items with something in common, and a number.</summary>
internal static class ScaleSurvey
{
    public static readonly string[] Items = ["i1", "i2", "i3", "i4"];

    /// <summary>For each respondent the answers to the items, from 0, each given by about a fifth.</summary>
    public static readonly int[][] Answers = Draw();

    /// <summary>Three groups, half, a third and a sixth of the respondents.</summary>
    public static int Group(int row) => row % 6 < 3 ? 0 : row % 6 < 5 ? 1 : 2;

    /// <summary>The survey.</summary>
    /// <param name="n">The number of respondents, at most 400.</param>
    /// <param name="change">Of row, item and drawn answer, from 0, another answer.</param>
    /// <param name="codes">The answers' codes; null for 1 to 5.</param>
    public static Survey Make(int n, Func<int, int, int, int>? change = null, string[]? codes = null)
    {
        codes ??= ["1", "2", "3", "4", "5"];
        var rows = Enumerable.Range(0, n).ToArray();
        Column[] groups =
        [
            new CategoricalColumn("group", ["a", "b", "c"], Array.ConvertAll(rows, Group)),
            new CategoricalColumn("side", ["x", "y"], Array.ConvertAll(rows, row => row % 10 < 8 ? 0 : 1)),
        ];
        return new Survey
        {
            Codebook = Codebook(
                [
                    .. Items.Select(item => Categorical(item, DisclosureRole.Sensitive, codes) with { Ordered = true }),
                    new Variable { Name = "staff", Kind = VariableKind.Numeric, Label = Text("staff"), Role = DisclosureRole.Sensitive },
                ],
                [Categorical("group", DisclosureRole.Group, "a", "b", "c"), Categorical("side", DisclosureRole.Group, "x", "y"), Agency]),
            IsSynthetic = true,
            Frame = new DataSet("frame", [.. groups, new CategoricalColumn("invited", ["yes", "no"], new int[n])]),
            Responses = new DataSet("responses",
            [
                .. groups,
                new TextColumn("agency", [.. rows.Select(row => FormattableString.Invariant($"V{row}"))]),
                .. Items.Select((name, item) => new CategoricalColumn(name, codes, Array.ConvertAll(rows, row => change?.Invoke(row, item, Answers[row][item]) ?? Answers[row][item]), ordered: true) { IsConfidential = true }),
                new NumericColumn("staff", Array.ConvertAll(rows, row => 1.0 + row)),
            ]),
        };
    }

    private static int[][] Draw()
    {
        var random = new Random(3);
        double Normal() => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
        return [.. Enumerable.Range(0, 400).Select(_ =>
        {
            var common = Normal();
            return (int[])[.. Enumerable.Range(0, 4).Select(_ => (0.75 * common) + (0.66 * Normal())).Select(value => value < -0.84 ? 0 : value < -0.25 ? 1 : value < 0.25 ? 2 : value < 0.84 ? 3 : 4)];
        })];
    }
}
