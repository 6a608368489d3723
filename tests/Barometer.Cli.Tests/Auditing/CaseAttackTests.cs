namespace Barometer.Cli.Tests.Auditing;

/// <summary>Synthetic cases whose worlds an attacker that shares no code with ours has counted.</summary>
public class CaseAttackTests
{
    private static readonly CaseStratum[] Strata =
    [
        new("ministry", 16, 9, Groups), new("directorate", 68, 33, Groups), new("external_agency", 38, 15, Groups), new("university", 34, 15, Groups), new("enterprise", 24, 8, Groups),
    ];

    private static Dictionary<string, string> Groups => [];

    // Earmarked money by type, unweighted, and of all, both ways.
    private static readonly CaseNumber[] Earmarked =
    [
        Share([0, 1], AnswerCase.Unweighted, 0.286m, 42, 0.17m, 0.44m, 41),
        Share([2, 3, 4], AnswerCase.Unweighted, 0.211m, 38, 0.11m, 0.38m, 37),
        Share([0, 1, 2, 3, 4], AnswerCase.Unweighted, 0.25m, 80, 0.17m, 0.36m, 79),
        Share([0, 1, 2, 3, 4], AnswerCase.Weighted, 0.236m, 80, 0.18m, 0.31m, 75),
    ];

    [Fact]
    public void Of_LimitsMadeOfTheAnswers_LeaveNineWorldsAndTellOneStratum()
    {
        var found = CaseAttack.Of(Case(Earmarked));

        Assert.Equal((9, false), (found.Worlds, found.IsSafe));
        Assert.Equal(["enterprise"], found.Told);
    }

    [Fact]
    public void Of_TheSameWithoutLimits_LeavesFourteenAndTellsNothing()
    {
        var found = CaseAttack.Of(Case([.. Earmarked.Select(number => number with { Interval = null, Lower = null, Upper = null })]));

        Assert.Equal((14, true), (found.Worlds, found.IsSafe));
    }

    [Fact]
    public void Of_OneRowItsLimitsAndTheTotal_LeaveASingleWorld()
    {
        var found = CaseAttack.Of(Case(
        [
            Share([2, 3, 4], AnswerCase.Weighted, 0.478m, 38, 0.35m, 0.61m, 35), Share([0, 1, 2, 3, 4], AnswerCase.Weighted, 0.477m, 80, 0.39m, 0.56m, 75),
        ]));

        Assert.Equal(1, found.Worlds);
        Assert.Contains("ministry", found.Told);
        Assert.Contains("enterprise", found.Told);
    }

    [Fact]
    public void Of_SingleWorldThatBreaksNoRule_IsNotSafeUnlessTheCountsAreShown()
    {
        CaseStratum[] strata = [new("a", 40, 20, Groups), new("b", 97, 21, Groups)];
        CaseNumber both = Share([0, 1], AnswerCase.Unweighted, 0.268m, 41), first = Share([0], AnswerCase.Unweighted, 0.25m, 20);

        var weighted = CaseAttack.Of(Case([Share([0, 1], AnswerCase.Weighted, 0.275m, 41)]) with { Strata = strata });
        var counts = CaseAttack.Of(Case([both, first]) with { Strata = strata });

        Assert.Equal((1, 1), (weighted.Worlds, counts.Worlds));
        Assert.Empty(weighted.Told);
        Assert.Equal((false, true), (weighted.IsSafe, counts.IsSafe));
        Assert.Contains("every stratum is told", weighted.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Of_TheTruthGiven_JudgesByIt()
    {
        // Four to five of ten: which of them is true decides.
        CaseStratum[] strata = [new("a", 10, 10, Groups), new("b", 12, 10, Groups)];
        var one = Case([Share([0], AnswerCase.Unweighted, 0.5m, 10) with { Step = 0.2m }]) with { Strata = strata };

        Assert.True(CaseAttack.Of(one, [5, 3]).IsSafe);
        Assert.Equal(["a"], CaseAttack.Of(one, [4, 3]).Told);
    }

    [Fact]
    public void Of_MoreStrataThanAreListed_BoundsThem()
    {
        var strata = Enumerable.Range(0, 9).Select(i => new CaseStratum($"s{i}", 30, 20, Groups)).ToArray();
        var one = Case([Share([.. Enumerable.Range(0, 9)], AnswerCase.Unweighted, 0.006m, 180)]) with
        {
            Strata = strata,
            Targets = new Dictionary<string, IReadOnlyList<string>> { ["s0"] = ["s0"], ["all"] = [.. strata.Select(stratum => stratum.Name)] },
        };

        var found = CaseAttack.Of(one);

        Assert.Null(found.Worlds);
        Assert.Equal(["s0", "all"], found.Told);
    }

    private static AnswerCase Case(IReadOnlyList<CaseNumber> published) => new("answer=yes", [], Synthetic: true, Strata, null, published) { Policy = new CasePolicy(5, 1, 1) };

    private static CaseNumber Share(int[] strata, string kind, decimal value, int n, decimal? lower = null, decimal? upper = null, int df = 0) => new("", kind, value, 0.001m, n)
    {
        Strata = strata,
        Lower = lower,
        Upper = upper,
        LimitStep = 0.01m,
        Interval = lower is null ? null : kind == AnswerCase.Weighted ? new CaseInterval("taylor-fpc", null, df, 0.95m) : new CaseInterval("srs", 80, df, 0.95m),
    };
}
