namespace SurveyStatistics.Tests.Estimation;

/// <summary>
/// A small survey with a known answer to everything: three strata of 10, 4 and 2 units with 4, 2 and 2 respondents.
/// «yes» to q1 leads to q2.
/// </summary>
internal static class SurveyMaker
{
    public static readonly string[] Sizes = ["small", "middle", "large"];

    public static Answers Make(
        string sizesOfFrame = "ssssssssssmmmmll",
        string sizesOfRespondents = "ssssmmll",
        string q1 = "ynynyn?y",
        string q2 = "abaab..b",
        double[]? numbers = null)
    {
        var respondents = sizesOfRespondents.Length;
        var routing = new Routing("q1", ["yes"]);
        return new Answers(
            new DataSet("responses",
            [
                Size(sizesOfRespondents),
                new TextColumn("agency", [.. Enumerable.Range(0, respondents).Select(row => "V" + (row / 2))]) { IsConfidential = true },
                Question("q1", ["yes", "no"], q1, "yn", null),
                Question("q2", ["a", "b"], q2, "ab", routing),
                Question("q3", ["yes", "no"], string.Concat(q1.Select(answer => answer == 'y' ? 'y' : '.')), "yn", routing),
                Question("item1", ["yes", "no"], Take("ynynynyn", respondents), "yn", null),
                Question("item2", ["yes", "no"], Take("nnnnynyy", respondents), "yn", null),
                new CategoricalColumn("grade", ["low", "middle", "high"], [.. Enumerable.Range(0, respondents).Select(row => (row + (row / 3)) % 3)], ordered: true),
                new NumericColumn("employees", numbers ?? [.. Enumerable.Range(1, respondents).Select(i => (double)i)]) { IsConfidential = true },
            ]),
            new DataSet("frame", [Size(sizesOfFrame), Invited(sizesOfFrame)]));
    }

    private static string Take(string letters, int count) => string.Concat(Enumerable.Range(0, count).Select(i => letters[i % letters.Length]));

    private static CategoricalColumn Size(string letters) =>
        new("size", Sizes, [.. letters.Select(letter => "sml".IndexOf(letter))], ordered: true);

    // All but the first two were invited.
    private static CategoricalColumn Invited(string sizesOfFrame) =>
        new("invited", ["yes", "no"], [.. sizesOfFrame.Select((_, row) => row < 2 ? 1 : 0)]) { IsConfidential = true };

    // A letter of the categories, «?» for don't know, «.» for not asked, «-» for no answer.
    private static CategoricalColumn Question(string name, string[] categories, string letters, string known, Routing? routing) => new(
        name,
        categories,
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
        Routing = routing,
        ReasonCodes = new Dictionary<MissingReason, string> { [MissingReason.DontKnow] = "97" },
    };

    /// <summary>Respondents and frame.</summary>
    internal sealed record Answers(DataSet Responses, DataSet Frame)
    {
        public SurveyDesign Design() => SurveyDesign.Of(Responses, Frame);

        public SurveyDesign Unweighted() => Design().Unweighted();
    }
}
