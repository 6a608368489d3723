using static Barometer.Analysis.Tests.Anonymity.MadeUp;

namespace Barometer.Analysis.Tests.Anonymity.Alternatives;

/// <summary>A made-up survey of one question, weighted by strata. All counts are synthetic.</summary>
/// <param name="Units">The units of the frame in each stratum; the first two strata are one half, the others the other.</param>
/// <param name="Respondents">Those of them that answered; each is an organisation of its own.</param>
/// <param name="Yes">Those of them that gave the answer.</param>
internal sealed record StratifiedSurvey(int[] Units, int[] Respondents, int[] Yes)
{
    public const string Question = "answer";

    /// <summary>Drawn until a weighted share of everybody leaves each stratum's count open, and has one solution with another weighting, or the halves, beside it.</summary>
    public static StratifiedSurvey Drawn { get; } = new([34, 23, 23, 18], [9, 13, 10, 6], [2, 12, 6, 2]);

    /// <summary>Earmarked money among state agencies by type: the shares leave fourteen solutions, their limits nine, in which no more than one of the last stratum gave the answer.</summary>
    public static StratifiedSurvey Earmarked { get; } = new([16, 68, 38, 34, 24], [9, 33, 15, 15, 8], [3, 9, 2, 6, 0]);

    private IEnumerable<string> Strata => Units.Select((_, stratum) => FormattableString.Invariant($"s{stratum}"));

    public Survey Make()
    {
        var answered = Rows(Respondents);
        return new Survey
        {
            Codebook = Codebook(
                [Categorical(Question, DisclosureRole.Sensitive, "yes", "no")],
                [Categorical("stratum", DisclosureRole.Group, [.. Strata]), Categorical("half", DisclosureRole.Group, "ab", "cd"), Agency]),
            IsSynthetic = true,
            Frame = new DataSet("frame", Groups(Rows(Units))),
            Responses = new DataSet("responses",
            [
                .. Groups(answered),
                new TextColumn("agency", [.. answered.Select((_, row) => FormattableString.Invariant($"V{row}"))]),
                new CategoricalColumn(Question, ["yes", "no"], [.. Respondents.SelectMany((count, stratum) => Enumerable.Range(0, count).Select(i => i < Yes[stratum] ? 0 : 1))]) { IsConfidential = true },
            ]),
        };
    }

    private static int[] Rows(int[] counts) => [.. counts.SelectMany((count, stratum) => Enumerable.Repeat(stratum, count))];

    private Column[] Groups(int[] rows) =>
    [
        new CategoricalColumn("stratum", [.. Strata], rows),
        new CategoricalColumn("half", ["ab", "cd"], Array.ConvertAll(rows, stratum => stratum < 2 ? 0 : 1)),
    ];
}
