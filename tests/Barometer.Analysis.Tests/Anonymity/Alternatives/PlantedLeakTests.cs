using Barometer.Analysis.Anonymity.Alternatives;

namespace Barometer.Analysis.Tests.Anonymity.Alternatives;

/// <summary>
/// Releases forced through by a policy that asks for nothing, of which other answers are then looked for under the real one: what they tell together has no
/// other answers, and what they leave open has.
/// </summary>
public class PlantedLeakTests
{
    private const int Worlds = 48;

    private static readonly ReleasePolicy Nothing = Policies.Standard with
    {
        MinRespondents = 1,
        MinOrganisations = 1,
        MaxOrganisationShare = 1,
        GroupCoalition = 0,
        MinBase = 1,
        FewRespondents = 1,
    };

    [Fact]
    public void Run_AWeightedShareOfEverybody_IsProvenOpen()
    {
        var proof = Prove(StratifiedSurvey.Drawn, survey => [Weighted(survey)]);

        Assert.Equal(0, proof.Parts[0].Open);
        Assert.True(proof.Worlds > 0);
    }

    [Fact]
    public void Run_UnweightedSharesOfHalves_AreProvenOpen() => Assert.Equal(0, Prove(StratifiedSurvey.Drawn, survey => [Halves(survey)]).Parts[0].Open);

    [Fact]
    public void Run_AShareWeightedInAnotherWay_IsProvenOpen() => Assert.Equal(0, Prove(StratifiedSurvey.Drawn, survey => [Otherwise(survey)]).Parts[0].Open);

    [Fact]
    public void Run_WeightedAndUnweightedTogether_LeaveCountsUnproven() =>
        AssertUnproven(Prove(StratifiedSurvey.Drawn, survey => [Weighted(survey), Halves(survey)]), "halves", "weighted");

    [Fact]
    public void Run_TwoWeightingsTogether_LeaveCountsUnproven() =>
        AssertUnproven(Prove(StratifiedSurvey.Drawn, survey => [Weighted(survey), Otherwise(survey)]), "otherwise", "weighted");

    [Fact]
    public void Run_SharesWithoutTheirLimits_AreProvenOpen() => Assert.Equal(0, Prove(StratifiedSurvey.Earmarked, survey => [Weighted(survey), Halves(survey)]).Parts[0].Open);

    [Fact]
    public void Run_TheSameSharesWithLimits_LeaveCountsUnproven() =>
        AssertUnproven(Prove(StratifiedSurvey.Earmarked, survey => [Weighted(survey), Halves(survey)], withLimits: true), "halves", "weighted");

    private static (string, UnreleasedTable) Weighted(Survey survey) => ("weighted", survey.Design().StratifiedBy("stratum").WithFinitePopulation().Proportion(StratifiedSurvey.Question));

    private static (string, UnreleasedTable) Otherwise(Survey survey) => ("otherwise", survey.Design().StratifiedBy("half").WithFinitePopulation().Proportion(StratifiedSurvey.Question));

    private static (string, UnreleasedTable) Halves(Survey survey) => ("halves", survey.Unweighted().Proportion(StratifiedSurvey.Question, by: "half"));

    private static void AssertUnproven(ProofResult proof, params string[] releases)
    {
        var part = proof.Parts[0];
        var open = part.Counts.All.Index().Where(count => !part.IsProvenCount(count.Index)).ToList();

        Assert.NotEmpty(open);
        Assert.Equal(releases, part.ReleasesOf(open[0].Item.Question));
    }

    private static ProofResult Prove(StratifiedSurvey made, Func<Survey, (string Id, UnreleasedTable Table)[]> tables, bool withLimits = false)
    {
        var survey = made.Make();
        return new AlternativeProof([survey], Policies.Standard, (given, _) => Recompute(given[survey.Id], withLimits, tables)).Run(Worlds, progress: null, TestContext.Current.CancellationToken);
    }

    // What is seen of the tables: the values to one decimal, with the limits as they are estimated, in whole per cent, or without any.
    private static Recomputed Recompute(Survey survey, bool withLimits, Func<Survey, (string Id, UnreleasedTable Table)[]> tables)
    {
        var released = new List<JournalEntry>();
        var session = new ReleaseSession(Nothing, ReleaseLedger.Empty, released.Add, [survey.Codebook]);
        foreach (var (id, table) in tables(survey))
        {
            session.Release(table, id);
        }

        return new Recomputed([], [.. released.Select(one => Seen(one, withLimits))]);
    }

    private static JournalEntry Seen(JournalEntry one, bool withLimits)
    {
        var table = one.Released!.Content;
        var seen = new Released<ReleasedTable>(table with { Estimates = [.. table.Estimates.Zip(one.Table!.Estimates, (estimate, own) => Seen(estimate, own.Numbers, withLimits))] }, one.Released.Stamp);
        return one with { Released = seen, Entry = one.Entry with { Digest = TableDigest.Of(seen) } };
    }

    private static ReleasedEstimate Seen(ReleasedEstimate estimate, Estimate own, bool withLimits) => estimate with
    {
        Value = Math.Round(own.Value, 3, MidpointRounding.AwayFromZero),
        Interval = withLimits ? own.Interval! with { Lower = Whole(own.Interval.Lower), Upper = Whole(own.Interval.Upper) } : null,
        IsGeneralised = false,
        Steps = new RoundingSteps(0.001, 0.01, 1, 10),
        Reliability = Reliability.Good,
    };

    private static double Whole(double limit) => Math.Round(limit, 2, MidpointRounding.AwayFromZero);
}
