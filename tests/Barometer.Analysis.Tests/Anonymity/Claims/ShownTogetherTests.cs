namespace Barometer.Analysis.Tests.Anonymity.Claims;

/// <summary>
/// What weighted shares of the agencies' survey tell of the five kinds of agencies, of which 9, 33, 15, 15 and 8 answered: the numbers of the
/// cases in DisclosureControl.Tests/cases, released here from the answers themselves.
/// </summary>
public class ShownTogetherTests
{
    private static readonly int[] Answered = [9, 33, 15, 15, 8];
    private static readonly int[] Units = [16, 68, 38, 34, 24];

    /// <summary>As many of each kind said «none»; 47.8 per cent of the last three kinds, 47.7 of all.</summary>
    private static readonly int[] None = [4, 16, 8, 6, 4];

    /// <summary>Whether earmarked money: 23.6 per cent of all, 28.6 of the first two kinds and 21.1 of the others.</summary>
    private static readonly int[] Money = [3, 9, 2, 6, 0];

    [Fact]
    public void Tells_GroupAndTotalInOneDecimal_LeaveMinistriesFourOfNine()
    {
        var claims = Claims(None, 0.001, Weighted(2, 3, 4), Weighted(0, 1, 2, 3, 4));

        Assert.True(Tells(claims));
        Assert.False(Tells(claims[..1]));
        Assert.False(Tells(claims[1..]));
    }

    [Fact]
    public void Tells_TheSameInWholePerCent_NothingIsTold() => Assert.False(Tells(Claims(None, 0.01, Weighted(2, 3, 4), Weighted(0, 1, 2, 3, 4))));

    [Fact]
    public void Tells_UnweightedGroupsBesideAWeightedTotal_LeaveEnoughOpen()
    {
        ShownNumber[] shown = [Number(Money, 0.001, Plain(0, 1)), Number(Money, 0.001, Plain(2, 3, 4)), Number(Money, 0.001, Weighted(0, 1, 2, 3, 4))];

        Assert.False(Tells(Of(shown)));
    }

    [Fact]
    public void Tells_AWeightedTotalBesideUnweightedGroups_CanTellWhatNeitherDoes()
    {
        // 38.7 per cent weighted; 38.1 of the first two kinds and 42.1 of the others as they answered: ministries and enterprises together, 2 of 17.
        int[] givers = [2, 14, 4, 12, 0];
        var (weighted, first, others) = (Number(givers, 0.001, Weighted(0, 1, 2, 3, 4)), Number(givers, 0.001, Plain(0, 1)), Number(givers, 0.001, Plain(2, 3, 4)));

        Assert.False(Tells(Of([weighted])));
        Assert.False(Tells(Of([first, others])));
        Assert.True(Tells(Of([weighted, first, others])));
    }

    [Fact]
    public void Tells_AnotherWeightingOfTheSameShare_IsAnEquationMore()
    {
        // Fitted to other totals of the frame the five kinds weigh differently; either share alone leaves each count open.
        (int Stratum, double Weight)[] other = [(0, 3.1), (1, 1.2), (2, 2.9), (3, 1.7), (4, 5.3)];
        ShownNumber[] shown = [Number(None, 0.001, Weighted(0, 1, 2, 3, 4)), Number(None, 0.001, other)];

        Assert.False(Tells(Of(shown[..1])));
        Assert.False(Tells(Of(shown[1..])));
        Assert.True(Tells(Of([.. shown, Number(None, 0.001, Weighted(2, 3, 4))])));
    }

    [Fact]
    public void Tells_RareAnswerOfManyStrata_HeavyRespondentsCantHaveGivenIt()
    {
        // A hundred respondents with weights of their own from 10 up, and 240 with weight 1, of whom five said it: 0.4 per cent is less than one heavy.
        double[] weights = [.. Enumerable.Range(0, 100).Select(i => 10 + (0.01 * i)), .. Enumerable.Repeat(1.0, 240)];
        ShownNumber Share(int givers) => ShownNumber.Of("a=yes", new RowSet([.. Enumerable.Range(0, 340)]), new RowSet([.. Enumerable.Range(100, givers)]), weights, 1, true, 0.001) with { AtLeast = 5 };
        var rules = new ClaimRules(Policies.Standard, [.. Enumerable.Range(0, 340)]);
        bool Told(int givers) => ShownTogether.Of(Of([Share(givers)]), _ => true, rules).Any(one => one.Tells(_ => true));

        Assert.True(Told(5));
        Assert.False(Told(120));
    }

    [Fact]
    public void Tells_LastFewWhoDidNot_AHoldingOfTwoCantBeAmongThem()
    {
        // Five didn't, the least heavy of 300; both workplaces of the holding of the heaviest can't be two of them.
        double[] weights = [.. Enumerable.Range(0, 300).Select(i => 1 + (0.01 * i))];
        var all = new RowSet([.. Enumerable.Range(0, 300)]);
        var givers = new RowSet([.. Enumerable.Range(5, 295)]);
        ShownNumber[] numbers = [ShownNumber.Of("a=yes", all, givers, weights, 1, true, 0.001), ShownNumber.Of("a=yes", all, givers, null, 1, true, 0.001)];
        bool Told(int[] organisations, params ShownNumber[] shown) =>
            ShownTogether.Of(Of(shown), _ => true, new ClaimRules(Policies.Standard, organisations)).Any(one => one.Tells(_ => true));
        int[] holding = [.. Enumerable.Range(0, 298), 297, 297];

        Assert.True(Told(holding, numbers));
        Assert.True(Told(holding, numbers[0])); // two of them alone weigh more than all who didn't
    }

    [Fact]
    public void Equals_TheSameSumToTheSameUnit_IsOneNumber()
    {
        var number = Number(None, 0.001, Weighted(2, 3, 4));

        Assert.Single(new[] { number, Number(None, 0.001, Weighted(2, 3, 4)) }.Distinct());
        Assert.Equal(4, new[] { number, Number(None, 0.01, Weighted(2, 3, 4)), Number(None, 0.001, Plain(2, 3, 4)), Number(None, 0.001, Weighted(3, 4)) }.Distinct().Count());
    }

    [Fact]
    public void ToSuppress_OneIsEnough_TakesTheCheapest()
    {
        var claims = Claims(None, 0.001, Weighted(2, 3, 4), Weighted(0, 1, 2, 3, 4));
        var together = Assert.Single(ShownTogether.Of(claims, _ => true, Rules()));

        Assert.Equal([0], together.ToSuppress(_ => true, claim => claim == 0 ? 1 : 10));
        Assert.Equal([1], together.ToSuppress(_ => true, claim => claim == 0 ? 10 : 1));
        Assert.Equal([1], together.ToSuppress(claim => claim == 1, _ => 1));
        Assert.Equal("strategy=none", together.Answer);
    }

    [Fact]
    public void Of_AllOtherAnswersShown_TheLastFollows()
    {
        // Nobody is said to have answered «none»; all other answers are shown, and leave it.
        var numbers = Claims(None, 0.001, Weighted(2, 3, 4), Weighted(0, 1, 2, 3, 4));
        var other = numbers.Select(claim => claim with
        {
            Shown = [Turned(claim.Shown[0])],
            Sums = [new DisclosedSum(["strategy"], claim.Base) { Also = [new("strategy=none", claim.Shown[0].Givers), new("strategy=some", claim.Base.Except(claim.Shown[0].Givers))] }],
        }).ToList();

        Assert.Contains(ShownTogether.Of(other, _ => true, Rules()), one => one.Answer == "strategy=none" && one.Tells(_ => true));
    }

    [Fact]
    public void Of_AnswersTakenTogetherAndAnotherShown_TheThirdFollows()
    {
        // Neither «yes» nor its two kinds are known apart; «yes» of both kinds and «don't know» leave «none».
        var numbers = Claims(None, 0.001, Weighted(2, 3, 4), Weighted(0, 1, 2, 3, 4));
        var merged = numbers.Select(claim =>
        {
            var rest = claim.Base.Except(claim.Shown[0].Givers);
            var (one, other) = (new RowSet([.. rest.Rows.ToArray().Where((_, i) => i % 2 == 0)]), new RowSet([.. rest.Rows.ToArray().Where((_, i) => i % 2 == 1)]));
            return claim with
            {
                Shown = [Turned(claim.Shown[0]) with { Answer = "strategy=one|other" }],
                Sums = [new DisclosedSum(["strategy"], claim.Base) { Also = [new("strategy=none", claim.Shown[0].Givers), new("strategy=one", one), new("strategy=other", other)] }],
            };
        }).ToList();

        Assert.Contains(ShownTogether.Of(merged, _ => true, Rules()), one => one.Answer == "strategy=none" && one.Tells(_ => true));
    }

    [Fact]
    public void ToSuppress_RareAnswerFollowsFromANetBalance_TakesWhatCostsLeast()
    {
        // 0.4 per cent are against it strongly, five of the light ones: what is for it less what is against it and the balance. No heavy one can be among them.
        double[] weights = [.. Enumerable.Range(0, 100).Select(i => 10 + (0.01 * i)), .. Enumerable.Repeat(1.0, 240)];
        var all = new RowSet([.. Enumerable.Range(0, 340)]);
        var (rare, against, neither, infavour) = (Rows(100, 5), Rows(105, 80), Rows(0, 100), Rows(185, 155));
        Answer[] answers = [new("a=--", rare), new("a=-", against), new("a=0", neither), new("a=+", infavour)];
        ShownNumber Share(string answer, RowSet givers) => ShownNumber.Of(answer, all, givers, weights, 1, true, 0.001);
        var balance = Share("a=balance", infavour) with { Opposed = RowSet.Union([rare, against]) };

        // The share of those for it stands in two tables.
        Claim[] claims = Array.ConvertAll(Of([Share("a=-", against), Share("a=+", infavour), Share("a=+", infavour), balance]), claim => claim with { Sums = [new DisclosedSum(["a"], all) { Also = answers }] });
        var rules = new ClaimRules(Policies.Standard, [.. Enumerable.Range(0, 340)]);
        ShownTogether Together(Func<int, bool> isShown) => ShownTogether.Of(claims, isShown, rules).Single(one => one.Answer == "a=--");

        Assert.True(Together(_ => true).Tells(_ => true));
        Assert.DoesNotContain(ShownTogether.Of(claims, claim => claim != 3, rules), one => one.Tells(_ => true));
        Assert.Equal([3], Together(_ => true).ToSuppress(_ => true, claim => claim == 3 ? 1.5 : claim == 0 ? 9 : 1));
        Assert.Equal([1, 2], Together(_ => true).ToSuppress(_ => true, claim => claim is 3 or 0 ? 9 : 1));
        Assert.Equal([0], Together(_ => true).ToSuppress(_ => true, claim => claim == 0 ? 1 : 9));

        static RowSet Rows(int first, int count) => new([.. Enumerable.Range(first, count)]);
    }

    [Fact]
    public void Of_ANetBalanceBesideEverythingElse_TellsOfAnAnswerOnNeitherSide()
    {
        // Two answers against it and «don't know» are hidden, the last given by five of the light ones; the balance leaves both against it together, and so the rest.
        double[] weights = [.. Enumerable.Range(0, 100).Select(i => 10 + (0.01 * i)), .. Enumerable.Repeat(1.0, 240)];
        var all = new RowSet([.. Enumerable.Range(0, 340)]);
        var (unknown, against, strongly, neither, infavour) = (Rows(100, 5), Rows(105, 40), Rows(145, 40), Rows(0, 100), Rows(185, 155));
        Answer[] answers = [new("a=--", strongly), new("a=-", against), new("a=0", neither), new("a=+", infavour), new("a=97", unknown)];
        ShownNumber Share(string answer, RowSet givers) => ShownNumber.Of(answer, all, givers, weights, 1, true, 0.001);
        var claims = Array.ConvertAll(
            Of([Share("a=0", neither), Share("a=+", infavour), Share("a=balance", infavour) with { Opposed = RowSet.Union([strongly, against]) }]),
            claim => claim with { Sums = [new DisclosedSum(["a"], all) { Also = answers }] });
        var rules = new ClaimRules(Policies.Standard, [.. Enumerable.Range(0, 340)]);

        Assert.True(ShownTogether.Of(claims, _ => true, rules).Single(one => one.Answer == "a=97").Tells(_ => true));
        Assert.DoesNotContain(ShownTogether.Of(claims, claim => claim != 2, rules), one => one.Answer == "a=97");

        static RowSet Rows(int first, int count) => new([.. Enumerable.Range(first, count)]);
    }

    [Fact]
    public void Release_StrategyByTypeOfAgency_IsInWholePerCentWithLimitsThatTellNothing()
    {
        var survey = SurveyReader.Read(SurveyFixture.Committed, "strategic-2018");
        var released = new ReleaseSession(Policies.Standard, survey.Codebook).Release(SurveyDesigns.ChosenDesign(survey).Proportion("strategy", by: "agency_type"), "x").Content;

        var shown = released.Estimates.Where(estimate => estimate.Status == CellStatus.Published).ToList();
        Assert.True(shown.Count >= 4);
        Assert.All(shown, estimate =>
        {
            Assert.Equal((0, true), (estimate.Steps!.PercentDecimals, estimate.IsGeneralised));
            Assert.Equal(Math.Round(estimate.Value, 2), estimate.Value, 12);

            // A reader computes the limits again: the weights' effect is 1.0 in every group of the frame.
            var again = GeneralisedVariance.ShareInterval(estimate.Value, estimate.Respondents!.Value, 1, estimate.Base)!;
            Assert.Equal((Math.Round(again.Lower, 2), Math.Round(again.Upper, 2)), (Math.Round(estimate.Interval!.Lower, 2), Math.Round(estimate.Interval.Upper, 2)));
        });
    }

    [Fact]
    public void Release_ManyAnswersInFewStrata_LimitsAreGeneralisedToo()
    {
        // 317 workplaces of ministries and directorates, weighted by these two: 10 188 vectors, of which own limits would leave a few.
        var survey = SurveyReader.Read(SurveyFixture.Committed, "operational-2018");
        ReleasedEstimate Central(BarometerDesign design) => new ReleaseSession(Policies.Standard, survey.Codebook).Release(
            design.Where("agency_group", "ministry", "directorate").Proportion("innovated"), "x").Content.Estimates.Single();

        var few = Central(survey.Design().StratifiedBy("agency_group").WithFinitePopulation());
        var many = Central(SurveyDesigns.ChosenDesign(survey));

        Assert.True(few.Respondents >= 100);
        Assert.True(few.IsGeneralised || few.Status == CellStatus.Suppressed);
        Assert.False(many.IsGeneralised);
        Assert.Equal(CellStatus.Published, many.Status);
    }

    [Fact]
    public void Release_MeanOfANumber_HasLimitsWhereAnswersAreMany()
    {
        ReleasedEstimate Mean(string id)
        {
            var survey = SurveyReader.Read(SurveyFixture.Committed, id);
            return new ReleaseSession(Policies.Standard, survey.Codebook).Release(SurveyDesigns.ChosenDesign(survey).Mean("employees"), "x").Content.Estimates[0];
        }

        Assert.True(Mean("operational-2018") is { Status: CellStatus.Published, Interval: not null, IsGeneralised: false });
        Assert.True(Mean("strategic-2018") is { Status: CellStatus.Published, Interval: null, IsGeneralised: false });
    }

    [Fact]
    public void Release_TwoPoliciesOfDecimals_TheSharperHidesWhatTells()
    {
        var survey = SurveyReader.Read(SurveyFixture.Committed, "strategic-2018");
        int Hidden(int few) => new ReleaseSession(Policies.Standard with { FewRespondents = few }, survey.Codebook)
            .Release(SurveyDesigns.ChosenDesign(survey).Proportion("strategy", by: "agency_type"), "x").Content.Estimates.Count(estimate => estimate.Status == CellStatus.Suppressed);

        Assert.True(Hidden(0) > Hidden(100), $"{Hidden(0)} in one decimal, {Hidden(100)} in whole per cent");
    }

    private static ClaimRules Rules() => new(Policies.Standard, [.. Enumerable.Range(0, 80)]);

    private static bool Tells(IReadOnlyList<Claim> claims) => ShownTogether.Of(claims, _ => true, Rules()).Any(one => one.Tells(_ => true));

    private static Claim[] Claims(int[] givers, double step, params (int, double)[][] shares) => Of([.. shares.Select(share => Number(givers, step, share))]);

    private static Claim[] Of(ShownNumber[] numbers) => [.. numbers.Select(number => new Claim("a share", number.Set, [], 1) { Shown = [number], IsPublished = true })];

    private static ShownNumber Turned(ShownNumber number) => number with { Answer = "strategy=some", Givers = number.Set.Except(number.Givers) };

    private static (int, double)[] Weighted(params int[] strata) => [.. strata.Select(stratum => (stratum, Units[stratum] / (double)Answered[stratum]))];

    private static (int, double)[] Plain(params int[] strata) => [.. strata.Select(stratum => (stratum, 1.0))];

    private static ShownNumber Number(int[] givers, double step, params (int Stratum, double Weight)[] of)
    {
        IEnumerable<int> Rows(int stratum, int count) => Enumerable.Range(Answered.Take(stratum).Sum(), count);
        var weights = new double[80];
        foreach (var (stratum, weight) in of)
        {
            foreach (var row in Rows(stratum, Answered[stratum]))
            {
                weights[row] = weight;
            }
        }

        return ShownNumber.Of(
            "strategy=none",
            new RowSet([.. of.SelectMany(one => Rows(one.Stratum, Answered[one.Stratum]))]),
            new RowSet([.. of.SelectMany(one => Rows(one.Stratum, givers[one.Stratum]))]),
            weights,
            1,
            true,
            step);
    }
}
